import Audit
import Casebook
import Values

/// Counts what several cases had in common, and writes the table and the receipt.
struct Summary {
  /// What one rule found.
  struct Row {
    var verdict = Verdict.undetermined
    var findings = 0
    var cases = 0
    var open = 0
    var excess = Ratio.zero
    var atRisk = Ratio.zero
  }

  private(set) var rows: [String: Row] = [:]
  /// For each rule, what the assumptions of the run change.
  private(set) var changes: [String: ChangeCount] = [:]
  private(set) var clean = 0
  private(set) var excess = Ratio.zero
  private(set) var atRisk = Ratio.zero

  /// Adds a case.
  mutating func add(_ report: CaseReport) {
    if report.findings.isEmpty, report.known == 0 { clean += 1 }
    excess = excess.plus(report.excess)
    atRisk = atRisk.plus(report.atRisk)
    for finding in report.findings {
      var row = rows[finding.rule] ?? Row()
      row.verdict = min(row.verdict, finding.verdict)
      row.findings += 1
      row.excess = row.excess.plus(finding.excess ?? .zero)
      row.atRisk = row.atRisk.plus(finding.atRisk ?? .zero)
      rows[finding.rule] = row
    }
    for finding in report.change?.new ?? [] { changes[finding.rule, default: .init()].new += 1 }
    for finding in report.change?.gone ?? [] { changes[finding.rule, default: .init()].gone += 1 }
    for question in report.undetermined { rows[question.rule, default: Row()].open += 1 }
    for rule in Set(report.findings.map(\.rule)) { rows[rule]?.cases += 1 }
  }

  /// The table: the worst verdict first, then the most findings. Rules that only left questions
  /// open are listed when everything is asked for.
  func table(language: Language, detail: Detail, on page: inout Page) {
    let listed = rows.filter { $0.value.findings > 0 || detail == .verbose }
      .sorted { left, right in
        (left.value.verdict, -left.value.findings, -left.value.open, left.key)
          < (right.value.verdict, -right.value.findings, -right.value.open, right.key)
      }
    guard !listed.isEmpty else { return }
    page.blank()
    page.paragraph(SummaryTexts.title[language], .heading)
    let header = [
      SummaryTexts.rule, SummaryTexts.verdict, SummaryTexts.count, SummaryTexts.cases,
      SummaryTexts.excess, SummaryTexts.atRisk, SummaryTexts.open,
    ].map { $0[language] }
    let lines = listed.map { cells($0.key, $0.value, language) }
    Table(header: header, rows: lines, numeric: [2, 3, 4, 5, 6]).write(on: &page, indent: 2)
  }

  private func cells(_ rule: String, _ row: Row, _ language: Language) -> [String] {
    [
      rule, FindingTexts.verdict(row.verdict)[language].lowercased(), "\(row.findings)",
      "\(row.cases)", row.excess > .zero ? language.money(row.excess) : "",
      row.atRisk > .zero ? language.money(row.atRisk) : "", row.open > 0 ? "\(row.open)" : "",
    ]
  }

  /// How many cases, what was found, what it amounts to.
  func receipt(
    _ receipt: Receipt, context: RunContext, language: Language, on page: inout Page
  ) {
    page.blank()
    page.paragraph(SummaryTexts.receipt[language], .heading)
    func entry(_ name: Label, _ value: String) {
      page.entry(name[language], value, indent: 2, column: 18)
    }
    let cases = [
      "\(receipt.cases)", "\(receipt.audited) \(SummaryTexts.audited[language])",
      "\(clean) \(SummaryTexts.clean[language])",
      "\(receipt.rejected) \(SummaryTexts.rejected[language])",
    ]
    entry(SummaryTexts.cases, cases.joined(separator: ", "))
    let found = [
      "\(receipt.breach) \(SummaryTexts.breach[language])",
      "\(receipt.practice) \(SummaryTexts.practice[language])",
      "\(receipt.advice) \(SummaryTexts.advice[language])",
      "\(receipt.undetermined) \(SummaryTexts.undetermined[language])",
    ]
    entry(SummaryTexts.found, found.joined(separator: ", "))
    entry(SummaryTexts.excess, language.money(excess))
    if atRisk > .zero {
      entry(SummaryTexts.atRisk, FindingTexts.upTo(language.money(atRisk))[language])
    }
    language.basis(of: context, column: 18, on: &page)
    page.paragraph(CountTexts.rules(receipt.rules)[language] + ".", indent: 2)
    if receipt.eventsAfter > 0 {
      let day = language.day(context.asOf)
      page.paragraph(CountTexts.eventsAfter(receipt.eventsAfter, day)[language], indent: 2)
    }
    if receipt.apart > 0 {
      page.paragraph(CountTexts.apart(receipt.apart)[language], indent: 2)
    }
    if receipt.planned > 0 {
      page.paragraph(CountTexts.planned(receipt.planned)[language], indent: 2)
    }
  }
}

extension Ratio {
  /// The sum; where it no longer fits, what there was. Only totals for people are made so.
  func plus(_ other: Ratio) -> Ratio { (try? adding(other)) ?? self }
}
