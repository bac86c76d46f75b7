/// Keys with their notes in a file, sorted, and how to find one of them.
struct KeyRun {
  private static let size = 16
  /// How many stand in what is read at a time.
  private static let block = 256

  /// How many keys there are.
  let count: Int
  private let file: ScratchFile
  /// The first key of each block.
  private let fences: [UInt64]

  /// A run of these notes.
  init(_ notes: [UInt64: UInt64], in folder: String) throws(ScratchFault) {
    var writer = try Writer(folder)
    for (key, note) in notes.sorted(by: { $0.key < $1.key }) { try writer.add(key, note) }
    self.init(writer)
  }

  /// A run of all that two have; no key is in both.
  init(merging one: KeyRun, _ other: KeyRun, in folder: String) throws(ScratchFault) {
    var writer = try Writer(folder)
    var (left, right) = (Reader(one), Reader(other))
    var (first, second) = (try left.next(), try right.next())
    while first != nil || second != nil {
      if let one = first, second.map({ one.key < $0.key }) ?? true {
        try writer.add(one.key, one.note)
        first = try left.next()
      } else if let one = second {
        try writer.add(one.key, one.note)
        second = try right.next()
      }
    }
    self.init(writer)
  }

  private init(_ writer: Writer) {
    (count, file, fences) = (writer.count, writer.file, writer.fences)
  }

  /// What was noted of a key; nil where it is not here.
  func note(of key: UInt64) throws(ScratchFault) -> UInt64? {
    var (low, high) = (0, fences.count)
    while low < high {
      let middle = (low + high) / 2
      if fences[middle] <= key { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let bytes = try Self.block(low - 1, of: self)
    (low, high) = (0, bytes.count / Self.size)
    while low < high {
      let middle = (low + high) / 2
      let found = bytes.number(at: middle * Self.size, as: UInt64.self)
      if found == key { return bytes.number(at: middle * Self.size + 8, as: UInt64.self) }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func block(_ number: Int, of run: KeyRun) throws(ScratchFault) -> [UInt8] {
    let start = number * block
    return try run.file.bytes((start * size)..<(min(start + block, run.count) * size))
  }

  private struct Writer {
    let file: ScratchFile
    var count = 0
    var fences: [UInt64] = []

    init(_ folder: String) throws(ScratchFault) { file = try ScratchFile(in: folder) }

    mutating func add(_ key: UInt64, _ note: UInt64) throws(ScratchFault) {
      if count % block == 0 { fences.append(key) }
      count += 1
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size)
      bytes.append(number: key)
      bytes.append(number: note)
      try file.append(bytes)
    }
  }

  private struct Reader {
    private let run: KeyRun
    private var place = 0
    private var bytes: [UInt8] = []

    init(_ run: KeyRun) { self.run = run }

    mutating func next() throws(ScratchFault) -> (key: UInt64, note: UInt64)? {
      guard place < run.count else { return nil }
      if place % block == 0 { bytes = try KeyRun.block(place / block, of: run) }
      let start = place % block * size
      place += 1
      return (
        bytes.number(at: start, as: UInt64.self), bytes.number(at: start + 8, as: UInt64.self)
      )
    }
  }
}
