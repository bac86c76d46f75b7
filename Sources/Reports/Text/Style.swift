/// Whether and how a report for people is coloured.
public struct Style: Sendable {
  /// No colour: for files, pipes and tests.
  public static let plain = Style(isColoured: false)
  /// ANSI colours: for a terminal.
  public static let coloured = Style(isColoured: true)

  private let isColoured: Bool

  /// What a piece of text is, so that one place decides how it looks.
  enum Role: String {
    case breach = "1;31"
    case practice = "1;33"
    case advice = "1;36"
    case good = "1;32"
    case heading = "1"
    case faint = "2"
    case ordinary = ""
  }

  /// The text as its role looks.
  func paint(_ text: String, _ role: Role) -> String {
    guard isColoured, role != .ordinary, !text.isEmpty else { return text }
    return "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m"
  }
}
