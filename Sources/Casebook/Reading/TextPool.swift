/// The distinct texts of one file, numbered in order of appearance.
struct TextPool: Sendable {
  private var blob: [UInt8] = []
  private var ends: [Int32] = []

  /// Number of texts.
  var count: Int { ends.count }

  /// The UTF-8 of a text.
  subscript(number: Int) -> ArraySlice<UInt8> {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return blob[start..<Int(ends[number])]
  }

  /// Builds a pool; kept apart so that the index goes when the file has been read.
  struct Builder {
    private(set) var pool = TextPool()
    private var cells = [Int32](repeating: -1, count: 64)
    private static let seed = UInt32.random(in: 0...UInt32.max)

    /// The number of the text at `start..<end`, the same for equal texts.
    mutating func number(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
      var hash = Self.seed
      for at in start..<end { hash = NameTable.mix(hash, text[at]) }
      var cell = Int(hash) & (cells.count - 1)
      while cells[cell] >= 0 {
        let number = Int(cells[cell])
        if pool.stands(number, in: text, start, end) { return number }
        cell = (cell + 1) & (cells.count - 1)
      }
      let number = pool.ends.count
      pool.blob.append(contentsOf: text[start..<end])
      pool.ends.append(Int32(pool.blob.count))
      cells[cell] = Int32(number)
      if (number + 1) * 2 > cells.count { grow() }
      return number
    }

    private mutating func grow() {
      let mask = cells.count * 2 - 1
      cells = [Int32](repeating: -1, count: mask + 1)
      for number in 0..<pool.count {
        var hash = Self.seed
        for byte in pool[number] { hash = NameTable.mix(hash, byte) }
        var cell = Int(hash) & mask
        while cells[cell] >= 0 { cell = (cell + 1) & mask }
        cells[cell] = Int32(number)
      }
    }
  }

  private func stands(_ number: Int, in text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let from = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - from == end - start else { return false }
    for offset in 0..<(end - start) where blob[from + offset] != text[start + offset] {
      return false
    }
    return true
  }
}
