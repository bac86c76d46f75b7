import Audit
import Casebook
import Rulebook
import Values

/// The plan for people: a table of steps, then what stands in the way of the others.
struct PlanText: PlanReport {
  let language: Language
  let style: Style
  private var hasPlans = false

  init(language: Language, style: Style) {
    self.language = language
    self.style = style
  }

  mutating func begin() -> String { "" }
  mutating func end() -> String { "" }

  mutating func add(_ plan: StepPlan) -> String {
    var page = Page(style: style)
    if hasPlans { page.paragraph("") }
    hasPlans = true
    let title = GateTexts.title(plan.id, language.day(plan.on))
    page.line([(title[language], .heading), ("  \(plan.source)", .faint)])
    page.blank()
    if let covered = plan.steps.first?.answer.uncovered {
      page.paragraph(GateTexts.uncovered(covered, language.day(plan.on), language), .practice)
      return page.text
    }
    let open = plan.steps.filter { $0.answer.earliest != nil }
    table(open, on: &page)
    let closed = plan.steps.filter { $0.answer.earliest == nil }
    if !closed.isEmpty { self.closed(closed, on: &page) }
    return page.text
  }

  private func table(_ steps: [StepPlan.Step], on page: inout Page) {
    let header = [GateTexts.step, GateTexts.by, GateTexts.earliest, GateTexts.deadline]
    let rows = steps.map { step in
      [
        language.name(of: step), language.taker(of: step) ?? "",
        (step.answer.earliest?.description ?? "") + (step.answer.isEarliestOpen ? Self.mark : ""),
        step.answer.shortestDeadline?.description ?? "", language.charges(of: step.answer),
      ]
    }
    Table(header: (header + [GateTexts.charge]).map { $0[language] }, rows: rows, numeric: [])
      .write(on: &page, indent: 2)
    guard steps.contains(where: \.answer.isEarliestOpen) else { return }
    page.blank()
    page.paragraph("\(Self.mark) \(GateTexts.openDay[language])", indent: 2, hanging: 2)
  }

  /// Stands behind a day that something not known may yet close.
  private static let mark = "*"

  /// The steps that no day is lawful for, with the first of what stands in their way.
  private func closed(_ steps: [StepPlan.Step], on page: inout Page) {
    page.blank()
    page.paragraph(GateTexts.closed[language], .heading)
    for step in steps {
      let needs = step.answer.needs.filter { $0.kind == .clearance }
      let reasons = needs.prefix(1).map { need in
        "\(need.text(in: language)) (\(language.citation(need.law.citation)))"
      }
      let name = [language.name(of: step), language.taker(of: step).map { "(\($0))" }]
        .compactMap { $0 }.joined(separator: " ")
      page.paragraph(
        "- \(name): \(reasons.joined())", indent: 2, hanging: 2)
    }
  }
}

extension Language {
  /// What a step is called: its type, and its kind where it has one.
  func name(of step: StepPlan.Step) -> String {
    let kinds = step.facts.filter { $0.name != "by" }.map { $0.word.text(in: self) }
    return ([step.label[self]] + kinds).joined(separator: " – ")
  }

  /// Who takes a step.
  func taker(of step: StepPlan.Step) -> String? {
    step.facts.first { $0.name == "by" }.map { $0.word.text(in: self) }
  }

  /// The largest charges of a step on one line; that it has none, which tells it from the same step
  /// with a fee.
  func charges(of answer: GateAnswer) -> String {
    answer.largestCharges.isEmpty
      ? GateTexts.noCharge[self] : answer.largestCharges.map(charge).joined(separator: ", ")
  }

  /// A largest charge, with the deadline it takes, and how much of it is at risk.
  func charge(_ charge: LargestCharge) -> String {
    let amount = charge.amount.map(money) ?? GateTexts.noLimit[self]
    let notes = [
      charge.deadline.map { GateTexts.deadline(from: day($0))[self] },
      charge.atRisk > .zero ? GateTexts.atRisk(money(charge.atRisk))[self] : nil,
    ].compactMap { $0 }
    let remark = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    return "\(charge.label[self]) \(amount)\(remark)"
  }
}
