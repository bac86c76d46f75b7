import Rulebook
import Values

/// A value in a few bits: nothing of it is counted or allocated.
///
/// Judging computes values by the million, and nearly all are known. Steps give them in this form;
/// what is not known stands in `BriefState`, with its span and causes, and is worked on as a full
/// `Value`. Only explanations, and cases that contradict themselves, say that they are incomplete,
/// or are long, are computed in full throughout: both ways give the same.
enum Brief {
  case flag(Bool)
  case number(Ratio)
  case day(Int32)
  case time(Int64)
  case clock(Int)
  case duration(Int, DurationUnit)
  case word(Int64)
  case thing(Int32)
  case list(BriefList)
  case none
  /// Not known; by its place in `BriefState`.
  case open(Int32)
}

/// A list of words or things, as a stretch of `BriefState`.
struct BriefList {
  let start: Int32
  let count: Int32

  static let empty = BriefList(start: 0, count: 0)
}

extension Brief {
  /// The flag, if it is one.
  var known: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  var isOpen: Bool {
    if case .open = self { true } else { false }
  }
}

// From one form to the other.
extension Evaluator {
  /// A value in full.
  func full(_ value: Brief) -> Value {
    switch value {
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .day(let day): .day(day)
    case .time(let second): .time(second)
    case .clock(let second): .clock(second)
    case .duration(let count, let unit): .duration(count, unit)
    case .word(let word): .word(word)
    case .thing(let number): .thing(number)
    case .list(let list): .list(brief.elements(list))
    case .none: .none
    case .open(let place): .open(brief.open(place))
    }
  }

  /// A full value in a few bits.
  func brief(_ value: Value) -> Brief {
    switch value {
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .day(let day): .day(day)
    case .time(let second): .time(second)
    case .clock(let second): .clock(second)
    case .duration(let count, let unit): .duration(count, unit)
    case .word(let word): .word(word)
    case .thing(let number): .thing(number)
    case .list(let elements): .list(brief.list(elements))
    case .none: .none
    case .open(let open): .open(brief.place(of: open))
    }
  }

  /// Why a value is not known.
  func causes(of value: Brief) -> [Cause] {
    if case .open(let place) = value { brief.open(place).causes } else { [] }
  }
}

// Logic and order.
extension Evaluator {
  func and(_ left: Brief, _ right: Brief) -> Brief {
    switch (left.known, right.known) {
    case (false, _), (_, false): .flag(false)
    case (true, true): .flag(true)
    case (nil, true) where isOpenFlag(left): left
    case (true, nil) where isOpenFlag(right): right
    default: brief(Kleene.and(full(left), full(right)))
    }
  }

  func or(_ left: Brief, _ right: Brief) -> Brief {
    switch (left.known, right.known) {
    case (true, _), (_, true): .flag(true)
    case (false, false): .flag(false)
    case (nil, false) where isOpenFlag(left): left
    case (false, nil) where isOpenFlag(right): right
    default: brief(Kleene.or(full(left), full(right)))
    }
  }

  /// Whether a value is a flag that is not known.
  private func isOpenFlag(_ value: Brief) -> Bool {
    if case .open(let place) = value { brief.isFlag(place) } else { false }
  }

  /// Two values of one type in an order.
  func compare(_ order: Comparison, _ left: Brief, _ right: Brief, _ type: ValueType) -> Brief {
    switch (left, right) {
    case (.day(let a), .day(let b)) where type == .day: .flag(Arithmetic.holds(order, a, b))
    case (.number(let a), .number(let b)): .flag(Arithmetic.holds(order, a, b))
    case (.word(let a), .word(let b)): .flag(a == b)
    case (.thing(let a), .thing(let b)): .flag(a == b)
    default: brief(arithmetic.compare(order, full(left), full(right), type))
    }
  }

  /// A sum, difference, product or quotient of a type.
  func apply(_ operation: Operator, _ left: Brief, _ right: Brief, _ type: ValueType) -> Brief {
    if case .number(let a) = left, case .number(let b) = right,
      let result = try? arithmetic.known(operation, a, b)
    {
      return .number(result)
    }
    return brief(arithmetic.apply(operation, full(left), full(right), type))
  }
}
