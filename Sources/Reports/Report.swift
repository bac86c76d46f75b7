public import Audit

/// A report being written: what a run was judged by, then each case as it comes, then the receipt.
///
/// Each step gives the text that is ready, so that a long run needs no more memory than a short
/// one.
public protocol Report: Sendable {
  /// What stands before the first case.
  mutating func begin() -> String
  /// What one case adds.
  mutating func add(_ report: CaseReport) -> String
  /// What stands after the last case.
  mutating func end(_ receipt: Receipt) -> String
}

/// The forms a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: a letter for one case, a list and a table for several.
  case text
  /// For programs: `skikk-findings/1`.
  case json
}

/// How much a report for people says.
public enum Detail: Sendable {
  /// Findings alone.
  case quiet
  /// Findings with a short trace, what could not be decided, totals.
  case normal
  /// Everything: whole traces, every choice, every open rule.
  case verbose
}

extension ReportFormat {
  /// A report of this form.
  public func report(
    of context: RunContext, in language: Language, style: Style = .plain, detail: Detail = .normal
  ) -> any Report {
    switch self {
    case .text: TextReport(context: context, language: language, style: style, detail: detail)
    case .json: JSONReport(context: context, language: language)
    }
  }
}
