import Values

extension Parser {
  mutating func expression() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    var parts = [try conjunction()]
    while take(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : made(.any(parts), from: start)
  }

  private mutating func conjunction() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    var parts = [try unit()]
    while take(word: "and") { parts.append(try unit()) }
    return parts.count == 1 ? parts[0] : made(.all(parts), from: start)
  }

  private mutating func unit() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    if take(word: "not") { return made(.not(try unit()), from: start) }
    if let quantifier = try quantifier() {
      return made(.quantified(quantifier, try list()), from: start)
    }
    let left = try sum()
    return try comparison(left, from: start)
  }

  private mutating func quantifier() throws(Diagnostic) -> ExpressionSyntax.Quantifier? {
    if take(word: "some") { return .some }
    if take(word: "no") { return .no }
    if take(words: "at", "least") { return .atLeast(try argument()) }
    if take(words: "at", "most") { return .atMost(try argument()) }
    return nil
  }

  private mutating func comparison(
    _ left: ExpressionSyntax, from start: Span
  ) throws(Diagnostic) -> ExpressionSyntax {
    if take(sign: Lexer.unequal) {
      if take(word: "none") { return made(.test(left, .none, negated: true), from: start) }
      let equal = made(.comparison(.equal, left, try sum()), from: start)
      return made(.not(equal), from: start)
    }
    if case .sign(let sign) = current.kind, let order = Comparison(rawValue: sign) {
      _ = advance()
      return made(.comparison(order, left, try sum()), from: start)
    }
    if take(word: "has") {
      let every = take(word: "every")
      var wanted = [try argument()]
      while isSign(","), case .name = peek().kind {
        _ = advance()
        wanted.append(try argument())
      }
      return made(.has(left, every: every, wanted), from: start)
    }
    if take(words: "meets", "rules", "of") {
      let source: Name? =
        if case .name = current.kind { try anyName("a source of law") } else { nil }
      guard case .section(let section) = current.kind else {
        throw unexpected("a section such as `§ 9`", "whose rules are to be met")
      }
      _ = advance()
      return made(.meets(left, source: source, section: section), from: start)
    }
    guard take(word: "is") else { return left }
    return try isTest(left, from: start)
  }

  private mutating func isTest(
    _ left: ExpressionSyntax, from start: Span
  ) throws(Diagnostic) -> ExpressionSyntax {
    let negated = take(word: "not")
    let test: ExpressionSyntax.IsTest
    if take(word: "none") {
      test = .none
    } else if take(words: "one", "of") {
      test = .oneOf(try names("one of the values"))
    } else if take(word: "from") {
      let low = try sum()
      try expect(word: "through", "the highest value follows")
      test = .between(low, try sum())
    } else {
      let name = try anyName("a value, or the name of a flag")
      test = .name(name, on: take(word: "on") ? try argument() : nil)
    }
    return made(.test(left, test, negated: negated), from: start)
  }

  mutating func sum() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    var left = try product()
    while isSign("+") || isSign("-") {
      let operation: Operator = advance().kind == .sign("+") ? .plus : .minus
      left = made(.arithmetic(operation, left, try product()), from: start)
    }
    return left
  }

  private mutating func product() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    var left = try ended()
    while isSign("*") || isSign("/") {
      let operation: Operator = advance().kind == .sign("*") ? .times : .over
      left = made(.arithmetic(operation, left, try ended()), from: start)
    }
    return left
  }

  private mutating func ended() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    var value = try primary()
    if take(word: "else") { value = made(.otherwise(value, try primary()), from: start) }
    if take(words: "if", "unknown") {
      if take(word: "between") {
        let low = try sum()
        try expect(word: "and", "the upper limit follows")
        value = made(.ifUnknownBetween(value, low, try sum()), from: start)
      } else {
        value = made(.ifUnknown(value, try primary()), from: start)
      }
    }
    if take(word: "rounded") { value = try rounded(value, from: start) }
    return value
  }

  private mutating func rounded(
    _ value: ExpressionSyntax, from start: Span
  ) throws(Diagnostic) -> ExpressionSyntax {
    let rounding: Ratio.Rounding
    if take(words: "half", "up") {
      rounding = .halfUp
    } else if take(words: "half", "even") {
      rounding = .halfEven
    } else if take(word: "down") {
      rounding = .down
    } else {
      throw unexpected("`half up`, `half even` or `down`", "how to round")
    }
    try expect(word: "to", "the unit to round to follows")
    return made(.rounded(value, rounding, to: try primary()), from: start)
  }

  mutating func made(_ form: ExpressionSyntax.Form, from start: Span) -> ExpressionSyntax {
    ExpressionSyntax(form: form, span: start.through(tokens[max(index - 1, 0)].span))
  }
}
