import Audit
import Testing
import Values

/// The highest lawful salær, to the øre, in every cell that the regulation has ever had.
@Suite("The grid of salær")
struct SalaerGridTests {
  /// The claims of one regime that are paid in one period of inkassosatsen.
  struct Page: Sendable, CustomTestStringConvertible {
    let regime: Regulation.Regime
    let sats: Regulation.Sats

    var testDescription: String { "due under \(regime.name), paid from \(sats.days.lowerBound)" }
  }

  static let pages = [Regulation.of2002, Regulation.of2010, Regulation.of2020].flatMap { regime in
    Regulation.satser.filter { $0.days.upperBound > regime.due.lowerBound }
      .map { Page(regime: regime, sats: $0) }
  }

  @Test(
    "what may be charged is charged, and an øre more is found", arguments: pages,
    SalaerSetting.all)
  func cells(page: Page, setting: SalaerSetting) throws {
    let auditor = try SalaerCase.auditor("fork-2-2-light-cap", "fork-2-3-heavy-cap")
    for edges in try Edge.pairs(of: page.regime, in: page.sats.days) {
      let courses = edges.flatMap { edge in
        let hundredths = setting.isHeavy ? edge.bracket.heavy : edge.bracket.light
        let halves = setting.isConsumer ? 2 : page.regime.otherHalves
        let percent = 100 + (setting.addsVAT ? Regulation.vat(on: edge.paid) : 0)
        // A hundredth of a krone is an øre; the two divisions come last, half an øre going up.
        let most = (hundredths * page.sats.kroner * halves * percent + 100) / 200
        return edge.courses(charging: most)
      }
      let file = SalaerCase(setting: setting, wait: page.regime.wait, courses: courses)
      try file.expect(SalaerCase.Outcome(excess: ["1"]), by: auditor)
    }
  }

  /// The unit of the table of 1989 was the court fee, which stands at 670 kroner since the
  /// beginning of 2002; what was charged above it, a person must judge.
  @Test(
    "of a claim due before 1 March 2002 nothing is found, and a person is asked about an øre more",
    arguments: [
      ("2002-02-28", "2002-02-28"), ("2002-03-01", "2002-12-31"), ("2025-12-31", "2026-12-31"),
    ].map { Regulation.day($0.0)...Regulation.day($0.1) },
    SalaerSetting.all)
  func before2002(days: ClosedRange<CivilDay>, setting: SalaerSetting) throws {
    let regime = Regulation.of1989
    let auditor = try SalaerCase.auditor(
      "fork-2-1-regime", "fork-2-2-light-cap", "fork-2-3-heavy-cap")
    for edges in try Edge.pairs(of: regime, in: days) {
      let courses = edges.flatMap { edge in
        let hundredths = setting.isHeavy ? edge.bracket.heavy : edge.bracket.light
        return edge.courses(charging: hundredths * Regulation.courtFee)
      }
      let file = SalaerCase(setting: setting, wait: regime.wait, courses: courses)
      try file.expect(SalaerCase.Outcome(open: ["fork-2-1-regime 1"]), by: auditor)
    }
  }
}

/// A claim at one end of a bracket. At the lower end it falls due on the first day of its regime
/// and is paid on the first day of the period; at the upper end, on the last ones.
private struct Edge {
  let bracket: Regulation.Bracket
  let principal: Int
  let due: CivilDay
  let paid: CivilDay

  /// The two ends of each bracket.
  static func pairs(
    of regime: Regulation.Regime, in days: ClosedRange<CivilDay>
  ) throws -> [[Edge]] {
    // The inkassovarsel goes out 14 days after the claim fell due.
    let needed = 14 + SalaerCase.length(regime.wait)
    let first = regime.due.lowerBound
    let isEarly = try first.adding(days: needed) > days.lowerBound
    let last = min(regime.due.upperBound, try days.upperBound.adding(days: -needed))
    var below = 0
    return regime.brackets.map { bracket in
      let upTo = bracket.upTo ?? 2 * below
      defer { below = upTo }
      return [
        Edge(
          bracket: bracket, principal: 100 * below + 1, due: first,
          paid: isEarly ? days.upperBound : days.lowerBound),
        Edge(bracket: bracket, principal: 100 * upTo, due: last, paid: days.upperBound),
      ]
    }
  }

  /// The claim twice: charged so many øre, and one more.
  func courses(charging most: Int) -> [SalaerCase.Course] {
    [0, 1].map { more in
      SalaerCase.Course(
        id: "\(principal)-\(more)", principal: principal, due: due, paid: paid,
        charged: most + more, isAbove: more > 0)
    }
  }
}
