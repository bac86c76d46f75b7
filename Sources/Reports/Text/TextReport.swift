public import Audit
import Casebook
import Values

/// The report for people. One case reads as a letter; several as a list of those with findings, a
/// table by rule and a receipt.
public struct TextReport: Report {
  private let context: RunContext
  private let language: Language
  private let style: Style
  private let detail: Detail
  /// The first case, held back until it is known whether it is the only one.
  private var first: CaseReport?
  private var hasSeveral = false
  private var summary = Summary()
  /// Planned steps that the gate was asked about, and those of them that may be taken.
  private var steps = (asked: 0, allowed: 0)

  /// A report in one language.
  public init(context: RunContext, language: Language, style: Style, detail: Detail) {
    self.context = context
    self.language = language
    self.style = style
    self.detail = detail
  }

  /// Nothing: the heading depends on how many cases come.
  public mutating func begin() -> String { "" }

  /// The first case, once it is clear that there are several.
  public mutating func place(_ report: CaseReport) -> String? {
    if let answer = report.gate { return place(answer) }
    summary.add(report)
    if !hasSeveral, first == nil {
      first = report
      return nil
    }
    let before = first.map(entry) ?? ""
    first = nil
    hasSeveral = true
    return before
  }

  /// The case, if it has findings.
  public func write(_ report: CaseReport, to bytes: inout ByteBuffer) {
    bytes.append(report.gate.map { entry(report, $0) } ?? entry(report))
  }

  /// The letter of the only case, or table and receipt.
  public mutating func end(_ receipt: Receipt) -> String {
    var page = Page(style: style)
    if steps.asked > 0 { return counted() }
    if let first, receipt.rejected == 0 {
      Letter(context: context, language: language, detail: detail).write(first, on: &page)
      if detail != .quiet { baseline.write(receipt, indent: 0, on: &page) }
      return page.text
    }
    let before = first.map(entry) ?? ""
    guard detail != .quiet else { return before }
    summary.table(language: language, detail: detail, on: &page)
    let measures =
      detail == .verbose
      ? MeasureLine.byQuarter(receipt, context) : MeasureLine.inAll(receipt, context)
    MeasureLine.table(measures, language: language, on: &page)
    ChangeText(language: language).table(summary.changes, on: &page)
    summary.receipt(receipt, context: context, language: language, on: &page)
    baseline.write(receipt, indent: 2, on: &page)
    if receipt.undetermined > 0, detail == .normal {
      page.blank()
      page.paragraph(SummaryTexts.notInReport[language], .faint)
    }
    return before + page.text
  }

  private var baseline: BaselineText { BaselineText(language: language, detail: detail) }

  /// A case among several: its findings; its open questions only when everything is asked for.
  private func entry(_ report: CaseReport) -> String {
    let showsOpen = detail == .verbose && !report.undetermined.isEmpty
    let goes = !(report.change?.gone.isEmpty ?? true)
    guard !report.findings.isEmpty || showsOpen || goes else { return "" }
    var page = Page(style: style)
    page.line([(LetterTexts.title(report.id)[language], .heading), ("  \(report.source)", .faint)])
    page.paragraph(tally(report), indent: 2)
    let findings = FindingText(language: language, detail: detail)
    for (index, finding) in report.findings.enumerated() {
      page.blank()
      findings.write(finding, number: index + 1, on: &page)
    }
    if detail != .quiet { ChangeText(language: language).write(report.change, on: &page) }
    if showsOpen { OpenQuestions(language: language).write(report.undetermined, on: &page) }
    page.blank()
    return page.text
  }

  /// Answers of the gate stand apart from each other.
  private mutating func place(_ answer: GateAnswer) -> String {
    defer { steps = (steps.asked + 1, steps.allowed + (answer.allowed ? 1 : 0)) }
    return steps.asked > 0 && detail != .quiet ? "\n" : ""
  }

  /// What the gate says of a step.
  private func entry(_ report: CaseReport, _ answer: GateAnswer) -> String {
    var page = Page(style: style)
    GateText(context: context, language: language, detail: detail).write(report, answer, on: &page)
    return page.text
  }

  /// How many of several steps may be taken.
  private func counted() -> String {
    guard steps.asked > 1, detail != .quiet else { return "" }
    return "\n" + GateTexts.count(steps.allowed, of: steps.asked)[language] + "\n"
  }

  private func tally(_ report: CaseReport) -> String {
    var counted = Receipt()
    counted.count(report)
    var text = language.findings(counted)
    if !report.undetermined.isEmpty {
      if !text.isEmpty { text += "; " }
      text += CountTexts.undetermined(report.undetermined.count)[language]
    }
    text += "."
    if report.excess > .zero {
      text += " " + LetterTexts.tooMuch(language.money(report.excess))[language]
    }
    if report.atRisk > .zero {
      text += " " + LetterTexts.mayBeTooMuch(language.money(report.atRisk))[language]
    }
    return text
  }
}
