public import Casebook
public import Rulebook
public import Values

/// The steps that may come next in a case, each with its first day and its limits.
public struct StepPlan: Sendable {
  /// A step, as the gate answers for it.
  public struct Step: Sendable {
    /// Its name among the steps of the rules: `purring-with-fee`.
    public let name: String
    /// Its type.
    public let type: String
    /// What reports call its type.
    public let label: Label
    /// What the rules take it to be beside its type: who takes it, of which kind it is.
    public let facts: [(name: String, word: Shown)]
    /// The gate's answer, and what the step would break on the day asked about.
    public let report: CaseReport
    /// The gate's answer.
    public let answer: GateAnswer
  }

  /// The case number.
  public let id: String
  /// Where it was read.
  public let source: String
  /// The day from which steps are looked for.
  public let on: CivilDay
  /// The steps: by their first day, then in the order of the rules; last those that no day is
  /// lawful for.
  public let steps: [Step]
}

extension Gate {
  /// Tries every step of the rules that somebody in the case can take, each with a token of what it
  /// usually charges.
  public func plan(
    of file: CaseFile, source: String, on day: CivilDay, by patterns: [StepPattern]
  ) -> StepPlan {
    let steps = patterns.filter { $0.canBeTaken(in: file) }
      .compactMap { step($0, in: file, source, day) }
    let ordered = steps.enumerated().sorted { left, right in
      let (a, b) = (left.element.answer.earliest, right.element.answer.earliest)
      return (a ?? .last, left.offset) < (b ?? .last, right.offset)
    }
    return StepPlan(
      id: file.identifier(of: file.root) ?? "", source: source, on: day,
      steps: ordered.map(\.element))
  }

  private func step(
    _ pattern: StepPattern, in file: CaseFile, _ source: String, _ day: CivilDay
  ) -> StepPlan.Step? {
    var draft = StepDraft(pattern, in: file.vocabulary)
    draft.facts.append(.init("date", .string(day.description)))
    guard let drafted = try? draft.placed(in: file),
      let planned = PlannedStep(of: drafted, source: source)
    else { return nil }
    let report = report(on: planned, for: day)
    guard let answer = report.gate else { return nil }
    return StepPlan.Step(
      name: pattern.name, type: pattern.type, label: planned.kind.label,
      facts: pattern.facts.map { ($0.name, planned.word($0.name) ?? .text($0.value)) },
      report: report, answer: answer)
  }
}

extension PlannedStep {
  /// What the step says of itself in a word of a closed list.
  fileprivate func word(_ name: String) -> Shown? {
    guard let field = kind.fields.first(where: { $0.name == name }),
      case .choice(let id) = field.type,
      file[event, field.word].state == .value
    else { return nil }
    let (list, place) = (file.vocabulary[id], Int(file[event, field.word].first))
    return .word(list.values[place], list.labels[place])
  }
}
