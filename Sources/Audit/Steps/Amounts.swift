import Rulebook
import Values

/// A sum, difference, product or quotient.
final class ArithmeticStep: Step {
  private let operation: Operator
  private let left: Step
  private let right: Step

  init(_ node: Node, _ operation: Operator, _ left: Step, _ right: Step) {
    (self.operation, self.left, self.right) = (operation, left, right)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let (a, b) = (left.value(evaluator), right.value(evaluator))
    if evaluator.isRecording {
      evaluator.recorder?.worked(a, left.node.type, operation.rawValue, b, right.node.type)
    }
    return evaluator.arithmetic.apply(operation, a, b, node.type)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (a, b) = (left.brief(evaluator), right.brief(evaluator))
    return evaluator.apply(operation, a, b, node.type)
  }
}

/// The further of two values.
final class ExtremeStep: Step {
  private let extreme: Extreme
  private let left: Step
  private let right: Step

  init(_ node: Node, _ extreme: Extreme, _ left: Step, _ right: Step) {
    (self.extreme, self.left, self.right) = (extreme, left, right)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.arithmetic.extreme(extreme, left.value(evaluator), right.value(evaluator))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (a, b) = (left.brief(evaluator), right.brief(evaluator))
    switch (extreme, a, b) {
    case (.later, .day(let one), .day(let other)): return .day(max(one, other))
    case (.earlier, .day(let one), .day(let other)): return .day(min(one, other))
    case (.larger, .number(let one), .number(let other)): return .number(max(one, other))
    case (.smaller, .number(let one), .number(let other)): return .number(min(one, other))
    default:
      let (one, other) = (evaluator.full(a), evaluator.full(b))
      return evaluator.brief(evaluator.arithmetic.extreme(extreme, one, other))
    }
  }
}

/// A number rounded to a unit.
final class RoundedStep: Step {
  private let inner: Step
  private let rounding: Ratio.Rounding
  private let unit: Step

  init(_ node: Node, _ inner: Step, _ rounding: Ratio.Rounding, _ unit: Step) {
    (self.inner, self.rounding, self.unit) = (inner, rounding, unit)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    rounded(inner.value(evaluator), unit.value(evaluator))
  }

  private func rounded(_ value: Value, _ unit: Value) -> Value {
    guard case .number(let step) = unit else { return .unknown(unit.causes) }
    let range = value.numbers
    do {
      if case .number(let number) = value { return .number(try number.rounded(rounding, to: step)) }
      return .number(
        NumberRange(
          low: try range.low.map { try $0.rounded(rounding, to: step) },
          high: try range.high.map { try $0.rounded(rounding, to: step) }), value.causes)
    } catch { return .unknown([.overflow]) }
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (value, unit) = (inner.brief(evaluator), unit.brief(evaluator))
    if case .number(let number) = value, case .number(let step) = unit,
      let rounded = try? number.rounded(rounding, to: step)
    {
      return .number(rounded)
    }
    return evaluator.brief(rounded(evaluator.full(value), evaluator.full(unit)))
  }
}
