import Casebook
import Rulebook

/// A range in the order of events whose ends have been computed once for all members of a list.
struct BriefRange {
  private let form: ListPlan.Range.Form
  private let start: Brief
  private let end: Brief
  private let startIsDay: Bool
  private let endIsDay: Bool

  init(_ range: ListPlan.Range, _ evaluator: Evaluator) {
    form = range.form
    start = range.start.brief(evaluator)
    end = range.form.hasTwoEnds ? range.end.brief(evaluator) : start
    (startIsDay, endIsDay) = (range.startIsDay, range.endIsDay)
  }

  /// The first and last day of a range of days.
  var days: DayRange? {
    guard form.hasTwoEnds, case .day(let low) = start, case .day(let high) = end else {
      return nil
    }
    return DayRange(low: low, high: high)
  }

  /// Whether a thing lies within it.
  func has(_ thing: Thing, _ evaluator: Evaluator) -> Brief {
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
    _ thing: Thing, _ edge: Brief, _ isDay: Bool, _ side: RangeSide, _ order: Comparison,
    _ evaluator: Evaluator
  ) -> Brief {
    if isDay { return evaluator.compare(order, evaluator.briefDay(of: thing), edge, .day) }
    if case .thing(let number) = edge {
      let precedence = evaluator.precedence(of: thing, toEdge: Thing(index: number))
      if precedence != .undecided { return .flag(side.has(precedence)) }
    }
    return evaluator.brief(evaluator.place(thing, edge: evaluator.full(edge), side))
  }

  private func sameDay(_ thing: Thing, _ evaluator: Evaluator) -> Brief {
    var other = start
    if !startIsDay {
      other =
        if case .thing(let number) = start {
          evaluator.briefDay(of: Thing(index: number))
        } else {
          evaluator.brief(.unknown(evaluator.causes(of: start)))
        }
    }
    return evaluator.compare(.equal, evaluator.briefDay(of: thing), other, .day)
  }
}
