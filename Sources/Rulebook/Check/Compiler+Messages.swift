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
    return (message(texts.nb, &environment), message(texts.en, &environment))
  }

  private static let slots: Set<String> = [
    "expected", "actual", "lacking", "charged", "limit", "excess",
  ]

  private func message(
    _ text: Name, _ environment: inout Environment
  ) -> [MessagePart] {
    let file = text.span.file
    var parts: [MessagePart] = []
    var start = text.span.range.lowerBound + 1
    let end = text.span.range.upperBound - 1
    while let open = file.bytes[start..<end].firstIndex(of: UInt8(ascii: "{")) {
      guard let close = file.bytes[open..<end].firstIndex(of: UInt8(ascii: "}")) else {
        sink.report(
          Diagnostic("this hole is never closed", at: Span(file, open..<end), help: "write `}`"))
        return parts
      }
      if open > start { parts.append(.text(file.text(start..<open))) }
      let hole = recover(&environment) { scope throws(Diagnostic) in
        try self.hole(file, (open + 1)..<close, &scope)
      }
      if let hole { parts.append(hole) }
      start = close + 1
    }
    if start < end { parts.append(.text(file.text(start..<end))) }
    return parts
  }

  private func hole(
    _ file: SourceFile, _ range: Range<Int>, _ environment: inout Environment
  ) throws(Diagnostic) -> MessagePart {
    if Self.slots.contains(file.text(range)) { return .slot(file.text(range)) }
    var parser = Parser(file, range)
    let expression = try parser.expression()
    guard parser.current.kind == .end else {
      throw parser.unexpected("`}`", "the end of the hole")
    }
    if let fault = parser.faults.first { throw fault }
    if case .path(let names, let arguments) = expression.form, names.count == 1, arguments.isEmpty,
      environment.variables[names[0].text] == nil, definitions[names[0].text] == nil,
      let near = nearestName(to: names[0].text, among: Self.slots.sorted())
    {
      throw Diagnostic(
        "nothing is called `\(names[0].text)` here", at: names[0].span,
        label: "did you mean `\(near)`?",
        help: "braces hold an expression, or one of \(Self.slots.sorted().joined(separator: ", "))")
    }
    return .value(try compile(expression, &environment))
  }
}
