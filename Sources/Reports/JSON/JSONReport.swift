public import Audit

/// The report for programs, `skikk-findings/1`, written case by case.
///
/// The same input, rules and day give the same bytes.
public struct JSONReport: Report {
  private let context: RunContext
  private let language: Language
  private var hasCases = false

  /// A report whose messages are in one language.
  public init(context: RunContext, language: Language) {
    self.context = context
    self.language = language
  }

  /// Everything up to the first case.
  public mutating func begin() -> String {
    var text = "{"
    for field in FindingsFormat.head {
      guard let value = field.write(context, language) else { continue }
      text += JSONValue.newline(1) + key(field.property.key) + value.text(indent: 1) + ","
    }
    return text + JSONValue.newline(1) + key("cases") + "["
  }

  /// One case.
  public mutating func add(_ report: CaseReport) -> String {
    let separator = hasCases ? "," : ""
    hasCases = true
    let entry = FindingsFormat.caseEntry.write(report, language)
    return separator + JSONValue.newline(2) + entry.text(indent: 2)
  }

  /// The receipt and the end.
  public mutating func end(_ receipt: Receipt) -> String {
    var closing = hasCases ? JSONValue.newline(1) + "]," : "],"
    let lines = MeasureLine.byQuarter(receipt, context)
    if !lines.isEmpty {
      let measures = FindingsFormat.measured.list(.lines).write(lines, language)
      closing += JSONValue.newline(1) + key("measures") + measures.text(indent: 1) + ","
    }
    let entry = FindingsFormat.receipt.write(receipt, language)
    return closing + JSONValue.newline(1) + key("receipt") + entry.text(indent: 1) + "\n}\n"
  }

  private func key(_ name: String) -> String { JSONValue.string(name).text() + ": " }
}
