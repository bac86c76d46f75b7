import Rulebook

/// A compiled expression, ready to be computed: one class for each instruction.
///
/// `Node` says what an expression is; a step has looked up all that does not depend on the case.
/// Steps belong to one evaluator. Computing one retains nothing, which is why these are classes
/// with constant parts and no enum that is taken apart millions of times.
class Step {
  /// The expression, for its type and for traces.
  final let node: Node

  init(_ node: Node) { self.node = node }

  /// The value, recorded when an explanation is wanted.
  final func value(_ evaluator: Evaluator) -> Value {
    guard evaluator.isRecording, let recorder = evaluator.recorder, recorder.begin(node) else {
      return compute(evaluator)
    }
    let value = compute(evaluator)
    recorder.end(node, value)
    return value
  }

  /// Computes the value. Every instruction says how.
  func compute(_ evaluator: Evaluator) -> Value { .unknown([]) }

  /// The value in a few bits, which costs a fraction. It is only asked for while
  /// `Evaluator.canBeBrief`, in frames of `BriefState`. Every instruction says how.
  func brief(_ evaluator: Evaluator) -> Brief { evaluator.brief(.unknown([])) }
}

/// A value that is always the same.
final class ConstantStep: Step {
  private let constant: Value

  init(_ node: Node, _ constant: Value) {
    self.constant = constant
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value { constant }
  override func brief(_ evaluator: Evaluator) -> Brief { evaluator.brief(constant) }
}

/// What is bound to a slot.
final class VariableStep: Step {
  private let slot: Int

  init(_ node: Node, _ slot: Int) {
    self.slot = slot
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value { evaluator.bound(slot) }
  override func brief(_ evaluator: Evaluator) -> Brief { evaluator.brief.bound(slot) }
}

/// Binds a slot for what follows.
final class BindingStep: Step {
  private let slot: Int
  private let bound: Step
  private let body: Step

  init(_ node: Node, _ slot: Int, _ bound: Step, _ body: Step) {
    (self.slot, self.bound, self.body) = (slot, bound, body)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.bind(slot, bound.value(evaluator))
    return body.value(evaluator)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.brief.bind(slot, bound.brief(evaluator))
    return body.brief(evaluator)
  }
}

/// Something that follows from the state of the evaluator and at most one value: rarely asked, so
/// that one class does for all.
final class PlainStep: Step {
  private let body: (Evaluator) -> Value
  private let briefBody: (Evaluator) -> Brief

  init(
    _ node: Node, _ body: @escaping (Evaluator) -> Value,
    brief: @escaping (Evaluator) -> Brief
  ) {
    (self.body, briefBody) = (body, brief)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value { body(evaluator) }
  override func brief(_ evaluator: Evaluator) -> Brief { briefBody(evaluator) }
}
