import Casebook
import Values

/// What a step must contain, and what must be known or settled before it.
struct StepNeeds {
  private let judge: StepJudge
  private let day: CivilDay
  private let report: CaseReport
  private let difference: Difference

  init(_ judge: StepJudge, on day: CivilDay) {
    self.judge = judge
    self.day = day
    report = judge.report(PlannedStep.Trial(day: day))
    difference = Difference(from: judge.report(without: day))
  }

  /// All needs: contents first, then facts, what a person must judge, and where the law is open.
  var all: [GateNeed] {
    let lacks = lacks
    let contents = lacks.map(GateNeed.init(saying:)).filter { !judge.step.isUnread || $0.isWords }
    let covered = Set(lacks.map { [$0.rule, $0.part] })
    let questions = difference.questions(in: report).compactMap(GateNeed.init(answering:))
      .filter { !covered.contains($0.place) }
    let kinds: [GateNeed.Kind] = [.content, .fact, .judgement, .law]
    return contents + kinds.flatMap { kind in questions.filter { $0.kind == kind } }
  }

  /// What follows from what the letter does not say. Where nobody has said what it says, the rules
  /// are asked of a letter that says nothing: among what they find of it is what it must say.
  private var lacks: [Finding] {
    guard judge.step.isUnread else {
      let path = "\(Self.planned)/states"
      return difference.findings(in: report)
        .filter { finding in judge.step.isRead && finding.facts.contains { $0.path == path } }
    }
    let empty = PlannedStep.Trial(day: day, contents: .empty)
    return Difference(from: report).findings(in: judge.report(empty))
      .filter { $0.verdict <= .practice }
  }

  /// Where the planned step stands in a case file.
  static let planned = "/planned"
}

extension GateNeed {
  /// Whether it is words that a letter lacks.
  fileprivate var isWords: Bool { if case .words = what { true } else { false } }

  /// Rule and part.
  fileprivate var place: [String?] { [rule, part] }

  /// What a letter lacks, by a finding on it.
  fileprivate init(saying finding: Finding) {
    var what = What.sentence(finding.message)
    if case .list(let words)? = finding.expected {
      let said: [Shown] = if case .list(let said)? = finding.actual { said } else { [] }
      let lacking = words.filter { !said.contains($0) }
      if !lacking.isEmpty { what = .words(lacking) }
    } else if let expected = finding.expected, case .word = expected {
      what = .words([expected])
    }
    self.init(
      rule: finding.rule, part: finding.part, law: finding.law, kind: .content, what: what,
      claims: finding.claims)
  }

  /// What must be settled, by a finding that no day ends.
  init(clearing finding: Finding) {
    self.init(
      rule: finding.rule, part: finding.part, law: finding.law, kind: .clearance,
      what: .sentence(finding.message), claims: finding.claims)
  }

  /// What an open question asks for; nil where it waits for a law that is not in force.
  fileprivate init?(answering question: Undetermined) {
    let kind: Kind
    switch question.reason {
    case .unread: kind = question.missing.allSatisfy(\.isOfStep) ? .content : .judgement
    case .missing, .conflict: kind = .fact
    case .human: kind = .judgement
    case .law:
      if question.missing.allSatisfy({ $0.hasPrefix("commencement:") }) { return nil }
      kind = .law
    }
    self.init(
      rule: question.rule, part: question.part, law: question.law, kind: kind,
      what: .question(question), claims: question.claims)
  }
}
