import Casebook
import Values

extension Compiler {
  /// The lines of an account: a table with the columns `account`, `lawful`, `asked`, `nb`, `en`,
  /// `law`.
  func declareAccount(_ table: MarkdownTable) throws(Diagnostic) {
    var column: [String: Int] = [:]
    for (index, header) in table.header.enumerated() { column[header.text] = index }
    for needed in ["account", "lawful", "nb", "en", "law"] where column[needed] == nil {
      throw Diagnostic("the lines of an account need a column `\(needed)`", at: table.span)
    }
    for row in table.rows {
      func cell(_ name: String) -> MarkdownTable.Cell? { column[name].map { row[$0] } }
      guard let name = cell("account"), let nb = cell("nb"), let en = cell("en"),
        let law = cell("law"), let lawful = try amount(cell("lawful"))
      else { throw Diagnostic("this line says nothing of what is lawful", at: row[0].span) }
      program.accountLines.append(
        AccountLine(
          name: name.text, label: Label(nb: nb.text, en: en.text), lawful: lawful,
          asked: try amount(cell("asked")), law: law.text, span: name.span))
    }
  }

  /// A definition of a claim on a day that gives money, named in a cell.
  private func amount(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> DefinitionID? {
    guard let cell, !cell.text.isEmpty else { return nil }
    guard let id = try definition(Name(text: cell.text, span: cell.span)) else {
      throw unknown(
        "there is no definition `\(cell.text)`", Name(text: cell.text, span: cell.span),
        among: definitions.keys.sorted())
    }
    let definition = program.definitions[id.rawValue]
    guard definition.body.type == .money, definition.onDay, !definition.atAmount,
      definition.of == claimKinds
    else {
      throw Diagnostic(
        "`\(cell.text)` is not an amount of a claim on a day", at: cell.span,
        help: "name a `define … of claim on day as` that gives money")
    }
    return id
  }
}
