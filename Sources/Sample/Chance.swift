/// Chance that repeats: the same seed gives the same numbers on every machine (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// A sequence of its own for each seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to `count - 1`.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number of the range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Yes, so many times in a thousand.
  mutating func happens(_ permille: Int) -> Bool { below(1000) < permille }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// One of a list, some more often than others.
  mutating func pick<Element>(weighted list: [(Element, weight: Int)]) -> Element {
    var left = below(list.reduce(0) { $0 + $1.weight })
    for (element, weight) in list.dropLast() {
      if left < weight { return element }
      left -= weight
    }
    return list[list.count - 1].0
  }
}
