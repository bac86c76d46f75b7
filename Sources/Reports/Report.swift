public import Audit

/// A report being written: what a run was judged by, then each case as it comes, then the receipt.
///
/// Each step gives the text that is ready, so that a long run needs no more memory than a short
/// one. What a case says wherever it stands is its entry, which can be written before those of the
/// cases before it, by whoever judges it.
public protocol Report: Sendable {
  /// What stands before the first case.
  mutating func begin() -> String
  /// Takes in the next case.
  /// - Returns: what stands before its entry; nil where its entry does not stand there, but comes
  ///   later or not at all.
  mutating func place(_ report: CaseReport) -> String?
  /// Appends the entry of a case, the same whatever has been taken in.
  func write(_ report: CaseReport, to bytes: inout ByteBuffer)
  /// What stands there for something that could not be read.
  mutating func add(_ unread: UnreadInput) -> String
  /// What stands after the last case.
  mutating func end(_ receipt: Receipt) -> String
  /// What is told beside the report, on standard error, at its end.
  mutating func aside(_ receipt: Receipt) -> String
}

extension Report {
  /// What one case adds.
  public mutating func add(_ report: CaseReport) -> String {
    guard let before = place(report) else { return "" }
    var bytes = ByteBuffer()
    bytes.append(before)
    write(report, to: &bytes)
    return bytes.text
  }

  /// Nothing stands between entries.
  public mutating func place(_ report: CaseReport) -> String? { "" }
  /// Nothing: what a case adds depends on those before it, and `place` gives it.
  public func write(_ report: CaseReport, to bytes: inout ByteBuffer) {}
  /// Nothing: standard error tells it, and the receipt counts it.
  public mutating func add(_ unread: UnreadInput) -> String { "" }
  /// Nothing.
  public mutating func aside(_ receipt: Receipt) -> String { "" }
}

/// The forms a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: a letter for one case, a list and a table for several.
  case text
  /// For programs: `skikk-findings/1`.
  case json
  /// For streams: the cases of `json`, one a line.
  case ndjson
  /// For code scanning: SARIF 2.1.0.
  case sarif
  /// For test reports of CI systems: JUnit XML.
  case junit
  /// For annotations: GitHub workflow commands.
  case github
  /// For spreadsheets: RFC 4180.
  case csv

  /// Whether it says what was demanded and what is lawful in all.
  public var hasBalances: Bool { self == .json || self == .ndjson }

  /// How far it says, line by line, how findings came about.
  public func traces(_ detail: Detail) -> Traces {
    switch self {
    case .text:
      switch detail {
      case .quiet: .none
      case .normal: .outer
      case .verbose: .whole
      }
    case .json: .whole
    case .ndjson: detail == .verbose ? .whole : .none
    case .sarif, .junit, .github, .csv: .none
    }
  }

  /// Whether it says what findings rest on.
  public func hasExplanations(_ detail: Detail) -> Bool {
    switch self {
    case .text: detail != .quiet
    case .json, .ndjson, .sarif, .csv: true
    case .junit, .github: false
    }
  }
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
    of context: RunContext, in language: Language, by tool: ToolInfo, style: Style = .plain,
    detail: Detail = .normal
  ) -> any Report {
    switch self {
    case .text: TextReport(context: context, language: language, style: style, detail: detail)
    case .json: JSONReport(context: context, language: language)
    case .ndjson: NDJSONReport(context: context, language: language, detail: detail)
    case .sarif: SARIFReport(context: context, language: language, tool: tool, detail: detail)
    case .junit: JUnitReport(context: context, language: language)
    case .github: GitHubReport(context: context, language: language, detail: detail)
    case .csv: CSVReport(language: language, detail: detail)
    }
  }
}
