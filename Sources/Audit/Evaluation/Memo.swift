/// Values that were computed for one case, by what was asked.
///
/// An open-addressing table that is emptied by counting up a stamp: a case costs no allocation once
/// the table is as large as cases need.
struct Memo {
  /// What was asked.
  struct Key: Equatable {
    let what: UInt64
    let when: UInt64

    /// A definition, or set of rules, of a thing on a day, on a day of account.
    init(_ asked: Int, ofRules: Bool = false, of thing: Int32, on day: Int32, today: Int32) {
      what =
        UInt64(asked) << 33 | (ofRules ? 1 << 32 : 0) | UInt64(UInt32(bitPattern: thing))
      when = UInt64(UInt32(bitPattern: day)) << 32 | UInt64(UInt32(bitPattern: today))
    }

    fileprivate var hash: Int {
      let mixed = (what ^ when &* 0x9e37_79b9_7f4a_7c15) &* 0xff51_afd7_ed55_8ccd
      return Int(truncatingIfNeeded: mixed ^ mixed >> 32)
    }
  }

  private struct Entry {
    var key: Key
    var stamp: UInt32
    var value: Value
  }

  private static let none = Entry(
    key: Key(0, of: 0, on: 0, today: 0), stamp: 0, value: .none)

  private var entries = [Entry](repeating: none, count: 1024)
  private var stamp: UInt32 = 1
  private var count = 0

  /// Forgets everything.
  mutating func clear() {
    count = 0
    stamp &+= 1
    guard stamp == 0 else { return }
    entries = [Entry](repeating: Self.none, count: entries.count)
    stamp = 1
  }

  /// What was kept under a key.
  subscript(key: Key) -> Value? {
    let mask = entries.count - 1
    var place = key.hash & mask
    while entries[place].stamp == stamp {
      if entries[place].key == key { return entries[place].value }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Keeps a value under a key that has none.
  mutating func keep(_ value: Value, _ key: Key) {
    if (count + 1) * 2 > entries.count { grow() }
    let mask = entries.count - 1
    var place = key.hash & mask
    while entries[place].stamp == stamp, entries[place].key != key { place = (place + 1) & mask }
    if entries[place].stamp != stamp { count += 1 }
    entries[place] = Entry(key: key, stamp: stamp, value: value)
  }

  private mutating func grow() {
    let (old, known) = (entries, stamp)
    entries = [Entry](repeating: Self.none, count: old.count * 2)
    (stamp, count) = (1, 0)
    for entry in old where entry.stamp == known { keep(entry.value, entry.key) }
  }
}
