/// Keys with their notes in a file, sorted, and how to find one of them.
struct KeyRun {
  private static let size = 16
  /// How many stand in what is read to find one, and in what is read to merge runs.
  private static let (block, stretch) = (256, 2048)

  /// How many times what it holds has been merged.
  let rank: Int
  private let count: Int
  private let file: ScratchFile
  /// The first key of each block.
  private let fences: [UInt64]

  /// A run of these notes.
  init(_ notes: [UInt64: UInt64], in folder: String) throws(ScratchFault) {
    var writer = try Writer(folder)
    for (key, note) in notes.sorted(by: { $0.key < $1.key }) { try writer.add(key, note) }
    try self.init(writer, rank: 0)
  }

  /// A run of all that these have; no key is in two of them.
  init(merging runs: [KeyRun], in folder: String) throws(ScratchFault) {
    var writer = try Writer(folder)
    var readers: [Reader] = []
    for run in runs { readers.append(try Reader(run)) }
    // What has ended comes after everything, the largest key as well.
    while let first = readers.indices.min(by: { readers[$0].place < readers[$1].place }),
      !readers[first].hasEnded
    {
      try writer.add(readers[first].key, readers[first].note)
      try readers[first].advance()
    }
    try self.init(writer, rank: (runs.map(\.rank).max() ?? 0) + 1)
  }

  private init(_ writer: consuming Writer, rank: Int) throws(ScratchFault) {
    try writer.flush()
    (count, file, fences) = (writer.count, writer.file, writer.fences)
    self.rank = rank
  }

  /// What was noted of a key; nil where it is not here.
  func note(of key: UInt64) throws(ScratchFault) -> UInt64? {
    var (low, high) = (0, fences.count)
    while low < high {
      let middle = (low + high) / 2
      if fences[middle] <= key { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let bytes = try bytes(from: (low - 1) * Self.block, count: Self.block)
    (low, high) = (0, bytes.count / Self.size)
    while low < high {
      let middle = (low + high) / 2
      let found = bytes.number(at: middle * Self.size, as: UInt64.self)
      if found == key { return bytes.number(at: middle * Self.size + 8, as: UInt64.self) }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func bytes(from place: Int, count: Int) throws(ScratchFault) -> [UInt8] {
    try file.bytes((place * Self.size)..<(min(place + count, self.count) * Self.size))
  }

  /// Writes a run.
  private struct Writer {
    let file: ScratchFile
    private(set) var count = 0
    private(set) var fences: [UInt64] = []
    private var bytes: [UInt8] = []

    init(_ folder: String) throws(ScratchFault) { file = try ScratchFile(in: folder) }

    mutating func add(_ key: UInt64, _ note: UInt64) throws(ScratchFault) {
      if count % block == 0 { fences.append(key) }
      count += 1
      bytes.append(number: key)
      bytes.append(number: note)
      if bytes.count >= stretch * size { try flush() }
    }

    mutating func flush() throws(ScratchFault) {
      try file.append(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Reads a run from its beginning.
  private struct Reader {
    private let run: KeyRun
    private var next = 0
    private var bytes: [UInt8] = []
    /// The key and note that it stands at; the largest key at the end.
    private(set) var (key, note) = (UInt64.max, UInt64(0))
    private(set) var hasEnded = false

    init(_ run: KeyRun) throws(ScratchFault) {
      self.run = run
      try advance()
    }

    /// What the readers of several runs are ordered by.
    var place: (UInt64, Int) { (key, hasEnded ? 1 : 0) }

    mutating func advance() throws(ScratchFault) {
      guard next < run.count else {
        (key, hasEnded) = (.max, true)
        return
      }
      if next % stretch == 0 { bytes = try run.bytes(from: next, count: stretch) }
      let start = next % stretch * size
      next += 1
      key = bytes.number(at: start, as: UInt64.self)
      note = bytes.number(at: start + 8, as: UInt64.self)
    }
  }
}
