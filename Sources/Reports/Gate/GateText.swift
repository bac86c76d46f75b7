import Audit
import Casebook
import Rulebook
import Values

/// Writes for people what the gate says of a planned step: yes or no, what it would break, and how
/// it could go.
struct GateText {
  let context: RunContext
  let language: Language
  let detail: Detail

  private static let column = 22

  /// The whole answer.
  func write(_ report: CaseReport, _ answer: GateAnswer, on page: inout Page) {
    page.line([
      (LetterTexts.title(report.id)[language], .heading), ("  \(report.source)", .faint),
    ])
    let day = language.day(answer.on)
    let step = answer.label[language]
    if let covered = answer.uncovered {
      page.paragraph(GateTexts.uncovered(covered, day, language), .practice)
      return
    }
    if answer.allowed, answer.isOpen {
      page.paragraph(GateTexts.openVerdict(step, day)[language], .practice)
    } else {
      page.paragraph(
        GateTexts.verdict(step, day, answer.allowed)[language], answer.allowed ? .good : .breach)
    }
    let findings = FindingText(language: language, detail: detail == .verbose ? .verbose : .quiet)
    for (index, finding) in report.findings.enumerated() {
      page.blank()
      findings.write(finding, number: index + 1, on: &page)
    }
    for conflict in report.conflicts {
      page.blank()
      let text = "\(conflict.message[language]) (\(conflict.paths.joined(separator: ", ")))"
      page.paragraph("\(OpenTexts.conflicts[language]): \(text)")
    }
    guard detail != .quiet, report.conflicts.isEmpty || answer.earliest != nil else { return }
    page.blank()
    possible(answer, on: &page)
    needs(answer, on: &page)
  }

  /// The days and amounts that would be lawful.
  private func possible(_ answer: GateAnswer, on page: inout Page) {
    guard let earliest = answer.earliest else {
      let last = language.day(answer.searchedThrough)
      return entry(GateTexts.earliest, GateTexts.noDay(through: last)[language], on: &page)
    }
    entry(GateTexts.earliest, language.day(earliest), on: &page)
    if let deadline = answer.shortestDeadline {
      let days = Shown.duration(deadline.days(since: earliest), .days).text(in: language)
      entry(GateTexts.deadline, "\(language.day(deadline)) (\(days))", on: &page)
    }
    for (index, charge) in answer.largestCharges.enumerated() {
      let name = index == 0 ? GateTexts.charge : Label(nb: "", en: "")
      entry(name, language.charge(charge), on: &page)
    }
    if let planned = answer.planned {
      let charges = planned.charges.map { "\($0.label[language]) \(language.money($0.amount))" }
      let day = planned.earliest.map { GateTexts.from(language.day($0)) }
      let last = language.day(answer.searchedThrough)
      entry(
        GateTexts.planned,
        "\(language.enumeration(charges)): \((day ?? GateTexts.noDay(through: last))[language])",
        on: &page)
    }
  }

  private func entry(_ name: Label, _ value: String, on page: inout Page) {
    page.entry(name[language], value, indent: 2, column: Self.column)
  }

  /// What the letter must say, what must be settled, what is not known.
  private func needs(_ answer: GateAnswer, on page: inout Page) {
    for kind in GateNeed.Kind.allCases {
      let needs = answer.needs.filter { $0.kind == kind }
      guard !needs.isEmpty else { continue }
      page.blank()
      page.paragraph(GateTexts.heading(kind)[language], .heading)
      for line in lines(of: needs) { page.paragraph("- " + line, indent: 2, hanging: 2) }
    }
  }

  /// One line for each thing that is needed, with the rules that ask for it.
  private func lines(of needs: [GateNeed]) -> [String] {
    var order: [String] = []
    var laws: [String: [String]] = [:]
    for need in needs {
      let text = need.shortText(in: language)
      if laws[text] == nil { order.append(text) }
      let law = language.citation(need.law.citation)
      let place = ([law] + [need.part].compactMap { $0 }).joined(separator: ", ")
      if laws[text]?.contains(place) != true { laws[text, default: []].append(place) }
    }
    return order.map { "\($0) (\((laws[$0] ?? []).joined(separator: "; ")))" }
  }
}
