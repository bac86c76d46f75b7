public import Audit
import Rulebook

/// Workflow commands that GitHub shows as annotations beside the lines of a change.
///
/// A breach is an error, bad practice a warning, advice a notice. GitHub shows ten of each kind for
/// one step; the last line counts them all.
public struct GitHubReport: Report {
  private let context: RunContext
  private let language: Language
  private let detail: Detail

  /// Annotations in one language; what could not be decided is left out of a quiet one.
  public init(context: RunContext, language: Language, detail: Detail = .normal) {
    self.context = context
    self.language = language
    self.detail = detail
  }

  /// Nothing stands before the first case.
  public mutating func begin() -> String { "" }

  /// An annotation for each finding and each open question.
  public func write(_ report: CaseReport, to bytes: inout ByteBuffer) {
    let findings = report.findings.map { finding in
      command(
        Self.level(of: finding.verdict), file: report.source, line: report.line,
        title: title(finding.verdict, finding.rule, finding.part, report.id),
        "\(finding.message.text(in: language)) (\(language.citation(finding.law.citation)))")
    }
    let open = detail == .quiet ? [] : report.undetermined
    let questions = open.map { question in
      command(
        "notice", file: report.source, line: report.line,
        title: title(.undetermined, question.rule, question.part, report.id),
        question.sentence(in: language))
    }
    for line in findings + questions { bytes.append(line) }
  }

  /// An error for what could not be read.
  public mutating func add(_ unread: UnreadInput) -> String {
    command(
      "error", file: unread.file, line: unread.line, column: unread.column,
      title: PipelineTexts.unread[language], unread.message)
  }

  /// What the run did.
  public mutating func end(_ receipt: Receipt) -> String {
    command(
      "notice", file: nil, line: nil, title: "skikk",
      PipelineTexts.receipt(receipt, context, language))
  }

  private static func level(of verdict: Verdict) -> String {
    switch verdict {
    case .breach: "error"
    case .practice: "warning"
    case .advice, .undetermined, .met, .notApplicable: "notice"
    }
  }

  private func title(
    _ verdict: Verdict, _ rule: String, _ part: String?, _ caseID: String
  ) -> String {
    let name = part.map { "\(rule) (\($0))" } ?? rule
    return "\(FindingTexts.verdict(verdict)[language]) \(name): \(caseID)"
  }

  private func command(
    _ name: String, file: String?, line: Int?, column: Int? = nil, title: String, _ message: String
  ) -> String {
    var properties: [String] = []
    if let file, file != "-" {
      let path = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
      properties.append("file=" + Self.escaped(property: path))
      if let line { properties.append("line=\(line)") }
      if let column { properties.append("col=\(column)") }
    }
    properties.append("title=" + Self.escaped(property: title))
    return "::\(name) \(properties.joined(separator: ","))::\(Self.escaped(data: message))\n"
  }

  /// Text behind `::`: what would end the command is written by its number.
  static func escaped(data text: String) -> String {
    escaped(text, ["%", "\r", "\n"])
  }

  /// The value of a property, which `:` and `,` would end, too.
  static func escaped(property text: String) -> String {
    escaped(text, ["%", "\r", "\n", ":", ","])
  }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.replacing(where: \.isControl).unicodeScalars {
      if special.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped.append(contentsOf: ("%" + (digits.count == 1 ? "0" : "") + digits).unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
