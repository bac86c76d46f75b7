public import Audit

/// The report for programs, `skikk-findings/1`, written case by case.
///
/// The same input, rules and day give the same bytes.
public struct JSONReport: Report {
  private let context: RunContext
  private let language: Language
  private var writer = JSONWriter()

  /// A report whose messages are in one language.
  public init(context: RunContext, language: Language) {
    self.context = context
    self.language = language
  }

  /// Everything up to the first case.
  public mutating func begin() -> String {
    writer.openObject(.lines)
    for field in FindingsFormat.head { field.append(context, language, &writer) }
    writer.key("cases")
    writer.openList(.lines)
    return writer.take()
  }

  /// One case.
  public mutating func add(_ report: CaseReport) -> String {
    writer.member()
    FindingsFormat.caseEntry.append(report, language, &writer)
    return writer.take()
  }

  /// The receipt and the end.
  public mutating func end(_ receipt: Receipt) -> String {
    writer.closeList()
    let lines = MeasureLine.byQuarter(receipt, context)
    if !lines.isEmpty {
      writer.key("measures")
      FindingsFormat.measured.list(.lines).append(lines, language, &writer)
    }
    writer.key("receipt")
    FindingsFormat.receipt.append(receipt, language, &writer)
    writer.closeObject()
    return writer.take() + "\n"
  }
}
