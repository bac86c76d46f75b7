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

  /// A comma after the case before, and a new line.
  public mutating func place(_ report: CaseReport) -> String? {
    writer.member()
    return writer.take()
  }

  /// One case.
  public func write(_ report: CaseReport, to bytes: inout ByteBuffer) {
    JSONWriter.write(to: &bytes, indent: Self.depth) { writer in
      FindingsFormat.caseEntry.append(report, language, &writer)
    }
  }

  /// How deep cases stand: in a list of an object.
  private static let depth = 2

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
