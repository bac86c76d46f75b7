/// A line of a table by RFC 4180: commas between, CR LF at the end.
enum CSVLine {
  /// A cell.
  enum Cell {
    /// Text from cases or rules.
    case text(String)
    /// What the program writes itself: a number, a day.
    case plain(String)
  }

  /// The cells as a line.
  static func text(_ cells: [Cell]) -> String {
    cells.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .plain(let text): text
    case .text(let text): quoted(guarded(text.replacing { $0 == "\0" }))
    }
  }

  /// A text that no spreadsheet takes for a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) ? "'" + text : text
  }

  /// A text between quotes where it has to be, scalar by scalar: a quote with an accent above it is
  /// one character to Swift and still a quote to a reader.
  private static func quoted(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
