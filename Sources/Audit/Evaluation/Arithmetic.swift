import Rulebook
import Values

/// Arithmetic and order over values that may be ranges. Exact; what does not fit is unknown.
struct Arithmetic {
  /// The public holidays, for banking days.
  let holidays: RuleTable?

  func apply(_ operation: Operator, _ left: Value, _ right: Value, _ type: ValueType) -> Value {
    let causes = joined(left.causes, right.causes)
    switch type {
    case .day: return shifted(left, by: right, sign: operation == .plus ? 1 : -1, causes)
    case .duration: return difference(left, right, causes)
    default:
      if case .number(let a) = left, case .number(let b) = right {
        guard let result = try? known(operation, a, b) else { return .unknown([.overflow]) }
        return .number(result)
      }
      return ranged(operation, left.numbers, right.numbers, causes)
    }
  }

  func known(_ operation: Operator, _ a: Ratio, _ b: Ratio) throws(Overflow) -> Ratio {
    switch operation {
    case .plus: try a.adding(b)
    case .minus: try a.subtracting(b)
    case .times: try a.multiplied(by: b)
    case .over: try a.divided(by: b)
    }
  }

  /// Ends of the result: of sums by ends, of products and quotients of what is not negative.
  private func ranged(
    _ operation: Operator, _ a: NumberRange, _ b: NumberRange, _ causes: [Cause]
  ) -> Value {
    func end(_ x: Ratio?, _ y: Ratio?) -> Ratio? {
      guard let x, let y else { return nil }
      return try? known(operation, x, y)
    }
    switch operation {
    case .plus:
      return .number(NumberRange(low: end(a.low, b.low), high: end(a.high, b.high)), causes)
    case .minus:
      return .number(NumberRange(low: end(a.low, b.high), high: end(a.high, b.low)), causes)
    case .times, .over:
      guard let lowA = a.low, let lowB = b.low, lowA >= .zero, lowB >= .zero else {
        return .unknown(causes)
      }
      if operation == .times {
        return .number(NumberRange(low: end(lowA, lowB), high: end(a.high, b.high)), causes)
      }
      guard lowB > .zero else { return .unknown(causes) }
      return .number(
        NumberRange(low: b.high == nil ? .zero : end(lowA, b.high), high: end(a.high, lowB)), causes
      )
    }
  }

  private func shifted(_ day: Value, by amount: Value, sign: Int, _ causes: [Cause]) -> Value {
    guard case .duration(let count, let unit) = amount else { return .unknown(causes) }
    if case .day(let number) = day { return shift(number, sign * count, unit) }
    let range = day.days
    guard case .day(let low) = shift(range.low, sign * count, unit),
      case .day(let high) = shift(range.high, sign * count, unit)
    else { return .unknown(causes) }
    return .day(DayRange(low: low, high: high), causes)
  }

  private func shift(_ number: Int32, _ count: Int, _ unit: DurationUnit) -> Value {
    if number == CivilDay.never || number == CivilDay.longAgo { return .day(number) }
    let day = CivilDay(number: number)
    do {
      switch unit {
      case .days: return .day(try day.adding(days: count).number)
      case .months: return .day(try day.adding(months: count).number)
      case .years: return .day(try day.adding(months: 12 * count).number)
      case .bankingDays: return .day(try banking(day, count).number)
      }
    } catch { return .unknown([.overflow]) }
  }

  /// Steps over Saturdays, Sundays and public holidays.
  private func banking(_ day: CivilDay, _ count: Int) throws(Overflow) -> CivilDay {
    var day = day
    var left = abs(count)
    while left > 0 {
      day = try day.adding(days: count < 0 ? -1 : 1)
      let isWeekend = day.weekday == .saturday || day.weekday == .sunday
      if !isWeekend, holidays?.has(day) != true { left -= 1 }
    }
    return day
  }

  private func difference(_ left: Value, _ right: Value, _ causes: [Cause]) -> Value {
    guard case .day(let later) = left, case .day(let earlier) = right else {
      return .unknown(causes)
    }
    return .duration(Int(later) - Int(earlier), .days)
  }
}

extension Arithmetic {
  /// Compares two values of one type.
  func compare(_ order: Comparison, _ left: Value, _ right: Value, _ type: ValueType) -> Value {
    if type == .day {
      if case .day(let a) = left, case .day(let b) = right { return .flag(Self.holds(order, a, b)) }
      let (a, b) = (left.days, right.days)
      return ranged(order, a.low, a.high, b.low, b.high, joined(left.causes, right.causes))
    }
    switch type {
    case .money, .number, .duration, .clock, .time:
      if case .number(let a) = left, case .number(let b) = right {
        return .flag(Self.holds(order, a, b))
      }
      return compareRanges(order, left, right)
    default: return equal(left, right)
    }
  }

  /// Whether two known values stand in an order.
  static func holds<T: Comparable>(_ order: Comparison, _ a: T, _ b: T) -> Bool {
    switch order {
    case .less: a < b
    case .atMost: a <= b
    case .equal: a == b
    case .atLeast: a >= b
    case .greater: a > b
    }
  }

  private func ranged<T: Comparable>(
    _ order: Comparison, _ lowA: T, _ highA: T, _ lowB: T, _ highB: T, _ causes: [Cause]
  ) -> Value {
    switch order {
    case .less: decide(highA < lowB, lowA >= highB, causes)
    case .atMost: decide(highA <= lowB, lowA > highB, causes)
    case .atLeast: decide(lowA >= highB, highA < lowB, causes)
    case .greater: decide(lowA > highB, highA <= lowB, causes)
    case .equal:
      decide(lowA == highA && lowB == highB && lowA == lowB, highA < lowB || lowA > highB, causes)
    }
  }

  private func decide(_ yes: Bool, _ no: Bool, _ causes: [Cause]) -> Value {
    yes ? .flag(true) : no ? .flag(false) : .unknownFlag(causes)
  }

  private func compareRanges(_ order: Comparison, _ left: Value, _ right: Value) -> Value {
    let (a, b) = (left.numbers, right.numbers)
    let causes = joined(left.causes, right.causes)
    func below(_ x: Ratio?, _ y: Ratio?, orEqual: Bool) -> Bool {
      guard let x, let y else { return false }
      return orEqual ? x <= y : x < y
    }
    switch order {
    case .less:
      return decide(
        below(a.high, b.low, orEqual: false), below(b.high, a.low, orEqual: true), causes)
    case .atMost:
      return decide(
        below(a.high, b.low, orEqual: true), below(b.high, a.low, orEqual: false), causes)
    case .atLeast:
      return decide(
        below(b.high, a.low, orEqual: true), below(a.high, b.low, orEqual: false), causes)
    case .greater:
      return decide(
        below(b.high, a.low, orEqual: false), below(a.high, b.low, orEqual: true), causes)
    case .equal:
      let same = a.low != nil && a.low == a.high && a.low == b.low && b.low == b.high
      let apart = below(a.high, b.low, orEqual: false) || below(b.high, a.low, orEqual: false)
      return decide(same, apart, causes)
    }
  }

  private func equal(_ left: Value, _ right: Value) -> Value {
    if left.isOpen || right.isOpen {
      let causes = joined(left.causes, right.causes)
      guard let a = candidates(left), let b = candidates(right) else { return .unknownFlag(causes) }
      let overlap = a.contains { one in b.contains { one.isSame(as: $0) } }
      return overlap ? .unknownFlag(causes) : .flag(false)
    }
    return .flag(left.isSame(as: right))
  }

  private func candidates(_ value: Value) -> [Value]? {
    guard case .open(let open) = value else { return [value] }
    if case .oneOf(let values) = open.span { return values }
    return nil
  }

  /// The further of two values.
  func extreme(_ extreme: Extreme, _ left: Value, _ right: Value) -> Value {
    let causes = joined(left.causes, right.causes)
    switch extreme {
    case .later, .earlier:
      let (a, b) = (left.days, right.days)
      let pick: (Int32, Int32) -> Int32 = extreme == .later ? { max($0, $1) } : { min($0, $1) }
      return .day(DayRange(low: pick(a.low, b.low), high: pick(a.high, b.high)), causes)
    case .larger, .smaller:
      let (a, b) = (left.numbers, right.numbers)
      return .number(
        extreme == .larger
          ? NumberRange(
            low: largest(a.low, b.low), high: both(a.high, b.high).map { max($0.0, $0.1) })
          : NumberRange(
            low: both(a.low, b.low).map { min($0.0, $0.1) }, high: smallest(a.high, b.high)),
        causes)
    }
  }

  private func both(_ a: Ratio?, _ b: Ratio?) -> (Ratio, Ratio)? {
    guard let a, let b else { return nil }
    return (a, b)
  }
  private func largest(_ a: Ratio?, _ b: Ratio?) -> Ratio? {
    both(a, b).map { max($0.0, $0.1) } ?? a ?? b
  }
  private func smallest(_ a: Ratio?, _ b: Ratio?) -> Ratio? {
    both(a, b).map { min($0.0, $0.1) } ?? a ?? b
  }
}

/// Kleene's logic over flags.
enum Kleene {
  static func not(_ value: Value) -> Value {
    if case .flag(let flag) = value { .flag(!flag) } else { value }
  }

  /// The flag, or nil when it is not known.
  static func known(_ value: Value) -> Bool? {
    if case .flag(let flag) = value { flag } else { nil }
  }

  static func and(_ left: Value, _ right: Value) -> Value {
    switch (known(left), known(right)) {
    case (false, _), (_, false): .flag(false)
    case (true, true): .flag(true)
    default: .unknownFlag(joined(left.causes, right.causes))
    }
  }

  static func or(_ left: Value, _ right: Value) -> Value {
    switch (known(left), known(right)) {
    case (true, _), (_, true): .flag(true)
    case (false, false): .flag(false)
    default: .unknownFlag(joined(left.causes, right.causes))
    }
  }
}
