/// Lines of a manual page in mdoc(7).
struct Mdoc {
  private(set) var text = ""

  /// The widest line, which no reader of pages minds.
  private static let width = 78

  /// A macro with its arguments, which are escaped; one with a space in it is quoted.
  mutating func macro(_ name: String, _ arguments: String...) {
    let words = arguments.map { argument in
      let escaped = Self.escaped(argument)
      return argument.contains(" ") ? "\"" + escaped.replacing("\"", with: "\\(dq") + "\"" : escaped
    }
    text += (["." + name] + words).joined(separator: " ") + "\n"
  }

  /// A line that is already mdoc.
  mutating func raw(_ line: String) { text += line + "\n" }

  /// Running text: each sentence begins a line, and long ones are broken.
  mutating func prose(_ words: String) {
    var line = ""
    func isEnd(_ word: Substring) -> Bool { ".!?".contains(word.last ?? " ") && word.count > 1 }
    for word in words.split(whereSeparator: \.isWhitespace) {
      let escaped = Self.escaped(String(word))
      if !line.isEmpty, line.count + 1 + escaped.count > Self.width {
        text += Self.guarded(line) + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + escaped
      if isEnd(word) {
        text += Self.guarded(line) + "\n"
        line = ""
      }
    }
    if !line.isEmpty { text += Self.guarded(line) + "\n" }
  }

  /// A line of a shell, as it is to be typed.
  mutating func literal(_ line: String) { macro("Dl", line) }

  /// A line of text that begins with no control character.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// The text with every character as roff writes it.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "`": "\\(ga"
      case "'": "\\(aq"
      case "~": "\\(ti"
      case "^": "\\(ha"
      case "\u{20}"..."\u{7E}": String(scalar)
      default: "\\[u" + Self.hexadecimal(scalar.value) + "]"
      }
    }.joined()
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
