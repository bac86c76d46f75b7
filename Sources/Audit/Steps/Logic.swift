import Rulebook
import Values

/// `not`.
final class NotStep: Step {
  private let inner: Step

  init(_ node: Node, _ inner: Step) {
    self.inner = inner
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value { Kleene.not(inner.value(evaluator)) }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let value = inner.sure(evaluator)
    return value.known.map { .flag(!$0) } ?? value
  }
}

/// `and`: what comes after a part that surely fails is not asked.
final class AllStep: Step {
  private let part: Step
  private let rest: AllStep?

  /// A chain of so many parts; nil of none.
  init?(_ node: Node, _ parts: ArraySlice<Step>) {
    guard let part = parts.first else { return nil }
    self.part = part
    rest = AllStep(node, parts.dropFirst())
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = part.value(evaluator)
    if case .flag(let holds) = value {
      guard holds, let rest else { return value }
      return rest.compute(evaluator)
    }
    return Kleene.and(value, rest?.compute(evaluator) ?? .flag(true))
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let value = part.sure(evaluator)
    if case .flag(let holds) = value {
      guard holds, let rest else { return value }
      return rest.sure(evaluator)
    }
    return evaluator.and(value, rest?.sure(evaluator) ?? .flag(true))
  }
}

/// `or`: what comes after a part that surely holds is not asked.
final class AnyStep: Step {
  private let part: Step
  private let rest: AnyStep?

  /// A chain of so many parts; nil of none.
  init?(_ node: Node, _ parts: ArraySlice<Step>) {
    guard let part = parts.first else { return nil }
    self.part = part
    rest = AnyStep(node, parts.dropFirst())
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = part.value(evaluator)
    if case .flag(let holds) = value {
      guard !holds, let rest else { return value }
      return rest.compute(evaluator)
    }
    return Kleene.or(value, rest?.compute(evaluator) ?? .flag(false))
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let value = part.sure(evaluator)
    if case .flag(let holds) = value {
      guard !holds, let rest else { return value }
      return rest.sure(evaluator)
    }
    return evaluator.or(value, rest?.sure(evaluator) ?? .flag(false))
  }
}

/// Two values in an order.
final class CompareStep: Step {
  private let order: Comparison
  private let left: Step
  private let right: Step
  private let type: ValueType
  private let isOfDays: Bool

  init(_ node: Node, _ order: Comparison, _ left: Step, _ right: Step) {
    (self.order, self.left, self.right) = (order, left, right)
    type = left.node.type
    isOfDays = type == .day
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let (a, b) = (left.value(evaluator), right.value(evaluator))
    if isOfDays, !evaluator.isRecording, case .day(let one) = a, case .day(let other) = b {
      return .flag(Arithmetic.holds(order, one, other))
    }
    let result = evaluator.arithmetic.compare(order, a, b, type)
    evaluator.recorder?.compared(a, order, b, type, result)
    return result
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let (a, b) = (left.sure(evaluator), right.sure(evaluator))
    return evaluator.compare(order, a, b, type)
  }
}

/// A value from one end to another.
final class BetweenStep: Step {
  private let inner: Step
  private let low: Step
  private let high: Step

  init(_ node: Node, _ inner: Step, _ low: Step, _ high: Step) {
    (self.inner, self.low, self.high) = (inner, low, high)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = inner.value(evaluator)
    return Kleene.and(
      evaluator.arithmetic.compare(.atLeast, value, low.value(evaluator), low.node.type),
      evaluator.arithmetic.compare(.atMost, value, high.value(evaluator), low.node.type))
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let (value, type) = (inner.sure(evaluator), low.node.type)
    return evaluator.and(
      evaluator.compare(.atLeast, value, low.sure(evaluator), type),
      evaluator.compare(.atMost, value, high.sure(evaluator), type))
  }
}

/// Whether something was looked for and is not there.
final class IsNoneStep: Step {
  private let inner: Step

  init(_ node: Node, _ inner: Step) {
    self.inner = inner
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    switch inner.value(evaluator) {
    case .none: .flag(true)
    case .list(let members): .flag(members.isEmpty)
    case .open(let open) where open.mayBeNone: .unknownFlag(open.causes)
    default: .flag(false)
    }
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    switch inner.sure(evaluator) {
    case .none: .flag(true)
    case .list(let members): .flag(members.count == 0)
    case .open(let place):
      evaluator.sure.open(place).mayBeNone
        ? evaluator.sure(.unknownFlag(evaluator.sure.open(place).causes)) : .flag(false)
    default: .flag(false)
    }
  }
}

/// Whether a thing is of one of some kinds.
final class IsKindStep: Step {
  private let inner: Step
  private let kinds: KindSet

  init(_ node: Node, _ inner: Step, _ kinds: KindSet) {
    (self.inner, self.kinds) = (inner, kinds)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = inner.value(evaluator)
    guard case .thing(let number) = value else { return .unknownFlag(value.causes) }
    return .flag(kinds.contains(evaluator.kind(ofThing: number)))
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let value = inner.sure(evaluator)
    guard case .thing(let number) = value else {
      return evaluator.sure(.unknownFlag(evaluator.causes(of: value)))
    }
    return .flag(kinds.contains(evaluator.kind(ofThing: number)))
  }
}

/// Whether a word is one of some.
final class IsOneOfStep: Step {
  private let inner: Step
  private let words: [Int64]

  init(_ node: Node, _ inner: Step, _ words: [Int64]) {
    (self.inner, self.words) = (inner, words)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = inner.value(evaluator)
    let result = value.isOne(of: words)
    if evaluator.isRecording {
      let type = inner.node.type
      let wanted = words.map { evaluator.shown(.word($0), type) }
      evaluator.recorder?.tested(
        expected: wanted.count == 1 ? wanted[0] : .list(wanted),
        actual: evaluator.shown(value, type), result)
    }
    return result
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    switch inner.sure(evaluator) {
    case .word(let word): .flag(words.contains(word))
    case let value: evaluator.sure(evaluator.full(value).isOne(of: words))
    }
  }
}

extension Value {
  /// Whether it is one of some words.
  func isOne(of words: [Int64]) -> Value {
    switch self {
    case .word(let word): return .flag(words.contains(word))
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else { return .unknownFlag(open.causes) }
      let hits = candidates.count { candidate in
        if case .word(let word) = candidate { words.contains(word) } else { false }
      }
      if hits == candidates.count, !open.mayBeNone { return .flag(true) }
      return hits == 0 ? .flag(false) : .unknownFlag(open.causes)
    default: return .flag(false)
    }
  }
}

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

  override func sure(_ evaluator: Evaluator) -> Sure {
    let state = evaluator.sure
    var others: SureList?
    if case .list(let step) = wanted {
      guard case .list(let list) = step.sure(evaluator) else {
        return evaluator.sure(.unknown([]))
      }
      others = list
    }
    let value = list.sure(evaluator)
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
    default: return evaluator.sure(.unknownFlag(evaluator.causes(of: value)))
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

  override func sure(_ evaluator: Evaluator) -> Sure {
    let (words, value) = (list.sure(evaluator), word.sure(evaluator))
    if case .list(let words) = words, case .word(let word) = value {
      return .flag(evaluator.sure.has(words, word))
    }
    let (all, one) = (evaluator.full(words), evaluator.full(value))
    guard let lists = lists(all) else {
      return all.isOpen ? evaluator.sure(.unknownFlag(all.causes)) : .flag(false)
    }
    return evaluator.sure(.union(lists.map { one.isOne(of: $0) }, all.causes))
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
    if evaluator.canBeSure { return evaluator.full(evaluator.meets(id, number)) }
    return evaluator.keepMeets(id, number) {
      Judge(evaluator).meets(id, thing: thing)
    }
  }

  override func sure(_ evaluator: Evaluator) -> Sure {
    let thing = inner.sure(evaluator)
    guard case .thing(let number) = thing else {
      return evaluator.sure(.unknownFlag(evaluator.causes(of: thing)))
    }
    return evaluator.meets(id, number)
  }
}
