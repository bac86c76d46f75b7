/// Undoes the escapes of JSON strings that are known to be well-formed.
struct StringDecoder {
  private var text: [UInt8] = []

  /// The bytes of a string's contents without escapes; lone surrogates become U+FFFD.
  mutating func decode(_ bytes: [UInt8], _ contents: Range<Int>) -> [UInt8] {
    text.removeAll(keepingCapacity: true)
    var at = contents.lowerBound
    while at < contents.upperBound {
      guard bytes[at] == ASCII.backslash, at + 1 < contents.upperBound else {
        text.append(bytes[at])
        at += 1
        continue
      }
      if bytes[at + 1] == UInt8(ascii: "u") {
        at = unicode(bytes, at, contents.upperBound)
      } else {
        text.append(Self.plain(bytes[at + 1]))
        at += 2
      }
    }
    return text
  }

  /// What `\b`, `\n`, … stand for.
  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    default: letter
    }
  }

  /// Appends what `\uhhhh`, or a pair of them, stands for; returns where the text goes on.
  private mutating func unicode(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    guard let first = hexadecimal(bytes, at + 2, end) else {
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return min(at + 2, end)
    }
    if (0xD800..<0xDC00).contains(first), at + 12 <= end,
      bytes[at + 6] == ASCII.backslash, bytes[at + 7] == UInt8(ascii: "u"),
      let second = hexadecimal(bytes, at + 8, end), (0xDC00..<0xE000).contains(second)
    {
      append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      return at + 12
    }
    append(first)
    return at + 6
  }

  private mutating func append(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    if let encoded = UTF8.encode(scalar) { text.append(contentsOf: encoded) }
  }
}

/// The number of four hexadecimal digits, or nil.
func hexadecimal(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt32? {
  guard start + 4 <= end else { return nil }
  var value: UInt32 = 0
  for byte in bytes[start..<(start + 4)] {
    switch byte {
    case 48...57: value = value << 4 | UInt32(byte - 48)
    case 65...70: value = value << 4 | UInt32(byte - 55)
    case 97...102: value = value << 4 | UInt32(byte - 87)
    default: return nil
    }
  }
  return value
}
