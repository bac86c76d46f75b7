import Values

/// Writes JSON as bytes into one buffer, without building values first.
///
/// What is open stays open when the bytes are taken: a report is written piece by piece.
struct JSONWriter {
  /// What has been written and not been taken.
  private(set) var bytes = ByteBuffer()
  private var levels = JSONLevels()
  private var indent: Int
  /// Whether everything stands on one line, without spaces.
  private let isCompact: Bool

  /// A writer whose lines below the first stand `indent` steps of two spaces in.
  init(indent: Int = 0, compact: Bool = false) {
    self.indent = indent
    isCompact = compact
  }

  /// Has something written behind other bytes.
  static func write(
    to bytes: inout ByteBuffer, indent: Int = 0, compact: Bool = false,
    _ write: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter(indent: indent, compact: compact)
    swap(&writer.bytes, &bytes)
    write(&writer)
    swap(&bytes, &writer.bytes)
  }

  /// What has been written since the last time; the buffer is kept.
  mutating func take() -> String {
    defer { bytes.removeAll() }
    return bytes.text
  }

  /// What has been written since the last time, as a line of its own.
  mutating func takeLine() -> String {
    newLine()
    return take()
  }

  /// Ends a line.
  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Opens an object.
  mutating func openObject(_ layout: JSONValue.Layout = .inline) {
    open(UInt8(ascii: "{"), layout)
  }

  /// Closes the object that was opened last.
  mutating func closeObject() { close(UInt8(ascii: "}")) }

  /// Opens a list.
  mutating func openList(_ layout: JSONValue.Layout = .inline) {
    open(UInt8(ascii: "["), layout)
  }

  /// Closes the list that was opened last.
  mutating func closeList() { close(UInt8(ascii: "]")) }

  /// Makes ready for the next member of what is open.
  mutating func member() {
    guard let level = levels.last else { return }
    levels.fill()
    if !level.isEmpty { bytes.append(UInt8(ascii: ",")) }
    if isCompact { return }
    if level.isOfLines {
      startLine()
    } else if !level.isEmpty {
      bytes.append(UInt8(ascii: " "))
    }
  }

  /// Makes ready for the value of a key.
  mutating func key(_ key: String) {
    member()
    append(key)
    endKey()
  }

  /// Makes ready for the value of a key that has been written before, in its quotes.
  mutating func key(written key: [UInt8]) {
    member()
    bytes.append(key)
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if !isCompact { bytes.append(UInt8(ascii: " ")) }
  }

  /// A text.
  mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    JSONString.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Text that is JSON already: a number, `null`.
  mutating func raw(_ text: String) { bytes.append(text) }

  /// A whole number.
  mutating func append(whole number: Int64) { Digits.append(number, to: &bytes) }

  /// A day: `"2026-01-19"`.
  mutating func append(_ day: CivilDay) {
    bytes.append(UInt8(ascii: "\""))
    Digits.append(day, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// An amount of so many øre as a number in kroner: two decimals; more, up to six, where the
  /// amount is no whole number of øre.
  mutating func append(kroner ore: Ratio) {
    if let whole = ore.whole {
      Digits.append(hundredths: whole, to: &bytes)
    } else {
      raw(Kroner.json(ore))
    }
  }

  private mutating func open(_ bracket: UInt8, _ layout: JSONValue.Layout) {
    bytes.append(bracket)
    levels.open(ofLines: layout == .lines)
    if layout == .lines { indent += 1 }
  }

  private mutating func close(_ bracket: UInt8) {
    if let level = levels.close(), level.isOfLines {
      indent -= 1
      if !level.isEmpty, !isCompact { startLine() }
    }
    bytes.append(bracket)
  }

  private mutating func startLine() {
    newLine()
    bytes.append(repeating: UInt8(ascii: " "), count: 2 * indent)
  }
}

/// The objects and lists that are open, two bits for each: reports nest less than 64 deep.
private struct JSONLevels {
  /// An object or list that has not been closed.
  struct Level {
    let isOfLines: Bool
    let isEmpty: Bool
  }

  private var lines: UInt64 = 0
  private var filled: UInt64 = 0
  private var depth = 0

  /// The level that was opened last.
  var last: Level? {
    depth == 0 ? nil : Level(isOfLines: lines & 1 == 1, isEmpty: filled & 1 == 0)
  }

  /// Notes that the last level has a member.
  mutating func fill() { filled |= 1 }

  mutating func open(ofLines isOfLines: Bool) {
    precondition(depth < UInt64.bitWidth, "JSON that nests too deep to be written")
    depth += 1
    lines = lines << 1 | (isOfLines ? 1 : 0)
    filled <<= 1
  }

  mutating func close() -> Level? {
    guard let level = last else { return nil }
    depth -= 1
    lines >>= 1
    filled >>= 1
    return level
  }
}
