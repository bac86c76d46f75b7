import Casebook
import Rulebook
import Values

/// Collects what the limbs say of one case, and makes its report.
struct ReportBuilder {
  private let evaluator: Evaluator
  private let source: String
  private var findings: [Finding] = []
  private var undetermined: [Undetermined] = []
  private var setAside: [SetAside] = []
  private var verdicts: [String: Verdict] = [:]
  private var partVerdicts: [String: Verdict] = [:]
  private var met = 0

  init(evaluator: Evaluator, source: String) {
    self.evaluator = evaluator
    self.source = source
  }

  /// Takes in what a limb says of the subject that is bound.
  mutating func add(_ outcome: Judge.Outcome, rule number: Int, limb: Int, subject: Subject) {
    let rule = evaluator.program.rules[number]
    note(outcome.verdict, rule.id, subject.part)
    switch outcome.verdict {
    case .met: met += 1
    case .notApplicable:
      if let exception = outcome.setAsideBy { addSetAside(exception, rule, limb, subject) }
    case .undetermined: addUndetermined(outcome, rule, limb, subject)
    default: addFinding(outcome, number, limb, subject)
    }
  }

  private mutating func note(_ verdict: Verdict, _ id: String, _ part: String?) {
    verdicts[id] = min(verdicts[id] ?? verdict, verdict)
    guard let part else { return }
    partVerdicts["\(id) \(part)"] = min(partVerdicts["\(id) \(part)"] ?? verdict, verdict)
  }

  private mutating func addFinding(
    _ outcome: Judge.Outcome, _ rule: Int, _ limb: Int, _ subject: Subject
  ) {
    let finding = FindingMaker(evaluator, rule, limb, subject).finding(outcome)
    let same = findings.firstIndex { other in
      other.rule == finding.rule && other.part == finding.part && other.verdict == finding.verdict
        && other.events == finding.events && !finding.events.isEmpty && other.cuts == finding.cuts
        && other.expected == finding.expected && other.actual == finding.actual
    }
    if let same {
      findings[same].claims += finding.claims.filter { !findings[same].claims.contains($0) }
    } else {
      findings.append(finding)
    }
  }

  private mutating func addUndetermined(
    _ outcome: Judge.Outcome, _ rule: Rule, _ limb: Int, _ subject: Subject
  ) {
    let subjects = SubjectNames(evaluator, rule.limbs[limb])
    let reasons = CauseNames(evaluator)
    let missing = reasons.missing(outcome.causes)
    let same = undetermined.firstIndex { other in
      other.rule == rule.id && other.part == subject.part && other.missing == missing
        && other.events == subjects.events && !other.events.isEmpty
    }
    if let same {
      undetermined[same].claims += subjects.claims.filter {
        !undetermined[same].claims.contains($0)
      }
      return
    }
    let verdict: Verdict =
      switch rule.limbs[limb].verdict {
      case .breach: .breach
      case .practice: .practice
      case .advice: .advice
      }
    undetermined.append(
      Undetermined(
        rule: rule.id, part: subject.part, verdict: verdict, law: rule.law,
        claims: subjects.claims, events: subjects.events, reason: reasons.reason(outcome.causes),
        missing: missing, atRisk: nil,
        cuts: CutMaker(evaluator).cuts(of: rule.limbs[limb], outcome)))
  }

  private mutating func addSetAside(
    _ exception: Int, _ rule: Rule, _ limb: Int, _ subject: Subject
  ) {
    let subjects = SubjectNames(evaluator, rule.limbs[limb])
    let entry = SetAside(
      rule: rule.id, part: subject.part,
      exception: evaluator.program.exceptions[exception].name,
      law: evaluator.program.exceptions[exception].law.citation, claims: subjects.claims,
      events: subjects.events)
    if !setAside.contains(entry) { setAside.append(entry) }
  }

  /// The report, the worst finding first.
  func report(choices: [String: String]) -> CaseReport {
    var (findings, undetermined) = (findings, undetermined)
    let account = Account(evaluator)
    let money = account.settle(&findings, &undetermined)
    let order = findings.enumerated().sorted { left, right in
      (left.element.verdict, right.element.excess ?? .zero, left.offset)
        < (right.element.verdict, left.element.excess ?? .zero, right.offset)
    }
    let file = evaluator.file
    return CaseReport(
      id: file.identifier(of: file.root) ?? "", source: source,
      timeline: evaluator.index.timeline.map { SubjectNames.reference(evaluator, $0) },
      parties: SubjectNames.parties(evaluator), findings: order.map(\.element),
      undetermined: undetermined, setAside: setAside, conflicts: file.conflicts,
      verdicts: verdicts, partVerdicts: partVerdicts, met: met,
      choices: choices.map { ChoiceUsed(name: $0.key, reading: $0.value) }.sorted(),
      excess: money.excess, atRisk: money.atRisk, eventsAfter: evaluator.index.eventsAfter)
  }
}
