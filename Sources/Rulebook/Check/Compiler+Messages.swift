import Casebook
import Values

extension Compiler {
  /// The sentences of a limb, their holes compiled.
  func texts(
    _ syntax: LimbSyntax, _ rule: RuleSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> (nb: [MessagePart], en: [MessagePart]) {
    guard let texts = syntax.texts else {
      throw Diagnostic(
        "`\(rule.name.text)` says nothing when it fails", at: rule.name.span,
        help: "write `nb \"…\"` and `en \"…\"` below the verdict")
    }
    return (try message(texts.nb, &environment), try message(texts.en, &environment))
  }

  private static let slots: Set<String> = [
    "expected", "actual", "lacking", "charged", "limit", "excess",
  ]

  private func message(
    _ text: Name, _ environment: inout Environment
  ) throws(Diagnostic) -> [MessagePart] {
    let file = text.span.file
    var parts: [MessagePart] = []
    var start = text.span.range.lowerBound + 1
    let end = text.span.range.upperBound - 1
    while let open = file.bytes[start..<end].firstIndex(of: UInt8(ascii: "{")) {
      guard let close = file.bytes[open..<end].firstIndex(of: UInt8(ascii: "}")) else {
        throw Diagnostic("this hole is never closed", at: Span(file, open..<end), help: "write `}`")
      }
      if open > start { parts.append(.text(file.text(start..<open))) }
      parts.append(try hole(file, (open + 1)..<close, &environment))
      start = close + 1
    }
    if start < end { parts.append(.text(file.text(start..<end))) }
    return parts
  }

  private func hole(
    _ file: SourceFile, _ range: Range<Int>, _ environment: inout Environment
  ) throws(Diagnostic) -> MessagePart {
    if Self.slots.contains(file.text(range)) { return .slot(file.text(range)) }
    var parser = try Parser(file, range)
    let expression = try parser.expression()
    guard parser.current.kind == .end else {
      throw parser.unexpected("`}`", "the end of the hole")
    }
    return .value(try compile(expression, &environment))
  }
}
