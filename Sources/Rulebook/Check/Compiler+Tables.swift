import Casebook
import Values

extension Compiler {
  /// `inkassosats on D`, `light of brackets at A on D`, `fraction of fee-fractions for K on D`.
  func tableRead(
    _ names: [Name], _ arguments: ExpressionSyntax.Arguments, _ span: Span,
    _ environment: inout Environment, words: ChoiceList.ID? = nil
  ) throws(Diagnostic) -> Node? {
    guard names.count == 1 else { return nil }
    if let id = tables[names[0].text], arguments.of == nil {
      let table = program.tables[id.rawValue]
      guard let column = table.column(table.name) ?? soleValue(table) else {
        throw Diagnostic(
          "the table `\(table.name)` has several columns", at: names[0].span,
          help: "write `COLUMN of \(table.name) …`")
      }
      return try lookup(id, column, arguments, span, &environment, words)
    }
    guard case .path(let of, let inner)? = arguments.of?.form, of.count == 1, inner.isEmpty,
      environment.variables[of[0].text] == nil, let id = tables[of[0].text]
    else { return nil }
    let table = program.tables[id.rawValue]
    guard let column = table.column(names[0].text) else { throw noColumn(names[0], table) }
    return try lookup(id, column, arguments, span, &environment, words)
  }

  private func soleValue(_ table: RuleTable) -> Int? {
    let values = table.columns.indices.filter { $0 != table.keyColumn }
    return values.count == 1 ? values[0] : nil
  }

  private func lookup(
    _ id: TableID, _ column: Int, _ arguments: ExpressionSyntax.Arguments, _ span: Span,
    _ environment: inout Environment, _ list: ChoiceList.ID?
  ) throws(Diagnostic) -> Node {
    let table = program.tables[id.rawValue]
    let type: ValueType =
      if let list, table.columns[column].type == .words {
        .words(list)
      } else {
        try type(of: table.columns[column], span)
      }
    let words =
      try list.map { list throws(Diagnostic) in try self.words(table, column, list) } ?? []
    var key: Node?
    var keys: [[Int64]] = []
    if let keySyntax = arguments.key {
      (key, keys) = try self.key(keySyntax, table, &environment)
    } else if let keyColumn = table.keyColumn, keyColumn != column {
      throw Diagnostic("`\(table.name)` is read for a key", at: span, help: "write `for …`")
    }
    let amount = try amount(arguments.amount, table, span, &environment)
    let day = try day(arguments.day, table, span, &environment)
    return Node(
      .lookup(
        Lookup(
          table: id, column: column, key: key, keys: keys, amount: amount, day: day, words: words)),
      type, span)
  }

  private func type(
    of column: RuleTable.Column, _ span: Span
  ) throws(Diagnostic) -> ValueType {
    switch column.type {
    case .money: .money
    case .number, .share: .number
    case .day: .day
    case .flag: .flag
    case .duration: .duration
    case .clock: .clock
    case .words: throw Diagnostic("the column `\(column.name)` holds words", at: span)
    }
  }

  private func key(
    _ syntax: ExpressionSyntax, _ table: RuleTable, _ environment: inout Environment
  ) throws(Diagnostic) -> (Node, [[Int64]]) {
    guard let column = table.keyColumn else {
      throw Diagnostic("`\(table.name)` has no key column", at: syntax.span)
    }
    let node = try compile(syntax, &environment, expecting: keyType(of: table, column))
    var keys: [[Int64]] = []
    for row in table.rows {
      guard case .words(let texts) = row.cells[column] else {
        throw Diagnostic(
          "this row has no key", at: row.spans[column], help: "write what it answers to")
      }
      let names = texts.map { Name(text: $0, span: row.spans[column]) }
      keys.append(try self.keys(names, of: node))
    }
    return (node, keys)
  }

  /// The closed list that has every key of a table, so that a bare word can be read as one of it.
  private func keyType(of table: RuleTable, _ column: Int) -> ValueType? {
    let keys = table.rows.flatMap { row -> [String] in
      if case .words(let words) = row.cells[column] { words } else { [] }
    }
    let list = vocabulary.choiceLists.first { list in
      keys.allSatisfy { $0 == "others" || list.values.contains($0) }
    }
    return list.map { .word($0.id) }
  }

  /// Payloads of the keys of a row; `others` answers to every value (as no key at all).
  private func keys(_ names: [Name], of node: Node) throws(Diagnostic) -> [Int64] {
    if names.count == 1, names[0].text == "others" { return [] }
    switch node.type {
    case .word(let list): return try words(names, of: list)
    case .reading(let id):
      var indices: [Int64] = []
      for name in names {
        let readings = program.choices[id.rawValue].readings
        guard let index = readings.firstIndex(of: name.text) else {
          throw unknownWord(name, "reading", readings)
        }
        indices.append(Int64(index))
      }
      return indices
    default:
      throw Diagnostic("\(named(node.type)) is no key of a table", at: node.span)
    }
  }

  private func amount(
    _ syntax: ExpressionSyntax?, _ table: RuleTable, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node? {
    guard case .brackets = table.kind else {
      if let syntax { throw Diagnostic("`\(table.name)` has no brackets", at: syntax.span) }
      return nil
    }
    guard let syntax else {
      throw Diagnostic("`\(table.name)` is read at an amount", at: span, help: "write `at …`")
    }
    let node = try compile(syntax, &environment)
    try require(node, .money)
    return node
  }

  private func day(
    _ syntax: ExpressionSyntax?, _ table: RuleTable, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node? {
    guard table.isDated else {
      if let syntax { throw Diagnostic("`\(table.name)` has no dates", at: syntax.span) }
      return nil
    }
    guard let syntax else {
      throw Diagnostic("`\(table.name)` is read on a day", at: span, help: "write `on DAY`")
    }
    let node = try compile(syntax, &environment)
    try require(node, .day)
    return node
  }

  /// The words of a column, row by row.
  func words(
    _ table: RuleTable, _ column: Int, _ list: ChoiceList.ID
  ) throws(Diagnostic) -> [[Int64]] {
    var rows: [[Int64]] = []
    for row in table.rows {
      guard case .words(let texts) = row.cells[column] else {
        throw Diagnostic(
          "this cell is empty", at: row.spans[column],
          label: "the value of `\(table.columns[column].name)`", help: "write its words")
      }
      rows.append(try words(texts.map { Name(text: $0, span: row.spans[column]) }, of: list))
    }
    return rows
  }

  /// `row.column` of a bound row; `row.applies of X` asks the flag the cell names.
  func rowCell(
    _ id: TableID, _ slot: Int, _ name: Name, _ arguments: ExpressionSyntax.Arguments,
    _ span: Span, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let table = program.tables[id.rawValue]
    guard let column = table.column(name.text) else { throw noColumn(name, table) }
    guard let of = arguments.of else {
      return Node(.rowValue(slot, id, column), try type(of: table.columns[column], span), span)
    }
    let thing = try compile(of, &environment)
    var flags: [DefinitionID?] = []
    for row in table.rows {
      guard case .words(let texts) = row.cells[column] else {
        flags.append(nil)
        continue
      }
      let flag = Name(text: texts[0], span: row.spans[column])
      guard let definition = try definition(flag) else {
        throw unknown(
          "there is no definition `\(flag.text)`", flag, among: definitions.keys.sorted(),
          help: "this column names flags")
      }
      flags.append(definition)
    }
    return Node(.rowFlag(slot, flags, thing), .flag, span)
  }
}
