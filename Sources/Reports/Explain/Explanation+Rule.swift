import Audit
import Casebook
import Rulebook
import Values

extension Explanation {
  /// One rule: what it says, where from, how sure, as it stands, and what it rests on.
  func rule(_ rule: Rule, on page: inout Page) {
    page.paragraph("\(ExplainTexts.rule[language]) \(rule.id)", .heading)
    entry(ExplainTexts.law, language.citation(rule.law.citation), on: &page)
    entry(ExplainTexts.inForce, periods(of: rule), on: &page)
    let confidence = ExplainTexts.confidence(rule.law.confidence)[language]
    entry(ExplainTexts.confidence, "\(rule.law.confidence): \(confidence)", on: &page)
    entry(ExplainTexts.verdict, verdicts(of: rule), on: &page)
    let document = DocumentText(rule.span.file)
    for words in document.words(before: rule.span.line) where !isIntroduction(words, document) {
      prose(words, on: &page)
    }
    let text = document.declaration(at: rule.span.line)
    section(ExplainTexts.rules, on: &page)
    for line in text { page.line([(line, .ordinary)], indent: 4) }
    grounds(Readings(of: text, in: program), on: &page)
    exceptions(to: rule, on: &page)
    examples(of: rule, on: &page)
  }

  private func isIntroduction(_ words: String, _ document: DocumentText) -> Bool {
    document.introduction.contains(words)
  }

  private func periods(of rule: Rule) -> String {
    var periods: [String] = []
    for limb in rule.limbs {
      let period = language.force(limb.force, in: program)
      if !periods.contains(period) { periods.append(period) }
    }
    return periods.joined(separator: "; ")
  }

  private func verdicts(of rule: Rule) -> String {
    var verdicts: [String] = []
    for limb in rule.limbs {
      var text = limb.word[language].lowercased()
      switch limb.review {
      case .none: break
      case .confirmation: text += " " + ExplainTexts.confirmed[language]
      case .raising: text += " " + ExplainTexts.raised[language]
      }
      for effect in limb.effects {
        guard case .consequence(let index) = effect.form else { continue }
        let consequence = program.consequences[index].text[language]
        text += ", " + (effect.atRisk ? FindingTexts.maybe(consequence, language) : consequence)
      }
      if !verdicts.contains(text) { verdicts.append(text) }
    }
    return verdicts.joined(separator: "; ")
  }

  private func grounds(_ readings: Readings, on page: inout Page) {
    if !readings.definitions.isEmpty {
      section(ExplainTexts.definitions, on: &page)
      for definition in readings.definitions {
        page.paragraph(
          "\(definition.name) [\(definition.span.citation)]", indent: 4, hanging: 2)
      }
    }
    if !readings.choices.isEmpty {
      section(ExplainTexts.choices, on: &page)
      for choice in readings.choices { self.choice(choice, on: &page) }
    }
    for table in readings.tables { self.table(table, on: &page) }
  }

  private func exceptions(to rule: Rule, on page: inout Page) {
    let indices = rule.limbs.flatMap { limb in limb.exceptions.map(\.exception) }
    guard !indices.isEmpty else { return }
    section(ExplainTexts.exceptions, on: &page)
    for index in Set(indices).sorted() {
      let exception = program.exceptions[index]
      let law = language.citation(exception.law.citation)
      page.paragraph(
        "\(exception.name): \(law) [\(exception.span.citation)]", indent: 4, hanging: 2)
    }
  }

  private func examples(of rule: Rule, on page: inout Page) {
    let examples = program.examples.filter { $0.rule == rule.id }
    guard !examples.isEmpty else { return }
    section(ExplainTexts.examples, on: &page)
    for example in examples {
      let assumed = example.assumptions.map { "assume \($0.act) = \($0.day)" }
      let all = assumed + example.changes
      let changes = all.isEmpty ? "" : ": " + all.joined(separator: ", ")
      let part = example.part.map { " (\($0))" } ?? ""
      let excess = example.excess.map { ", " + language.money($0) } ?? ""
      page.paragraph(
        "cases/\(example.caseName).json\(changes) → \(example.expected)\(part)\(excess)",
        indent: 4, hanging: 4)
    }
  }
}
