import Casebook
import Values

/// Facts that were read, as reports show them: each once, in the order in which they came.
///
/// An explanation reads the same fact again and again, and all but the first time that is seen
/// before anything is written out.
struct FactsRead {
  /// A fact with what it says, where that is a plain value.
  private struct Reading: Hashable {
    let fact: Fact
    let form: UInt8
    let value: Int64
  }

  private var readings: Set<Reading> = []
  private(set) var shown = Distinct<FactShown>()

  /// Takes in what a fact says.
  mutating func add(_ fact: Fact, _ value: Value, _ describe: () -> FactShown) {
    if let (form, plain) = Self.plain(value) {
      guard readings.insert(Reading(fact: fact, form: form, value: plain)).inserted else { return }
    }
    shown.add(describe())
  }

  private static func plain(_ value: Value) -> (form: UInt8, value: Int64)? {
    switch value {
    case .flag(let flag): (0, flag ? 1 : 0)
    case .day(let day): (1, Int64(day))
    case .time(let second): (2, second)
    case .clock(let second): (3, Int64(second))
    case .word(let word): (4, word)
    case .none: (5, 0)
    default: nil
    }
  }
}

/// Values without repeats, in the order in which they came.
struct Distinct<Element: Hashable> {
  private(set) var all: [Element] = []
  private var known: Set<Element> = []

  /// How many are looked through; more are told apart by their hashes.
  private static var few: Int { 16 }

  /// Takes in a value, unless it is there.
  mutating func add(_ element: Element) {
    if all.count < Self.few {
      if !all.contains(element) { all.append(element) }
      return
    }
    if known.isEmpty { known = Set(all) }
    if known.insert(element).inserted { all.append(element) }
  }
}
