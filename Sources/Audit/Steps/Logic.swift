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

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = inner.brief(evaluator)
    return value.known.map { .flag(!$0) } ?? value
  }
}

/// `and`: what comes after a part that surely fails is not asked.
final class AllStep: Step {
  private let part: Step
  private let rest: Step

  private init(_ node: Node, _ part: Step, _ rest: Step) {
    (self.part, self.rest) = (part, rest)
    super.init(node)
  }

  /// A chain of so many parts, made from its end.
  static func chain(_ node: Node, _ parts: [Node], _ linker: Linker) -> Step {
    guard let last = parts.last else { return ConstantStep(node, .flag(true)) }
    var chain: Step = LastStep(node, linker.step(last))
    for part in parts.dropLast().reversed() { chain = AllStep(node, linker.step(part), chain) }
    return chain
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = part.value(evaluator)
    if case .flag(let holds) = value {
      return holds ? rest.compute(evaluator) : value
    }
    return Kleene.and(value, rest.compute(evaluator))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = part.brief(evaluator)
    if case .flag(let holds) = value {
      return holds ? rest.brief(evaluator) : value
    }
    return evaluator.and(value, rest.brief(evaluator))
  }
}

/// The last part of `and` or `or`: a flag, known or not.
private final class LastStep: Step {
  private let part: Step

  init(_ node: Node, _ part: Step) {
    self.part = part
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = part.value(evaluator)
    if case .flag = value { return value }
    return .unknownFlag(value.causes)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = part.brief(evaluator)
    if case .flag = value { return value }
    return evaluator.and(value, .flag(true))
  }
}

/// `or`: what comes after a part that surely holds is not asked.
final class AnyStep: Step {
  private let part: Step
  private let rest: Step

  private init(_ node: Node, _ part: Step, _ rest: Step) {
    (self.part, self.rest) = (part, rest)
    super.init(node)
  }

  /// A chain of so many parts, made from its end.
  static func chain(_ node: Node, _ parts: [Node], _ linker: Linker) -> Step {
    guard let last = parts.last else { return ConstantStep(node, .flag(false)) }
    var chain: Step = LastStep(node, linker.step(last))
    for part in parts.dropLast().reversed() { chain = AnyStep(node, linker.step(part), chain) }
    return chain
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = part.value(evaluator)
    if case .flag(let holds) = value {
      return !holds ? rest.compute(evaluator) : value
    }
    return Kleene.or(value, rest.compute(evaluator))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = part.brief(evaluator)
    if case .flag(let holds) = value {
      return !holds ? rest.brief(evaluator) : value
    }
    return evaluator.or(value, rest.brief(evaluator))
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

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (a, b) = (left.brief(evaluator), right.brief(evaluator))
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

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (value, type) = (inner.brief(evaluator), low.node.type)
    return evaluator.and(
      evaluator.compare(.atLeast, value, low.brief(evaluator), type),
      evaluator.compare(.atMost, value, high.brief(evaluator), type))
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

  override func brief(_ evaluator: Evaluator) -> Brief {
    switch inner.brief(evaluator) {
    case .none: .flag(true)
    case .list(let members): .flag(members.count == 0)
    case .open(let place):
      evaluator.brief.open(place).mayBeNone
        ? evaluator.brief(.unknownFlag(evaluator.brief.open(place).causes)) : .flag(false)
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

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = inner.brief(evaluator)
    guard case .thing(let number) = value else {
      return evaluator.brief(.unknownFlag(evaluator.causes(of: value)))
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

  override func brief(_ evaluator: Evaluator) -> Brief {
    switch inner.brief(evaluator) {
    case .word(let word): .flag(words.contains(word))
    case let value: evaluator.brief(evaluator.full(value).isOne(of: words))
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
