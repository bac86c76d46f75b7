import Casebook
import Values

/// Reads a table with the column `expect`: examples that `rules test` runs.
enum ExampleReader {
  static func isExamples(_ table: MarkdownTable) -> Bool {
    table.header.contains { $0.text == "expect" }
  }

  /// The examples of a table; what is wrong goes to the sink cell by cell.
  static func read(
    _ table: MarkdownTable, _ vocabulary: Vocabulary, _ sink: DiagnosticSink
  ) -> [Example] {
    guard let column = sink.collect({ () throws(Diagnostic) in try columns(table) }) else {
      return []
    }
    let keys = Set(vocabulary.words.flatMap { [$0.key, $0.name] })
    var examples: [Example] = []
    var caseName = ""
    var casePlace = table.span
    var assumptions: [Assumption] = []
    for row in table.rows {
      func cell(_ name: String) -> MarkdownTable.Cell? { column[name].map { row[$0] } }
      if let cell = cell("case"), !cell.text.isEmpty {
        (caseName, casePlace) = (cell.text, cell.span)
      }
      if let cell = cell("assume"), !cell.text.isEmpty {
        let read = sink.collect { () throws(Diagnostic) in try Self.assumptions(cell) }
        assumptions = read ?? []
      }
      let rule = (cell("rule")?.text ?? "").split(separator: " ").map(String.init)
      let verdict = sink.collect { () throws(Diagnostic) in try Self.verdict(cell("expect")) }
      let excess = sink.collect { () throws(Diagnostic) in try Self.excess(cell("excess")) }
      let atRisk = sink.collect { () throws(Diagnostic) in try Self.excess(cell("at risk")) }
      let changes = Self.changes(cell("with")?.text ?? "")
      if let with = cell("with") { checkKeys(of: changes, with, known: keys, sink) }
      guard let id = rule.first, !caseName.isEmpty else {
        sink.report(Diagnostic("this example names no case or no rule", at: row[0].span))
        continue
      }
      examples.append(
        Example(
          caseName: caseName, changes: changes, assumptions: assumptions, rule: id,
          part: rule.count > 1 ? rule[1] : nil,
          expected: verdict ?? "", excess: excess ?? nil, atRisk: atRisk ?? nil,
          casePlace: casePlace, rulePlace: cell("rule")?.span ?? row[0].span,
          span: row[0].span.through(row[row.count - 1].span)))
    }
    return examples
  }

  /// A misspelt key would change nothing of what is judged.
  private static func checkKeys(
    of changes: [String], _ cell: MarkdownTable.Cell, known: Set<String>, _ sink: DiagnosticSink
  ) {
    for change in changes where !change.hasSuffix(" removed") {
      let path = change.components(separatedBy: "=")[0].trimmed.components(separatedBy: " ")[0]
      let keys = path.components(separatedBy: ".")
      guard keys.count > 1, !path.contains("choices."), let key = keys.last, Int(key) == nil,
        !known.contains(key), let near = nearestName(to: key, among: known.sorted()),
        let place = cell.span.text.utf8Range(of: path)
      else { continue }
      let start = cell.span.range.lowerBound + place.upperBound - key.utf8.count
      sink.report(
        Diagnostic(
          "a case file has no key `\(key)`",
          at: Span(cell.span.file, start..<(start + key.utf8.count)),
          label: "did you mean `\(near)`?"))
    }
  }

  private static func columns(_ table: MarkdownTable) throws(Diagnostic) -> [String: Int] {
    var column: [String: Int] = [:]
    for (index, header) in table.header.enumerated() { column[header.text] = index }
    let known: Set<String> = [
      "case", "assume", "with", "rule", "expect", "excess", "at risk", "note",
    ]
    for header in table.header where !known.contains(header.text) {
      throw Diagnostic(
        "examples have no column `\(header.text)`", at: header.span,
        label: nearestName(to: header.text, among: known).map { "did you mean `\($0)`?" } ?? "",
        help: "columns are case, assume, with, rule, expect, excess, at risk and note")
    }
    for needed in ["case", "rule"] where column[needed] == nil {
      throw Diagnostic("examples need a column `\(needed)`", at: table.span)
    }
    return column
  }

  /// `act26 = 2027-07-01`, or `none`.
  private static func assumptions(
    _ cell: MarkdownTable.Cell
  ) throws(Diagnostic) -> [Assumption] {
    if cell.text == "none" { return [] }
    let sides = cell.text.components(separatedBy: "=").map(\.trimmed)
    guard sides.count == 2, let day = CivilDay(sides[1]) else {
      throw Diagnostic(
        "`\(cell.text)` is no assumption", at: cell.span,
        help: "write for example `act26 = 2027-07-01`, or `none`")
    }
    return [Assumption(act: sides[0], day: day)]
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
