/// Writes JSON as bytes into one buffer, without building values first.
///
/// What is open stays open when the bytes are taken: a report is written piece by piece.
struct JSONWriter {
  /// An object or list that has not been closed.
  private struct Level {
    let layout: JSONValue.Layout
    var isEmpty = true
  }

  private var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var indent: Int
  /// Whether everything stands on one line, without spaces.
  private let isCompact: Bool

  /// A writer whose lines below the first stand `indent` steps of two spaces in.
  init(indent: Int = 0, compact: Bool = false) {
    self.indent = indent
    isCompact = compact
  }

  /// What has been written since the last time; the buffer is kept.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What has been written since the last time, as a line of its own.
  mutating func takeLine() -> String {
    byte("\n")
    return take()
  }

  /// Opens an object.
  mutating func openObject(_ layout: JSONValue.Layout = .inline) { open("{", layout) }

  /// Closes the object that was opened last.
  mutating func closeObject() { close("}") }

  /// Opens a list.
  mutating func openList(_ layout: JSONValue.Layout = .inline) { open("[", layout) }

  /// Closes the list that was opened last.
  mutating func closeList() { close("]") }

  /// Makes ready for the next member of what is open.
  mutating func member() {
    guard let last = levels.indices.last else { return }
    let level = levels[last]
    levels[last].isEmpty = false
    if !level.isEmpty { byte(",") }
    if isCompact { return }
    if level.layout == .lines { newline() } else if !level.isEmpty { byte(" ") }
  }

  /// Makes ready for the value of a key.
  mutating func key(_ key: String) {
    member()
    append(key)
    byte(":")
    if !isCompact { byte(" ") }
  }

  /// A text.
  mutating func append(_ text: String) {
    byte("\"")
    for unit in text.utf8 {
      switch unit {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        byte("\\")
        bytes.append(unit)
      case UInt8(ascii: "\n"): raw("\\n")
      case UInt8(ascii: "\t"): raw("\\t")
      case 0..<0x20, 0x7F: escape(unit)
      case 0xA8, 0xA9, 0xBF: last(unit)
      default: bytes.append(unit)
      }
    }
    byte("\"")
  }

  /// The last byte of what may be a character that readers stumble on: U+2028 and U+2029 end a line
  /// in some, U+FEFF is lost in others.
  private mutating func last(_ unit: UInt8) {
    switch (bytes.suffix(2), unit) {
    case ([0xE2, 0x80], 0xA8): escape(lastTwo: "\\u2028")
    case ([0xE2, 0x80], 0xA9): escape(lastTwo: "\\u2029")
    case ([0xEF, 0xBB], 0xBF): escape(lastTwo: "\\ufeff")
    default: bytes.append(unit)
    }
  }

  private mutating func escape(lastTwo escaped: String) {
    bytes.removeLast(2)
    raw(escaped)
  }

  /// Text that is JSON already: a number, `null`.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A value.
  mutating func append(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .flag(let flag): raw(flag ? "true" : "false")
    case .number(let number): raw(number)
    case .string(let text): append(text)
    case .list(let members, let layout):
      openList(layout)
      for value in members {
        member()
        append(value)
      }
      closeList()
    case .object(let members, let layout):
      openObject(layout)
      for (name, value) in members {
        key(name)
        append(value)
      }
      closeObject()
    }
  }

  private mutating func open(_ bracket: Unicode.Scalar, _ layout: JSONValue.Layout) {
    byte(bracket)
    levels.append(Level(layout: layout))
    if layout == .lines { indent += 1 }
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    if let level = levels.popLast(), level.layout == .lines {
      indent -= 1
      if !level.isEmpty, !isCompact { newline() }
    }
    byte(bracket)
  }

  private mutating func newline() {
    byte("\n")
    for _ in 0..<indent { raw("  ") }
  }

  private mutating func byte(_ scalar: Unicode.Scalar) { bytes.append(UInt8(ascii: scalar)) }

  private mutating func escape(_ unit: UInt8) {
    let digits = String(unit, radix: 16)
    raw(digits.count == 1 ? "\\u000" : "\\u00")
    raw(digits)
  }
}
