import Casebook

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
}
