import Casebook
import Values

/// Facts that were read: each once, as far as it is a plain value.
///
/// An explanation reads the same fact again and again, and all but the first time that is seen
/// before anything is written out.
struct FactsRead {
  private struct Reading: Hashable {
    let fact: Fact
    let isAssumed: Bool
    let form: UInt8
    let value: Ratio
  }

  private var readings: Set<Reading> = []

  /// Whether a fact was not read before with this value.
  mutating func isNew(_ fact: Fact, _ value: Value, isAssumed: Bool) -> Bool {
    guard let (form, plain) = Self.plain(value) else { return true }
    let reading = Reading(fact: fact, isAssumed: isAssumed, form: form, value: plain)
    return readings.insert(reading).inserted
  }

  private static func plain(_ value: Value) -> (form: UInt8, value: Ratio)? {
    switch value {
    case .flag(let flag): (0, Ratio(flag ? 1 : 0))
    case .number(let number): (1, number)
    case .day(let day): (2, Ratio(Int64(day)))
    case .time(let second): (3, Ratio(second))
    case .clock(let second): (4, Ratio(Int64(second)))
    case .word(let word): (5, Ratio(word))
    case .none: (6, .zero)
    default: nil
    }
  }
}
