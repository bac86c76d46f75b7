public import Casebook

/// Something of the input that could not be read; the rest was judged.
public struct UnreadInput: Sendable {
  /// The file, as messages name it; `-` is standard input, nil several.
  public let file: String?
  /// The line, 1-based, where it is known.
  public let line: Int?
  /// The column in Unicode scalars, 1-based, where it is known.
  public let column: Int?
  /// What is wrong, on one line, with the place.
  public let message: String

  /// Something that could not be read.
  public init(file: String?, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// A case that was refused.
  public init(_ fault: InputFault) {
    self.init(
      file: fault.file, line: fault.line, column: fault.column, message: fault.description)
  }
}
