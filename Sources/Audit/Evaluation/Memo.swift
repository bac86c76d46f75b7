/// What was asked of a case: the key of what was answered.
struct MemoKey: Equatable {
  private let what: UInt64
  private let when: UInt64

  /// A definition, or set of rules, of a thing on a day, on a day of account.
  init(_ asked: Int, ofRules: Bool = false, of thing: Int32, on day: Int32, today: Int32) {
    what =
      UInt64(asked) << 33 | (ofRules ? 1 << 32 : 0) | UInt64(UInt32(bitPattern: thing))
    when = UInt64(UInt32(bitPattern: day)) << 32 | UInt64(UInt32(bitPattern: today))
  }

  /// Where a table of two to some power of entries looks for it.
  var hash: Int {
    let mixed = (what ^ when &* 0x9e37_79b9_7f4a_7c15) &* 0xff51_afd7_ed55_8ccd
    return Int(truncatingIfNeeded: mixed ^ mixed >> 32)
  }
}

/// Values that were computed for one case, by what was asked.
///
/// An open-addressing table that is emptied by counting up a stamp: a case costs no allocation once
/// the table is as large as cases need. What one case, or the cases of one debtor, would have it
/// keep beyond a bound is computed again. It has no room until something is kept.
struct Memo<Kept> {
  private struct Entry {
    var key: MemoKey
    var stamp: UInt32
    var value: Kept
  }

  /// The largest number of places.
  private static var most: Int { 1 << 18 }

  private let free: Entry
  private let first: Int
  private var entries: [Entry]
  private var stamp: UInt32 = 1
  private var count = 0

  /// An empty table that begins with room for half of so many values, a power of two; a value fills
  /// the places that are free.
  init(_ filler: Kept, room: Int = 1024) {
    free = Entry(key: MemoKey(0, of: 0, on: 0, today: 0), stamp: 0, value: filler)
    first = room
    entries = []
  }

  /// Forgets everything.
  mutating func clear() {
    count = 0
    stamp &+= 1
    guard stamp == 0 else { return }
    entries = [Entry](repeating: free, count: entries.count)
    stamp = 1
  }

  /// What was kept under a key.
  subscript(key: MemoKey) -> Kept? {
    guard count > 0 else { return nil }
    let mask = entries.count - 1
    var place = key.hash & mask
    while entries[place].stamp == stamp {
      if entries[place].key == key { return entries[place].value }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Keeps a value under a key that has none.
  mutating func keep(_ value: Kept, _ key: MemoKey) {
    if (count + 1) * 2 > entries.count {
      if entries.count < Self.most { grow() } else { clear() }
    }
    let mask = entries.count - 1
    var place = key.hash & mask
    while entries[place].stamp == stamp, entries[place].key != key { place = (place + 1) & mask }
    if entries[place].stamp != stamp { count += 1 }
    entries[place] = Entry(key: key, stamp: stamp, value: value)
  }

  private mutating func grow() {
    let (old, known) = (entries, stamp)
    entries = [Entry](repeating: free, count: max(first, old.count * 2))
    (stamp, count) = (1, 0)
    for entry in old where entry.stamp == known { keep(entry.value, entry.key) }
  }
}
