import Casebook
import Values

extension Parser {
  /// Reads a whole block. A declaration with a fault is left out, and the next one read.
  static func read(
    _ file: SourceFile, _ range: Range<Int>, into declarations: inout Declarations,
    _ sink: DiagnosticSink
  ) {
    var parser = Parser(file, range)
    var result = Declarations()
    var last: (start: Int, before: Declarations)?
    while parser.current.kind != .end {
      let start = parser.index
      if let cut = last, !parser.isDeclarationWord {
        // What stands here belongs to the declaration above, which is not whole.
        result = cut.before
        parser.noteBroken(from: cut.start, in: &result)
      }
      last = nil
      do {
        let before = result
        try parser.declaration(into: &result)
        last = (start, before)
      } catch {
        let hasReported = parser.tokens[start...parser.index].contains { $0.kind == .fault }
        if !hasReported { sink.report(error) }
        parser.noteBroken(from: start, in: &result)
        parser.skip(from: start)
      }
    }
    declarations.add(result)
    sink.report(parser.faults)
  }

  static let declarationWords: Set<String> = [
    "choice", "consequence", "define", "rule", "exception",
  ]

  private var isDeclarationWord: Bool {
    if case .name(let word) = current.kind { Self.declarationWords.contains(word) } else { false }
  }

  /// Keeps the name of a declaration that could not be read.
  private func noteBroken(from start: Int, in result: inout Declarations) {
    guard case .name(let kind) = tokens[start].kind else { return }
    let isWord = Self.declarationWords.contains(kind)
    // Without its word, what stands here may be the name.
    if !isWord { result.broken.append((nil, kind)) }
    if start + 1 < tokens.count, case .name(let name) = tokens[start + 1].kind {
      result.broken.append((isWord ? kind : nil, name))
    }
  }

  private mutating func declaration(into result: inout Declarations) throws(Diagnostic) {
    switch current.kind {
    case .name("choice"): result.choices.append(try choice())
    case .name("consequence"): result.consequences.append(try consequence())
    case .name("define"): try definition(into: &result)
    case .name("rule"): result.rules.append(try rule())
    case .name("exception"): result.exceptions.append(try exception())
    default:
      throw Diagnostic(
        "found \(current.shown) where a declaration begins", at: span,
        label: nearestName(to: span.text, among: Self.declarationWords.sorted())
          .map { "did you mean `\($0)`?" } ?? "",
        help: "a block holds `define`, `rule`, `exception`, `choice` and `consequence`")
    }
  }

  /// Goes on to the next token after this one that begins a declaration.
  private mutating func skip(from start: Int) {
    index = start + 1
    while current.kind != .end, !beginsDeclaration { index += 1 }
  }

  /// Whether a declaration begins here: its word, first on its line.
  var beginsDeclaration: Bool {
    guard index == 0 || span.line > tokens[index - 1].span.line else { return false }
    switch current.kind {
    case .name("define"), .name("rule"), .name("exception"): return true
    case .name("choice"): return isSign("=", ahead: 2)
    case .name("consequence"): return isWord("of", ahead: 2)
    case .name:
      // The head of a rule without its word.
      if case .law = peek().kind { return true } else { return false }
    default: return false
    }
  }

  mutating func choice() throws(Diagnostic) -> ChoiceSyntax {
    _ = advance()
    let name = try name("the name of the choice")
    try expect(sign: "=", "the readings follow")
    var readings: [Name] = []
    var unit: Name?
    repeat {
      if take(words: "number", "of") {
        unit = try anyName("the unit of the number")
      } else {
        readings.append(try anyName("a reading"))
      }
    } while take(sign: "|")
    try expect(word: "default", "which reading holds when nothing is chosen")
    let standard = try anyName("a reading, or `open`")
    try expect(word: "because", "why the law leaves it open, in quotes")
    return ChoiceSyntax(
      name: name, readings: readings, numberUnit: unit, standard: standard,
      because: try text("the reason").text)
  }

  mutating func consequence() throws(Diagnostic) -> ConsequenceSyntax {
    _ = advance()
    let name = try name("the name of the consequence")
    try expect(word: "of", "`of claim` says what it strikes")
    return ConsequenceSyntax(name: name, of: try anyName("`claim`"), texts: try texts())
  }

  mutating func texts() throws(Diagnostic) -> TextsSyntax {
    try expect(word: "nb", "the sentence in Norwegian")
    let nb = try text("the sentence in Norwegian")
    try expect(word: "en", "the sentence in English")
    return TextsSyntax(nb: nb, en: try text("the sentence in English"))
  }

  mutating func definition(into result: inout Declarations) throws(Diagnostic) {
    _ = advance()
    let name = try name("the name of the definition")
    guard isWord("of") || isWord("at") || isWord("on") else {
      return result.nouns.append(try noun(name))
    }
    let of = take(word: "of") ? try self.name("what the definition is of") : nil
    let atAmount = take(words: "at", "amount")
    let onDay = take(words: "on", "day")
    try expect(word: "as", "the value follows")
    var lets: [(name: Name, value: ExpressionSyntax)] = []
    while take(word: "let") {
      let step = try self.name("the name of the step")
      try expect(word: "be", "the value of the step follows")
      lets.append((step, try expression()))
    }
    result.definitions.append(
      DefinitionSyntax(
        name: name, of: of, atAmount: atAmount, onDay: onDay, lets: lets, value: try value()))
  }

  private mutating func noun(_ name: Name) throws(Diagnostic) -> NounSyntax {
    try expect(word: "as", "the kinds of things follow")
    var bases = try names("a kind of thing")
    if take(word: "or") { bases.append(try anyName("a kind of thing")) }
    return NounSyntax(
      name: name, bases: bases, condition: take(word: "where") ? try expression() : nil)
  }

  private mutating func value() throws(Diagnostic) -> DefinitionSyntax.Value {
    if take(word: "each") { return .list(try list()) }
    if isWord("when") {
      var cases: [(when: ExpressionSyntax, then: ExpressionSyntax)] = []
      while take(word: "when") {
        let condition = try expression()
        try expect(sign: ":", "the value when that holds follows")
        cases.append((condition, try expression()))
      }
      try expect(word: "otherwise", "the value when nothing above holds follows")
      return .cases(cases, otherwise: try expression())
    }
    if take(word: "dated") { return try datedValue() }
    return .one(try expression())
  }

  private mutating func datedValue() throws(Diagnostic) -> DefinitionSyntax.Value {
    let day = try expression()
    var cases: [(from: CivilDay, then: ExpressionSyntax)] = []
    while take(word: "from") {
      guard case .day(let from) = current.kind else { throw unexpected("a day", "from that day") }
      let span = advance().span
      if let later = cases.last?.from, later <= from {
        throw Diagnostic(
          "this day is not earlier than the one above", at: span, help: "write the newest first")
      }
      try expect(sign: ":", "the value from that day follows")
      cases.append((from, try expression()))
    }
    try expect(word: "before", "the value before all those days")
    try expect(sign: ":", "the value follows")
    return .dated(day, cases, before: try expression())
  }

  mutating func exception() throws(Diagnostic) -> ExceptionSyntax {
    _ = advance()
    let name = try name("the name of the exception")
    try expect(word: "to", "the rules it sets aside follow")
    var targets = [try target()]
    while take(sign: ",") { targets.append(try target()) }
    let law = try lawReference()
    try expect(word: "of", "the kinds of things it speaks of follow")
    var of = [try anyName("a kind of thing")]
    while isSign(","), !isWord("when", ahead: 1) {
      _ = advance()
      of.append(try anyName("a kind of thing"))
    }
    let onDay = take(words: "on", "day")
    _ = take(sign: ",")
    try expect(word: "when", "the condition follows")
    let condition = try expression()
    return ExceptionSyntax(
      name: name, targets: targets, law: law, of: of, onDay: onDay, condition: condition,
      instead: take(word: "instead") ? try expression() : nil)
  }

  private mutating func target() throws(Diagnostic) -> ExceptionSyntax.Target {
    let start = span
    if take(words: "rules", "of") {
      let source: Name? =
        if case .name = current.kind { try anyName("a source of law") } else { nil }
      var sections: [String] = []
      repeat {
        guard case .section(let section) = current.kind else {
          throw unexpected("a section such as `§ 9`", "whose rules are set aside")
        }
        sections.append(section)
        _ = advance()
      } while nextIsSection()
      return .init(name: nil, parts: [], sections: sections, source: source, span: start)
    }
    let name = try anyName("a rule or definition")
    var parts: [Name] = []
    if take(word: "part") {
      repeat { parts.append(try anyName("a part of the rule")) } while nextIsPart()
    }
    return .init(name: name, parts: parts, sections: [], source: nil, span: start)
  }

  private mutating func nextIsSection() -> Bool {
    guard isSign(","), case .section = peek().kind else { return false }
    _ = advance()
    return true
  }

  /// A comma continues the parts, unless `rules of` or a rule with parts of its own follows.
  private mutating func nextIsPart() -> Bool {
    guard isSign(","), case .name(let text) = peek().kind, text != "rules",
      !isWord("part", ahead: 2)
    else { return false }
    _ = advance()
    return true
  }

  mutating func lawReference() throws(Diagnostic) -> Name {
    guard case .law(let text) = current.kind else {
      throw unexpected("`· § …`", "the place in the law follows on the same line")
    }
    return Name(text: text, span: advance().span)
  }
}
