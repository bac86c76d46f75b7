/// The bytes that JSON gives a meaning, and how text is shown in a one-line message.
enum ASCII {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let brace = UInt8(ascii: "{")
  static let endBrace = UInt8(ascii: "}")
  static let bracket = UInt8(ascii: "[")
  static let endBracket = UInt8(ascii: "]")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let newline = UInt8(ascii: "\n")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
  static let `true` = Array("true".utf8)
  static let `false` = Array("false".utf8)
  static let null = Array("null".utf8)

  /// Whether JSON allows this byte between tokens.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 13 || byte == 9
  }
}

/// Text without anything that would break a line or hide itself.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isHidden($0) }) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Controls, line and paragraph separators, and marks that reorder or hide text.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
  default: false
  }
}

/// A key or id as a step of a JSON pointer (RFC 6901).
func pointerStep(_ key: String) -> String {
  guard key.contains(where: { $0 == "~" || $0 == "/" }) else { return key }
  return key.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
}
