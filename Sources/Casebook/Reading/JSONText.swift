/// A JSON text being searched for the sake of a message: slow, and tolerant of what comes after.
struct JSONText {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Line and column, both 1-based, of a byte; the column counts characters.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == ASCII.newline {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The token that begins at a byte, as messages show it; lists and objects are only named.
  func token(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    switch bytes[offset] {
    case ASCII.brace: return "an object"
    case ASCII.bracket: return "a list"
    case ASCII.quote: return shown(bytes[offset..<endOfString(from: offset)])
    case let byte where Self.isWord(byte):
      return shown(bytes[offset...].prefix { Self.isWord($0) })
    default:
      let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).prefix(1)
      return "\"\(printable(String(character)))\""
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 43, 45, 46, 95: true
    default: false
    }
  }

  /// At most 40 characters of a token.
  private func shown(_ token: ArraySlice<UInt8>) -> String {
    let text = String(decoding: token.prefix(200), as: UTF8.self)
    if text.count <= 42 { return printable(text) }
    return printable(String(text.prefix(40))) + (token.first == ASCII.quote ? "…\"" : "…")
  }

  /// The byte after the string that begins at a quote, or the end.
  func endOfString(from quote: Int) -> Int {
    var at = quote + 1
    while at < bytes.count, bytes[at] != ASCII.quote {
      at += bytes[at] == ASCII.backslash ? 2 : 1
    }
    return min(at + 1, bytes.count)
  }
}

extension JSONText {
  /// A container that is open at some byte.
  private struct Frame {
    let isList: Bool
    var index = 0
    /// Where the contents of the key stand whose value is being read.
    var key: Range<Int>?
    var expectsKey = true
  }

  /// JSON pointer of the value at a byte, or of the object when a key or its end stands there.
  func pointer(at offset: Int) -> String {
    var frames: [Frame] = []
    var at = 0
    while at < min(offset, bytes.count) {
      let byte = bytes[at]
      if byte == ASCII.quote {
        let end = endOfString(from: at)
        if end > offset || end - at < 2 || bytes[end - 1] != ASCII.quote { break }
        note(key: (at + 1)..<(end - 1), in: &frames)
        at = end
        continue
      }
      follow(byte, in: &frames)
      at += 1
    }
    let steps = frames.compactMap { $0.isList ? String($0.index) : $0.key.map(step) }
    return "/" + steps.joined(separator: "/")
  }

  private func step(_ key: Range<Int>) -> String {
    pointerStep(printable(String(decoding: bytes[key].prefix(80), as: UTF8.self)))
  }

  private func note(key: Range<Int>, in frames: inout [Frame]) {
    guard let last = frames.indices.last, !frames[last].isList, frames[last].expectsKey else {
      return
    }
    frames[last].key = key
    frames[last].expectsKey = false
  }

  private func follow(_ byte: UInt8, in frames: inout [Frame]) {
    switch byte {
    case ASCII.brace: frames.append(Frame(isList: false))
    case ASCII.bracket: frames.append(Frame(isList: true))
    case ASCII.endBrace, ASCII.endBracket: _ = frames.popLast()
    case ASCII.comma:
      guard let last = frames.indices.last else { return }
      frames[last].index += 1
      frames[last].key = nil
      frames[last].expectsKey = true
    default: break
    }
  }
}
