import Casebook
import Values

/// Reads a table with the column `expect`: examples that `rules test` runs.
enum ExampleReader {
  static func isExamples(_ table: MarkdownTable) -> Bool {
    table.header.contains { $0.text == "expect" }
  }

  static func read(_ table: MarkdownTable) throws(Diagnostic) -> [Example] {
    let column = try columns(table)
    var examples: [Example] = []
    var caseName = ""
    for row in table.rows {
      guard row.count == table.header.count else {
        throw Diagnostic(
          "this row has \(row.count) cells; the header has \(table.header.count)",
          at: row.first.map(\.span) ?? table.span)
      }
      func cell(_ name: String) -> MarkdownTable.Cell? { column[name].map { row[$0] } }
      if let name = cell("case")?.text, !name.isEmpty { caseName = name }
      let rule = (cell("rule")?.text ?? "").split(separator: " ").map(String.init)
      guard let id = rule.first, !caseName.isEmpty else {
        throw Diagnostic("this example names no case or no rule", at: row[0].span)
      }
      examples.append(
        Example(
          caseName: caseName, changes: changes(cell("with")?.text ?? ""), rule: id,
          part: rule.count > 1 ? rule[1] : nil, expected: try verdict(cell("expect")),
          excess: try excess(cell("excess")), atRisk: try excess(cell("at risk")),
          span: row[0].span.through(row[row.count - 1].span)))
    }
    return examples
  }

  private static func columns(_ table: MarkdownTable) throws(Diagnostic) -> [String: Int] {
    var column: [String: Int] = [:]
    for (index, header) in table.header.enumerated() { column[header.text] = index }
    let known: Set<String> = ["case", "with", "rule", "expect", "excess", "at risk", "note"]
    for header in table.header where !known.contains(header.text) {
      throw Diagnostic(
        "examples have no column `\(header.text)`", at: header.span,
        label: nearestName(to: header.text, among: known).map { "did you mean `\($0)`?" } ?? "",
        help: "columns are case, with, rule, expect, excess, at risk and note")
    }
    for needed in ["case", "rule"] where column[needed] == nil {
      throw Diagnostic("examples need a column `\(needed)`", at: table.span)
    }
    return column
  }

  static let verdicts: Set<String> = [
    "met", "breach", "practice", "advice", "undetermined", "not-applicable",
  ]

  private static func verdict(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> String {
    guard let cell else { return "" }
    guard verdicts.contains(cell.text) else {
      throw Diagnostic(
        "`\(cell.text)` is no verdict", at: cell.span,
        label: nearestName(to: cell.text, among: verdicts).map { "did you mean `\($0)`?" } ?? "",
        help: "verdicts are \(verdicts.sorted().joined(separator: ", "))")
    }
    return cell.text
  }

  private static func excess(_ cell: MarkdownTable.Cell?) throws(Diagnostic) -> Ratio? {
    guard let cell, !cell.text.isEmpty else { return nil }
    guard let ore = scaledDecimal(Array(cell.text.utf8)[...], places: 6),
      let excess = try? Ratio(ore, 10_000)
    else { throw Diagnostic("`\(cell.text)` is no amount in kroner", at: cell.span) }
    return excess
  }

  /// Splits at commas outside brackets and quotes.
  static func changes(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var quoted = false
    for character in text {
      switch character {
      case "\"": quoted.toggle()
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      default: break
      }
      if character == ",", depth == 0, !quoted {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part.trimmed]).filter { !$0.isEmpty }
  }
}
