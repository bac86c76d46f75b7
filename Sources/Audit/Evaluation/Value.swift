import Casebook
import Rulebook
import Values

/// A value while judging: known, or all that it can still be.
enum Value: Sendable {
  case flag(Bool)
  /// Money is in øre.
  case number(Ratio)
  /// A day number, `CivilDay.never` and `.longAgo` included.
  case day(Int32)
  case time(Int64)
  case clock(Int)
  case duration(Int, DurationUnit)
  /// A word of a closed list, an event type, or a text of the file.
  case word(Int64)
  /// A thing of the case, or a row of a table.
  case thing(Int32)
  /// Words or things.
  case list([Int64])
  /// Looked for, and not there.
  case none
  /// Not known.
  case open(Open)

  /// The causes for which it is not known; empty when it is.
  var causes: [Cause] {
    if case .open(let open) = self { open.causes } else { [] }
  }

  var isOpen: Bool {
    if case .open = self { true } else { false }
  }

  /// A flag that is not known.
  static func unknownFlag(_ causes: [Cause]) -> Value { .open(Open(.flag, causes)) }
  /// A value of which nothing is known.
  static func unknown(_ causes: [Cause]) -> Value { .open(Open(.anything, causes)) }
}

/// All that an unknown value can still be, and the facts that would narrow it.
final class Open: Sendable {
  enum Span: Sendable {
    case flag
    /// Both ends included; nil is unbounded.
    case numbers(Ratio?, Ratio?)
    /// Both ends included.
    case days(Int32, Int32)
    /// One of these: known words, things or days of different kinds.
    case oneOf([Value])
    case anything

    var isFlag: Bool { if case .flag = self { true } else { false } }
  }

  let span: Span
  let mayBeNone: Bool
  let causes: [Cause]

  init(_ span: Span, mayBeNone: Bool = false, _ causes: [Cause]) {
    self.span = span
    self.mayBeNone = mayBeNone
    self.causes = causes
  }
}

/// The lowest and highest a number can be; nil is unbounded.
struct NumberRange {
  let low: Ratio?
  let high: Ratio?
}

/// The earliest and latest a day can be.
struct DayRange {
  let low: Int32
  let high: Int32
}

extension Value {
  var numbers: NumberRange {
    switch self {
    case .number(let value): NumberRange(low: value, high: value)
    case .duration(let count, _): NumberRange(low: Ratio(Int64(count)), high: Ratio(Int64(count)))
    case .clock(let second): NumberRange(low: Ratio(Int64(second)), high: Ratio(Int64(second)))
    case .time(let second): NumberRange(low: Ratio(second), high: Ratio(second))
    case .open(let open):
      if case .numbers(let low, let high) = open.span {
        NumberRange(low: low, high: high)
      } else {
        NumberRange(low: nil, high: nil)
      }
    default: NumberRange(low: nil, high: nil)
    }
  }

  var days: DayRange {
    switch self {
    case .day(let day): DayRange(low: day, high: day)
    case .open(let open):
      if case .days(let low, let high) = open.span {
        DayRange(low: low, high: high)
      } else {
        DayRange(low: CivilDay.longAgo, high: CivilDay.never)
      }
    default: DayRange(low: CivilDay.longAgo, high: CivilDay.never)
    }
  }

  /// A number between two ends, known when they meet.
  static func number(_ range: NumberRange, _ causes: [Cause]) -> Value {
    if let low = range.low, low == range.high { return .number(low) }
    return .open(Open(.numbers(range.low, range.high), causes))
  }

  /// A day between two ends, known when they meet.
  static func day(_ range: DayRange, _ causes: [Cause]) -> Value {
    range.low == range.high ? .day(range.low) : .open(Open(.days(range.low, range.high), causes))
  }
}

extension Value {
  /// One of several: known when they are all the same.
  static func union(_ values: [Value], _ causes: [Cause]) -> Value {
    guard let first = values.first else { return .unknown(causes) }
    let all = joined([causes] + values.map(\.causes))
    let mayBeNone = values.contains(where: \.canBeNone)
    let present = values.filter { if case .none = $0 { false } else { true } }
    guard let kind = present.first else { return first }
    switch kind {
    case .flag: return unionOfFlags(present, all)
    case .number, .duration: return unionOfNumbers(present, all, mayBeNone)
    case .day: return unionOfDays(present, all, mayBeNone)
    case .open(let open):
      switch open.span {
      case .flag: return unionOfFlags(present, all)
      case .numbers: return unionOfNumbers(present, all, mayBeNone)
      case .days: return unionOfDays(present, all, mayBeNone)
      case .oneOf, .anything: return unionOfOthers(present, all, mayBeNone)
      }
    default: return unionOfOthers(present, all, mayBeNone)
    }
  }

  var canBeNone: Bool {
    switch self {
    case .none: true
    case .open(let open): open.mayBeNone
    default: false
    }
  }

  private static func unionOfFlags(_ values: [Value], _ causes: [Cause]) -> Value {
    if case .flag(let first) = values[0],
      values.allSatisfy({ if case .flag(first) = $0 { true } else { false } })
    {
      return .flag(first)
    }
    return .unknownFlag(causes)
  }

  private static func unionOfNumbers(
    _ values: [Value], _ causes: [Cause], _ mayBeNone: Bool
  ) -> Value {
    var range = values[0].numbers
    for value in values.dropFirst() {
      let other = value.numbers
      range = NumberRange(
        low: range.low.flatMap { low in other.low.map { min(low, $0) } },
        high: range.high.flatMap { high in other.high.map { max(high, $0) } })
    }
    if !mayBeNone, case .duration(let count, let unit) = values[0], range.low == range.high {
      return .duration(count, unit)
    }
    if !mayBeNone, let low = range.low, low == range.high { return .number(low) }
    return .open(Open(.numbers(range.low, range.high), mayBeNone: mayBeNone, causes))
  }

  private static func unionOfDays(
    _ values: [Value], _ causes: [Cause], _ mayBeNone: Bool
  ) -> Value {
    let low = values.map(\.days.low).min() ?? CivilDay.longAgo
    let high = values.map(\.days.high).max() ?? CivilDay.never
    if !mayBeNone, low == high { return .day(low) }
    return .open(Open(.days(low, high), mayBeNone: mayBeNone, causes))
  }

  private static func unionOfOthers(
    _ values: [Value], _ causes: [Cause], _ mayBeNone: Bool
  ) -> Value {
    var members: [Value] = []
    for value in values {
      if case .open(let open) = value {
        guard case .oneOf(let inner) = open.span else {
          return .open(Open(.anything, mayBeNone: mayBeNone, causes))
        }
        members += inner
      } else {
        members.append(value)
      }
    }
    var distinct: [Value] = []
    for member in members where !distinct.contains(where: { $0.isSame(as: member) }) {
      distinct.append(member)
    }
    if distinct.count == 1, !mayBeNone { return distinct[0] }
    return .open(Open(.oneOf(distinct), mayBeNone: mayBeNone, causes))
  }

  /// Whether two known words, things or lists are the same.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.word(let left), .word(let right)): left == right
    case (.thing(let left), .thing(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.flag(let left), .flag(let right)): left == right
    case (.none, .none): true
    default: false
    }
  }
}
