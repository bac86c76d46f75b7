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
    for end in try Bracketed.ends(of: page.regime, in: page.sats.days) {
      let auditor = try SalaerCase.auditor(setting.rule, on: end.paid)
      for claim in end.claims {
        let hundredths = setting.isHeavy ? claim.bracket.heavy : claim.bracket.light
        let halves = setting.isConsumer ? 2 : page.regime.otherHalves
        let percent = 100 + (setting.addsVAT ? Regulation.vat(on: end.paid) : 0)
        // A hundredth of a krone is an øre; the two divisions come last, half an øre going up.
        let most = (hundredths * page.sats.kroner * halves * percent + 100) / 200
        try claim.file(charging: most, setting, page.regime)
          .expect(SalaerCase.Outcome(excess: ["1"]), by: auditor)
      }
    }
  }

  /// The unit of the table of 1989 was the court fee, which stands at 670 kroner since the
  /// beginning of 2002; what was charged above it, a person must judge.
  @Test(
    "of a claim due before 1 March 2002 nothing is found, and a person is asked about an øre more",
    arguments: [
      ("2002-02-28", "2002-03-01"), ("2002-12-31", "2010-01-01"), ("2025-12-31", "2026-12-31"),
    ].map { Regulation.day($0.0)...Regulation.day($0.1) },
    SalaerSetting.all)
  func before2002(days: ClosedRange<CivilDay>, setting: SalaerSetting) throws {
    let regime = Regulation.of1989
    for end in try Bracketed.ends(of: regime, in: days) {
      let auditor = try SalaerCase.auditor("fork-2-1-regime", on: end.paid)
      for claim in end.claims {
        let hundredths = setting.isHeavy ? claim.bracket.heavy : claim.bracket.light
        try claim.file(charging: hundredths * Regulation.courtFee, setting, regime)
          .expect(SalaerCase.Outcome(open: ["fork-2-1-regime 1"]), by: auditor)
      }
    }
  }

  @Test(
    "the heavy rate opens on the day after the wait",
    arguments: [Regulation.of2002, Regulation.of2010, Regulation.of2020])
  func wait(regime: Regulation.Regime) throws {
    let day = Regulation.day("2026-12-31")
    let auditor = try SalaerCase.auditor("fork-2-2-light-cap", on: day)
    for isHeavy in [false, true] {
      let bracket = regime.brackets[0]
      let course = SalaerCase.Course(
        id: "F-1", principal: 10_000, due: regime.due.lowerBound, paid: day,
        charged: bracket.heavy * 750, isAbove: !isHeavy)
      let file = SalaerCase(
        setting: SalaerSetting(isHeavy: isHeavy), wait: regime.wait, isDemanded: true,
        courses: [course])
      let excess = (bracket.heavy - bracket.light) * 750
      try file.expect(SalaerCase.Outcome(excess: ["\(excess)"]), by: auditor)
    }
  }
}

/// A claim at one end of a bracket.
private struct Bracketed {
  let bracket: Regulation.Bracket
  let principal: Int
  let due: CivilDay
  let paid: CivilDay

  /// The lower ends of all brackets, with the first due date and the first day of payment there
  /// can be; and the upper ends, with the last.
  static func ends(
    of regime: Regulation.Regime, in days: ClosedRange<CivilDay>
  ) throws -> [(paid: CivilDay, claims: [Bracketed])] {
    // The inkassovarsel goes out 14 days after the claim fell due.
    let needed = 14 + SalaerCase.length(regime.wait)
    let first = regime.due.lowerBound
    let isTooEarly = try first.adding(days: needed) > days.lowerBound
    let paid = isTooEarly ? days.upperBound : days.lowerBound
    let last = min(regime.due.upperBound, try days.upperBound.adding(days: -needed))
    let limits = regime.brackets.map(\.upTo)
    let lower = zip(regime.brackets, [0] + limits.compactMap { $0 }).map { bracket, below in
      Bracketed(bracket: bracket, principal: 100 * below + 1, due: first, paid: paid)
    }
    let upper = regime.brackets.map { bracket in
      Bracketed(
        bracket: bracket, principal: 100 * (bracket.upTo ?? 10_000_000), due: last,
        paid: days.upperBound)
    }
    return [(paid, lower), (days.upperBound, upper)]
  }

  /// The claim twice: charged so many øre, and one more.
  func file(
    charging most: Int, _ setting: SalaerSetting, _ regime: Regulation.Regime
  ) -> SalaerCase {
    SalaerCase(
      charging: most, for: principal, due: due, paid: paid, setting: setting, wait: regime.wait)
  }
}
