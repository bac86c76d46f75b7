/// A JSON value as it was written: keys in their order, numbers digit for digit.
///
/// Used to vary an example case: parse, change at a path, print, read as a case.
public indirect enum JSONTree: Hashable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number, as written.
  case number(String)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONTree])
  /// An object; keys in the order of the text.
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public var value: JSONTree
    /// A key with its value.
    public init(_ key: String, _ value: JSONTree) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONTree {
  /// Reads any JSON text, as strictly as case files are read.
  /// - Throws: the first fault; a key that stands twice in an object is one.
  public init(
    parsing bytes: [UInt8], source: String = "json", line: Int = 1
  ) throws(InputFault) {
    var parser = TreeParser(bytes: bytes)
    do throws(Trouble) {
      self = try parser.whole()
    } catch {
      throw error.fault(in: bytes, file: source, line: line)
    }
  }

  /// The value as JSON without space between tokens.
  public var json: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += ASCII.null
    case .bool(let value): bytes += value ? ASCII.true : ASCII.false
    case .number(let digits): bytes += digits.utf8
    case .string(let text): appendJSONString(text.utf8, to: &bytes)
    case .array(let elements):
      bytes.append(ASCII.bracket)
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(ASCII.comma) }
        element.append(to: &bytes)
      }
      bytes.append(ASCII.endBracket)
    case .object(let members):
      bytes.append(ASCII.brace)
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(ASCII.comma) }
        appendJSONString(member.key.utf8, to: &bytes)
        bytes.append(ASCII.colon)
        member.value.append(to: &bytes)
      }
      bytes.append(ASCII.endBrace)
    }
  }

  /// The value as JSON for people: a line for each key and element, indented by two spaces.
  public var prettyJSON: [UInt8] {
    var bytes: [UInt8] = []
    appendPretty(to: &bytes, indent: 0)
    bytes.append(ASCII.newline)
    return bytes
  }

  private func appendPretty(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .array(let elements) where !elements.isEmpty:
      Self.append(elements, between: "[]", to: &bytes, indent: indent) { element, bytes in
        element.appendPretty(to: &bytes, indent: indent + 2)
      }
    case .object(let members) where !members.isEmpty:
      Self.append(members, between: "{}", to: &bytes, indent: indent) { member, bytes in
        appendJSONString(member.key.utf8, to: &bytes)
        bytes += ": ".utf8
        member.value.appendPretty(to: &bytes, indent: indent + 2)
      }
    default: append(to: &bytes)
    }
  }

  private static func append<Element>(
    _ elements: [Element], between brackets: String, to bytes: inout [UInt8], indent: Int,
    _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes += brackets.utf8.prefix(1)
    for (index, element) in elements.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes += repeatElement(32, count: indent + 2)
      write(element, &bytes)
    }
    bytes.append(ASCII.newline)
    bytes += repeatElement(32, count: indent)
    bytes += brackets.utf8.suffix(1)
  }

  /// The value of a key of an object; nil when it is no object or has no such key.
  public subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of a list; empty for anything else.
  public var elements: [JSONTree] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text of a string; nil for anything else.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A value as a variation of a case writes it: JSON where it is JSON (`12.30`, `true`, `[]`,
  /// `"a"`), else the text itself (`2026-01-18`, `none`).
  public init(literal text: String) {
    if let value = try? JSONTree(parsing: Array(text.utf8)) {
      self = value
    } else {
      self = .string(text)
    }
  }
}
