import Values

@testable import Audit
@testable import Casebook
@testable import Rulebook

/// Planned steps and a plan, made by hand.
enum GateSample {
  private static func word(_ word: String, _ nb: String, _ en: String) -> Shown {
    .word(word, Label(nb: nb, en: en))
  }

  private static func need(
    _ rule: String, _ part: String?, _ kind: GateNeed.Kind, _ what: GateNeed.What, _ place: String
  ) -> GateNeed {
    GateNeed(
      rule: rule, part: part, law: Sample.law(place), kind: kind, what: what, claims: ["F-1001"])
  }

  private static let needs = [
    need(
      "inkl-10-content", "a", .content,
      .words([word("creditor", "fordringshaveren", "the creditor")]), "§ 10(2) a"),
    need(
      "inkl-10-content", "f", .content,
      .words([word("complaints-board", "retten til nemnd", "the right to go to the nemnd")]),
      "§ 10(2) f"),
    need("inkl-9-form", nil, .fact, .question(Undetermined.samples[3]), "§ 9(1) a"),
    need("inkl-9-due", "demanded", .judgement, .question(Undetermined.samples[1]), "§ 9(1)"),
  ]

  private static let clearance = need(
    "inkl-9-before-step", "none", .clearance,
    .sentence(
      Sentence(
        nb: [.text("Det er ikke sendt noe inkassovarsel.")],
        en: [.text("No inkassovarsel has been sent.")])), "§ 9(1) b, § 10(1)")

  static func answer(
    allowed: Bool, earliest: String?, deadline: String? = nil, charges: [LargestCharge] = [],
    needs: [GateNeed] = []
  ) -> GateAnswer {
    GateAnswer(
      step: "betalingsoppfordring",
      label: Label(nb: "betalingsoppfordring", en: "betalingsoppfordring"),
      on: Sample.day("2026-01-02"), allowed: allowed, earliest: earliest.map(Sample.day),
      searchedThrough: Sample.day("2026-12-31"), shortestDeadline: deadline.map(Sample.day),
      largestCharges: charges, needs: needs)
  }

  private static let salaer = LargestCharge(
    kind: "salaer", label: Label(nb: "salær", en: "salær"), amount: Sample.kroner("187.50"),
    deadline: Sample.day("2026-01-20"), atRisk: Sample.kroner("37.50"))
  private static let uplift = LargestCharge(
    kind: "instalment-uplift", label: Label(nb: "avdragstillegg", en: "instalment uplift"),
    amount: nil, deadline: nil, atRisk: .zero)

  /// A step a day early.
  static let held = report(
    "A-2026-000123",
    answer(
      allowed: false, earliest: "2026-01-03", deadline: "2026-01-17", charges: [salaer, uplift],
      needs: needs), findings: [Sample.shortNotice])

  /// A step that no day is lawful for.
  static let closed = report(
    "A-2026-000124", answer(allowed: false, earliest: nil, needs: [clearance]),
    findings: [Sample.shortNotice])

  /// A step that charges too much on the day asked about, until a later day or on every day.
  static func dear(until later: String?) -> CaseReport {
    var answer = answer(
      allowed: false, earliest: "2026-01-02", deadline: "2026-01-16", charges: [salaer])
    answer.planned = PlannedCharges(
      charges: [(salaer.label, Sample.kroner("300"))], earliest: later.map(Sample.day))
    return report("A-2026-000126", answer, findings: [])
  }

  /// A step that may be taken.
  static let free = report(
    "A-2026-000125", answer(allowed: true, earliest: "2026-01-02", deadline: "2026-01-16"),
    findings: [])

  private static func report(
    _ id: String, _ answer: GateAnswer, findings: [Finding]
  ) -> CaseReport {
    var report = Sample.report(id, findings: findings, undetermined: [])
    report.gate = answer
    return report
  }

  /// A plan of a case whose number has everything that a calendar must escape.
  static let plan = StepPlan(
    id: "A,1;\\2", source: "case.json", on: Sample.day("2026-01-02"),
    steps: [
      step("inkassovarsel", free.gate),
      step(
        "utlegg", held.gate.map(opened),
        kind: word("utlegg", "begjæring om utlegg", "application for utlegg")),
      step("demand", closed.gate),
    ].compactMap { $0 })

  /// The same answer, where the case leaves something open of the first day.
  private static func opened(_ answer: GateAnswer) -> GateAnswer {
    var answer = answer
    answer.isEarliestOpen = true
    return answer
  }

  private static func step(
    _ name: String, _ answer: GateAnswer?, kind: Shown? = nil
  ) -> StepPlan.Step? {
    guard let answer else { return nil }
    let by = word("agency", "inkassator", "the agency")
    return StepPlan.Step(
      name: name, type: answer.step, label: answer.label,
      facts: [("by", by)] + (kind.map { [("kind", $0)] } ?? []), report: held, answer: answer)
  }
}
