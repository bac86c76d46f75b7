import Audit
import Casebook
import Rulebook
import Values

/// Writes one finding, or one trace, on a page.
struct FindingText {
  let language: Language
  let detail: Detail

  /// Column of the values behind the names.
  private static let column = 18
  private static let indent = 3
  /// How many of the outermost lines of a trace are shown unless everything is asked for.
  private static let shortTrace = 6

  /// The finding: verdict and rule, what is wrong, then its particulars.
  func write(_ finding: Finding, number: Int, on page: inout Page) {
    let id = finding.part.map { "\(finding.rule) \($0)" } ?? finding.rule
    page.line([
      (padded("\(number)", Self.indent), .heading),
      (FindingTexts.verdict(finding.verdict)[language], finding.verdict.role),
      ("  \(id)", .faint),
    ])
    page.paragraph(finding.message.text(in: language), indent: Self.indent)
    page.paragraph(law(finding.law), indent: Self.indent, hanging: 2, .faint)
    guard detail != .quiet else { return }
    comparison(finding, on: &page)
    kroner(finding, on: &page)
    subject(finding, on: &page)
    grounds(finding, on: &page)
    trace(finding, on: &page)
  }

  private func law(_ law: LawPoint) -> String {
    let address = detail == .verbose ? law.address.map { " · \($0)" } ?? "" : ""
    return language.citation(law.citation) + address
  }

  private func comparison(_ finding: Finding, on page: inout Page) {
    if let expected = finding.expected {
      let text = expected.text(in: language)
      let required = finding.relation.map { FindingTexts.relation($0, expected, text) }
      entry(FindingTexts.expected, required?[language] ?? text, on: &page)
    }
    if let actual = finding.actual {
      entry(FindingTexts.actual, actual.text(in: language), on: &page)
    }
  }

  private func kroner(_ finding: Finding, on page: inout Page) {
    if let was = finding.was {
      let text = BaselineText(language: language, detail: detail).before(was)
      entry(BaselineTexts.before, text, on: &page)
    }
    if let excess = finding.excess {
      entry(FindingTexts.excess, language.money(excess), on: &page)
    }
    if let then = finding.excessThen {
      entry(FindingTexts.excessThen, language.money(then), on: &page)
    }
    if let atRisk = finding.atRisk, atRisk > .zero {
      entry(FindingTexts.atRisk, FindingTexts.upTo(language.money(atRisk))[language], on: &page)
    }
    for consequence in finding.consequences {
      let text = consequence.text[language]
      entry(
        FindingTexts.consequence,
        consequence.isAtRisk ? FindingTexts.maybe(text, language) : text, on: &page)
    }
  }

  private func subject(_ finding: Finding, on page: inout Page) {
    if !finding.grounds.isEmpty {
      entry(FindingTexts.because, language.grounds(finding.grounds), on: &page)
    }
    if !finding.claims.isEmpty {
      entry(FindingTexts.claims, finding.claims.joined(separator: ", "), on: &page)
    }
    if !finding.cases.isEmpty {
      entry(SummaryTexts.cases, finding.cases.joined(separator: ", "), on: &page)
    }
    if !finding.events.isEmpty {
      entry(FindingTexts.events, language.events(finding.events), on: &page)
    }
    if detail == .verbose, let day = finding.day {
      entry(FindingTexts.day, language.day(day), on: &page)
    }
  }

  private func grounds(_ finding: Finding, on page: inout Page) {
    if !finding.choices.isEmpty {
      entry(FindingTexts.choices, language.choices(finding.choices), on: &page)
    }
    if !finding.assumptions.isEmpty {
      entry(FindingTexts.assumptions, language.facts(finding.assumptions), on: &page)
    }
    guard detail == .verbose else { return }
    if !finding.facts.isEmpty {
      entry(FindingTexts.facts, language.facts(finding.facts), on: &page)
    }
    for value in finding.values {
      let day = value.day.map { " " + FindingTexts.on(language.day($0))[language] } ?? ""
      entry(
        FindingTexts.values,
        "\(value.name)\(day): \(value.value.text(in: language)) (\(value.row))", on: &page)
    }
    entry(FindingTexts.fingerprint, finding.fingerprint, on: &page)
  }

  private func entry(_ name: Label, _ value: String, on page: inout Page) {
    page.entry(name[language], value, indent: Self.indent, column: Self.column)
  }

  /// The trace, deeper lines further in; days and words as rules and files write them. A line that
  /// only repeats the law is left out.
  private func trace(_ finding: Finding, on page: inout Page) {
    let trace = finding.trace.filter {
      $0.text != finding.law.citation || $0.worked != nil || $0.isAssumption
    }
    guard !trace.isEmpty else { return }
    let shown =
      detail == .verbose
      ? trace
      : Array(trace.filter { $0.depth <= Traces.outerDepth }.prefix(Self.shortTrace))
    page.paragraph(FindingTexts.trace[language] + ":", indent: Self.indent, .faint)
    for line in shown {
      page.paragraph(text(of: line), indent: Self.indent + 2 + 2 * line.depth, hanging: 4)
    }
    let rest = trace.count + finding.traceLinesLeftOut - shown.count
    if rest > 0 {
      page.paragraph(FindingTexts.moreLines(rest)[language], indent: Self.indent + 2, .faint)
    }
  }

  private func text(of line: TraceLine) -> String {
    var text = line.text
    if let worked = line.worked { text += ": \(worked)" }
    switch line.value {
    case .flag(let flag)?: text += line.worked == nil ? ": \(flag)" : " → \(flag)"
    case let value?: text += " = \(value.asWritten)"
    case nil: break
    }
    if line.isAssumption { text += " (\(FindingTexts.assumed[language]))" }
    if let source = line.source { text += " [\(source)]" }
    return text
  }
}

extension Language {
  /// Events by type and day, with the name they have in the file.
  func events(_ events: [EventReference]) -> String {
    events.map(event).joined(separator: "; ")
  }

  /// An event by type, day and name.
  func event(_ event: EventReference) -> String {
    [event.label[self], event.day.map(day), "(\(event.name))"].compactMap { $0 }
      .joined(separator: " ")
  }

  /// Other findings by rule and day.
  func grounds(_ grounds: [Finding.Ground]) -> String {
    grounds.map { ground in
      let rule = ground.part.map { "\(ground.rule) \($0)" } ?? ground.rule
      return ground.day.map { "\(rule) (\(day($0)))" } ?? rule
    }.joined(separator: "; ")
  }

  /// Facts by path.
  func facts(_ facts: [FactShown]) -> String {
    facts.map { "\($0.path) = \($0.value.text(in: self))" }.joined(separator: "; ")
  }

  /// Readings by switch.
  func choices(_ choices: [ChoiceUsed]) -> String {
    choices.map { choice in
      "\(choice.name): \(choice.reading == "open" ? FindingTexts.open[self] : choice.reading)"
    }.joined(separator: "; ")
  }
}

extension Verdict {
  /// How the verdict looks.
  var role: Style.Role {
    switch self {
    case .breach: .breach
    case .practice: .practice
    case .advice: .advice
    case .met: .good
    case .undetermined, .notApplicable: .ordinary
    }
  }
}
