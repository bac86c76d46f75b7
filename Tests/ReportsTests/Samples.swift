import Values

@testable import Audit
@testable import Casebook
@testable import Rulebook

/// Case reports made by hand: what an audit could have found in a short notice, an early purring,
/// an unread letter and a disputed claim.
enum Sample {
  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? .earliest }
  static func kroner(_ text: String) -> Ratio { Money(text)?.ratio ?? .zero }

  static let context = RunContext(
    ruleSetVersion: "0123456789abcdef", reviewedThrough: day("2026-12-31"),
    asOf: day("2026-11-22"),
    choices: [
      ChoiceUsed(name: "cap-fees", reading: "open"),
      ChoiceUsed(name: "day-count", reading: "actual/actual"),
    ], rules: 110)

  static let notice = event("e2", "inkassovarsel", "2025-12-15")
  static let purring = event("e1", "purring", "2025-12-04")
  static let demand = event("/events/3", "betalingsoppfordring", "2026-01-05")
  static let objection = EventReference(
    name: "e5", type: "objection", label: Label(nb: "innsigelse", en: "objection"), day: nil)

  static func event(_ name: String, _ type: String, _ day: String) -> EventReference {
    EventReference(name: name, type: type, label: Label(nb: type, en: type), day: self.day(day))
  }

  static func law(_ pinpoint: String, source: String = "inkassoloven (1988)") -> LawPoint {
    LawPoint(
      source: source, pinpoint: pinpoint, sections: [], confidence: "verbatim",
      address: "https://lovdata.no/lov/1988-05-13-26/§9")
  }

  /// A case with a finding of each kind and an open question of each kind.
  static let full = report(
    "A-2026-000123", findings: [shortNotice, earlyFee, callAdvice],
    undetermined: Undetermined.samples, excess: kroner("335.00"), atRisk: kroner("234.37"),
    setAside: [
      SetAside(
        rule: "inkl-9-before-step", part: nil, exception: "inkl-12-disputed",
        law: "inkassoloven (1988) § 12(3) s. 1", claims: ["F-1001"], events: [demand]),
      SetAside(
        rule: "inkl-11-wait", part: "notice", exception: "inkl-12-disputed",
        law: "inkassoloven (1988) § 12(3) s. 1", claims: ["F-1001"], events: [demand]),
    ],
    conflicts: [
      DataConflict(
        name: "deadline-before-letter",
        message: Label(
          nb: "Fristen 1. januar 2026 ligger før brevet 5. januar 2026.",
          en: "The deadline 1 January 2026 lies before the letter of 5 January 2026."), facts: [],
        paths: ["/events/2/date", "/events/2/deadline"])
    ], choices: [ChoiceUsed(name: "day-count", reading: "actual/365")], eventsAfter: 2)

  /// A case in order.
  static let clean = report("A-2026-000124", findings: [], undetermined: [])

  /// A case whose only question is a missing fact.
  static let open = report(
    "A-2026-000125", findings: [], undetermined: [Undetermined.samples[3]])

  static func report(
    _ id: String, findings: [Finding], undetermined: [Undetermined], excess: Ratio = .zero,
    atRisk: Ratio = .zero, setAside: [SetAside] = [], conflicts: [DataConflict] = [],
    choices: [ChoiceUsed] = [], eventsAfter: Int = 0, verdicts: [String: Verdict] = [:],
    source: String = "cases/portfolio.ndjson:14"
  ) -> CaseReport {
    CaseReport(
      id: id, source: source,
      background: CaseBackground(
        timeline: [purring, notice, demand, objection],
        parties: [
          (role: "creditor", name: "Kraft AS"), (role: "agency", name: "Inkasso AS"),
          (role: "debtor", name: "D-77"),
        ]), findings: findings, undetermined: undetermined, setAside: setAside,
      conflicts: conflicts, ruled: RuleVerdicts(byRule: verdicts), met: 87, measured: [:],
      choices: choices,
      excess: excess, atRisk: atRisk, eventsAfter: eventsAfter)
  }
}

extension Undetermined {
  /// One of each reason.
  static let samples = [
    open("inkl-9-content", "a", .unread, ["/events/1/states"], [Sample.notice]),
    open("inkl-9-content", "b", .unread, ["/events/1/states"], [Sample.notice]),
    open(
      "cost-17-2-objection", nil, .human, ["/events/4/assessment"], [Sample.objection],
      atRisk: Sample.kroner("164.37")),
    open("inkl-9-deadline", nil, .missing, ["/events/1/deadline", "complete:letters"], []),
    open(
      "fork-2-1-cap", nil, .law, ["choice:cap-fees"], [], atRisk: Sample.kroner("70")),
    open("pay-stop-when-paid", nil, .conflict, ["/events/1/date", "/events/2/date"], []),
  ]

  private static func open(
    _ rule: String, _ part: String?, _ reason: Reason, _ missing: [String],
    _ events: [EventReference], atRisk: Ratio? = nil
  ) -> Undetermined {
    Undetermined(
      rule: rule, part: part, verdict: .breach, law: Sample.law("§ 9(1)"), claims: ["F-1001"],
      events: events, reason: reason, missing: missing, atRisk: atRisk)
  }
}
