import Values

/// Reads the tokens of one block; each kind of declaration has its own extension.
struct Parser {
  var tokens: [Token]
  var index = 0
  /// What was wrong and could be read all the same.
  var faults: [Diagnostic] = []

  init(_ file: SourceFile, _ range: Range<Int>) {
    (tokens, faults) = Lexer.tokens(in: file, range)
  }

  /// Words that end a list or an expression and cannot be names of things.
  static let reserved: Set<String> = [
    "after", "and", "as", "at", "because", "before", "between", "called", "count", "dated",
    "default", "define", "earlier", "earliest", "else", "exception", "each", "every", "false",
    "first", "for", "forbid", "from", "has", "if", "in", "instead", "is", "large", "larger",
    "largest", "last", "later", "latest", "left", "let", "limit", "long-ago", "meets", "nb",
    "never", "no",
    "not", "of", "or", "otherwise", "over", "part", "require", "rounded", "rule", "smaller",
    "smallest", "some", "sum", "through", "to", "today", "tolerating", "true", "unknown", "when",
    "where",
  ]

  var current: Token { tokens[index] }
  var span: Span { tokens[index].span }
  func peek(_ ahead: Int = 1) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  func isWord(_ word: String, ahead: Int = 0) -> Bool {
    peek(ahead).kind == .name(word)
  }

  func isSign(_ sign: String, ahead: Int = 0) -> Bool { peek(ahead).kind == .sign(sign) }

  mutating func advance() -> Token {
    defer { if index < tokens.count - 1 { index += 1 } }
    return tokens[index]
  }

  mutating func take(word: String) -> Bool {
    guard isWord(word) else { return false }
    _ = advance()
    return true
  }

  mutating func take(words: String...) -> Bool {
    guard words.indices.allSatisfy({ isWord(words[$0], ahead: $0) }) else { return false }
    index += words.count
    return true
  }

  mutating func take(sign: String) -> Bool {
    guard isSign(sign) else { return false }
    _ = advance()
    return true
  }

  mutating func expect(word: String, _ purpose: String) throws(Diagnostic) {
    guard take(word: word) else { throw unexpected("`\(word)`", purpose) }
  }

  mutating func expect(sign: String, _ purpose: String) throws(Diagnostic) {
    guard take(sign: sign) else { throw unexpected("`\(sign)`", purpose) }
  }

  /// A name that is no reserved word.
  mutating func name(_ purpose: String) throws(Diagnostic) -> Name {
    guard case .name(let text) = current.kind else { throw unexpected("a name", purpose) }
    guard !Self.reserved.contains(text) else {
      throw Diagnostic(
        "`\(text)` is a word of the language and cannot be \(purpose)", at: span,
        help: "choose another name")
    }
    return Name(text: text, span: advance().span)
  }

  /// A name after a dot or of a value, where reserved words are allowed.
  mutating func anyName(_ purpose: String) throws(Diagnostic) -> Name {
    guard case .name(let text) = current.kind else { throw unexpected("a name", purpose) }
    return Name(text: text, span: advance().span)
  }

  mutating func text(_ purpose: String) throws(Diagnostic) -> Name {
    guard case .text(let text) = current.kind else { throw unexpected("a quoted text", purpose) }
    return Name(text: text, span: advance().span)
  }

  mutating func names(_ purpose: String) throws(Diagnostic) -> [Name] {
    var names = [try anyName(purpose)]
    while isSign(","), case .name = peek().kind {
      _ = advance()
      names.append(try anyName(purpose))
    }
    return names
  }

  func unexpected(_ wanted: String, _ purpose: String) -> Diagnostic {
    Diagnostic(
      "found \(current.shown) where \(wanted) was expected", at: span,
      label: "expected \(wanted): \(purpose)")
  }
}
