import Casebook
import Files

/// Where a case stands in the inputs of a run.
struct CasePlace {
  /// Index of the input.
  let input: Int32
  /// The line on which it begins, 1-based.
  let line: Int32
  /// The bytes it takes.
  let offset: Int
  let length: Int32

  init(input: Int, of document: DocumentReader.Document) {
    self.input = Int32(truncatingIfNeeded: input)
    line = Int32(truncatingIfNeeded: document.line)
    offset = document.extent.lowerBound
    length = Int32(truncatingIfNeeded: document.extent.count)
  }

  /// The place that was put down as these bytes.
  init(_ bytes: [UInt8]) {
    input = bytes.number(at: 0, as: Int32.self)
    line = bytes.number(at: 4, as: Int32.self)
    offset = bytes.number(at: 8, as: Int.self)
    length = bytes.number(at: 16, as: Int32.self)
  }

  /// The place, put down.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    bytes.append(number: input)
    bytes.append(number: line)
    bytes.append(number: offset)
    bytes.append(number: length)
    return bytes
  }
}
