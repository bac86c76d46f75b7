import Casebook
import Values

extension Compiler {
  /// The measure of a limb; nothing for one that judges.
  func measure(_ syntax: LimbSyntax) throws(Diagnostic) -> Measure? {
    guard let measure = syntax.measure else { return nil }
    if let test = syntax.tests.first(where: { if case .limit = $0.form { true } else { false } }) {
      throw Diagnostic(
        "a measure counts what meets a test, and takes no money", at: test.span,
        help: "write `require` or `forbid`")
    }
    guard let texts = syntax.texts else { return nil }
    for text in [texts.nb, texts.en] where text.text.contains("{") {
      throw Diagnostic(
        "a measure speaks of many subjects and says what is counted, without holes", at: text.span,
        help: "write plain words, as \"Calls answered within 30 seconds.\"")
    }
    return Measure(
      party: measure.party.text, needs: measure.needs, reference: measure.reference,
      label: Label(nb: texts.nb.text, en: texts.en.text))
  }
}
