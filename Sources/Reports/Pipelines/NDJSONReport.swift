public import Audit

/// One case a line, each the object that stands for it in `skikk-findings/1`, so that a reader of
/// lines needs no more memory than one case takes. Traces, nearly all of what there is to say of a
/// finding, are left for those who ask for everything.
///
/// Every line is a case: what a run was judged by, and its receipt, stand in `aside`.
public struct NDJSONReport: Report {
  private let context: RunContext
  private let language: Language
  private let detail: Detail

  /// A report whose messages are in one language; a quiet one tells nothing beside its lines.
  public init(context: RunContext, language: Language, detail: Detail = .normal) {
    self.context = context
    self.language = language
    self.detail = detail
  }

  /// Nothing: the first line is the first case.
  public mutating func begin() -> String { "" }

  /// The line of one case.
  public func write(_ report: CaseReport, to bytes: inout ByteBuffer) {
    JSONWriter.write(to: &bytes, compact: true) { writer in
      FindingsFormat.caseEntry.append(
        detail == .verbose ? report : report.withoutTraces, language, &writer)
      writer.newLine()
    }
  }

  /// Nothing: the last line is the last case.
  public mutating func end(_ receipt: Receipt) -> String { "" }

  /// What the run was judged by and what it did: the report in JSON without its cases, on one line.
  public mutating func aside(_ receipt: Receipt) -> String {
    if detail == .quiet { return "" }
    var writer = JSONWriter(compact: true)
    writer.openObject()
    for field in FindingsFormat.head { field.append(context, language, &writer) }
    writer.key("receipt")
    FindingsFormat.receipt.append(receipt, language, &writer)
    writer.closeObject()
    return writer.takeLine()
  }
}
