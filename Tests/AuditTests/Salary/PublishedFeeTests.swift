import Audit
import Casebook
import Testing
import Values

/// Fees for purring, inkassovarsel and the creditor's own betalingsoppfordring, as published for
/// the years in which the letter was sent.
@Suite("Published tables of fees")
struct PublishedFeeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let sent: ClosedRange<CivilDay>
    let due: ClosedRange<CivilDay>
    /// Kroner for each of the three letters.
    let fees: [Int]

    init(_ from: String, _ through: String, _ fees: [Int], isNew: Bool = false) {
      sent = Regulation.day(from)...Regulation.day(through)
      let regimes = isNew ? [Regulation.of2020] : [Regulation.of2002, Regulation.of2010]
      due = regimes[0].due.lowerBound...regimes[regimes.count - 1].due.upperBound
      self.fees = fees
    }

    var testDescription: String { "sent \(sent), due from \(due.lowerBound)" }
  }

  static let rows = [
    Row("2002-03-01", "2002-12-31", [52, 52, 156]),
    Row("2003-01-01", "2004-12-31", [53, 53, 159]),
    Row("2005-01-01", "2005-12-31", [54, 54, 162]),
    Row("2006-01-01", "2006-12-31", [55, 55, 165]),
    Row("2007-01-01", "2007-12-31", [56, 56, 168]),
    Row("2008-01-01", "2008-12-31", [57, 57, 171]),
    Row("2009-01-01", "2009-12-31", [59, 59, 177]),
    Row("2010-01-01", "2010-12-31", [60, 60, 180]),
    Row("2011-01-01", "2011-12-31", [61, 61, 183]),
    Row("2012-01-01", "2012-12-31", [62, 62, 186]),
    Row("2013-01-01", "2013-12-31", [63, 63, 189]),
    Row("2014-01-01", "2014-12-31", [64, 64, 192]),
    Row("2015-01-01", "2015-12-31", [65, 65, 195]),
    Row("2016-01-01", "2016-12-31", [67, 67, 201]),
    Row("2017-01-01", "2025-12-31", [70, 70, 210]),
    Row("2026-01-01", "2026-12-31", [75, 75, 225]),
    Row("2020-10-01", "2025-12-31", [35, 35, 105], isNew: true),
    Row("2026-01-01", "2026-12-31", [38, 38, 113], isNew: true),
  ]

  static let letters = [
    ("purring", "purring-fee"), ("inkassovarsel", "inkassovarsel-fee"),
    ("betalingsoppfordring", "betalingsoppfordring-fee"),
  ]

  @Test(
    "hold on the first and the last day of their time, and an øre more is found", arguments: rows)
  func hold(row: Row) throws {
    var claims: [String] = []
    var events: [String] = []
    var above: [String] = []
    for (letter, fee) in zip(Self.letters, row.fees) {
      for (sent, due) in [
        (row.sent.lowerBound, row.due.lowerBound),
        (row.sent.upperBound, min(row.due.upperBound, row.sent.upperBound)),
      ] {
        for more in [0, 1] {
          let id = "\(letter.0)-\(sent)-\(more)"
          if more > 0 { above.append(id) }
          claims.append(tinyClaim(id, #""principal":1990,"due":"\#(due)""#))
          events.append(
            event(
              letter.0, "e-" + id, "\(sent)",
              #""claims":["\#(id)"],"by":"creditor","channel":"post","#
                + charges((letter.1, kroner(100 * fee + more)))))
        }
      }
    }
    let file = try CaseReader.standard.read(
      Array(
        #"""
        {"format":"skikk-case/1","id":"T","debtor":{"id":"D","kind":"consumer"},
        "claims":[\#(claims.joined(separator: ","))],"events":[\#(events.joined(separator: ","))]}
        """#.utf8), source: "")
    let auditor = try Auditor(
      program: Shipped.program,
      options: AuditOptions(asOf: row.sent.upperBound, select: ["fork-1-2-amount"]))
    let report = auditor.audit(file, source: "")
    #expect(report.findings.flatMap(\.claims).sorted() == above.sorted())
    #expect(report.findings.allSatisfy { $0.excess == .one })
    #expect(report.undetermined.isEmpty)
  }
}
