import Audit
import Casebook
import Foundation
import Rulebook
import Testing
import Values

/// What the pages beside the cases say must come out.
@Suite("The cases that pages describe")
struct GoldenTests {
  /// The rows of a page's tables whose first cell stands under this heading, by cell.
  static func rows(_ page: String, under heading: String) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for line in Shipped.text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        isInside = false
        continue
      }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if cells.first == "case" { isInside = cells.contains(heading) }
      if isInside, cells.first != "case", !line.hasPrefix("|--") { rows.append(cells) }
    }
    return rows
  }

  // MARK: The portfolio

  static let faults = rows("cases/portfolio/README.md", under: "fault")
  static let missing = rows("cases/portfolio/README.md", under: "missing")
  static let portfolio = Shipped.cases(in: "portfolio")
  /// The page says that the portfolio stands as of this day.
  static let portfolioDay = CivilDay("2026-11-20") ?? .last

  func report(_ shipped: ShippedCase) throws -> CaseReport {
    try Shipped.auditor(asOf: Self.portfolioDay).audit(try shipped.file(), source: shipped.name)
  }

  func portfolioCase(_ id: String) throws -> CaseReport {
    try report(try #require(Self.portfolio.first { $0.id == id }))
  }

  @Test("the portfolio has 48 cases: 9 with a fault, 2 with a gap, 37 clean")
  func size() {
    #expect(Self.portfolio.count == 48)
    #expect(Set(Self.portfolio.map(\.id)).count == 48)
    #expect(Self.faults.count == 9 && Self.missing.count == 2)
  }

  @Test("the fault of a case is found by its rule", arguments: faults)
  func fault(row: [String]) throws {
    let report = try portfolioCase(row[0])
    #expect(report.findings.contains { $0.rule == row[2] }, "\(report.findings.map(\.rule))")
  }

  @Test("a missing fact leaves its rule open, and nothing is found", arguments: missing)
  func gap(row: [String]) throws {
    let report = try portfolioCase(row[0])
    #expect(report.verdicts[row[2]] == .undetermined)
    #expect(report.findings.filter { $0.verdict != .advice }.map(\.rule) == [])
  }

  @Test(
    "nothing is found in a clean case",
    arguments: portfolio.filter { shipped in
      !(faults + missing).contains { $0[0] == shipped.id }
    })
  func clean(shipped: ShippedCase) throws {
    let report = try report(shipped)
    let found = report.findings.filter { $0.verdict != .advice }
    #expect(found.map { "\($0.rule) \($0.part ?? "")" } == [])
    #expect(report.excess == .zero)
  }

  // MARK: Real decisions

  static let real = rows("cases/real/README.md", under: "decided")

  @Test("every file of a real decision is in the table once, and every row has its file")
  func realFiles() {
    let names = Self.real.map { $0[0] }
    #expect(Set(names).count == names.count)
    let files = Shipped.names(below: "cases/real", [".json"]).map { String($0.dropLast(5)) }
    #expect(files.sorted() == names.sorted())
  }

  @Test("a real decision comes out as it was decided", arguments: real.filter { $0[4] != "—" })
  func realOutcome(row: [String]) throws {
    let shipped = try #require(Shipped.cases.first { $0.name == "real/\(row[0]).json" })
    let report = try Shipped.auditor().audit(try shipped.file(), source: shipped.name)
    let expected = try #require(Verdict(rawValue: row[5]), "\(row[5])")
    #expect((report.verdicts[row[4]] ?? .notApplicable) == expected)
  }

  @Test("a real decision that asserts nothing leaves both cells empty")
  func realDashes() {
    let half = Self.real.filter { ($0[4] == "—") != ($0[5] == "—") }
    #expect(half.map { $0[0] } == [])
  }
}
