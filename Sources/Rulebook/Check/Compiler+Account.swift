import Casebook
import Values

extension Compiler {
  /// A table of an account: its lines, or what is said of its entries.
  func declareAccounts(_ table: MarkdownTable) throws(Diagnostic) {
    var column: [String: Int] = [:]
    for (index, header) in table.header.enumerated() { column[header.text] = index }
    let isLines = column["account"] != nil
    for needed in (isLines ? ["account", "lawful"] : ["entry"]) + ["nb", "en", "law"]
    where column[needed] == nil {
      throw Diagnostic("the lines of an account need a column `\(needed)`", at: table.span)
    }
    for row in table.rows {
      let cells = column.mapValues { row[$0] }
      _ = sink.collect { () throws(Diagnostic) in
        if isLines { try self.declareLine(cells) } else { try self.declareEntries(cells) }
      }
    }
  }

  /// A line: the columns `account`, `lawful`, `asked`, `asked-in`, `lawful-then`, `due`, `nb`,
  /// `en`, `law`.
  private func declareLine(_ cells: [String: MarkdownTable.Cell]) throws(Diagnostic) {
    guard let name = cells["account"], let nb = cells["nb"], let en = cells["en"],
      let law = cells["law"]
    else { return }
    guard let lawful = try amount(cells["lawful"]) else {
      throw Diagnostic("this line says nothing of what is lawful", at: name.span)
    }
    program.accountLines.append(
      AccountLine(
        name: name.text, label: Label(nb: nb.text, en: en.text), lawful: lawful,
        asked: try amount(cells["asked"]), askedIn: try letters(cells["asked-in"]),
        lawfulThen: try amount(cells["lawful-then"]), due: try day(cells["due"]),
        law: law.text, span: name.span))
  }

  /// What is said of events: the columns `entry`, `counts`, `left`, `nb`, `en`, `law`.
  private func declareEntries(_ cells: [String: MarkdownTable.Cell]) throws(Diagnostic) {
    guard let entry = cells["entry"], let nb = cells["nb"], let en = cells["en"],
      let law = cells["law"]
    else { return }
    guard let kind = vocabulary.eventKinds.first(where: { $0.name == entry.text }) else {
      throw Diagnostic(
        "`\(entry.text)` is no event type", at: entry.span,
        label: nearestName(to: entry.text, among: vocabulary.eventKinds.map(\.name))
          .map { "did you mean `\($0)`?" } ?? "")
    }
    program.accountEntries.append(
      AccountEntry(
        type: kind.name, counts: try flag(cells["counts"], of: kind),
        left: try amount(cells["left"]), remark: Label(nb: nb.text, en: en.text), law: law.text))
  }

  /// A yes-or-no definition of an event, named in a cell.
  private func flag(
    _ cell: MarkdownTable.Cell?, of kind: ThingKind
  ) throws(Diagnostic) -> DefinitionID? {
    try definition(
      cell, help: "name a `define … of \(kind.name) as` that gives yes or no",
      "does not say yes or no of `\(kind.name)`"
    ) { $0.body.type == .flag && !$0.onDay && $0.of.contains(kind.id) }
  }

  /// A definition of a claim or of claims on a day that gives money, named in a cell.
  private func amount(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> DefinitionID? {
    try definition(
      cell, help: "name a `define … of claim on day as` that gives money",
      "is not an amount of a claim on a day"
    ) { $0.body.type == .money && $0.onDay && $0.of == claimKinds }
  }

  /// A definition of a claim on a day that gives a day, named in a cell.
  private func day(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> DefinitionID? {
    try definition(
      cell, help: "name a `define … of claim on day as` that gives a day",
      "is not a day of a claim on a day"
    ) { $0.body.type == .day && $0.onDay && $0.of == claimKinds && !$0.ofMany }
  }

  /// A definition of a claim on a day that lists events, named in a cell.
  private func letters(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> DefinitionID? {
    try definition(
      cell, help: "name a `define … of claim on day as each letter …`",
      "is not a list of letters of a claim on a day"
    ) { definition in
      guard case .things(let kinds) = definition.body.type, definition.onDay,
        definition.of == claimKinds, !definition.ofMany
      else { return false }
      return kinds.isSubset(of: KindSet(vocabulary.eventKinds.map(\.id)))
    }
  }

  /// The definition that a cell names; nil for an empty one.
  private func definition(
    _ cell: MarkdownTable.Cell?, help: String, _ refusal: String,
    where isRight: (Definition) -> Bool
  ) throws(Diagnostic) -> DefinitionID? {
    guard let cell, !cell.text.isEmpty else { return nil }
    guard let id = try definition(Name(text: cell.text, span: cell.span)) else {
      throw unknown(
        "there is no definition `\(cell.text)`", Name(text: cell.text, span: cell.span),
        among: definitions.keys.sorted())
    }
    let definition = program.definitions[id.rawValue]
    guard isRight(definition), !definition.atAmount else {
      throw Diagnostic("`\(cell.text)` \(refusal)", at: cell.span, help: help)
    }
    return id
  }
}
