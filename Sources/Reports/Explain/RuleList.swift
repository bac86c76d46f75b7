import Audit
import Casebook
public import Rulebook
import Values

/// Lists the rules of a rule set, source by source.
public enum RuleList {
  /// One line for each rule: id, place in the law, confidence, verdict, in force.
  public static func text(of program: Program, language: Language, style: Style = .plain) -> String
  {
    var page = Page(style: style)
    var sources: [String] = []
    for rule in program.rules where !sources.contains(rule.law.source) {
      sources.append(rule.law.source)
    }
    let header = [
      ExplainTexts.rule, ExplainTexts.law, ExplainTexts.confidence, ExplainTexts.verdict,
      ExplainTexts.inForce,
    ].map { $0[language] }
    for source in sources {
      page.blank()
      page.paragraph(source, .heading)
      let rows = program.rules.filter { $0.law.source == source }.map {
        cells($0, program, language)
      }
      Table(header: header, rows: rows, numeric: []).write(on: &page, indent: 2)
    }
    page.blank()
    page.paragraph(ExplainTexts.count(program.rules.count)[language], .faint)
    return page.text
  }

  private static func cells(
    _ rule: Rule, _ program: Program, _ language: Language
  ) -> [String] {
    var verdicts: [String] = []
    var periods: [String] = []
    for limb in rule.limbs {
      let text =
        limb.word[language].lowercased() + (limb.review != .none ? "*" : "")
      if !verdicts.contains(text) { verdicts.append(text) }
      let awaited = limb.force.awaits.map { program.commencements[$0].name + ": pending" }
      let period = awaited ?? limb.force.period?.description ?? "–"
      if !periods.contains(period) { periods.append(period) }
    }
    return [
      rule.id, language.citation(rule.law.pinpoint), rule.law.confidence,
      verdicts.joined(separator: ", "), periods.joined(separator: ", "),
    ]
  }
}

extension Limb {
  /// The word for what the limb says when its test fails.
  var word: Label {
    if measure != nil { return MeasureTexts.verdict }
    return FindingTexts.verdict(Verdict(rawValue: verdict.rawValue) ?? .breach)
  }
}
