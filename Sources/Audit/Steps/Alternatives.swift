import Rulebook
import Values

/// A value, or another where it was looked for and is not there.
final class OtherwiseStep: Step {
  private let inner: Step
  private let fallback: Step

  init(_ node: Node, _ inner: Step, _ fallback: Step) {
    (self.inner, self.fallback) = (inner, fallback)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = inner.value(evaluator)
    switch value {
    case .none: return fallback.value(evaluator)
    case .open(let open) where open.mayBeNone:
      return .union([.open(Open(open.span, open.causes)), fallback.value(evaluator)], open.causes)
    default: return value
    }
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = inner.brief(evaluator)
    switch value {
    case .none: return fallback.brief(evaluator)
    case .open(let place) where evaluator.brief.open(place).mayBeNone:
      let (open, other) = (evaluator.brief.open(place), fallback.brief(evaluator))
      return evaluator.brief(
        .union([.open(Open(open.span, open.causes)), evaluator.full(other)], open.causes))
    default: return value
    }
  }
}

/// A value, or another where it is not known.
final class IfUnknownStep: Step {
  private let inner: Step
  private let fallback: Step

  init(_ node: Node, _ inner: Step, _ fallback: Step) {
    (self.inner, self.fallback) = (inner, fallback)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = inner.value(evaluator)
    guard value.isOpen else { return value }
    let assumed = fallback.value(evaluator)
    evaluator.recorder?.assumed(of: value.causes, assumed, node.type)
    return assumed
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = inner.brief(evaluator)
    return value.isOpen ? fallback.brief(evaluator) : value
  }
}

/// A value, or anything between two ends where it is not known.
final class IfUnknownBetweenStep: Step {
  private let inner: Step
  private let low: Step
  private let high: Step

  init(_ node: Node, _ inner: Step, _ low: Step, _ high: Step) {
    (self.inner, self.low, self.high) = (inner, low, high)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let value = inner.value(evaluator)
    guard case .open(let open) = value else { return value }
    return between(low.value(evaluator), high.value(evaluator), open)
  }

  private func between(_ low: Value, _ high: Value, _ open: Open) -> Value {
    let causes = joined(open.causes, joined(low.causes, high.causes))
    if self.low.node.type == .day {
      return .day(DayRange(low: low.days.low, high: high.days.high), causes)
    }
    return .number(NumberRange(low: low.numbers.low, high: high.numbers.high), causes)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let value = inner.brief(evaluator)
    guard case .open(let place) = value else { return value }
    let (low, high) = (low.brief(evaluator), high.brief(evaluator))
    return evaluator.brief(
      between(evaluator.full(low), evaluator.full(high), evaluator.brief.open(place)))
  }
}

/// The value of the first condition that holds: a condition, its value, and what comes after it.
final class WhenStep: Step {
  private let condition: Step
  private let chosen: Step
  private let otherwise: Step
  /// What comes after it, where that is a further condition.
  private let next: WhenStep?

  init(_ node: Node, _ condition: Step, _ chosen: Step, otherwise: Step) {
    (self.condition, self.chosen, self.otherwise) = (condition, chosen, otherwise)
    next = otherwise as? WhenStep
    super.init(node)
  }

  /// A chain of conditions; `otherwise` itself where there is none.
  static func chain(
    _ node: Node, _ cases: ArraySlice<(condition: Step, value: Step)>, otherwise: Step
  ) -> Step {
    guard let first = cases.first else { return otherwise }
    return WhenStep(
      node, first.condition, first.value,
      otherwise: chain(node, cases.dropFirst(), otherwise: otherwise))
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let holds = condition.value(evaluator)
    if case .flag(let isChosen) = holds {
      if isChosen { return chosen.value(evaluator) }
      // What comes after it is part of the same expression, and no line of an explanation.
      return next?.compute(evaluator) ?? otherwise.value(evaluator)
    }
    var possible = [chosen.value(evaluator)]
    var causes = holds.causes
    next?.gather(&possible, &causes, evaluator)
    if next == nil { possible.append(otherwise.value(evaluator)) }
    return .union(possible, causes)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let holds = condition.brief(evaluator)
    if case .flag(let isChosen) = holds {
      if isChosen { return chosen.brief(evaluator) }
      return next?.brief(evaluator) ?? otherwise.brief(evaluator)
    }
    var possible = [evaluator.full(chosen.brief(evaluator))]
    var causes = evaluator.causes(of: holds)
    next?.gatherBrief(&possible, &causes, evaluator)
    if next == nil { possible.append(evaluator.full(otherwise.brief(evaluator))) }
    return evaluator.brief(.union(possible, causes))
  }

  /// The further values that it may be, after a condition that is not known.
  private func gatherBrief(
    _ possible: inout [Value], _ causes: inout [Cause], _ evaluator: Evaluator
  ) {
    let holds = condition.brief(evaluator)
    switch holds.known {
    case true?: return possible.append(evaluator.full(chosen.brief(evaluator)))
    case false?: break
    case nil:
      possible.append(evaluator.full(chosen.brief(evaluator)))
      causes = joined(causes, evaluator.causes(of: holds))
    }
    if let next { return next.gatherBrief(&possible, &causes, evaluator) }
    possible.append(evaluator.full(otherwise.brief(evaluator)))
  }

  /// The further values that it may be, after a condition that is not known.
  private func gather(_ possible: inout [Value], _ causes: inout [Cause], _ evaluator: Evaluator) {
    let holds = condition.value(evaluator)
    switch Kleene.known(holds) {
    case true?: return possible.append(chosen.value(evaluator))
    case false?: break
    case nil:
      possible.append(chosen.value(evaluator))
      causes = joined(causes, holds.causes)
    }
    if let next { return next.gather(&possible, &causes, evaluator) }
    possible.append(otherwise.value(evaluator))
  }
}

/// The value that a day decides.
final class DatedStep: Step {
  private let day: Step
  private let cases: [(from: Int32, value: Step)]
  private let before: Step

  init(_ node: Node, _ day: Step, _ cases: [(from: Int32, value: Step)], _ before: Step) {
    (self.day, self.cases, self.before) = (day, cases, before)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let day = day.value(evaluator)
    return among(day.days, day.causes) { $0.value(evaluator) }
  }

  /// What it may be on some days.
  private func among(
    _ range: DayRange, _ causes: [Cause], _ value: (Step) -> Value
  ) -> Value {
    var possible: [Value] = []
    var end = CivilDay.never
    for (from, step) in cases {
      if range.high >= from, range.low <= end { possible.append(value(step)) }
      end = from - 1
    }
    if range.low <= end { possible.append(value(before)) }
    return possible.count == 1 ? possible[0] : .union(possible, causes)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let day = day.brief(evaluator)
    if case .day(let known) = day {
      for (from, value) in cases where known >= from { return value.brief(evaluator) }
      return before.brief(evaluator)
    }
    let full = evaluator.full(day)
    return evaluator.brief(among(full.days, full.causes) { evaluator.full($0.brief(evaluator)) })
  }
}
