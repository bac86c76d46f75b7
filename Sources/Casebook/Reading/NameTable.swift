/// Numbers for a fixed set of names, found by their bytes without making a `String`.
///
/// A class, because a structure of arrays would be retained array by array at each look-up.
final class NameTable: Sendable {
  /// Where a name stands in `words`, and its first word.
  fileprivate struct Entry {
    let first: UInt64
    let start: Int32
    let length: Int32

    /// Whether it is the name at `start..<end` of a text.
    @inline(__always)
    func stands(in text: [UInt8], _ start: Int, _ end: Int, _ words: [UInt64]) -> Bool {
      guard Int(length) == end - start else { return false }
      var (word, place) = (Int(self.start), start)
      while place < end {
        if Words.part(text, at: place, before: end) != words[word] { return false }
        word += 1
        place += 8
      }
      return true
    }
  }

  private let cells: [Int16]
  private let entries: [Entry]
  /// The names, each with zeros after it up to a whole word.
  private let words: [UInt64]
  private let mask: Int

  /// How many names there are.
  var count: Int { entries.count }

  fileprivate init(_ cells: [Int16], _ entries: [Entry], _ words: [UInt64]) {
    (self.cells, self.entries, self.words) = (cells, entries, words)
    mask = cells.count - 1
  }

  /// A table of names, numbered as they come, and the number of each; equal names have one number.
  /// At most 32 767.
  static func numbering(_ names: [String]) -> (table: NameTable, numbers: [Int]) {
    var known = NameNumbers(expecting: names.count)
    let numbers = names.map { known.number(of: $0) }
    return (known.table, numbers)
  }

  /// The number of a name, or -1.
  func find(_ name: String) -> Int {
    let text = Array(name.utf8)
    return find(text, 0, text.count, hash: Self.hash(text))
  }

  /// The number of the name that stands at `start..<end` of `text` and has this hash, or -1.
  func find(_ text: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> Int {
    var cell = Int(hash) & mask
    while true {
      let number = Int(cells[cell])
      if number < 0 || entries[number].stands(in: text, start, end, words) { return number }
      cell = (cell + 1) & mask
    }
  }

  /// The number of the name that is this one word, of so many bytes, fewer than eight, or -1. What
  /// is looked for may end with a zero, as no name does.
  @inline(__always)
  func find(_ word: UInt64, length: Int) -> Int {
    var hash = WordHash.known
    hash.add(word)
    var cell = Int(hash.hash) & mask
    while true {
      let number = Int(cells[cell])
      if number < 0 || (entries[number].first == word && Int(entries[number].length) == length) {
        return number
      }
      cell = (cell + 1) & mask
    }
  }

  /// The number of the name that is these two words, of 8 to 15 bytes, and has this hash, or -1.
  func find(_ first: UInt64, _ second: UInt64, length: Int, hash: UInt32) -> Int {
    var cell = Int(hash) & mask
    while true {
      let number = Int(cells[cell])
      if number < 0 { return number }
      let entry = entries[number]
      if entry.first == first, Int(entry.length) == length,
        length == 8 || words[Int(entry.start) + 1] == second
      {
        return number
      }
      cell = (cell + 1) & mask
    }
  }

  /// The hash of these bytes.
  static func hash(_ bytes: [UInt8]) -> UInt32 {
    var hash = WordHash.known
    hash.add(bytes, 0, bytes.count)
    return hash.hash
  }
}

/// Names that are numbered as they come.
struct NameNumbers {
  private var cells: [Int16]
  private var entries: [NameTable.Entry] = []
  private var words: [UInt64] = []
  /// The name at hand, eight bytes at a time, and behind it what is left of longer ones.
  private var taken: [UInt64] = [0]

  /// No names yet, with room for some.
  init(expecting count: Int) {
    cells = [Int16](repeating: -1, count: Self.size(for: count))
    entries.reserveCapacity(count)
    words.reserveCapacity(count * 2)
  }

  /// How many names there are.
  var count: Int { entries.count }

  /// The table of the names so far.
  var table: NameTable { NameTable(cells, entries, words) }

  /// The number of a name: that of its equal, or the next.
  mutating func number(of name: String) -> Int {
    let length = take(name)
    let count = (length + 7) / 8
    var cell = Int(NameTable.hash(taken[...], length)) & (cells.count - 1)
    while cells[cell] >= 0 {
      let number = Int(cells[cell])
      if isTaken(entries[number], length) { return number }
      cell = (cell + 1) & (cells.count - 1)
    }
    cells[cell] = Int16(entries.count)
    entries.append(
      NameTable.Entry(
        first: length == 0 ? 0 : taken[0], start: Int32(words.count), length: Int32(length)))
    for place in 0..<count { words.append(taken[place]) }
    if entries.count * 2 > cells.count { grow() }
    return entries.count - 1
  }

  /// Takes a name apart, as `Words.part` would its bytes; how many these are.
  private mutating func take(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { bytes in
      var (place, count) = (0, 0)
      while place < bytes.count {
        var word: UInt64 = 0
        for offset in 0..<min(8, bytes.count - place) {
          word |= unsafe UInt64(bytes[place + offset]) << UInt64(8 * offset)
        }
        if count < taken.count { taken[count] = word } else { taken.append(word) }
        count += 1
        place += 8
      }
      return bytes.count
    }
  }

  private func isTaken(_ entry: NameTable.Entry, _ length: Int) -> Bool {
    guard Int(entry.length) == length else { return false }
    for place in 0..<(length + 7) / 8 where taken[place] != words[Int(entry.start) + place] {
      return false
    }
    return true
  }

  private static func size(for count: Int) -> Int {
    var size = 64
    while size < count * 4 { size *= 2 }
    return size
  }

  private mutating func grow() {
    cells = [Int16](repeating: -1, count: Self.size(for: entries.count * 2))
    for (number, entry) in entries.enumerated() {
      let hash = NameTable.hash(words[Int(entry.start)...], Int(entry.length))
      var cell = Int(hash) & (cells.count - 1)
      while cells[cell] >= 0 { cell = (cell + 1) & (cells.count - 1) }
      cells[cell] = Int16(number)
    }
  }
}

extension NameTable {
  /// The hash of a name of so many bytes, which words begin with.
  fileprivate static func hash(_ words: ArraySlice<UInt64>, _ length: Int) -> UInt32 {
    var hash = WordHash.known
    let (first, whole) = (words.startIndex, length / 8)
    for place in 0..<whole { hash.add(words[first + place]) }
    hash.add(length % 8 == 0 ? 0 : words[first + whole])
    return hash.hash
  }
}
