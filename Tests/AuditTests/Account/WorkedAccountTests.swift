import Casebook
import Testing
import Values

@testable import Audit

/// A figure of an account that a page works out.
struct WorkedFigure: Sendable, CustomTestStringConvertible {
  let name: String
  let day: CivilDay
  let choices: [String: String]
  let figure: String
  let kroner: String

  var testDescription: String {
    "\(name) on \(day) \(choices.map { "\($0)=\($1) " }.joined())\(figure)"
  }

  /// The rows of a page. An empty cell repeats the one above.
  static func figures(of page: String) -> [WorkedFigure] {
    var (name, day) = ("", CivilDay.last)
    return GoldenTests.rows(page, under: "figure").map { cells in
      if !cells[0].isEmpty { name = cells[0] }
      if let own = CivilDay(cells[1]) { day = own }
      let pairs = cells[2].split(separator: ",").map { $0.split(separator: "=").map(String.init) }
      let choices = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
      return WorkedFigure(
        name: name, day: day, choices: choices, figure: cells[3], kroner: cells[4])
    }
  }
}

@Suite("The accounts that pages work out") struct WorkedAccountTests {
  static let figures = ["worked-8-1", "worked-8-2", "accounts"].flatMap {
    WorkedFigure.figures(of: "cases/\($0)/README.md")
  }

  @Test("are there") func count() { #expect(Self.figures.count > 80) }

  @Test("come out as worked out", arguments: figures) func worked(worked: WorkedFigure) throws {
    let auditor = try Shipped.auditor(asOf: worked.day, choices: worked.choices)
    let files = try Shipped.file(worked.name)
    try #require(!files.isEmpty)
    let statement = auditor.account(together: files.map { ($0, worked.name) })
    let amount = try #require(figure(worked.figure, in: statement))
    let bounds = worked.kroner.split(separator: " to ").compactMap { Double($0) }
    #expect([amount.lowest, amount.highest].map(kroner) == [bounds.first, bounds.last])
  }

  private func kroner(_ ore: Ratio?) -> Double? {
    ore.flatMap { Double(Shown.money($0).plain) }
  }

  /// `lawful`, `T-10`, `T-10 interest`, `T-10 interest asked`, `charge 2`.
  private func figure(_ name: String, in statement: AccountStatement) -> AccountStatement.Amount? {
    let balance = statement.balance
    func known(_ ore: Ratio) -> AccountStatement.Amount { .init(lowest: ore, highest: ore) }
    switch name {
    case "demanded": return balance.sums.demanded
    case "lawful": return balance.sums.lawful
    case "excess": return known(balance.sums.excess)
    case "at risk": return known(balance.sums.atRisk)
    case "refund due": return balance.refundDue
    case "owed": return balance.owed
    default: break
    }
    let words = name.split(separator: " ").map(String.init)
    if words[0] == "charge", let place = Int(words[1]) {
      return known(statement.charges[place - 1].lawful)
    }
    guard let claim = statement.claims.first(where: { $0.id == words[0] }) else { return nil }
    guard words.count > 1 else { return claim.sums.lawful }
    guard let line = claim.lines.first(where: { $0.name == words[1] }) else { return nil }
    switch words.count > 2 ? words[2] : "" {
    case "asked": return line.demanded
    case "then": return line.lawfulThen
    default: return line.lawful
    }
  }
}
