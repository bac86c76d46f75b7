public import Casebook
public import Rulebook

extension StepDraft {
  /// A step as its pattern describes it, charging a token of each kind it usually charges.
  public init(_ pattern: StepPattern, in vocabulary: Vocabulary) {
    let token = "\(PlannedStep.token / 100)"
    self.init(
      type: pattern.type, facts: Self.facts(of: pattern, in: vocabulary),
      charges: pattern.charges.map { ($0, token) })
  }

  /// Completes the step by the first pattern that fits it, in a case that names who takes it.
  ///
  /// - Returns: the pattern, or nil when none fits; the step is then what it says it is.
  public mutating func complete(by patterns: [StepPattern], in file: CaseFile) -> StepPattern? {
    let vocabulary = file.vocabulary
    let fitting = patterns.filter { pattern in
      pattern.type == type && pattern.canBeTaken(in: file)
        && Self.facts(of: pattern, in: vocabulary).allSatisfy { fact in
          facts.first { $0.key == fact.key }.map { $0.value == fact.value } ?? true
        }
    }
    let kinds = Set(charges.map(\.kind))
    let pattern =
      fitting.first { kinds.isSubset(of: $0.charges) && (kinds.isEmpty == $0.charges.isEmpty) }
      ?? fitting.first { kinds.isSubset(of: $0.charges) } ?? fitting.first
    guard let pattern else { return nil }
    for fact in Self.facts(of: pattern, in: vocabulary)
    where !facts.contains(where: { $0.key == fact.key }) {
      facts.append(fact)
    }
    return pattern
  }

  private static func facts(
    of pattern: StepPattern, in vocabulary: Vocabulary
  ) -> [JSONTree.Member] {
    pattern.facts.compactMap { name, value in
      vocabulary.word(named: name).map {
        .init(vocabulary.words[Int($0.rawValue)].key, .string(value))
      }
    }
  }
}

extension StepPattern {
  /// Whether the case names the party that takes the step, or tells of something it did.
  public func canBeTaken(in file: CaseFile) -> Bool {
    guard let by = facts.first(where: { $0.name == "by" })?.value,
      let party = file.vocabulary.word(key: by)
    else { return true }
    return !file.things(file.root, party).isEmpty
      || file.events.contains { word("by", of: $0, in: file) == by }
  }

  /// The word of a closed list that an event has in a field.
  private func word(_ name: String, of event: Thing, in file: CaseFile) -> String? {
    guard let word = file.vocabulary.word(named: name),
      case .choice(let list)? = file.vocabulary.field(word, of: file.kind(of: event))?.type,
      file[event, word].state == .value
    else { return nil }
    return file.vocabulary[list].values[Int(file[event, word].first)]
  }

  /// Whether a step says nothing else than the pattern.
  fileprivate func agrees(with event: Thing, in file: CaseFile) -> Bool {
    facts.allSatisfy { name, value in word(name, of: event, in: file).map { $0 == value } ?? true }
  }
}

extension [StepPattern] {
  /// The kinds of charges that a planned step of a case usually makes.
  public func chargeKinds(ofPlannedStepIn file: CaseFile) -> [String] {
    guard let event = file.planned else { return [] }
    let kind = file.vocabulary[file.kind(of: event)].name
    let fitting = filter { $0.type == kind && $0.agrees(with: event, in: file) }
    return fitting.flatMap(\.charges).reduce(into: []) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
  }
}
