/// Numbers for a fixed set of names, found by their bytes without making a `String`.
///
/// A class, because a structure of arrays would be retained array by array at each look-up.
final class NameTable: Sendable {
  /// Where a name stands in `words`, and its first word.
  private struct Entry {
    let first: UInt64
    let start: Int32
    let length: Int32
  }

  private let cells: [Int16]
  private let entries: [Entry]
  /// The names, each with zeros after it up to a whole word.
  private let words: [UInt64]
  private let mask: Int

  /// How many names there are.
  var count: Int { entries.count }

  private init(_ cells: [Int16], _ entries: [Entry], _ words: [UInt64]) {
    (self.cells, self.entries, self.words) = (cells, entries, words)
    mask = cells.count - 1
  }

  /// A table of names, numbered as they come, and the number of each; equal names have one number.
  /// At most 32 767.
  static func numbering(_ names: [String]) -> (table: NameTable, numbers: [Int]) {
    var size = 64
    while size < names.count * 4 { size *= 2 }
    var cells = [Int16](repeating: -1, count: size)
    var (entries, words) = ([Entry](), [UInt64]())
    var known: [String: Int] = [:]
    let numbers = names.map { name in
      if let number = known[name] { return number }
      let number = known.count
      known[name] = number
      let text = Array(name.utf8)
      var cell = Int(hash(text)) & (size - 1)
      while cells[cell] >= 0 { cell = (cell + 1) & (size - 1) }
      cells[cell] = Int16(number)
      entries.append(
        Entry(
          first: Words.part(text, at: 0, before: text.count), start: Int32(words.count),
          length: Int32(text.count)))
      for place in stride(from: 0, to: text.count, by: 8) {
        words.append(Words.part(text, at: place, before: text.count))
      }
      return number
    }
    return (NameTable(cells, entries, words), numbers)
  }

  /// The number of the name that stands at `start..<end` of `text` and has this hash, or -1.
  func find(_ text: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> Int {
    var cell = Int(hash) & mask
    while true {
      let number = Int(cells[cell])
      if number < 0 || stands(number, in: text, start, end) { return number }
      cell = (cell + 1) & mask
    }
  }

  /// The number of the name that is this one word, of fewer than eight bytes, or -1. No name holds
  /// a zero, so that the word says how long it is.
  @inline(__always)
  func find(_ word: UInt64) -> Int {
    var hash = WordHash.known
    hash.add(word)
    var cell = Int(hash.hash) & mask
    while true {
      let number = Int(cells[cell])
      if number < 0 || (entries[number].first == word && entries[number].length < 8) {
        return number
      }
      cell = (cell + 1) & mask
    }
  }

  private func stands(_ number: Int, in text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let entry = entries[number]
    guard Int(entry.length) == end - start else { return false }
    var (word, place) = (Int(entry.start), start)
    while place < end {
      if Words.part(text, at: place, before: end) != words[word] { return false }
      word += 1
      place += 8
    }
    return true
  }

  /// The hash of these bytes.
  static func hash(_ bytes: [UInt8]) -> UInt32 {
    var hash = WordHash.known
    hash.add(bytes, 0, bytes.count)
    return hash.hash
  }
}
