import Audit
import Casebook
import Testing
import Values

/// Collecting a claim in pieces costs the debtor no more than collecting it whole.
@Suite("A claim split into equal parts")
struct SplittingTests {
  /// Kroner that divide by 2 and 5, in several brackets of each table.
  static let principals = [960, 1980, 12_000, 600_000]
  static let settings = [
    SalaerSetting(), SalaerSetting(isHeavy: true),
    SalaerSetting(isHeavy: true, isConsumer: false, addsVAT: true),
  ]

  /// What of the salær may be claimed when each part is charged more than any table gives, the
  /// parts standing in one case or in one each.
  func lawful(
    _ principal: Int, parts: Int, files: Int = 1, _ regime: Regulation.Regime,
    _ setting: SalaerSetting
  ) throws -> Ratio {
    let charged = 5_000_000
    let paid = Regulation.day("2026-12-31")
    let due = min(
      regime.due.upperBound, try paid.adding(days: -14 - SalaerCase.length(regime.wait)))
    let courses = (1...parts).map { part in
      SalaerCase.Course(
        id: "F-\(part)", principal: 100 * principal / parts, due: due, paid: paid,
        charged: charged, isAbove: true)
    }
    let cases = files == 1 ? [courses] : courses.map { [$0] }
    let reports = try Shipped.auditor().audit(
      together: cases.enumerated().map { number, courses in
        let file = SalaerCase(
          setting: setting, wait: regime.wait, isDemanded: true, courses: courses)
        return (try file.file("C-\(number)"), "")
      })
    let excess = try reports.reduce(Ratio.zero) { try $0.adding($1.excess) }
    return try Ratio(Int64(charged * parts)).subtracting(excess)
  }

  @Test(
    "bears no more salær than the whole",
    arguments: [Regulation.of2002, Regulation.of2010, Regulation.of2020], settings)
  func split(regime: Regulation.Regime, setting: SalaerSetting) throws {
    for principal in Self.principals {
      let whole = try lawful(principal, parts: 1, regime, setting)
      for parts in [2, 5] {
        let one = try lawful(principal, parts: parts, regime, setting)
        #expect(one > .zero && one <= whole, "\(principal) kroner in \(parts) parts")
        let several = try lawful(principal, parts: parts, files: parts, regime, setting)
        #expect(several == one, "\(principal) kroner in \(parts) files")
      }
    }
  }
}
