import Values

@testable import Audit
@testable import Casebook
@testable import Rulebook
@testable import Sample

/// Cases for scorecards, made by chance that repeats.
enum ScoreSample {
  static let context = RunContext(
    ruleSetVersion: Sample.context.ruleSetVersion, reviewedThrough: Sample.day("2026-12-31"),
    asOf: Sample.day("2026-11-22"), choices: Sample.context.choices, rules: 110,
    measures: [
      MeasureInfo(
        rule: "trade-scorecard", part: "answered",
        label: Label(nb: "Samtaler besvart i tide.", en: "Calls answered in time."),
        party: "agency", needs: 10, reference: try? Ratio(93, 100), law: "bransjenorm § 4")
    ])

  static let basis = ScoreBasis(context: context, rules: ["inkl-9-deadline", "trade-scorecard"])

  /// So many cases.
  static func reports(_ count: Int, seed: UInt64) -> [CaseReport] {
    var chance = Chance(seed: seed)
    return (0..<count).map { report($0, &chance) }
  }

  static func card(_ reports: [CaseReport]) -> Scorecard {
    var card = Scorecard(basis: basis)
    for report in reports { card.add(report) }
    return card
  }

  private static let agencies = [
    Party(id: "912345678", name: "Inkasso AS"), Party(id: "923456789", name: "=Kvikk, \"AS\""),
    Party(id: "923456789", name: "Kvikk AS"), Party(id: nil, name: nil),
  ]
  private static let creditors = [
    Party(id: "987654321", name: "Kraft AS"), Party(id: "976543210", name: nil),
    Party(id: nil, name: nil),
  ]
  private static let rules = ["inkl-9-deadline", "fork-1-2-amount", "rent-amount", "trade-plan"]

  private static func report(_ number: Int, _ chance: inout Chance) -> CaseReport {
    let findings = (0..<Int.random(in: 0...3, using: &chance)).map { _ in finding(&chance) }
    let excess = amount(&chance)
    let report = Sample.report(
      "S-\(number)", findings: findings.sorted { $0.verdict < $1.verdict },
      undetermined: Array(Undetermined.samples.prefix(Int.random(in: 0...2, using: &chance))),
      excess: excess, atRisk: amount(&chance))
    return report.with(
      Belonging(
        agency: agencies.randomElement(using: &chance) ?? agencies[0],
        creditor: creditors.randomElement(using: &chance) ?? creditors[0],
        month: [Month("2025-12"), Month("2026-01"), nil].randomElement(using: &chance) ?? nil),
      balance: Bool.random(using: &chance) ? balance(excess, &chance) : nil,
      measured: [
        Measured.Key(
          rule: "trade-scorecard", part: "answered", party: "912345678",
          quarter: Measured.Quarter("2026-Q1")): measured(&chance)
      ])
  }

  private static func measured(_ chance: inout Chance) -> Measured {
    var measured = Measured()
    measured.reached = Int.random(in: 0...3, using: &chance)
    measured.missed = Int.random(in: 0...1, using: &chance)
    return measured
  }

  /// An amount in øre, some with fractions that no decimal ends.
  private static func amount(_ chance: inout Chance) -> Ratio {
    let denominator: Int64 = [1, 1, 8, 365, 366, 7].randomElement(using: &chance) ?? 1
    return (try? Ratio(Int64.random(in: 0...9_999_999, using: &chance), denominator)) ?? .zero
  }

  private static func balance(
    _ excess: Ratio, _ chance: inout Chance
  ) -> AccountStatement.Balance {
    let (low, more) = (amount(&chance), amount(&chance))
    let lawful = AccountStatement.Amount(
      lowest: low, highest: Bool.random(using: &chance) ? try? low.adding(more) : nil)
    let sums = AccountStatement.Sums(
      demanded: AccountStatement.Amount(amount(&chance)), lawful: lawful, excess: excess,
      atRisk: .zero)
    return AccountStatement.Balance(
      sums: sums, paid: .zero, refunded: .zero, setOff: .zero, waived: .zero,
      refundDue: AccountStatement.Amount(amount(&chance)), owed: .zero)
  }

  private static func finding(_ chance: inout Chance) -> Finding {
    let rule = rules.randomElement(using: &chance) ?? ""
    let verdict: Verdict =
      rule.hasPrefix("trade") ? .advice : rule == rules[1] ? .practice : .breach
    return Finding(
      rule: rule, part: rule == rules[2] ? "letter" : nil, verdict: verdict,
      law: Sample.law("§ \(rule.count)"), claims: ["F-1"], events: [],
      message: Sentence(nb: [.text("Feil.")], en: [.text("Wrong.")]), expected: nil, actual: nil,
      excess: Bool.random(using: &chance) ? amount(&chance) : nil, atRisk: nil, consequences: [],
      facts: [], values: [], choices: [], assumptions: [], day: nil, trace: [],
      fingerprint: "00f1e2d3c4b5a697")
  }
}

extension CaseReport {
  fileprivate func with(
    _ belonging: Belonging, balance: AccountStatement.Balance?,
    measured: [Measured.Key: Measured]
  ) -> CaseReport {
    var report = CaseReport(
      id: id, source: source, background: background, findings: findings,
      undetermined: undetermined, setAside: setAside, conflicts: conflicts, ruled: ruled,
      met: met, measured: measured, choices: choices, excess: excess,
      atRisk: atRisk, eventsAfter: eventsAfter)
    report.background.belonging = { belonging }
    report.balance = balance
    return report
  }
}
