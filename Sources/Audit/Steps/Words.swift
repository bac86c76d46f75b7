import Casebook
import Rulebook
import Values

/// Whether a list of words has some or all of others.
final class HasStep: Step {
  /// Which words it has to have.
  enum Wanted {
    case words([Int64])
    /// Those of a list.
    case list(Step)
  }

  private let list: Step
  private let every: Bool
  private let wanted: Wanted

  init(_ node: Node, _ list: Step, every: Bool, _ wanted: Wanted) {
    (self.list, self.every, self.wanted) = (list, every, wanted)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let wanted: [Int64]
    switch self.wanted {
    case .words(let words): wanted = words
    case .list(let step):
      guard case .list(let words) = step.value(evaluator) else { return .unknown([]) }
      wanted = words
    }
    let value = list.value(evaluator)
    let result: Value =
      switch value {
      case .list(let words):
        .flag(every ? wanted.allSatisfy(words.contains) : wanted.contains(where: words.contains))
      case .none: .flag(every && wanted.isEmpty)
      default: .unknownFlag(value.causes)
      }
    if evaluator.isRecording { record(value, wanted, result, evaluator) }
    return result
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let state = evaluator.brief
    var others: BriefList?
    if case .list(let step) = wanted {
      guard case .list(let list) = step.brief(evaluator) else {
        return evaluator.brief(.unknown([]))
      }
      others = list
    }
    let value = list.brief(evaluator)
    switch (value, wanted) {
    case (.list(let words), .words(let wanted)):
      return .flag(
        every
          ? wanted.allSatisfy { state.has(words, $0) }
          : wanted.contains { state.has(words, $0) })
    case (.list(let words), .list):
      let others = others ?? .empty
      func isThere(_ place: Int32) -> Bool { state.has(words, state[others, place]) }
      let places = 0..<others.count
      return .flag(every ? places.allSatisfy(isThere) : places.contains(where: isThere))
    case (.none, .words(let wanted)): return .flag(every && wanted.isEmpty)
    case (.none, .list): return .flag(every && others?.count == 0)
    default: return evaluator.brief(.unknownFlag(evaluator.causes(of: value)))
    }
  }

  private func record(
    _ value: Value, _ wanted: [Int64], _ result: Value, _ evaluator: Evaluator
  ) {
    let type = list.node.type
    let words: [Int64] = if case .list(let words) = value { words } else { [] }
    evaluator.recorder?.tested(
      expected: evaluator.shown(.list(wanted), type), actual: evaluator.shown(value, type),
      lacking: evaluator.shown(.list(wanted.filter { !words.contains($0) }), type), result)
  }
}

/// Whether a list of words holds a word.
final class HoldsStep: Step {
  private let list: Step
  private let word: Step

  init(_ node: Node, _ list: Step, _ word: Step) {
    (self.list, self.word) = (list, word)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let (words, value) = (list.value(evaluator), word.value(evaluator))
    guard let lists = lists(words) else {
      return words.isOpen ? .unknownFlag(words.causes) : .flag(false)
    }
    let result = Value.union(lists.map { value.isOne(of: $0) }, words.causes)
    if evaluator.isRecording {
      evaluator.recorder?.tested(
        expected: evaluator.shown(.list(lists.first ?? []), list.node.type),
        actual: evaluator.shown(value, word.node.type), result)
    }
    return result
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (words, value) = (list.brief(evaluator), word.brief(evaluator))
    if case .list(let words) = words, case .word(let word) = value {
      return .flag(evaluator.brief.has(words, word))
    }
    let (all, one) = (evaluator.full(words), evaluator.full(value))
    guard let lists = lists(all) else {
      return all.isOpen ? evaluator.brief(.unknownFlag(all.causes)) : .flag(false)
    }
    return evaluator.brief(.union(lists.map { one.isOne(of: $0) }, all.causes))
  }

  /// The lists that a value may be; nil where it is none, or may be any.
  private func lists(_ words: Value) -> [[Int64]]? {
    switch words {
    case .list(let only): return [only]
    case .open(let open):
      guard case .oneOf(let several) = open.span else { return nil }
      return several.compactMap { if case .list(let one) = $0 { one } else { nil } }
    default: return nil
    }
  }
}

/// Whether the rules that are asked say nothing against a thing.
final class MeetsStep: Step {
  private let inner: Step
  private let id: MeetsID

  init(_ node: Node, _ inner: Step, _ id: MeetsID) {
    (self.inner, self.id) = (inner, id)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let thing = inner.value(evaluator)
    guard case .thing(let number) = thing else { return .unknownFlag(thing.causes) }
    if evaluator.canBeBrief { return evaluator.full(evaluator.meets(id, number)) }
    return evaluator.keepMeets(id, number) {
      Judge(evaluator).meets(id, thing: thing)
    }
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let thing = inner.brief(evaluator)
    guard case .thing(let number) = thing else {
      return evaluator.brief(.unknownFlag(evaluator.causes(of: thing)))
    }
    return evaluator.meets(id, number)
  }
}
