import Casebook
import Rulebook
import Values

/// The ends of a range, computed once for all members of a list.
struct Edges {
  let start: Value
  let end: Value
}

/// On which side of an edge of a range a thing has to lie.
enum RangeSide {
  case before, after, through, from

  func has(_ precedence: Precedence) -> Bool {
    switch self {
    case .before: precedence == .before
    case .after: precedence == .after
    case .through: precedence != .after
    case .from: precedence != .before
    }
  }
}

// Ranges in the order of events.
extension Evaluator {
  /// Whether a thing lies within a range of the order of events, whose ends are kept once they are
  /// known. An explanation shows them with each member.
  func within(_ thing: Thing, _ range: ListPlan.Range, _ edges: inout Edges?) -> Value {
    if !isRecording, edges == nil {
      let start = range.start.value(self)
      edges = Edges(
        start: start, end: range.form.hasTwoEnds ? range.end.value(self) : start)
    }
    let (start, end) = (edges?.start, edges?.end)
    switch range.form {
    case .before: return place(thing, range.end, end, .before, .less)
    case .after: return place(thing, range.start, start, .after, .greater)
    case .on: return sameDay(thing, range.start, start)
    case .through: return place(thing, range.end, end, .through, .atMost)
    case .fromThrough:
      return Kleene.and(
        place(thing, range.start, start, .from, .atLeast),
        place(thing, range.end, end, .through, .atMost))
    case .afterThrough:
      return Kleene.and(
        place(thing, range.start, start, .after, .greater),
        place(thing, range.end, end, .through, .atMost))
    }
  }

  private func place(
    _ thing: Thing, _ edge: Step, _ known: Value?, _ side: RangeSide, _ order: Comparison
  ) -> Value {
    guard edge.node.type != .day else {
      let day = day(of: event(of: thing))
      return arithmetic.compare(order, day, known ?? edge.value(self), .day)
    }
    return place(thing, edge: known ?? edge.value(self), side)
  }

  /// Whether a thing lies on a side of another.
  func place(_ thing: Thing, edge value: Value, _ side: RangeSide) -> Value {
    guard case .thing(let number) = value else { return .unknownFlag(value.causes) }
    let end = Thing(index: number)
    let precedence = precedence(of: thing, toEdge: end)
    guard precedence == .undecided else { return .flag(side.has(precedence)) }
    let (event, other) = (event(of: thing), event(of: end))
    let (days, otherDays) = (day(of: event).days, day(of: other).days)
    // On one day either may have come first.
    if days.high < otherDays.low { return .flag(side.has(.before)) }
    if days.low > otherDays.high { return .flag(side.has(.after)) }
    return .unknownFlag(orderDoubt(event, other))
  }

  /// How a thing stands in time to one at the edge of a range.
  func precedence(of thing: Thing, toEdge end: Thing) -> Precedence {
    let (event, other) = (event(of: thing), event(of: end))
    guard event == other, thing != end else { return precedence(of: event, to: other) }
    // A charge and its own event are at one time; two charges of one event as the file has them.
    if end == other || thing == event { return .same }
    return thing < end ? .before : .after
  }

  private func sameDay(_ thing: Thing, _ edge: Step, _ known: Value?) -> Value {
    let value = known ?? edge.value(self)
    let other: Value =
      if edge.node.type == .day {
        value
      } else if case .thing(let number) = value {
        day(of: event(of: Thing(index: number)))
      } else {
        .unknown(value.causes)
      }
    return arithmetic.compare(.equal, day(of: event(of: thing)), other, .day)
  }
}

extension ListPlan.Range.Form {
  /// Whether the range has a start and an end.
  var hasTwoEnds: Bool { self == .fromThrough || self == .afterThrough }
}
