import Audit
import Casebook
import Rulebook
import Values

/// Writes the report of one case: a short letter, the worst first.
struct Letter {
  let context: RunContext
  let language: Language
  let detail: Detail

  private static let column = 18

  /// The whole letter.
  func write(_ report: CaseReport, on page: inout Page) {
    if detail != .quiet { heading(report, on: &page) }
    let findings = FindingText(language: language, detail: detail)
    for (index, finding) in report.findings.enumerated() {
      page.blank()
      findings.write(finding, number: index + 1, on: &page)
    }
    guard detail != .quiet else { return }
    ChangeText(language: language).write(report.change, on: &page)
    OpenQuestions(language: language).write(report.undetermined, on: &page)
    grounds(report, on: &page)
    totals(report, on: &page)
  }

  private func heading(_ report: CaseReport, on page: inout Page) {
    page.paragraph(LetterTexts.title(report.id)[language], .heading)
    for party in report.parties {
      let role = LetterTexts.roles[party.role]?[language] ?? party.role
      page.entry(role, party.name, indent: 2, column: Self.column)
    }
    page.entry(LetterTexts.source[language], report.source, indent: 2, column: Self.column)
    language.basis(of: context, column: Self.column, on: &page)
    page.blank()
    let (verdict, role) = verdict(on: report)
    page.paragraph(verdict, role)
  }

  /// What was found, what it costs, and what is open; in one paragraph.
  private func verdict(on report: CaseReport) -> (String, Style.Role) {
    var counted = Receipt()
    counted.count(report)
    let found = language.findings(counted)
    var sentences: [String] = []
    if found.isEmpty {
      let isTried = report.met > 0 || !report.undetermined.isEmpty || !report.setAside.isEmpty
      let nothing = isTried ? LetterTexts.clean : LetterTexts.nothingTried
      sentences.append(
        (report.known > 0 ? BaselineTexts.nothingNew(report.known) : nothing)[language])
    } else {
      sentences.append(LetterTexts.found(found)[language])
    }
    sentences += amounts(report)
    if !report.undetermined.isEmpty {
      sentences.append(CountTexts.undetermined(report.undetermined.count)[language] + ".")
    }
    return (sentences.joined(separator: " "), report.findings.first?.verdict.role ?? .good)
  }

  private func amounts(_ report: CaseReport) -> [String] {
    var sentences: [String] = []
    if report.excess > .zero {
      sentences.append(LetterTexts.tooMuch(language.money(report.excess))[language])
    }
    if report.atRisk > .zero {
      sentences.append(LetterTexts.mayBeTooMuch(language.money(report.atRisk))[language])
    }
    return sentences
  }

  /// What was set aside, assumed and chosen, and where the file contradicts itself.
  private func grounds(_ report: CaseReport, on page: inout Page) {
    section(OpenTexts.setAside, language.setAside(report.setAside), on: &page)
    var seen: Set<FactShown> = []
    let assumptions = report.findings.flatMap(\.assumptions).filter { seen.insert($0).inserted }
    section(OpenTexts.assumptions, assumptions.map { language.facts([$0]) }, on: &page)
    section(OpenTexts.choices, choices(of: report), on: &page)
    section(
      OpenTexts.conflicts,
      report.conflicts.map {
        "\($0.message[language]) (\($0.paths.joined(separator: ", ")))"
      }, on: &page)
  }

  private func section(_ title: Label, _ lines: [String], on page: inout Page) {
    guard !lines.isEmpty else { return }
    page.blank()
    page.paragraph(title[language], .heading)
    for line in lines { page.paragraph(line, indent: 2, hanging: 2) }
  }

  /// The readings that findings rest on and those the file made; all of the run's when verbose.
  private func choices(of report: CaseReport) -> [String] {
    var used = Set(report.findings.flatMap(\.choices)).union(report.choices)
    if detail == .verbose {
      let own = Set(report.choices.map(\.name))
      used.formUnion(context.choices.filter { !own.contains($0.name) })
    }
    return used.sorted().map { choice in
      let isOwn = report.choices.contains(choice)
      return language.choices([choice]) + (isOwn ? " (\(OpenTexts.ownChoice[language]))" : "")
    }
  }

  private func totals(_ report: CaseReport, on page: inout Page) {
    page.blank()
    let met = CountTexts.met(report.met)[language]
    page.paragraph("\(CountTexts.rules(context.rules)[language]); \(met).", .faint)
    if report.eventsAfter > 0 {
      let day = language.day(context.asOf)
      page.paragraph(CountTexts.eventsAfter(report.eventsAfter, day)[language], .faint)
    }
    if report.planned > 0 {
      page.paragraph(CountTexts.planned(report.planned)[language], .faint)
    }
  }
}

extension Language {
  /// What a run was judged by: day and rule set.
  func basis(of context: RunContext, column: Int, on page: inout Page) {
    let day = LetterTexts.judged(asOf: day(context.asOf))[self]
    page.entry(LetterTexts.judged[self], day, indent: 2, column: column)
    let rules = LetterTexts.ruleSet(
      context.ruleSetVersion, reviewed: self.day(context.reviewedThrough))[self]
    page.entry(LetterTexts.ruleSet[self], rules, indent: 2, column: column)
    if let settings = context.settings {
      page.entry(LetterTexts.settings[self], settings, indent: 2, column: column)
    }
    if let part = context.part {
      page.entry(LetterTexts.part[self], part, indent: 2, column: column)
    }
    assumptions(of: context, column: column, on: &page)
  }

  /// The days on which acts are taken to come into force.
  func assumptions(of context: RunContext, column: Int, on page: inout Page) {
    guard !context.assumptions.isEmpty else { return }
    let days = context.assumptions.map { ChangeTexts.inForce($0.act, from: day($0.day))[self] }
    page.entry(ChangeTexts.assumed[self], enumeration(days), indent: 2, column: column)
  }

  /// How many findings of which verdict, or nothing.
  func findings(_ receipt: Receipt) -> String {
    let parts = [
      receipt.breach > 0 ? CountTexts.breaches(receipt.breach)[self] : nil,
      receipt.practice > 0 ? CountTexts.practice(receipt.practice)[self] : nil,
      receipt.advice > 0 ? CountTexts.advice(receipt.advice)[self] : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : enumeration(parts)
  }

  /// One line for each exception: where it comes from, and the rules it set aside.
  func setAside(_ all: [SetAside]) -> [String] {
    var order: [String] = []
    var rules: [String: [String]] = [:]
    for one in all {
      let name = "\(one.exception) (\(citation(one.law)))"
      if rules[name] == nil { order.append(name) }
      let rule = [one.rule, one.part].compactMap { $0 }.joined(separator: " ")
      if rules[name]?.contains(rule) != true { rules[name, default: []].append(rule) }
    }
    return order.map { "\($0): \((rules[$0] ?? []).joined(separator: ", "))" }
  }
}
