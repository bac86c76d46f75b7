/// Writes the little XML that a report for pipelines needs.
///
/// Foundation has an XML library, but linking it makes every start of the program slower, and a
/// gate has to answer at once.
struct XMLWriter {
  private(set) var text = ""
  private var open: [String] = []

  /// What stands at the head of a document.
  mutating func declaration() { text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }

  /// Opens an element, that is closed after its contents.
  mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    tag(name, attributes)
    text += ">\n"
    open.append(name)
  }

  /// Closes the element that was opened last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    text += indent + "</\(name)>\n"
  }

  /// An element without others in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ contents: String? = nil
  ) {
    tag(name, attributes)
    guard let contents, !contents.isEmpty else {
      text += "/>\n"
      return
    }
    text += ">" + Self.escaped(contents) + "</\(name)>\n"
  }

  /// What has been written since the last time.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += indent + "<" + name
    for (key, value) in attributes {
      text += " \(key)=\"" + Self.escaped(value, isAttribute: true) + "\""
    }
  }

  private var indent: String { String(repeating: "  ", count: open.count) }

  /// Text that a parser gives back as it was; what XML 1.0 has no way to write is replaced.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.replacing(where: isForbidden).unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: escaped.append(contentsOf: "&quot;".unicodeScalars)
      // A parser would make a space of these in an attribute, and a line feed of a carriage return.
      case "\t" where isAttribute, "\n" where isAttribute, "\r":
        escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Whether XML 1.0 leaves a character out (its production 2).
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": true
    default: false
    }
  }
}
