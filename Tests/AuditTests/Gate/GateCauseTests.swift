import Casebook
import Rulebook
import Testing
import Values

@testable import Audit

/// A loss of costs is told after the broken rule that brings it.
@Suite("The gate tells causes before what follows from them") struct GateCauseTests {
  private static func report(_ planned: String, events: String) throws -> CaseReport {
    let file = try GateStatuteTests.file(events: events, planned: planned)
    let gate = Gate(auditor: try Shipped.auditor(), program: Shipped.program)
    let step = try #require(PlannedStep(of: file, source: "g.json"))
    return gate.report(on: step, for: try #require(step.day))
  }

  private static func demand(on day: String, deadline: String) -> String {
    """
    {"type": "betalingsoppfordring", "date": "\(day)", "by": "agency", "channel": "post",
     "deadline": "\(deadline)", "charges": [{"kind": "salaer", "amount": 300, "vat": 0}]}
    """
  }

  /// The salær that is lost has the most kroner, and stands first among what is found by weight.
  @Test("a deadline that is too short before the salær that is lost by it (inkl § 17(4))")
  func deadline() throws {
    let report = try Self.report(
      Self.demand(on: "2026-01-05", deadline: "2026-01-10"), events: GateStatuteTests.notice)
    #expect(report.findings.map(\.rule) == ["inkl-10-deadline", "cost-17-4-notice"])
    #expect(report.findings.map { $0.excess ?? .zero } == [.zero, Ratio(300_00)])
  }

  @Test("a demand that comes too early before the salær that falls away (fork § 2-2)")
  func early() throws {
    let report = try Self.report(
      Self.demand(on: "2026-01-02", deadline: "2026-01-20"), events: GateStatuteTests.notice)
    let rules = report.findings.map(\.rule)
    let cause = try #require(rules.firstIndex(of: "inkl-9-before-step"))
    let lost = try #require(rules.firstIndex(of: "fork-2-2-light-trigger"))
    #expect(cause < lost)
  }

  /// Nobody has considered whether the claim is rightful, on any day.
  @Test("in a plan, what is to be cleared before what is lost without it (inkl § 11)")
  func clearance() throws {
    let demanded = """
      \(GateStatuteTests.notice), {"id": "b", \
      \(Self.demand(on: "2026-01-05", deadline: "2026-01-19").dropFirst())
      """
    let file = try GateStatuteTests.file(
      complete: #""letters": true, "charges": true, "payments": true, "assessments": true"#,
      events: demanded, planned: #"{"type": "call"}"#)
    let gate = Gate(auditor: try Shipped.auditor(), program: Shipped.program)
    let plan = gate.plan(
      of: file, source: "g.json", on: try #require(CivilDay("2026-02-10")),
      by: Shipped.program.steps)
    let step = try #require(plan.steps.first { $0.name == "forliksklage" })
    let clearances = step.answer.needs.filter { $0.kind == .clearance }.map(\.rule)
    #expect(step.answer.earliest == nil)
    #expect(clearances.first == "inkl-11-legal-notice" && clearances.contains("cost-17-4-notice"))
  }

  @Test("in an order that a second look leaves alone") func again() throws {
    let report = try Self.report(
      """
      {"type": "statement", "date": "2026-01-05", "by": "creditor", "channel": "post",
       "charges": [{"kind": "purring-fee", "amount": 100}, {"kind": "salaer", "amount": 700}]}
      """, events: GateStatuteTests.notice)
    let order = CauseOrder(Shipped.program)
    let once = order.causesFirst(report.findings)
    #expect(report.findings.count > 1 && once.map(\.rule) == report.findings.map(\.rule))
  }
}
