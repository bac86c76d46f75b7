public import Audit
import Rulebook
import Values

/// A table by RFC 4180: a header, one finding a row, comma, CRLF, UTF-8.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it. Money and counts
/// are numbers with a decimal point in either language.
public struct CSVReport: Report {
  private let language: Language
  private let detail: Detail

  /// What one row can say; a finding and an open question fill it in their own way.
  private struct Row {
    let verdict: String
    let rule: String
    let part: String?
    let law: String
    let claims: [String]
    let events: [String]
    let message: String
    var day: CivilDay?
    var expected: Shown?
    var actual: Shown?
    var excess: Ratio?
    let atRisk: Ratio?
    var consequences: [String] = []
    var missing: [String] = []
    var fingerprint = ""
  }

  private typealias Cell = CSVLine.Cell

  /// A column: its name and what stands in it.
  private typealias Column = (
    name: String, cell: @Sendable (Row, CaseReport, Language) -> Cell
  )

  private static let columns: [Column] = [
    ("case", { _, report, _ in .text(report.id) }),
    ("source", { _, report, _ in .text(report.source) }),
    ("line", { _, report, _ in .plain("\(report.line)") }),
    ("verdict", { row, _, _ in .plain(row.verdict) }),
    ("rule", { row, _, _ in .text(row.rule) }),
    ("part", { row, _, _ in .text(row.part ?? "") }),
    ("law", { row, _, _ in .text(row.law) }),
    ("message", { row, _, _ in .text(row.message) }),
    ("day", { row, _, _ in .plain(row.day?.description ?? "") }),
    ("expected", { row, _, language in shown(row.expected, language) }),
    ("actual", { row, _, language in shown(row.actual, language) }),
    ("excess", { row, _, _ in kroner(row.excess) }),
    ("atRisk", { row, _, _ in kroner(row.atRisk) }),
    ("consequences", { row, _, _ in list(row.consequences) }),
    ("claims", { row, _, _ in list(row.claims) }),
    ("events", { row, _, _ in list(row.events) }),
    ("missing", { row, _, _ in list(row.missing) }),
    ("fingerprint", { row, _, _ in .plain(row.fingerprint) }),
  ]

  /// A table in one language; a verbose one has rows for what could not be decided, too.
  public init(language: Language, detail: Detail = .normal) {
    self.language = language
    self.detail = detail
  }

  /// The header.
  public mutating func begin() -> String { CSVLine.text(Self.columns.map { .plain($0.name) }) }

  /// A row for each finding.
  public func write(_ report: CaseReport, to bytes: inout ByteBuffer) {
    let rows =
      report.findings.map(row) + (detail == .verbose ? report.undetermined.map(row) : [])
    for row in rows {
      bytes.append(CSVLine.text(Self.columns.map { $0.cell(row, report, language) }))
    }
  }

  /// Nothing stands after the last row.
  public mutating func end(_ receipt: Receipt) -> String { "" }

  private func row(_ finding: Finding) -> Row {
    Row(
      verdict: finding.verdict.rawValue, rule: finding.rule, part: finding.part,
      law: language.citation(finding.law.citation), claims: finding.claims,
      events: finding.events.map(\.name), message: finding.message.text(in: language),
      day: finding.day, expected: finding.expected, actual: finding.actual,
      excess: finding.excess, atRisk: finding.atRisk,
      consequences: finding.consequences.map(\.name), fingerprint: finding.fingerprint)
  }

  private func row(_ question: Undetermined) -> Row {
    Row(
      verdict: Verdict.undetermined.rawValue, rule: question.rule, part: question.part,
      law: language.citation(question.law.citation), claims: question.claims,
      events: question.events.map(\.name), message: question.sentence(in: language),
      atRisk: question.atRisk, missing: question.missing)
  }

  private static func kroner(_ ore: Ratio?) -> Cell {
    .plain(ore.map(Kroner.json) ?? "")
  }

  /// Numbers as numbers, everything else in words.
  private static func shown(_ value: Shown?, _ language: Language) -> Cell {
    guard let value else { return .plain("") }
    let json = value.json
    return switch json {
    case .number, .whole, .kroner: .plain(json.text())
    case .day(let day): .plain(day.description)
    case .string(let text): .text(text)
    default: .text(value.text(in: language))
    }
  }

  private static func list(_ names: [String]) -> Cell { .text(names.joined(separator: "; ")) }
}
