/// Why a case file was rejected: where, what was found, what was expected, and what to do.
public struct InputFault: Error, Hashable, Sendable {
  /// The file, as the user named it, or `-`.
  public let file: String
  /// The line, 1-based; in a stream that of the stream.
  public let line: Int
  /// The column in characters (Unicode scalars, not bytes), 1-based.
  public let column: Int
  /// JSON pointer of the value or object concerned; `/` is the case itself.
  public let path: String
  /// What stands there.
  public let found: String
  /// What should stand there.
  public let expected: String
  /// What to do about it.
  public let hint: String

  /// A fault at a place of a file.
  public init(
    file: String, line: Int, column: Int, path: String, found: String, expected: String,
    hint: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.found = found
    self.expected = expected
    self.hint = hint
  }
}

extension InputFault: CustomStringConvertible {
  /// The fault on one line, as the case format prescribes.
  public var description: String {
    "\(file):\(line):\(column): \(path): found \(found), expected \(expected), hint: \(hint)"
  }
}

/// What stopped the parser, before it is known on which line that is.
///
/// A class, so that functions that may throw it return it in one register.
final class Trouble: Error {
  /// Where, in bytes.
  let offset: Int
  /// What stands there, when that is more than the token at `offset`.
  let found: String?
  let expected: String
  /// What to do; empty when only `first` is to be told.
  let hint: String
  /// Where the same thing stood first, in bytes.
  let first: Int?

  init(at offset: Int, found: String? = nil, expected: String, hint: String, first: Int? = nil) {
    self.offset = offset
    self.found = found
    self.expected = expected
    self.hint = hint
    self.first = first
  }

  /// The fault as the user is told of it. `line` is the line of the input's first byte.
  func fault(in bytes: [UInt8], file: String, line: Int) -> InputFault {
    let text = JSONText(bytes)
    let place = text.position(of: offset)
    var hint = hint
    if let first {
      let place = text.position(of: first)
      hint = "first at line \(place.line + line - 1) column \(place.column)"
    }
    return InputFault(
      file: file, line: place.line + line - 1, column: place.column,
      path: text.pointer(at: offset), found: found ?? text.token(at: offset), expected: expected,
      hint: hint)
  }
}
