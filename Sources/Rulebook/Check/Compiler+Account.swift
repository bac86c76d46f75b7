import Casebook
import Values

extension Compiler {
  /// The lines of an account: a table with the columns `account`, `lawful`, `asked`, `asked-in`,
  /// `lawful-then`, `nb`, `en`, `law`.
  func declareAccount(_ table: MarkdownTable) throws(Diagnostic) {
    var column: [String: Int] = [:]
    for (index, header) in table.header.enumerated() { column[header.text] = index }
    for needed in ["account", "lawful", "nb", "en", "law"] where column[needed] == nil {
      throw Diagnostic("the lines of an account need a column `\(needed)`", at: table.span)
    }
    for row in table.rows where row.count == table.header.count {
      func cell(_ name: String) -> MarkdownTable.Cell? { column[name].map { row[$0] } }
      guard let name = cell("account"), let nb = cell("nb"), let en = cell("en"),
        let law = cell("law"), let lawful = try amount(cell("lawful"))
      else { throw Diagnostic("this line says nothing of what is lawful", at: row[0].span) }
      program.accountLines.append(
        AccountLine(
          name: name.text, label: Label(nb: nb.text, en: en.text), lawful: lawful,
          asked: try amount(cell("asked")), askedIn: try letters(cell("asked-in")),
          lawfulThen: try amount(cell("lawful-then")), law: law.text, span: name.span))
    }
  }

  /// A definition of a claim or of claims on a day that gives money, named in a cell.
  private func amount(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> DefinitionID? {
    try definition(
      cell, help: "name a `define … of claim on day as` that gives money",
      "is not an amount of a claim on a day"
    ) { $0.body.type == .money }
  }

  /// A definition of a claim on a day that lists events, named in a cell.
  private func letters(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> DefinitionID? {
    try definition(
      cell, help: "name a `define … of claim on day as each letter …`",
      "is not a list of letters of a claim on a day"
    ) { definition in
      guard case .things(let kinds) = definition.body.type, !definition.ofMany else { return false }
      return kinds.isSubset(of: KindSet(vocabulary.eventKinds.map(\.id)))
    }
  }

  /// The definition of a claim on a day that a cell names; nil for an empty one.
  private func definition(
    _ cell: MarkdownTable.Cell?, help: String, _ refusal: String,
    where isRight: (Definition) -> Bool
  ) throws(Diagnostic) -> DefinitionID? {
    guard let cell, !cell.text.isEmpty else { return nil }
    guard let id = try definition(Name(text: cell.text, span: cell.span)) else {
      throw Diagnostic(
        "there is no definition `\(cell.text)`", at: cell.span,
        label: nearestName(to: cell.text, among: definitions.keys.sorted())
          .map { "did you mean `\($0)`?" } ?? "")
    }
    let definition = program.definitions[id.rawValue]
    guard isRight(definition), definition.onDay, !definition.atAmount, definition.of == claimKinds
    else { throw Diagnostic("`\(cell.text)` \(refusal)", at: cell.span, help: help) }
    return id
  }
}
