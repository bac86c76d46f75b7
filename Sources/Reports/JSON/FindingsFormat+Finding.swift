import Audit
import Rulebook
import Values

extension FindingsFormat {
  /// One finding.
  static let finding = Shape<Finding>.object(
    "finding", "Something that a rule found.", layout: .lines, what + outcome + grounds)

  private static let verdicts = Verdict.allCases.filter(\.isFinding).map(\.rawValue)

  private static let what: [ShapeField<Finding>] = [
    .always("rule", "The rule's id.", .text) { finding, _ in finding.rule },
    .sometimes("part", "The part of the rule.", .text) { finding, _ in finding.part },
    .always("verdict", "How bad it is.", .choice(verdicts)) { finding, _ in
      finding.verdict.rawValue
    },
    .always("law", "Where the rule comes from.", .text) { finding, _ in finding.law.citation },
    .sometimes("address", "The public address of the law.", .text) { finding, _ in
      finding.law.address
    },
    .always("confidence", "How sure the reading of the law is.", .text) { finding, _ in
      finding.law.confidence
    },
    .always("claims", "Ids of the claims.", Shape.text.list()) { finding, _ in finding.claims },
    .always("events", "Ids of the events, or their paths.", Shape.text.list()) { finding, _ in
      finding.events.map(\.name)
    },
    .sometimes("cases", "All the cases it concerns, when judged together.", Shape.text.list()) {
      finding, _ in finding.cases.isEmpty ? nil : finding.cases
    },
    .always("message", "What is wrong, in the language asked for.", .text) { finding, language in
      finding.message.text(in: language)
    },
  ]

  private static let outcome: [ShapeField<Finding>] = [
    .always("expected", "What was required.", Shape.shown.orNull) { finding, _ in
      finding.expected
    },
    .sometimes(
      "relation", "How what was done would have to stand to it; the same, if this is left out.",
      .choice(Finding.Relation.allCases.map(\.rawValue))
    ) { finding, _ in finding.relation?.rawValue },
    .always("actual", "What was done.", Shape.shown.orNull) { finding, _ in finding.actual },
    .always("excess", "What is too much in any case, in kroner.", Shape.money.orNull) {
      finding, _ in finding.excess
    },
    .sometimes("excessThen", "What was too much on its day, where nothing is now.", .money) {
      finding, _ in finding.excessThen
    },
    .sometimes("atRisk", "What more may be too much, in kroner.", .money) { finding, _ in
      finding.atRisk
    },
    .always("consequence", "The first of what follows.", Shape.text.orNull) { finding, _ in
      finding.consequences.first?.name
    },
    .sometimes("consequences", "All that follows.", consequence.list(.lines)) { finding, _ in
      finding.consequences.isEmpty ? nil : finding.consequences
    },
    .sometimes("because", "The findings from which it follows.", ground.list(.lines)) {
      finding, _ in finding.grounds.isEmpty ? nil : finding.grounds
    },
    .sometimes("day", "The deciding day.", .day) { finding, _ in finding.day },
    .sometimes(
      "was", "What a baseline knew of it before it became worse.", BaselineFormat.finding
    ) { finding, _ in finding.was },
  ]

  private static let grounds: [ShapeField<Finding>] = [
    .always("facts", "The facts that decided, by path.", Shape.shown.byName) { finding, _ in
      pairs(finding.facts)
    },
    .always("values", "The table rows that were read.", value.list(.lines)) { finding, _ in
      finding.values
    },
    .sometimes("choices", "The interpretation switches that were read.", Shape.text.byName) {
      finding, _ in finding.choices.isEmpty ? nil : pairs(finding.choices)
    },
    .sometimes("assumptions", "What was assumed, by path.", Shape.shown.byName) { finding, _ in
      finding.assumptions.isEmpty ? nil : pairs(finding.assumptions)
    },
    .always(
      "fingerprint", "Stays the same when the file is reordered or grows.",
      .form("^[0-9a-f]{16}$")
    ) { finding, _ in finding.fingerprint },
    .sometimes(
      "trace", "How the verdict came about; in a stream of cases only with --verbose.",
      traceLine.list(.lines)
    ) { finding, _ in finding.trace.isEmpty ? nil : finding.trace },
  ]

  static func pairs(_ facts: [FactShown]) -> [(String, Shown)] {
    facts.map { ($0.path, $0.value) }
  }

  private static let consequence = Shape<FindingConsequence>.object(
    "consequence", "Something that follows from a finding.",
    [
      .always("name", "Its name.", .text) { consequence, _ in consequence.name },
      .always("message", "What it says, in the language asked for.", .text) {
        consequence, language in consequence.text[language]
      },
      .always("atRisk", "Whether the law leaves it to judgement.", .flag) { consequence, _ in
        consequence.isAtRisk
      },
    ])

  private static let ground = Shape<Finding.Ground>.object(
    "ground", "A finding from which another follows.",
    [
      .always("rule", "Its rule.", .text) { ground, _ in ground.rule },
      .sometimes("part", "The part of the rule.", .text) { ground, _ in ground.part },
      .sometimes("day", "Its deciding day.", .day) { ground, _ in ground.day },
    ])

  static let value = Shape<TableValue>.object(
    "value", "A value that was read from a table of the rules.",
    [
      .always("name", "The table.", .text) { value, _ in value.table },
      .sometimes("column", "The column, where the table has more than one.", .text) { value, _ in
        value.column
      },
      .sometimes("on", "The day it was read on.", .day) { value, _ in value.day },
      .always("value", "What it says.", .shown) { value, _ in value.value },
      .always("row", "Document and line.", .text) { value, _ in value.row },
    ])
}
