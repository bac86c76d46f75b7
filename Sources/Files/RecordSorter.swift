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
  /// How many runs there may be before they are merged to one.
  private static let mostRuns = 256

  private let budget: Int
  private let folder: String
  private var held = HeldRecords()
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
    held.add(record)
    if held.size >= budget { try putAside() }
  }

  /// All records, in order.
  public consuming func sorted() throws(ScratchFault) -> SortedRecords {
    guard file != nil else {
      held.sort()
      return SortedRecords(held: held)
    }
    try putAside()
    held = HeldRecords()
    return try SortedRecords(scratch(), runs: runs)
  }

  /// Writes what is held as one more run.
  private mutating func putAside() throws(ScratchFault) {
    guard held.count > 0 else { return }
    held.sort()
    let file = try scratch()
    let start = file.count
    for place in 0..<held.count {
      let bytes = held.bytes(at: place)
      try file.append(SortedRecords.head(bytes.keyLength, bytes.all.count - bytes.keyLength))
      try file.append(bytes.all)
    }
    runs.append(start..<file.count)
    held.removeAll()
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
      try merged.append(SortedRecords.head(record.key.count, record.value.count))
      try merged.append(record.key)
      try merged.append(record.value)
    }
    (file, runs) = (merged, [0..<merged.count])
  }
}
