import Casebook
import Rulebook

/// The Swift file that carries the documents and their compiled program.
func generatedSource(_ documents: [Document], in folder: String) throws(Failure) -> String {
  let ruleSet = RuleSet(documents: documents.map { ($0.path, $0.text) })
  let (program, diagnostics) = ruleSet.compiled(with: .standard)
  guard diagnostics.isEmpty else { throw Failure(diagnostics, in: folder) }
  let image = String(decoding: ruleSet.image(of: program), as: UTF8.self)
  let rows = documents.map { "  (\(literal($0.path)), \(literal($0.text))),\n" }.joined()
  return """
    // Written by embed-rules from rules/ at build time. Do not edit.

    /// The documents of rules/ as they stood when the program was built, by relative path.
    let embeddedRuleDocuments: [(path: String, text: String)] = [
    \(rows)]

    /// The version of these documents, as reports print it.
    let embeddedRulesVersion = "\(ruleSet.version)"

    /// Their compiled program. A literal holds it, because the compiler takes minutes over an array
    /// as long.
    let embeddedRulesImage = \(literal(image))

    """
}

extension Failure {
  /// What is wrong in the documents, each as a compiler's message and the line it is about.
  init(_ diagnostics: [Diagnostic], in folder: String) {
    self.init(
      diagnostics.map { diagnostic in
        let span = diagnostic.span
        let (line, column) = span.file.position(of: span.range.lowerBound)
        let path = folder + span.file.path.dropFirst("rules/".count)
        let shown = diagnostic.rendered.split(separator: "\n").dropFirst(2).joined(separator: "\n")
        return "\(path):\(line):\(column): error: \(diagnostic.message)\n\(shown)"
      }.joined(separator: "\n"))
  }
}

/// A one-line literal that the compiler reads back to exactly the same text.
///
/// What is not plainly visible is escaped: controls, which the compiler refuses or editors change;
/// line separators; marks that join or turn the characters around them.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case " "..."~": result.unicodeScalars.append(scalar)
    default:
      if isVisible(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
  return result + "\""
}

/// Whether a scalar outside ASCII stands on its own: a letter, number, sign or symbol.
private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator, .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
    false
  default: scalar.value > 127
  }
}
