/// A JSON value about to be written; keys keep their order.
indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  /// A number as it is to stand there, so that no digit is lost.
  case number(String)
  case string(String)
  case list([JSONValue], Layout = .inline)
  case object([(key: String, value: JSONValue)], Layout = .inline)

  /// Whether members stand on one line or each on its own.
  enum Layout: Sendable { case inline, lines }

  /// The value as text; lines below the first stand `indent` steps of two spaces in.
  func text(indent: Int = 0) -> String {
    var text = ""
    write(to: &text, indent)
    return text
  }

  private func write(to text: inout String, _ indent: Int) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): Self.write(string, to: &text)
    case .list(let members, let layout):
      Self.write(members, "[", "]", layout, to: &text, indent) { member, text, indent in
        member.write(to: &text, indent)
      }
    case .object(let members, let layout):
      Self.write(members, "{", "}", layout, to: &text, indent) { member, text, indent in
        Self.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent)
      }
    }
  }

  private static func write<Member>(
    _ members: [Member], _ opening: String, _ closing: String, _ layout: Layout,
    to text: inout String, _ indent: Int, _ write: (Member, inout String, Int) -> Void
  ) {
    text += opening
    let inner = layout == .lines ? indent + 1 : indent
    for (index, member) in members.enumerated() {
      if index > 0 { text += layout == .lines ? "," : ", " }
      if layout == .lines { text += newline(inner) }
      write(member, &text, inner)
    }
    if layout == .lines, !members.isEmpty { text += newline(indent) }
    text += closing
  }

  static func newline(_ indent: Int) -> String { "\n" + String(repeating: "  ", count: indent) }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
