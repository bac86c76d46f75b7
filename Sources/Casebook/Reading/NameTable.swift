/// Numbers for a fixed set of names, found by their bytes without making a `String`.
///
/// A class, because a structure of arrays would be retained array by array at each look-up.
final class NameTable: Sendable {
  private let cells: [Int16]
  private let blob: [UInt8]
  private let starts: [Int]
  private let mask: Int

  /// How many names there are.
  var count: Int { starts.count - 1 }

  private init(_ cells: [Int16], _ blob: [UInt8], _ starts: [Int]) {
    (self.cells, self.blob, self.starts) = (cells, blob, starts)
    mask = cells.count - 1
  }

  /// A table of names, numbered as they come, and the number of each; equal names have one number.
  /// At most 32 767.
  static func numbering(_ names: [String]) -> (table: NameTable, numbers: [Int]) {
    var size = 64
    while size < names.count * 4 { size *= 2 }
    var cells = [Int16](repeating: -1, count: size)
    var blob: [UInt8] = []
    var starts = [0]
    let numbers = names.map { name in
      let start = blob.count
      blob += name.utf8
      let hash = blob[start...].reduce(seed) { mix($0, $1) }
      var cell = Int(hash) & (size - 1)
      while cells[cell] >= 0 {
        let known = Int(cells[cell])
        if blob[starts[known]..<starts[known + 1]].elementsEqual(blob[start...]) {
          blob.removeLast(blob.count - start)
          return known
        }
        cell = (cell + 1) & (size - 1)
      }
      cells[cell] = Int16(starts.count - 1)
      starts.append(blob.count)
      return starts.count - 2
    }
    return (NameTable(cells, blob, starts), numbers)
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

  private func stands(_ number: Int, in text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let from = starts[number]
    guard starts[number + 1] - from == end - start else { return false }
    for offset in 0..<(end - start) where blob[from + offset] != text[start + offset] {
      return false
    }
    return true
  }

  /// The hash of no bytes.
  static let seed: UInt32 = 2_166_136_261

  /// The hash with one byte more (FNV-1a).
  @inline(__always)
  static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The hash of these bytes.
  static func hash(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(seed) { mix($0, $1) }
  }
}
