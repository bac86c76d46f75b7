import Casebook
import Rulebook
import Values

/// Whether some, none, or so many of a list are there.
final class QuantifiedStep: ListStep {
  /// How many make a list enough.
  enum Quantity {
    case some, no
    case atLeast(Step)
    case atMost(Step)
  }

  private let quantity: Quantity

  init(_ node: Node, _ quantity: Quantity, _ list: ListPlan) {
    self.quantity = quantity
    super.init(node, list)
  }

  override func computed(_ evaluator: Evaluator) -> Value {
    switch quantity {
    case .some, .no: isThere(evaluator.count(list, stopsAtOne: true))
    case .atLeast(let wanted):
      counted(evaluator.count(list), .atLeast, { wanted.value(evaluator) }, evaluator)
    case .atMost(let wanted):
      counted(evaluator.count(list), .atMost, { wanted.value(evaluator) }, evaluator)
    }
  }

  private var isWanted: Bool { if case .some = quantity { true } else { false } }

  /// Whether some are there, or none.
  private func isThere(_ found: Count) -> Value {
    if !found.unknown.isEmpty { return .unknownFlag(found.unknown) }
    if found.sure > 0 { return .flag(isWanted) }
    if found.possible > 0 { return .unknownFlag(found.causes) }
    return isWanted && !found.silence.isEmpty ? .unknownFlag(found.silence) : .flag(!isWanted)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    switch quantity {
    case .some, .no:
      let found = evaluator.briefMembers(list, stopsAtOne: true)
      if found.hasSure { return .flag(isWanted) }
      if found.isKnown { return .flag(!isWanted) }
      return evaluator.brief(isThere(evaluator.count(found, list)))
    case .atLeast(let wanted): return counted(.atLeast, wanted, evaluator)
    case .atMost(let wanted): return counted(.atMost, wanted, evaluator)
    }
  }

  private func counted(_ order: Comparison, _ wanted: Step, _ evaluator: Evaluator) -> Brief {
    let found = evaluator.count(evaluator.briefMembers(list), list)
    return evaluator.brief(
      counted(found, order, { evaluator.full(wanted.brief(evaluator)) }, evaluator))
  }

  private func counted(
    _ found: Count, _ order: Comparison, _ wanted: () -> Value, _ evaluator: Evaluator
  ) -> Value {
    if !found.unknown.isEmpty { return .unknownFlag(found.unknown) }
    if order == .atLeast, found.sure + found.possible == 0, !found.silence.isEmpty {
      return .unknownFlag(found.silence)
    }
    let (count, wanted) = (found.value, wanted())
    let result = evaluator.arithmetic.compare(order, count, wanted, .number)
    evaluator.recorder?.compared(count, order, wanted, .number, result)
    return result
  }
}

/// How many members a list has.
final class CountStep: ListStep {
  override func computed(_ evaluator: Evaluator) -> Value { evaluator.count(list).value }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.brief(evaluator.count(evaluator.briefMembers(list), list).value)
  }
}

/// The first or last member of a list.
final class PickStep: ListStep {
  private let first: Bool

  init(_ node: Node, first: Bool, _ list: ListPlan) {
    self.first = first
    super.init(node, list)
  }

  override func computed(_ evaluator: Evaluator) -> Value {
    evaluator.pick(first: first, evaluator.members(list))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.pick(first: first, evaluator.briefMembers(list), list)
  }
}

/// The members of a list.
final class MembersStep: Step {
  private let list: ListPlan

  init(_ node: Node, _ list: ListPlan) {
    self.list = list
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    value(of: evaluator.members(list))
  }

  private func value(of members: Members) -> Value {
    if !members.unknown.isEmpty { return .unknown(members.unknown) }
    if members.possibleCount == 0 { return .list(members.things.map { Int64($0.thing.index) }) }
    return .open(Open(.oneOf(members.things.map { .thing($0.thing.index) }), members.causes))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let members = evaluator.briefMembers(list)
    guard members.isKnown else {
      return evaluator.brief(value(of: evaluator.full(members, list)))
    }
    return .list(members.list)
  }
}

/// What still stands of the items of a list.
final class LeftStep: Step {
  private let list: ListPlan

  init(_ node: Node, _ list: ListPlan) {
    self.list = list
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.left(evaluator.members(list))
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    evaluator.left(evaluator.briefMembers(list), list)
  }
}

/// The sum, or the furthest, of a value over the members of a list.
final class AggregateStep: ListStep {
  private let aggregate: Aggregate
  private let inner: Step

  init(_ node: Node, _ aggregate: Aggregate, _ inner: Step, _ list: ListPlan) {
    (self.aggregate, self.inner) = (aggregate, inner)
    super.init(node, list)
  }

  override func computed(_ evaluator: Evaluator) -> Value {
    let members = evaluator.members(list)
    if members.isKnown, !evaluator.isRecording, let value = sure(members, evaluator) {
      return value
    }
    if let value = withoutMembers(members, evaluator) { return value }
    return furthest(members, evaluator) { member in
      if evaluator.isRecording { evaluator.recorder?.enterAside(evaluator.name(of: member)) }
      defer { if evaluator.isRecording { evaluator.recorder?.leaveAside() } }
      evaluator.bind(list.slot, .thing(member.index))
      return inner.value(evaluator)
    }
  }

  /// The value where nothing, or not enough, is known of the list.
  private func withoutMembers(_ members: Members, _ evaluator: Evaluator) -> Value? {
    if !members.unknown.isEmpty { return evaluator.typed(node.type, members.unknown) }
    guard members.isSilent, aggregate == .earliest || aggregate == .latest else { return nil }
    return evaluator.typed(.day, members.silence)
  }

  private func furthest(
    _ members: Members, _ evaluator: Evaluator, _ value: (Thing) -> Value
  ) -> Value {
    var values: [(value: Value, isSure: Bool)] = []
    values.reserveCapacity(members.things.count)
    var causes = Distinct(members.causes)
    for member in members.things {
      let value = value(member.thing)
      causes.add(contentsOf: value.causes)
      values.append((value, member.isSure))
    }
    return aggregate.of(values, causes.all, evaluator.arithmetic)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let members = evaluator.briefMembers(list)
    if members.isKnown, let value = briefValue(members.list, evaluator) { return value }
    let all = evaluator.full(members, list)
    if let value = withoutMembers(all, evaluator) { return evaluator.brief(value) }
    return evaluator.brief(
      furthest(all, evaluator) { member in
        evaluator.brief.bind(list.slot, .thing(member.index))
        return evaluator.full(inner.brief(evaluator))
      })
  }

  /// The value where all are known; nil where one is not.
  private func briefValue(_ members: BriefList, _ evaluator: Evaluator) -> Brief? {
    let isOfDays = aggregate == .earliest || aggregate == .latest
    var day = aggregate == .earliest ? CivilDay.never : CivilDay.longAgo
    var number: Ratio?
    for place in members.start..<(members.start + members.count) {
      evaluator.brief.bind(list.slot, .thing(evaluator.brief.thing(place)))
      switch inner.brief(evaluator) {
      case .day(let next) where isOfDays:
        day = aggregate == .earliest ? min(day, next) : max(day, next)
      case .number(let next) where !isOfDays:
        guard let before = number else {
          number = next
          continue
        }
        guard let joint = aggregate.of(before, next) else { return nil }
        number = joint
      default: return nil
      }
    }
    return isOfDays ? .day(day) : .number(number ?? .zero)
  }

  /// The same where all members are sure, and all values are known; nil where one is not.
  private func sure(_ members: Members, _ evaluator: Evaluator) -> Value? {
    switch aggregate {
    case .earliest, .latest: sureDay(members, evaluator)
    case .sum, .largest, .smallest: sureNumber(members, evaluator)
    }
  }

  private func sureDay(_ members: Members, _ evaluator: Evaluator) -> Value? {
    var furthest = aggregate == .earliest ? CivilDay.never : CivilDay.longAgo
    for member in members.things {
      evaluator.bind(list.slot, .thing(member.thing.index))
      guard case .day(let day) = inner.value(evaluator) else { return nil }
      furthest = aggregate == .earliest ? min(furthest, day) : max(furthest, day)
    }
    return .day(furthest)
  }

  private func sureNumber(_ members: Members, _ evaluator: Evaluator) -> Value? {
    var result: Ratio?
    for member in members.things {
      evaluator.bind(list.slot, .thing(member.thing.index))
      guard case .number(let number) = inner.value(evaluator) else { return nil }
      guard let before = result else {
        result = number
        continue
      }
      guard let joint = aggregate.of(before, number) else { return nil }
      result = joint
    }
    return .number(result ?? .zero)
  }
}

extension Aggregate {
  /// Of two numbers; nil where they do not fit.
  fileprivate func of(_ one: Ratio, _ other: Ratio) -> Ratio? {
    switch self {
    case .sum: try? one.adding(other)
    case .largest: max(one, other)
    default: min(one, other)
    }
  }

  /// The sum or the furthest of values; one that is not sure may not be there.
  fileprivate func of(
    _ values: [(value: Value, isSure: Bool)], _ causes: [Cause], _ arithmetic: Arithmetic
  ) -> Value {
    switch self {
    case .sum: sum(values, causes)
    case .earliest, .latest: furthestDay(values, causes)
    case .largest, .smallest: furthestNumber(values, causes, arithmetic)
    }
  }

  private func sum(_ values: [(value: Value, isSure: Bool)], _ causes: [Cause]) -> Value {
    var (low, high): (Ratio?, Ratio?) = (.zero, .zero)
    for (value, isSure) in values {
      let range = isSure ? value.numbers : Self.withZero(value.numbers)
      low = low.flatMap { low in range.low.flatMap { try? low.adding($0) } }
      high = high.flatMap { high in range.high.flatMap { try? high.adding($0) } }
    }
    return .number(NumberRange(low: low, high: high), causes)
  }

  /// What a member adds that may not be one.
  private static func withZero(_ range: NumberRange) -> NumberRange {
    NumberRange(low: range.low.map { min($0, .zero) }, high: range.high.map { max($0, .zero) })
  }

  private func furthestDay(
    _ values: [(value: Value, isSure: Bool)], _ causes: [Cause]
  ) -> Value {
    let ranges = values.map { (range: $0.value.days, isSure: $0.isSure) }
    let sure = ranges.filter(\.isSure).map(\.range)
    if self == .earliest {
      let low = ranges.map(\.range.low).min() ?? CivilDay.never
      let high = sure.map(\.high).min() ?? CivilDay.never
      return .day(DayRange(low: min(low, high), high: high), causes)
    }
    let high = ranges.map(\.range.high).max() ?? CivilDay.longAgo
    let low = sure.map(\.low).max() ?? CivilDay.longAgo
    return .day(DayRange(low: low, high: max(low, high)), causes)
  }

  private func furthestNumber(
    _ values: [(value: Value, isSure: Bool)], _ causes: [Cause], _ arithmetic: Arithmetic
  ) -> Value {
    if values.isEmpty { return .number(.zero) }
    guard var result = values.first(where: \.isSure)?.value else {
      return .union([.number(.zero)] + values.map(\.value), causes)
    }
    let extreme: Extreme = self == .largest ? .larger : .smaller
    for (value, isSure) in values {
      let furthest = arithmetic.extreme(extreme, result, value)
      result = isSure ? furthest : .union([result, furthest], causes)
    }
    return result
  }
}
