/// Which keys have been seen, and what was noted of each: of any number, in bounded memory.
///
/// The newest are held; the others lie sorted in files, of which four of a size are merged to one,
/// so that there are few. A filter knows most keys that are in none of them.
public struct SeenKeys {
  /// How many runs of a size are merged to one.
  private static let fan = 4

  private let limit: Int
  private let folder: String
  private var recent: [UInt64: UInt64] = [:]
  private var runs: [KeyRun] = []
  private var filter: KeyFilter?

  /// Nothing has been seen.
  /// - Parameters:
  ///   - limit: how many keys are held in memory.
  ///   - folder: where the others are put aside.
  public init(limit: Int = 1 << 16, folder: String) {
    self.limit = limit
    self.folder = folder
  }

  /// Notes something of a key, unless it has been seen: then nothing changes.
  /// - Parameters:
  ///   - key: the key, whose bits are spread as those of a hash are.
  ///   - note: what to keep.
  /// - Returns: what was noted when it was seen first; nil where it had not been.
  /// - Throws: `ScratchFault` when something cannot be put aside, or read again.
  public mutating func note(_ key: UInt64, _ note: UInt64) throws(ScratchFault) -> UInt64? {
    if let seen = try noted(of: key) { return seen }
    recent[key] = note
    if recent.count >= limit { try putAside() }
    return nil
  }

  /// What was noted of a key; nil where it has not been seen.
  public func noted(of key: UInt64) throws(ScratchFault) -> UInt64? {
    if let seen = recent[key] { return seen }
    guard filter?.mayHave(key) ?? false else { return nil }
    for run in runs.reversed() {
      if let seen = try run.note(of: key) { return seen }
    }
    return nil
  }

  private mutating func putAside() throws(ScratchFault) {
    var filter = self.filter ?? KeyFilter()
    self.filter = nil
    for key in recent.keys { filter.add(key) }
    self.filter = filter
    runs.append(try KeyRun(recent, in: folder))
    recent.removeAll(keepingCapacity: true)
    while runs.count >= Self.fan, runs.suffix(Self.fan).allSatisfy({ $0.rank == runs.last?.rank }) {
      let merged = try KeyRun(merging: Array(runs.suffix(Self.fan)), in: folder)
      runs.removeLast(Self.fan)
      runs.append(merged)
    }
  }
}

/// Says of most keys that were not added that they were not; of those that were, never.
struct KeyFilter {
  /// 8 MiB of bits: at ten million keys one in thirty that were not added is looked for in vain.
  private var words = [UInt64](repeating: 0, count: 1 << 20)

  mutating func add(_ key: UInt64) {
    for number in 0..<4 {
      let bit = Self.bit(number, of: key)
      words[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  func mayHave(_ key: UInt64) -> Bool {
    (0..<4).allSatisfy { number in
      let bit = Self.bit(number, of: key)
      return words[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }
  }

  /// One of the bits that stand for a key.
  private static func bit(_ number: Int, of key: UInt64) -> Int {
    // The finisher of SplitMix64, so that like keys are far apart.
    var mixed = (key ^ (key >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    let step = mixed >> 33 | 1
    return Int(truncatingIfNeeded: (mixed &+ UInt64(number) &* step) & ((1 << 26) - 1))
  }
}
