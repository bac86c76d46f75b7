import Audit
import Rulebook
import Values

/// The format `skikk-findings/1`: what each key says, and how it is written.
enum FindingsFormat {
  /// The name of the format.
  static let name = "skikk-findings/1"

  /// What stands before the cases.
  static let head: [ShapeField<RunContext>] = [
    .always(
      "format", "The name of this format.",
      Shape<String>(.constant(name)) { name, _ in .string(name) }
    ) { _, _ in name },
    .always("ruleSet", "The rules that were applied.", ruleSet) { context, _ in context },
    .always("asOf", "The day of evaluation.", .day) { context, _ in context.asOf },
    .sometimes("settings", "The file of settings that was read.", .text) { context, _ in
      context.settings
    },
    .sometimes(
      "part", "The part of the caseload that was judged, as K/N.",
      .form("^[0-9]+/[0-9]+$")
    ) { context, _ in context.part },
  ]

  static let ruleSet = Shape<RunContext>.object(
    "ruleSet", "The rules that were applied, and the readings used.", layout: .lines,
    [
      .always("version", "A hash of every document of the rules.", .text) { context, _ in
        context.ruleSetVersion
      },
      .always("reviewedThrough", "The last day the rules can be trusted for.", .day) {
        context, _ in context.reviewedThrough
      },
      .always(
        "choices", "The reading used for each interpretation switch, or `open`.", Shape.text.byName
      ) { context, _ in pairs(context.choices) },
      .sometimes(
        "assumptions", "The days on which acts are taken to come into force.", Shape.text.byName
      ) { context, _ in
        context.assumptions.isEmpty
          ? nil : context.assumptions.map { ($0.act, $0.day.description) }
      },
    ])

  static func pairs(_ choices: [ChoiceUsed]) -> [(String, String)] {
    choices.map { ($0.name, $0.reading) }
  }

  /// One case.
  static let caseEntry = Shape<CaseReport>.object(
    "case", "What was found in one case.", layout: .lines,
    [
      .always("id", "The case number.", .text) { report, _ in report.id },
      .always("source", "File and line it was read from.", .text) { report, _ in report.source },
      .always("findings", "What is wrong, the worst first.", finding.list(.lines)) {
        report, _ in report.findings
      },
      .always("undetermined", "What could not be decided.", undetermined.list(.lines)) {
        report, _ in report.undetermined
      },
      .sometimes("setAside", "Rules that an exception set aside.", setAside.list(.lines)) {
        report, _ in report.setAside.isEmpty ? nil : report.setAside
      },
      .sometimes("conflicts", "Facts that contradict each other.", conflict.list(.lines)) {
        report, _ in report.conflicts.isEmpty ? nil : report.conflicts
      },
      .sometimes("choices", "Readings the case file chose for itself.", Shape.text.byName) {
        report, _ in report.choices.isEmpty ? nil : pairs(report.choices)
      },
      .sometimes("change", "What the assumptions change.", change) { report, _ in report.change },
      .sometimes("known", "Findings that are not told because a baseline knows them.", .count) {
        report, _ in report.known > 0 ? report.known : nil
      },
      .sometimes("gate", "What skikk gate says of the planned step.", gate) { report, _ in
        report.gate
      },
      .always("met", "How many subjects were found in order.", .count) { report, _ in report.met },
      .always("eventsAfter", "Events after the day of evaluation, left out.", .count) {
        report, _ in report.eventsAfter
      },
      .sometimes("planned", "Planned steps, which are not judged.", .count) { report, _ in
        report.planned > 0 ? report.planned : nil
      },
      .always("amounts", "Kroner, each counted once.", amounts) { report, _ in report },
    ])

  private static let change = Shape<AssumedChange>.object(
    "change", "What the assumptions change.", layout: .lines,
    [
      .always("new", "Fingerprints of findings that are new.", Shape.text.list()) { change, _ in
        change.new.map(\.fingerprint)
      },
      .always("gone", "Findings that there would be without them.", finding.list(.lines)) {
        change, _ in change.gone
      },
    ])

  private static let amounts = Shape<CaseReport>.object(
    "amounts", "Kroner, each counted once.",
    [
      .sometimes("demanded", "What was asked; a line nobody asked for counts as lawful.", .amount) {
        report, _ in report.balance?.sums.demanded
      },
      .sometimes("lawful", "What may be claimed, before payments.", .amount) { report, _ in
        report.balance?.sums.lawful
      },
      .always("excess", "Too much under the reading most favourable to the collector.", .money) {
        report, _ in report.excess
      },
      .always("atRisk", "What more may be too much, as open questions fall.", .money) {
        report, _ in report.atRisk
      },
      .sometimes("refundDue", "What is to be paid back in any case.", .money) { report, _ in
        report.balance.map { $0.refundDue.lowest ?? .zero }
      },
    ])

  /// What the run did.
  static let receipt = Shape<Receipt>.object(
    "receipt", "What the run did.", counts + leftOut)

  private static let counts: [ShapeField<Receipt>] =
    [
      .always("cases", "Cases seen.", .count) { receipt, _ in receipt.cases },
      .always("audited", "Cases judged.", .count) { receipt, _ in receipt.audited },
      .always("rejected", "Cases that could not be read.", .count) { receipt, _ in
        receipt.rejected
      },
      .always("rules", "Rules applied.", .count) { receipt, _ in receipt.rules },
      .always("breach", "Findings: breach of statute or regulation.", .count) { receipt, _ in
        receipt.breach
      },
      .always("practice", "Findings: breach of good practice.", .count) { receipt, _ in
        receipt.practice
      },
      .always("advice", "Findings: recommended practice not followed.", .count) { receipt, _ in
        receipt.advice
      },
      .always("undetermined", "Subjects that could not be decided.", .count) { receipt, _ in
        receipt.undetermined
      },
      .always("eventsAfter", "Events after the day of evaluation, left out.", .count) {
        receipt, _ in receipt.eventsAfter
      },
      .sometimes("planned", "Planned steps, which were not judged.", .count) { receipt, _ in
        receipt.planned > 0 ? receipt.planned : nil
      },
      .sometimes("new", "Findings that are new under the assumptions.", .count) { receipt, _ in
        receipt.new
      },
      .sometimes("gone", "Findings that go under the assumptions.", .count) { receipt, _ in
        receipt.gone
      },
    ]
}
