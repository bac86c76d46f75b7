/// Lines of a report for people: wrapped, indented, painted.
struct Page {
  /// The most characters on a line, unless one word is longer.
  static let width = 100

  let style: Style
  private(set) var text = ""

  init(style: Style) { self.style = style }

  /// An empty line; two in a row become one.
  mutating func blank() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Text from an indent on; further lines stand `hanging` deeper.
  mutating func paragraph(
    _ words: String, indent: Int = 0, hanging: Int = 0, _ role: Style.Role = .ordinary
  ) {
    let first = Self.width - indent
    for (index, line) in Self.wrapped(words, first: first, rest: first - hanging).enumerated() {
      let margin = String(repeating: " ", count: index == 0 ? indent : indent + hanging)
      text += margin + style.paint(line, role) + "\n"
    }
  }

  /// A name and what it has, the values of several names below each other.
  mutating func entry(
    _ name: String, _ value: String, indent: Int, column: Int, _ role: Style.Role = .ordinary
  ) {
    let gap = String(repeating: " ", count: max(2, column - indent - name.count))
    let margin = indent + name.count + gap.count
    let lines = Self.wrapped(value, first: Self.width - margin, rest: Self.width - column)
    for (index, line) in lines.enumerated() {
      let start =
        index == 0
        ? String(repeating: " ", count: indent) + style.paint(visible(name), .faint) + gap
        : String(repeating: " ", count: column)
      text += start + style.paint(line, role) + "\n"
    }
  }

  /// A line that is already as wide as it should be, of pieces with their roles.
  mutating func line(_ pieces: [(text: String, role: Style.Role)], indent: Int = 0) {
    text += String(repeating: " ", count: indent)
    for piece in pieces { text += style.paint(visible(piece.text), piece.role) }
    text += "\n"
  }

  /// Breaks text at spaces; a word wider than the line stands alone on it.
  static func wrapped(_ words: String, first: Int, rest: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    let (shown, isPlain) = (visible(words), words.isPlain)
    for word in isPlain ? shown.plainWords : shown.split(separator: " ") {
      let width = lines.isEmpty ? first : rest
      let count = isPlain ? word.unicodeScalars.count : word.count
      if length > 0, length + 1 + count > width {
        lines.append(line)
        (line, length) = ("", 0)
      }
      if length > 0 { line += " " }
      line.append(contentsOf: word)
      length += (length > 0 ? 1 : 0) + count
    }
    return lines + [line]
  }
}

extension String {
  /// Whether each scalar is a character by itself: letters of Europe, signs, dashes and quotation
  /// marks, of which none joins another. Most text is, and is taken apart much faster.
  fileprivate var isPlain: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20..<0x7F, 0xA0..<0x300, 0x2010...0x2027: true
      default: false
      }
    }
  }

  /// What stands between spaces, where each scalar is a character by itself.
  fileprivate var plainWords: [Substring] {
    utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
  }
}

/// The text without what could steer a terminal or hide what it says: control characters and marks
/// that turn the direction of writing become visible replacements.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Text filled up with spaces to a width; numbers stand to the right.
func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
  let space = String(repeating: " ", count: max(0, width - text.count))
  return right ? space + text : text + space
}
