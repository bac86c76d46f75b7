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

  private var keys = [Key](repeating: Key(0, of: 0, on: 0, today: 0), count: 1024)
  private var stamps = [UInt32](repeating: 0, count: 1024)
  private var values = [Value](repeating: .none, count: 1024)
  private var stamp: UInt32 = 1
  private var count = 0

  /// Forgets everything.
  mutating func clear() {
    count = 0
    stamp &+= 1
    guard stamp == 0 else { return }
    stamps = [UInt32](repeating: 0, count: stamps.count)
    stamp = 1
  }

  /// What was kept under a key.
  subscript(key: Key) -> Value? {
    let mask = keys.count - 1
    var place = key.hash & mask
    while stamps[place] == stamp {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Keeps a value under a key that has none.
  mutating func keep(_ value: Value, _ key: Key) {
    if (count + 1) * 2 > keys.count { grow() }
    let mask = keys.count - 1
    var place = key.hash & mask
    while stamps[place] == stamp {
      if keys[place] == key { break }
      place = (place + 1) & mask
    }
    if stamps[place] != stamp { count += 1 }
    keys[place] = key
    stamps[place] = stamp
    values[place] = value
  }

  private mutating func grow() {
    let old = (keys, stamps, values)
    let size = keys.count * 2
    keys = [Key](repeating: Key(0, of: 0, on: 0, today: 0), count: size)
    stamps = [UInt32](repeating: 0, count: size)
    values = [Value](repeating: .none, count: size)
    let known = stamp
    stamp = 1
    count = 0
    for place in old.0.indices where old.1[place] == known { keep(old.2[place], old.0[place]) }
  }
}
