import Audit
import Casebook
import Values

/// A scorecard for people: how much is wrong, with whom, why, whether it gets better, and which
/// cases to look at first.
struct ScoreText {
  let card: Scorecard
  let slice: ScoreSlice
  let language: Language
  let detail: Detail

  /// How many lines of each table there are unless everything is asked for.
  private static let most = (groups: 20, causes: 10, months: 12, cases: 10)

  /// Where the values of the first block begin.
  private static let column = 19

  /// The whole page.
  func text(style: Style) -> String {
    var page = Page(style: style)
    let count = CountTexts.cases(card.total.cases)[language]
    page.paragraph(
      ScoreTexts.title(count, language.day(card.basis.context.asOf))[language], .heading)
    page.blank()
    sums(on: &page)
    groups(on: &page)
    guard detail != .quiet else { return page.text }
    causes(on: &page)
    if slice != .month { trend(on: &page) }
    MeasureLine.table(measures, language: language, on: &page)
    worst(on: &page)
    basis(on: &page)
    return page.text
  }

  private var measures: [MeasureLine] {
    let context = card.basis.context
    let lines =
      detail == .verbose
      ? MeasureLine.byQuarter(card.receipt, context) : MeasureLine.inAll(card.receipt, context)
    return lines.map { line in
      let names = line.info.party == "agency" ? card.agencyNames : card.creditorNames
      let name = line.party.map { names[$0] ?? $0 } ?? ScoreTexts.nobody(.agency)[language]
      return MeasureLine(info: line.info, party: name, quarter: line.quarter, count: line.count)
    }
  }

  /// How much is wrong, in counts and kroner.
  private func sums(on page: inout Page) {
    func entry(_ name: Label, _ value: String) {
      page.entry(name[language], value, indent: 2, column: Self.column)
    }
    let total = card.total
    entry(ScoreTexts.withFindings, ScoreTexts.share(total, language)[language])
    let receipt = card.receipt
    let found = [
      "\(receipt.breach) \(SummaryTexts.breach[language])",
      "\(receipt.practice) \(SummaryTexts.practice[language])",
      "\(receipt.advice) \(SummaryTexts.advice[language])",
      "\(receipt.undetermined) \(SummaryTexts.undetermined[language])",
    ]
    entry(SummaryTexts.found, found.joined(separator: ", "))
    entry(ScoreTexts.demanded, amount(total.demanded))
    entry(ScoreTexts.lawful, amount(total.lawful))
    entry(SummaryTexts.excess, language.money(total.excess))
    if total.atRisk > .zero {
      entry(SummaryTexts.atRisk, FindingTexts.upTo(language.money(total.atRisk))[language])
    }
    if total.refundDue > .zero { entry(ScoreTexts.refundDue, language.money(total.refundDue)) }
  }

  private func amount(_ range: KronerRange) -> String {
    let (low, high) = (language.money(range.lowest), language.money(range.highest))
    let text = low == high ? low : DayTexts.unknown(between: low, high)[language]
    return range.unknown == 0 ? text : text + "; " + ScoreTexts.unknown(range.unknown)[language]
  }

  /// With whom, or when: the most cases with findings of a thousand first, months in order.
  private func groups(on page: inout Page) {
    var groups = ScoreGroup.all(of: card, by: slice)
    if slice != .month {
      groups.sort { left, right in
        let shares = [left, right].map {
          PerThousand($0.score.withFindings, of: $0.score.cases).tenths
        }
        return shares[0] == shares[1] ? (left.id ?? "") < (right.id ?? "") : shares[0] > shares[1]
      }
    }
    let header = [
      ScoreTexts.slice(slice), SummaryTexts.cases, ScoreTexts.withFindings, ScoreTexts.perThousand,
      SummaryTexts.excess, SummaryTexts.atRisk, ScoreTexts.mostOften,
    ].map { $0[language] }
    let rows = groups.map { group in
      let score = group.score
      return [
        group.title(slice, language), "\(score.cases)", "\(score.withFindings)",
        language.perThousand(score.withFindings, of: score.cases),
        score.excess > .zero ? language.money(score.excess) : "",
        score.atRisk > .zero ? language.money(score.atRisk) : "",
        ranked(score).first.map { name(of: $0.key) } ?? "",
      ]
    }
    let title = ScoreTexts.title(slice)
    let most = slice == .month ? nil : Self.most.groups
    table(title, header, rows, most: most, numeric: [1, 2, 3, 4, 5], on: &page)
  }

  /// Why: the rules that found something, breaches of the law first, then the most findings.
  private func causes(on page: inout Page) {
    let header = [
      SummaryTexts.rule, SummaryTexts.verdict, ScoreTexts.findings, ScoreTexts.perThousand,
      SummaryTexts.excess, FindingTexts.law,
    ].map { $0[language] }
    let rows = ranked(card.total).map { cause, count in
      [
        name(of: cause), FindingTexts.verdict(count.verdict)[language].lowercased(),
        "\(count.findings)", language.perThousand(count.findings, of: card.total.cases),
        count.excess > .zero ? language.money(count.excess) : "", language.citation(count.law),
      ]
    }
    table(ScoreTexts.causes, header, rows, most: Self.most.causes, numeric: [2, 3, 4], on: &page)
  }

  private func ranked(_ score: Score) -> [(key: FindingCause, value: CauseCount)] {
    score.causes.filter { $0.value.findings > 0 }.sorted { left, right in
      if left.value.verdict != right.value.verdict {
        return left.value.verdict < right.value.verdict
      }
      let (one, other) = (left.value, right.value)
      if one.findings != other.findings { return one.findings > other.findings }
      if one.cases != other.cases { return one.cases > other.cases }
      return left.key < right.key
    }
  }

  private func name(of cause: FindingCause) -> String {
    cause.part.map { "\(cause.rule) \($0)" } ?? cause.rule
  }

  /// Whether it gets better: month by month, the latest last.
  private func trend(on page: inout Page) {
    let header = [
      ScoreTexts.slice(.month), SummaryTexts.cases, ScoreTexts.withFindings,
      ScoreTexts.perThousand, SummaryTexts.excess,
    ].map { $0[language] }
    let months = card.total.months.sorted {
      ($0.key?.description ?? "") < ($1.key?.description ?? "")
    }
    let shown = detail == .verbose ? months[...] : months.suffix(Self.most.months)
    let rows = shown.map { month, count in
      [
        month?.description ?? ScoreTexts.nobody(.month)[language], "\(count.cases)",
        "\(count.withFindings)", language.perThousand(count.withFindings, of: count.cases),
        count.excess > .zero ? language.money(count.excess) : "",
      ]
    }
    table(ScoreTexts.trend, header, Array(rows), most: nil, numeric: [1, 2, 3, 4], on: &page)
  }

  /// Which cases to look at first.
  private func worst(on page: inout Page) {
    let header = [
      ScoreTexts.oneCase, LetterTexts.roles["agency"], LetterTexts.roles["creditor"],
      SummaryTexts.excess, SummaryTexts.atRisk, ScoreTexts.findings, SummaryTexts.rule,
    ].map { $0?[language] ?? "" }
    let rows = card.total.worst.cases.map { one in
      [
        one.id, one.agency.map { card.agencyNames[$0] ?? $0 } ?? "",
        one.creditor.map { card.creditorNames[$0] ?? $0 } ?? "", language.money(one.excess),
        one.atRisk > .zero ? language.money(one.atRisk) : "", "\(one.breach + one.practice)",
        name(of: one.cause),
      ]
    }
    table(ScoreTexts.worst, header, rows, most: Self.most.cases, numeric: [3, 4, 5], on: &page)
  }

  private func table(
    _ title: Label, _ header: [String], _ rows: [[String]], most: Int?, numeric: Set<Int>,
    on page: inout Page
  ) {
    guard !rows.isEmpty else { return }
    page.blank()
    page.paragraph(title[language], .heading)
    let shown = detail == .verbose ? rows : Array(rows.prefix(most ?? rows.count))
    Table(header: header, rows: shown, numeric: numeric).write(on: &page, indent: 2)
    if shown.count < rows.count {
      page.paragraph(ScoreTexts.more(rows.count - shown.count)[language], indent: 2, .faint)
    }
  }

  private func basis(on page: inout Page) {
    page.blank()
    page.paragraph(SummaryTexts.receipt[language], .heading)
    let cases = [
      "\(card.receipt.cases)", "\(card.receipt.audited) \(SummaryTexts.audited[language])",
      "\(card.receipt.rejected) \(SummaryTexts.rejected[language])",
    ]
    page.entry(
      SummaryTexts.cases[language], cases.joined(separator: ", "), indent: 2, column: Self.column)
    language.basis(of: card.basis.context, column: Self.column, on: &page)
    page.paragraph(CountTexts.rules(card.receipt.rules)[language] + ".", indent: 2)
  }
}

extension Language {
  /// A sum in kroner, to the øre.
  func money(_ total: KronerTotal) -> String {
    guard let millionths = Int64(exactly: total.millionths),
      let exact = try? Ratio(millionths, 10_000), let ore = try? exact.rounded(.halfUp, to: .one)
    else { return total.text }
    return money(ore)
  }

  /// How many of 1 000, with the decimal mark of the language.
  func perThousand(_ count: Int, of all: Int) -> String {
    (try? Ratio(Int64(PerThousand(count, of: all).tenths), 10)).map(number) ?? ""
  }
}
