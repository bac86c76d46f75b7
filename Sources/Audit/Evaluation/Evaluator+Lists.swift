import Casebook
import Rulebook
import Values

extension Evaluator {
  /// What is asked of a list.
  func listValue(_ node: Node) -> Value {
    switch node.code {
    case .quantified(let quantified, let list): return self.quantified(quantified, list)
    case .count(let list): return count(members(list))
    case .pick(let first, let list): return pick(first: first, members(list))
    case .aggregate(let aggregate, let value, let list):
      return self.aggregate(aggregate, value, list, node.type)
    case .members(let list): return listed(members(list))
    default: return .unknown([])
    }
  }

  private func quantified(_ quantified: Code.Quantified, _ list: List) -> Value {
    let members = members(list)
    if !members.unknown.isEmpty { return .unknownFlag(members.unknown) }
    let (sure, all) = (members.sureCount, members.things.count)
    switch quantified {
    case .some:
      if sure > 0 { return .flag(true) }
      if all > 0 { return .unknownFlag(members.causes) }
      return members.isSilent ? .unknownFlag(members.silence) : .flag(false)
    case .no:
      return sure > 0 ? .flag(false) : all > 0 ? .unknownFlag(members.causes) : .flag(true)
    case .atLeast(let wanted):
      if all == 0, members.isSilent { return .unknownFlag(members.silence) }
      return counted(members, .atLeast, evaluate(wanted))
    case .atMost(let wanted):
      return counted(members, .atMost, evaluate(wanted))
    }
  }

  private func counted(_ members: Members, _ order: Comparison, _ wanted: Value) -> Value {
    let count = count(members)
    let result = arithmetic.compare(order, count, wanted, .number)
    recorder?.compared(count, order, wanted, .number, result)
    return result
  }

  private func count(_ members: Members) -> Value {
    if !members.unknown.isEmpty {
      return .open(Open(.numbers(.zero, nil), members.unknown))
    }
    return .number(
      NumberRange(
        low: Ratio(Int64(members.sureCount)), high: Ratio(Int64(members.things.count))),
      members.causes)
  }

  private func listed(_ members: Members) -> Value {
    if !members.unknown.isEmpty { return .unknown(members.unknown) }
    if members.possibleCount == 0 { return .list(members.things.map { Int64($0.thing.index) }) }
    return .open(
      Open(.oneOf(members.things.map { .thing($0.thing.index) }), members.causes))
  }

  /// The first or last member: certain, or one of those it may be.
  func pick(first: Bool, _ members: Members) -> Value {
    if !members.unknown.isEmpty {
      return .open(Open(.anything, mayBeNone: true, members.unknown))
    }
    if members.things.isEmpty {
      guard members.isSilent else { return .none }
      return .open(Open(.anything, mayBeNone: true, members.silence))
    }
    var candidates: [Thing] = []
    var causes: [Cause] = []
    var certain: Thing?
    for (thing, why) in first ? members.things : members.things.reversed() {
      if let chosen = certain {
        let (one, other) = (event(of: thing), event(of: chosen))
        guard one != other, precedence(of: one, to: other) == .undecided else { continue }
        causes = joined(causes, orderDoubt(other, one))
      }
      candidates.append(thing)
      causes = joined(causes, why)
      if why.isEmpty, certain == nil { certain = thing }
    }
    if candidates.count == 1, certain != nil { return .thing(candidates[0].index) }
    return .open(
      Open(.oneOf(candidates.map { .thing($0.index) }), mayBeNone: certain == nil, causes))
  }

  private func aggregate(
    _ aggregate: Aggregate, _ value: Node, _ list: List, _ type: ValueType
  ) -> Value {
    let members = members(list)
    if !members.unknown.isEmpty { return typed(type, members.unknown) }
    if members.isSilent, aggregate == .earliest || aggregate == .latest {
      return typed(.day, members.silence)
    }
    var values: [(value: Value, isSure: Bool)] = []
    var causes = members.causes
    for (thing, why) in members.things {
      recorder?.enterAside(name(of: thing))
      bind(list.slot, .thing(thing.index))
      let value = evaluate(value)
      recorder?.leaveAside()
      causes = joined(causes, value.causes)
      values.append((value, why.isEmpty))
    }
    switch aggregate {
    case .sum: return sum(values, causes)
    case .earliest, .latest: return furthestDay(aggregate, values, causes)
    case .largest, .smallest: return furthestNumber(aggregate, values, causes)
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
    _ aggregate: Aggregate, _ values: [(value: Value, isSure: Bool)], _ causes: [Cause]
  ) -> Value {
    let ranges = values.map { (range: $0.value.days, isSure: $0.isSure) }
    let sure = ranges.filter(\.isSure).map(\.range)
    if aggregate == .earliest {
      let low = ranges.map(\.range.low).min() ?? CivilDay.never
      let high = sure.map(\.high).min() ?? CivilDay.never
      return .day(DayRange(low: min(low, high), high: high), causes)
    }
    let high = ranges.map(\.range.high).max() ?? CivilDay.longAgo
    let low = sure.map(\.low).max() ?? CivilDay.longAgo
    return .day(DayRange(low: low, high: max(low, high)), causes)
  }

  private func furthestNumber(
    _ aggregate: Aggregate, _ values: [(value: Value, isSure: Bool)], _ causes: [Cause]
  ) -> Value {
    if values.isEmpty { return .number(.zero) }
    guard var result = values.first(where: \.isSure)?.value else {
      return .union([.number(.zero)] + values.map(\.value), causes)
    }
    let extreme: Extreme = aggregate == .largest ? .larger : .smaller
    for (value, isSure) in values {
      let furthest = arithmetic.extreme(extreme, result, value)
      result = isSure ? furthest : .union([result, furthest], causes)
    }
    return result
  }
}
