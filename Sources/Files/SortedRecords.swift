/// Sorted records, read one by one: from memory, or from the runs of a file.
public struct SortedRecords {
  /// A run that is being read, and the record of it that is next.
  private struct Cursor {
    let number: Int
    var record: Record
    var rest: Range<Int>
    var block: [UInt8] = []
    var at = 0
  }

  private static let blockSize = 32 << 10
  private static let headSize = 8

  private let file: ScratchFile?
  /// A heap: each cursor comes before those at twice its place and one or two on.
  private var cursors: [Cursor] = []
  private var held = HeldRecords()
  private var place = 0

  init(held: HeldRecords) {
    self.held = held
    file = nil
  }

  init(_ file: ScratchFile, runs: [Range<Int>]) throws(ScratchFault) {
    self.file = file
    for (number, run) in runs.enumerated() {
      var cursor = Cursor(number: number, record: Record(key: [], value: []), rest: run)
      if try Self.advance(&cursor, in: file) { cursors.append(cursor) }
    }
    for place in cursors.indices.reversed() { sink(place) }
  }

  /// The next record, or nil after the last.
  public mutating func next() throws(ScratchFault) -> Record? {
    guard let file else {
      guard place < held.count else { return nil }
      place += 1
      return held.record(at: place - 1)
    }
    guard !cursors.isEmpty else { return nil }
    let record = cursors[0].record
    if try !Self.advance(&cursors[0], in: file) {
      let last = cursors.removeLast()
      if !cursors.isEmpty { cursors[0] = last }
    }
    sink(0)
    return record
  }

  /// What stands before the bytes of a record in a file.
  static func head(_ keyLength: Int, _ valueLength: Int) -> [UInt8] {
    var head: [UInt8] = []
    head.reserveCapacity(headSize)
    head.append(number: Int32(keyLength))
    head.append(number: Int32(valueLength))
    return head
  }

  /// Goes on to the next record of a run; false at its end.
  private static func advance(
    _ cursor: inout Cursor, in file: ScratchFile
  ) throws(ScratchFault) -> Bool {
    guard try fill(&cursor, headSize, from: file) else { return false }
    let keyLength = Int(cursor.block.number(at: cursor.at, as: Int32.self))
    let length = keyLength + Int(cursor.block.number(at: cursor.at + 4, as: Int32.self))
    cursor.at += headSize
    _ = try fill(&cursor, length, from: file)
    let middle = cursor.at + keyLength
    cursor.record = Record(
      key: Array(cursor.block[cursor.at..<middle]),
      value: Array(cursor.block[middle..<(cursor.at + length)]))
    cursor.at += length
    return true
  }

  /// Makes sure that so many bytes of the run stand in the block; false where it has ended.
  private static func fill(
    _ cursor: inout Cursor, _ count: Int, from file: ScratchFile
  ) throws(ScratchFault) -> Bool {
    let left = cursor.block.count - cursor.at
    guard left < count else { return true }
    guard left + cursor.rest.count >= count, count > 0 else { return count == 0 }
    let wanted = min(max(blockSize, count - left), cursor.rest.count)
    let end = cursor.rest.lowerBound + wanted
    let more = try file.bytes(cursor.rest.lowerBound..<end)
    cursor.block = Array(cursor.block[cursor.at...]) + more
    cursor.at = 0
    cursor.rest = end..<cursor.rest.upperBound
    return cursor.block.count >= count
  }

  /// Puts the cursor at a place of the heap below those that come before it.
  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var first = place
      for child in [2 * place + 1, 2 * place + 2] where child < cursors.count {
        if precedes(child, first) { first = child }
      }
      if first == place { return }
      cursors.swapAt(place, first)
      place = first
    }
  }

  /// By key, then by the run, because what came first stands in the first run.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (cursors[left], cursors[right])
    if one.record.key.precedes(other.record.key) { return true }
    return one.number < other.number && one.record.key == other.record.key
  }
}
