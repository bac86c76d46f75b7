import Casebook
import Rulebook

/// A range in the order of events whose ends have been computed once for all members of a list.
struct SureRange {
  private let form: ListPlan.Range.Form
  private let start: Sure
  private let end: Sure
  private let startIsDay: Bool
  private let endIsDay: Bool

  init(_ range: ListPlan.Range, _ evaluator: Evaluator) {
    form = range.form
    start = range.start.sure(evaluator)
    end = range.form.hasTwoEnds ? range.end.sure(evaluator) : start
    startIsDay = range.start.node.type == .day
    endIsDay = range.end.node.type == .day
  }

  /// The first and last day of a range of days.
  var days: DayRange? {
    guard form.hasTwoEnds, case .day(let low) = start, case .day(let high) = end else {
      return nil
    }
    return DayRange(low: low, high: high)
  }

  /// Whether a thing lies within it.
  func has(_ thing: Thing, _ evaluator: Evaluator) -> Sure {
    switch form {
    case .before: place(thing, end, endIsDay, .before, .less, evaluator)
    case .after: place(thing, start, startIsDay, .after, .greater, evaluator)
    case .on: sameDay(thing, evaluator)
    case .through: place(thing, end, endIsDay, .through, .atMost, evaluator)
    case .fromThrough:
      evaluator.and(
        place(thing, start, startIsDay, .from, .atLeast, evaluator),
        place(thing, end, endIsDay, .through, .atMost, evaluator))
    case .afterThrough:
      evaluator.and(
        place(thing, start, startIsDay, .after, .greater, evaluator),
        place(thing, end, endIsDay, .through, .atMost, evaluator))
    }
  }

  private func place(
    _ thing: Thing, _ edge: Sure, _ isDay: Bool, _ side: RangeSide, _ order: Comparison,
    _ evaluator: Evaluator
  ) -> Sure {
    if isDay { return evaluator.compare(order, evaluator.sureDay(of: thing), edge, .day) }
    if case .thing(let number) = edge {
      let precedence = evaluator.precedence(of: thing, toEdge: Thing(index: number))
      if precedence != .undecided { return .flag(side.has(precedence)) }
    }
    return evaluator.sure(evaluator.place(thing, edge: evaluator.full(edge), side))
  }

  private func sameDay(_ thing: Thing, _ evaluator: Evaluator) -> Sure {
    var other = start
    if !startIsDay {
      other =
        if case .thing(let number) = start {
          evaluator.sureDay(of: Thing(index: number))
        } else {
          evaluator.sure(.unknown(evaluator.causes(of: start)))
        }
    }
    return evaluator.compare(.equal, evaluator.sureDay(of: thing), other, .day)
  }
}
