import Rulebook
import Values

/// A value that is known, without doubt and without anything that is counted or allocated.
///
/// Nearly all that rules ask of a case is known, and then neither causes nor spans are needed. A
/// step first tries to say what it gives as such a value; only where it cannot is it computed in
/// full, as a `Value`. Both ways give the same: a known value here is that of the full computation.
enum Sure {
  case flag(Bool)
  case number(Ratio)
  case day(Int32)
  case time(Int64)
  case clock(Int)
  case duration(Int, DurationUnit)
  case word(Int64)
  case thing(Int32)
  case list(SureList)
  case none
  /// The full computation gives an open value.
  case unknown
  /// The full computation may give anything.
  case unsure
}

/// A list of words or things, as a stretch of `SureState`.
struct SureList {
  let start: Int32
  let count: Int32
}

extension Sure {
  /// The flag, if it is one.
  var known: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// The number that order and arithmetic see in it.
  var ratio: Ratio? {
    switch self {
    case .number(let number): number
    case .duration(let count, _): Ratio(Int64(count))
    case .clock(let second): Ratio(Int64(second))
    case .time(let second): Ratio(second)
    default: nil
    }
  }

  /// What follows from it where only a known value tells anything.
  var doubt: Sure {
    if case .unknown = self { .unknown } else { .unsure }
  }

  /// What a full value says, where it is known and no list.
  init(_ value: Value) {
    switch value {
    case .flag(let flag): self = .flag(flag)
    case .number(let number): self = .number(number)
    case .day(let day): self = .day(day)
    case .time(let second): self = .time(second)
    case .clock(let second): self = .clock(second)
    case .duration(let count, let unit): self = .duration(count, unit)
    case .word(let word): self = .word(word)
    case .thing(let number): self = .thing(number)
    case .none: self = .none
    case .open: self = .unknown
    case .list: self = .unsure
    }
  }
}

// Kleene's logic.
extension Sure {
  static func and(_ left: Sure, _ right: Sure) -> Sure {
    switch (left.known, right.known) {
    case (false, _), (_, false): .flag(false)
    case (true, true): .flag(true)
    default: left.isUnsure || right.isUnsure ? .unsure : .unknown
    }
  }

  static func or(_ left: Sure, _ right: Sure) -> Sure {
    switch (left.known, right.known) {
    case (true, _), (_, true): .flag(true)
    case (false, false): .flag(false)
    default: left.isUnsure || right.isUnsure ? .unsure : .unknown
    }
  }

  /// Whether nothing follows from it, not even that the full value is open.
  private var isUnsure: Bool {
    switch self {
    case .flag, .unknown: false
    default: true
    }
  }
}

extension SureState {
  /// Two values of one type in an order.
  func compare(_ order: Comparison, _ left: Sure, _ right: Sure, _ type: ValueType) -> Sure {
    switch type {
    case .day:
      guard case .day(let a) = left, case .day(let b) = right else { return .unsure }
      return .flag(Arithmetic.holds(order, a, b))
    case .money, .number, .duration, .clock, .time:
      guard let a = left.ratio, let b = right.ratio else { return .unsure }
      return .flag(Arithmetic.holds(order, a, b))
    default:
      guard let same = isSame(left, right) else { return .unsure }
      return .flag(same)
    }
  }

  /// Whether two known words, things or lists are the same.
  private func isSame(_ left: Sure, _ right: Sure) -> Bool? {
    switch (left, right) {
    case (.unknown, _), (.unsure, _), (_, .unknown), (_, .unsure): nil
    case (.word(let a), .word(let b)): a == b
    case (.thing(let a), .thing(let b)): a == b
    case (.flag(let a), .flag(let b)): a == b
    case (.list(let a), .list(let b)):
      a.count == b.count && (0..<a.count).allSatisfy { self[a, $0] == self[b, $0] }
    case (.none, .none): true
    default: false
    }
  }
}
