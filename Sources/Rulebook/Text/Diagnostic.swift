/// Something wrong in a rule document: where, what, and what to do about it.
public struct Diagnostic: Error, Sendable {
  /// What is wrong, in the writer's words.
  public let message: String
  /// Where.
  public let span: Span
  /// What stands right of the carets.
  public let label: String
  /// What to do.
  public let help: String?
  /// Whether it is told where it first comes up only: a name that is not there.
  let isOfName: Bool

  init(
    _ message: String, at span: Span, label: String = "", help: String? = nil,
    isOfName: Bool = false
  ) {
    self.message = message
    self.isOfName = isOfName
    self.span = span
    self.label = label
    self.help = help
  }

  /// The diagnostic as the compiler prints it: message, place, the line with carets, help.
  public var rendered: String {
    let (line, column) = span.file.position(of: span.range.lowerBound)
    let source = span.file.line(line)
    let width = max(
      1, min(span.text.split(separator: "\n").first?.count ?? 1, source.count - column + 1))
    let gutter = String(repeating: " ", count: String(line).count + 4)
    let carets = String(repeating: " ", count: column - 1) + String(repeating: "^", count: width)
    var text = "error: \(message)\n  \(span.file.path):\(line):\(column)\n"
    text += "   \(line) | \(source)\n\(gutter)| \(carets)\(label.isEmpty ? "" : " " + label)\n"
    if let help { text += "  help: \(help)\n" }
    return text
  }
}

/// Collects what is wrong in a rule set, so that one run shows everything.
final class DiagnosticSink {
  private(set) var all: [Diagnostic] = []

  /// How many there are, those that are not shown included.
  var count: Int { all.count }

  func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Runs a step and keeps its fault instead of stopping.
  func collect<Result>(_ step: () throws(Diagnostic) -> Result) -> Result? {
    do { return try step() } catch {
      all.append(error)
      return nil
    }
  }
}

extension DiagnosticSink {
  func report(_ diagnostics: [Diagnostic]) { diagnostics.forEach(report) }
}
