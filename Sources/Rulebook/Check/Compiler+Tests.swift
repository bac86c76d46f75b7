import Casebook
import Values

extension Compiler {
  /// `X is …`.
  func test(
    _ left: ExpressionSyntax, _ test: ExpressionSyntax.IsTest, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let value = try compile(left, &environment)
    switch test {
    case .none: return Node(.isNone(value), .flag, span)
    case .oneOf(let names): return try isOneOf(value, names, span)
    case .between(let low, let high):
      let low = try compile(low, &environment)
      let high = try compile(high, &environment)
      try same(value, low)
      try same(value, high)
      try requirePresent(value)
      return Node(.between(value, low, high), .flag, span)
    case .name(let name, let day):
      var isThing = false
      switch value.type {
      case .thing, .things: isThing = true
      default: break
      }
      if isThing {
        let arguments = ExpressionSyntax.Arguments(day: day)
        return try call(name, of: value, arguments, span, &environment, needs: .flag)
      }
      return try isOneOf(value, [name], span)
    }
  }

  private func isOneOf(_ value: Node, _ names: [Name], _ span: Span) throws(Diagnostic) -> Node {
    switch value.type {
    case .reading(let id):
      var tests: [Node] = []
      for name in names {
        guard let index = program.choices[id.rawValue].readings.firstIndex(of: name.text) else {
          throw unknownWord(name, "reading", program.choices[id.rawValue].readings)
        }
        tests.append(Node(.isReading(id, index), .flag, span))
      }
      return tests.count == 1 ? tests[0] : Node(.any(tests), .flag, span)
    case .word(let list):
      return Node(.isOneOf(value, try words(names, of: list)), .flag, span)
    case .kind:
      var kinds: [Int64] = []
      for name in names {
        guard let kind = vocabulary.kinds.first(where: { $0.name == name.text }) else {
          throw unknownWord(name, "event type", vocabulary.kinds.map(\.name))
        }
        kinds.append(Int64(kind.id.rawValue))
      }
      return Node(.isOneOf(value, kinds), .flag, span)
    default:
      throw Diagnostic(
        "\(named(value.type)) is compared with `=`, `<` or `>`, not with `is`", at: span)
    }
  }

  /// The payloads of words of a closed list.
  func words(_ names: [Name], of list: ChoiceList.ID) throws(Diagnostic) -> [Int64] {
    var indices: [Int64] = []
    for name in names {
      guard let index = vocabulary[list].values.firstIndex(of: name.text) else {
        throw unknownWord(name, vocabulary[list].name, vocabulary[list].values)
      }
      indices.append(Int64(index))
    }
    return indices
  }

  func unknownWord(_ name: Name, _ what: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "`\(name.text)` is no \(what)", at: name.span,
      label: nearestName(to: name.text, among: known).map { "did you mean `\($0)`?" } ?? "",
      help: known.count <= 14 ? "it is one of: \(known.joined(separator: ", "))" : nil)
  }

  /// `X has …`.
  func has(
    _ left: ExpressionSyntax, every: Bool, _ wanted: [ExpressionSyntax], _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    if case .path(let names, let arguments) = left.form, names.count == 1, arguments.isEmpty,
      let table = tables[names[0].text], case .calendar = program.tables[table.rawValue].kind
    {
      let day = try compile(wanted[0], &environment)
      try require(day, .day)
      return Node(.calendar(table, day), .flag, span)
    }
    if let holds = try tableHolds(left, wanted, span, &environment) { return holds }
    let value = try compile(left, &environment)
    guard case .words(let list) = value.type else {
      throw Diagnostic("\(named(value.type)) has no members to ask for", at: value.span)
    }
    if wanted.count == 1, case .path(let names, _) = wanted[0].form, names.count == 2,
      case .row(let table)? = environment.variables[names[0].text]?.type
    {
      let row = try rowWords(table, names[0], names[1], list, environment, wanted[0].span)
      return every
        ? Node(.hasEvery(value, row), .flag, span)
        : Node(.not(Node(.hasEvery(value, row), .flag, span)), .flag, span)
    }
    var names: [Name] = []
    for word in wanted {
      if case .path(let path, _) = word.form, environment.broken.contains(path[0].text) {
        throw alreadyReported(path[0])
      }
      guard case .path(let path, let arguments) = word.form, path.count == 1, arguments.isEmpty
      else { throw Diagnostic("a \(vocabulary[list].name) is named here", at: word.span) }
      names.append(path[0])
    }
    return Node(.has(value, every: every, try words(names, of: list)), .flag, span)
  }

  /// `COLUMN of TABLE on D has X.channel`: whether a row's words hold a fact of the file.
  private func tableHolds(
    _ left: ExpressionSyntax, _ wanted: [ExpressionSyntax], _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node? {
    guard wanted.count == 1, case .path(let names, let arguments) = left.form,
      case .path(let fact, _) = wanted[0].form, fact.count > 1,
      case .path(let of, _)? = arguments.of?.form, of.count == 1, tables[of[0].text] != nil
    else { return nil }
    let value = try compile(wanted[0], &environment)
    guard case .word(let list) = value.type else { return nil }
    guard let words = try tableRead(names, arguments, left.span, &environment, words: list) else {
      return nil
    }
    return Node(.holds(words, value), .flag, span)
  }

  private func rowWords(
    _ table: TableID, _ row: Name, _ column: Name, _ list: ChoiceList.ID,
    _ environment: Environment, _ span: Span
  ) throws(Diagnostic) -> Node {
    let source = program.tables[table.rawValue]
    guard let index = source.column(column.text) else { throw noColumn(column, source) }
    let rows = try words(source, index, list)
    let slot = environment.variables[row.text]?.slot ?? 0
    return Node(.rowWords(slot, rows), .words(list), span)
  }

  func noColumn(_ name: Name, _ table: RuleTable) -> Diagnostic {
    Diagnostic(
      "the table `\(table.name)` has no column `\(name.text)`", at: name.span,
      label: nearestName(to: name.text, among: table.columns.map(\.name))
        .map { "did you mean `\($0)`?" } ?? "",
      help: "its columns are \(table.columns.map(\.name).joined(separator: ", "))")
  }

  /// `X meets rules of [source] § 9`.
  func meets(
    _ thing: ExpressionSyntax, _ source: Name?, _ section: String, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let thing = try compile(thing, &environment)
    guard case .thing(let kinds) = thing.type else {
      throw Diagnostic("only a thing can meet rules", at: thing.span)
    }
    let source = source?.text ?? law?.source ?? ""
    meets.append((kinds, source, section, span))
    return Node(.meets(thing, MeetsID(rawValue: meets.count - 1)), .flag, span)
  }
}
