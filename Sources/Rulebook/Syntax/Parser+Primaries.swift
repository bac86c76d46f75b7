import Casebook
import Values

extension Parser {
  mutating func primary() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    switch current.kind {
    case .day(let day):
      _ = advance()
      return made(.day(day), from: start)
    case .clock(let clock):
      _ = advance()
      return made(.clock(clock), from: start)
    case .text(let text):
      _ = advance()
      return made(.text(text), from: start)
    case .number(let number): return try quantity(number)
    case .sign("("): return try bracketed()
    case .name(let word): return try named(word)
    default: throw unexpected("a value", "a day, amount, fact or definition")
    }
  }

  /// Words that are values by themselves.
  static let values: Set<String> = ["true", "false", "never", "long-ago", "today"]

  static let units: Set<String> = [
    "day", "days", "month", "months", "year", "years", "banking-day", "banking-days", "krone",
    "kroner",
  ]

  private mutating func quantity(_ number: Ratio) throws(Diagnostic) -> ExpressionSyntax {
    let start = advance().span
    if isSign("/"), case .number(let bottom) = peek().kind {
      _ = advance()
      let place = advance().span
      guard let fraction = try? number.divided(by: bottom) else {
        throw Diagnostic("this fraction cannot be computed", at: start.through(place))
      }
      return made(.number(fraction), from: start)
    }
    if isSign("%") {
      _ = advance()
      guard let share = try? number.divided(by: Ratio(100)) else {
        throw Diagnostic("this percentage cannot be computed", at: start)
      }
      return made(.number(share), from: start)
    }
    if case .name(let word) = current.kind, Self.units.contains(word) {
      return made(.quantity(number, unit: Name(text: word, span: advance().span)), from: start)
    }
    if let unit = strangeUnit(after: start) {
      return made(.quantity(number, unit: unit), from: start)
    }
    return made(.number(number), from: start)
  }

  private static let otherUnits = [
    "dag": "day", "dager": "days", "uke": "days", "uker": "days", "week": "days", "weeks": "days",
    "mnd": "months", "maaned": "month", "maaneder": "months", "aar": "years", "kr": "kroner",
    "nok": "kroner", "ore": "kroner", "virkedager": "banking-days", "bankdager": "banking-days",
    "business-days": "banking-days",
  ]

  /// A word behind a number that is meant as a unit; it is reported and read as the nearest one.
  private mutating func strangeUnit(after number: Span) -> Name? {
    guard case .name(let word) = current.kind, !Self.reserved.contains(word),
      span.line == number.line,
      let near = Self.otherUnits[word] ?? nearestName(to: word, among: Self.units.sorted())
    else { return nil }
    faults.append(
      Diagnostic(
        "`\(word)` is no unit", at: span, label: "did you mean `\(near)`?",
        help: "units are days, months, years, banking-days and kroner"))
    return Name(text: near, span: advance().span)
  }

  private mutating func bracketed() throws(Diagnostic) -> ExpressionSyntax {
    let start = advance().span
    let inner = try expression()
    try expect(sign: ")", "the bracket is closed")
    var names: [Name] = []
    while take(sign: ".") { names.append(try anyName("a fact")) }
    return names.isEmpty
      ? ExpressionSyntax(form: inner.form, span: start.through(tokens[index - 1].span))
      : made(.property(inner, names), from: start)
  }

  private mutating func named(_ word: String) throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    switch word {
    case "true", "false":
      _ = advance()
      return made(.flag(word == "true"), from: start)
    case "never", "long-ago":
      _ = advance()
      return made(word == "never" ? .never : .longAgo, from: start)
    case "today":
      _ = advance()
      return made(.today, from: start)
    case "left":
      _ = advance()
      try expect(word: "of", "the items that may still stand")
      return made(.left(try list()), from: start)
    case "choice" where !beginsDeclaration:
      _ = advance()
      let name = try name("a choice")
      let unit = take(word: "in") ? try anyName("a unit") : nil
      return made(.choice(name, unit: unit), from: start)
    case "first", "last":
      _ = advance()
      return made(.pick(first: word == "first", try list()), from: start)
    case "count":
      _ = advance()
      try expect(word: "of", "the list that is counted")
      return made(.count(try list()), from: start)
    case "commencement" where isWord("of", ahead: 1):
      index += 2
      guard let section = try sectionName() else {
        throw unexpected("a section such as `act26 § 20`", "whose commencement is asked for")
      }
      return made(.commencement(section), from: start)
    case "choice": throw unexpected("a value", "a day, amount, fact or definition")
    default: return try aggregateOrPath(word)
    }
  }

  private mutating func aggregateOrPath(_ word: String) throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    if let aggregate = Aggregate(rawValue: word) {
      _ = advance()
      let value = try sum()
      try expect(word: "over", "the list the values are taken over")
      if aggregate == .sum, isWord("date"), isWord("from", ahead: 1) {
        let name = try name("the day")
        _ = advance()
        let from = try argument()
        try expect(word: "through", "the last day follows")
        return made(.daySum(value, from: from, through: try argument(), name), from: start)
      }
      return made(.aggregate(aggregate, value, try list()), from: start)
    }
    if let extreme = Extreme(rawValue: word), isWord("of", ahead: 1) {
      index += 2
      try expect(sign: "(", "two values in brackets")
      let left = try expression()
      try expect(sign: ",", "the second value")
      let right = try expression()
      try expect(sign: ")", "the bracket is closed")
      return made(.extreme(extreme, left, right), from: start)
    }
    let names = try path()
    return made(.path(names, try arguments()), from: start)
  }

  mutating func path() throws(Diagnostic) -> [Name] {
    var names = [try name("a fact, table or definition")]
    while isSign("."), case .name = peek().kind {
      _ = advance()
      names.append(try anyName("a fact"))
    }
    return names
  }

  private mutating func arguments() throws(Diagnostic) -> ExpressionSyntax.Arguments {
    var arguments = ExpressionSyntax.Arguments()
    if take(word: "of") { arguments.of = try argument() }
    if isWord("for"), !isWord("each", ahead: 1), !isWord("the", ahead: 1) {
      _ = advance()
      arguments.key = try argument()
    }
    if isWord("at"), !isWord("least", ahead: 1), !isWord("most", ahead: 1) {
      _ = advance()
      arguments.amount = try argument()
    }
    if take(word: "on") { arguments.day = try argument() }
    return arguments
  }

  /// What may stand after `of`, `for`, `at`, `on`, `before` …: a literal, a path or a bracket.
  mutating func argument() throws(Diagnostic) -> ExpressionSyntax {
    let start = span
    if case .name(let word) = current.kind, !Self.values.contains(word) {
      return made(.path(try path(), .init()), from: start)
    }
    return try primary()
  }

  mutating func list() throws(Diagnostic) -> ListSyntax {
    let start = span
    let noun = try name("a kind of thing")
    var belonging: ListSyntax.Belonging?
    if take(words: "of", "each") {
      belonging = .each(try name("a kind of thing"))
    } else if take(word: "of") {
      belonging = .of(try argument())
    } else if isWord("in"), !isWord("all", ahead: 1), !isWord("force", ahead: 1) {
      _ = advance()
      belonging = .inside(try argument())
    }
    let called = take(word: "called") ? try name("the name of the member") : nil
    var reach = Reach.file
    if take(words: "in", "all", "cases") {
      reach = .pair
      if take(word: "of") {
        try expect(word: "debtor", "whose cases, whoever the creditor is")
        reach = .debtor
      }
    }
    let bound = try bound()
    let condition = take(word: "where") ? try expression() : nil
    return ListSyntax(
      noun: noun, belonging: belonging, called: called, reach: reach, bound: bound,
      condition: condition, span: start.through(tokens[max(index - 1, 0)].span))
  }

  private mutating func bound() throws(Diagnostic) -> ListSyntax.Bound? {
    if take(word: "before") { return .before(try argument()) }
    if take(word: "on") { return .on(try argument()) }
    if take(word: "through") { return .through(try argument()) }
    if take(word: "after") {
      let start = try argument()
      return take(word: "through") ? .afterThrough(start, through: try argument()) : .after(start)
    }
    if take(word: "from") {
      let start = try argument()
      try expect(word: "through", "the end of the range follows")
      return .from(start, through: try argument())
    }
    return nil
  }
}
