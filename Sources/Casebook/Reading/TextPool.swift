/// The distinct texts of one file, numbered in order of appearance.
struct TextPool: Sendable {
  private var blob: [UInt8] = []
  private var ends: [Int32] = []

  /// Number of texts.
  var count: Int { ends.count }

  /// The UTF-8 of a text.
  subscript(number: Int) -> ArraySlice<UInt8> { blob[place(of: number)] }

  /// Where a text stands among all.
  private func place(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Builds a pool; kept apart so that the index goes when the file has been read.
  struct Builder {
    private(set) var pool = TextPool()
    private var cells = [Int32](repeating: -1, count: 256)
    private static let factor = UInt64.random(in: .min ... .max)

    init() {
      pool.blob.reserveCapacity(1 << 10)
      pool.ends.reserveCapacity(64)
    }

    /// What the hashes of texts begin with.
    let hash = WordHash(factor: Self.factor)

    /// The number of the text at `start..<end`, the same for equal texts.
    mutating func number(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
      var hash = hash
      hash.add(text, start, end)
      return number(text, start, end, hash: hash.hash)
    }

    /// The same of a text that has this hash.
    mutating func number(_ text: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> Int {
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

    /// The number of a text of another pool.
    mutating func number(_ number: Int, of other: TextPool) -> Int {
      let place = other.place(of: number)
      return self.number(other.blob, place.lowerBound, place.upperBound)
    }

    private mutating func grow() {
      let mask = cells.count * 2 - 1
      cells = [Int32](repeating: -1, count: mask + 1)
      for number in 0..<pool.count {
        let place = pool.place(of: number)
        var hash = hash
        hash.add(pool.blob, place.lowerBound, place.upperBound)
        var cell = Int(hash.hash) & mask
        while cells[cell] >= 0 { cell = (cell + 1) & mask }
        cells[cell] = Int32(number)
      }
    }
  }

  private func stands(_ number: Int, in text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let place = place(of: number)
    guard place.count == end - start else { return false }
    var (own, other) = (place.lowerBound, start)
    while other < end {
      let word = Words.part(blob, at: own, before: place.upperBound)
      if Words.part(text, at: other, before: end) != word { return false }
      own += 8
      other += 8
    }
    return true
  }
}
