/// A value with the key it is sorted by.
public struct Record: Equatable, Sendable {
  /// What it is sorted by, byte by byte.
  public let key: [UInt8]
  /// What comes with it.
  public let value: [UInt8]

  /// A record.
  public init(key: [UInt8], value: [UInt8]) {
    self.key = key
    self.value = value
  }
}

/// Sorts more records than there is memory for.
///
/// As many as the budget allows are held; those are sorted and put aside in a file, one run after
/// another, and the runs are merged at the end. Records with one key stay in the order in which
/// they came.
public struct RecordSorter {
  /// Where a record that is held stands among the bytes held.
  private struct Entry {
    /// The beginning of the key, so that most comparisons need not look at the bytes.
    let prefix: UInt64
    let start: Int
    let keyLength: Int32
    let valueLength: Int32
  }

  /// How many runs there may be before they are merged to one.
  private static let mostRuns = 256

  private let budget: Int
  private let folder: String
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var file: ScratchFile?
  private var runs: [Range<Int>] = []

  /// A sorter of no records.
  /// - Parameters:
  ///   - budget: about how many bytes are held in memory.
  ///   - folder: where the rest is put aside.
  public init(budget: Int = 8 << 20, folder: String) {
    self.budget = budget
    self.folder = folder
  }

  /// Takes in a record.
  public mutating func add(_ record: Record) throws(ScratchFault) {
    let prefix = record.key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    entries.append(
      Entry(
        prefix: prefix << (8 * UInt64(8 - min(8, record.key.count))), start: bytes.count,
        keyLength: Int32(record.key.count), valueLength: Int32(record.value.count)))
    bytes += record.key
    bytes += record.value
    if bytes.count + entries.count * MemoryLayout<Entry>.stride >= budget { try putAside() }
  }

  /// All records, in order.
  public consuming func sorted() throws(ScratchFault) -> SortedRecords {
    guard let file else {
      sort()
      return SortedRecords(held: entries.map(record))
    }
    try putAside()
    return try SortedRecords(file, runs: runs)
  }

  /// The bytes of two keys compared; where they are equal, the record that came first is first.
  private mutating func sort() {
    let bytes = bytes
    entries.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      let length = min(left.keyLength, right.keyLength)
      for offset in 0..<Int(length) {
        let (one, other) = (bytes[left.start + offset], bytes[right.start + offset])
        if one != other { return one < other }
      }
      return (left.keyLength, left.start) < (right.keyLength, right.start)
    }
  }

  private func record(_ entry: Entry) -> Record {
    let middle = entry.start + Int(entry.keyLength)
    return Record(
      key: Array(bytes[entry.start..<middle]),
      value: Array(bytes[middle..<(middle + Int(entry.valueLength))]))
  }

  /// Writes what is held as one more run.
  private mutating func putAside() throws(ScratchFault) {
    guard !entries.isEmpty else { return }
    sort()
    let file = try scratch()
    let start = file.count
    for entry in entries {
      let end = entry.start + Int(entry.keyLength) + Int(entry.valueLength)
      try file.append(SortedRecords.head(entry.keyLength, entry.valueLength))
      try file.append(bytes[entry.start..<end])
    }
    runs.append(start..<file.count)
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    if runs.count == Self.mostRuns { try merge() }
  }

  /// The file of the runs, made when there is something for it.
  private mutating func scratch() throws(ScratchFault) -> ScratchFile {
    if let file { return file }
    let made = try ScratchFile(in: folder)
    file = made
    return made
  }

  /// Makes one run of all.
  private mutating func merge() throws(ScratchFault) {
    guard let old = file else { return }
    let merged = try ScratchFile(in: folder)
    var records = try SortedRecords(old, runs: runs)
    while let record = try records.next() {
      try merged.append(
        SortedRecords.head(Int32(record.key.count), Int32(record.value.count)))
      try merged.append(record.key)
      try merged.append(record.value)
    }
    (file, runs) = (merged, [0..<merged.count])
  }
}
