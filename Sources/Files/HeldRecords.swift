/// Records in memory, their bytes one after the other: many small ones take little more room than
/// what they hold.
struct HeldRecords {
  /// Where a record stands among the bytes.
  private struct Entry {
    /// The beginning of the key, so that most comparisons need not look at the bytes.
    let prefix: UInt64
    let start: Int
    let keyLength: Int32
    let valueLength: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// How many there are.
  var count: Int { entries.count }
  /// About how many bytes they take.
  var size: Int { bytes.count + entries.count * MemoryLayout<Entry>.stride }

  mutating func add(_ record: Record) {
    let prefix = record.key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    entries.append(
      Entry(
        prefix: prefix << (8 * UInt64(8 - min(8, record.key.count))), start: bytes.count,
        keyLength: Int32(record.key.count), valueLength: Int32(record.value.count)))
    bytes += record.key
    bytes += record.value
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// By the bytes of their keys; of two with one key, the one that came first is first.
  mutating func sort() {
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

  /// The bytes of the record at a place: first those of the key, then those of the value.
  func bytes(at place: Int) -> (all: ArraySlice<UInt8>, keyLength: Int) {
    let entry = entries[place]
    let length = Int(entry.keyLength) + Int(entry.valueLength)
    return (bytes[entry.start..<(entry.start + length)], Int(entry.keyLength))
  }

  /// The record at a place.
  func record(at place: Int) -> Record {
    let (all, length) = bytes(at: place)
    return Record(key: Array(all.prefix(length)), value: Array(all.dropFirst(length)))
  }
}
