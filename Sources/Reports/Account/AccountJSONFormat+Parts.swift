import Audit
import Casebook
import Rulebook
import Values

extension AccountJSONFormat {
  /// One claim.
  static let claim = Shape<AccountStatement.Claim>.object(
    "claim", "A claim and its lines.", layout: .lines,
    [
      .always("id", "Its id.", .text) { claim, _ in claim.id },
      .always("cases", "The cases it stands in.", Shape.text.list()) { claim, _ in claim.cases },
      .sometimes("about", "What it is about.", .text) { claim, _ in claim.about },
      .always("lines", "Principal, interest and the like, before payments.", line.list(.lines)) {
        claim, _ in claim.lines
      },
      .always("amounts", "The lines with the charges for this claim alone.", amounts) {
        claim, _ in claim.sums
      },
    ])

  private static let line = Shape<AccountStatement.Line>.object(
    "line", "A line that is no charge.",
    [
      .always("name", "Its name in the rules.", .text) { line, _ in line.name },
      .always("label", "What it is called, in the language asked for.", .text) { line, language in
        line.label[language]
      },
      .always(
        "demanded", "What was asked last, before payments; null when no letter shows it.",
        Shape.amount.orNull
      ) { line, _ in line.demanded },
      .sometimes("askedIn", "Ids of the letters that asked, or their paths.", Shape.text.list()) {
        line, _ in line.askedIn.isEmpty ? nil : line.askedIn.map(\.name)
      },
      .sometimes(
        "due", "The later day it falls due; null where no day is set.", Shape.day.orNull
      ) { line, _ in line.due.map(\.day) },
      .sometimes("lawfulThen", "What could lawfully be asked when it was.", .amount) { line, _ in
        line.lawfulThen
      },
      .always("lawful", "What may be claimed.", .amount) { line, _ in line.lawful },
      .always("law", "Where in the law it comes from.", .text) { line, _ in line.law },
      .always("basis", "What the lawful amount rests on.", basis) { line, _ in line.basis },
      .sometimes("missing", "What would settle what was demanded.", Shape.text.list()) {
        line, _ in line.missing.isEmpty ? nil : line.missing
      },
    ])

  static let basis = Shape<AccountStatement.Basis>.object(
    "basis", "What an amount rests on.",
    [
      .always("values", "The table rows that were read.", FindingsFormat.value.list()) {
        basis, _ in basis.values
      },
      .sometimes("choices", "The interpretation switches that were read.", Shape.text.byName) {
        basis, _ in basis.choices.isEmpty ? nil : FindingsFormat.pairs(basis.choices)
      },
      .sometimes("assumptions", "What was assumed, by path.", Shape.shown.byName) { basis, _ in
        basis.assumptions.isEmpty ? nil : FindingsFormat.pairs(basis.assumptions)
      },
      .sometimes(
        "missing",
        """
        What would settle the amount: paths, led by the case number when several cases are laid \
        together, choice:NAME, ruling:RULE, table:NAME, complete:GROUP.
        """, Shape.text.list()
      ) { basis, _ in
        basis.missing.isEmpty ? nil : basis.missing
      },
    ])

  /// One payment or the like.
  static let entry = Shape<AccountStatement.Entry>.object(
    "entry", "Money that is no charge.",
    [
      .always("type", "What it is.", .choice(AccountStatement.Entry.Kind.allCases.map(\.rawValue)))
      { entry, _ in entry.kind.rawValue },
      .always("event", "Id of the event, or its path.", .text) { entry, _ in entry.event.name },
      .always("case", "The case it stands in.", .text) { entry, _ in entry.caseID },
      .sometimes("day", "Its day.", .day) { entry, _ in entry.event.day },
      .always("amount", "How much.", .money) { entry, _ in entry.amount },
      .always(
        "counts", "Whether the money counts; null where that is not known.", Shape.flag.orNull
      ) { entry, _ in entry.counts },
      .sometimes("remark", "What rules say of it, in the language asked for.", .text) {
        entry, language in entry.remark?.text[language]
      },
      .sometimes("law", "Where in the law that comes from.", .text) { entry, _ in
        entry.remark?.law
      },
      .sometimes("allocation", "How the collector divided it.", allocation.list()) { entry, _ in
        entry.allocation.isEmpty ? nil : entry.allocation
      },
    ])

  private static let allocation = Shape<AccountStatement.Entry.Allocation>.object(
    "allocation", "A part of a payment.",
    [
      .sometimes("claim", "The claim.", .text) { part, _ in part.claim },
      .always("to", "The part of the debt.", .text) { part, _ in part.name },
      .always("amount", "How much.", .money) { part, _ in part.amount },
    ])

  /// Something too much beside the charges.
  static let overcharge = Shape<AccountStatement.Overcharge>.object(
    "overcharge", "Something too much beside the charges.",
    [
      .always("rule", "The rule's id.", .text) { over, _ in over.rule },
      .sometimes("part", "The part of the rule.", .text) { over, _ in over.part },
      .always("law", "Where the rule comes from.", .text) { over, _ in over.law.citation },
      .sometimes("address", "The public address of the law.", .text) { over, _ in
        over.law.address
      },
      .always("claims", "Ids of the claims.", Shape.text.list()) { over, _ in over.claims },
      .always("events", "Ids of the events, or their paths.", Shape.text.list()) { over, _ in
        over.events.map(\.name)
      },
      .always("case", "The case it was found in.", .text) { over, _ in over.caseID },
      .sometimes("message", "What the rule found, in the language asked for.", .text) {
        over, language in over.message?.text(in: language)
      },
      .always("excess", "What is too much in any case.", .money) { over, _ in over.excess },
      .always("atRisk", "What more may be too much.", .money) { over, _ in over.atRisk },
      .always("values", "The table rows that were read.", FindingsFormat.value.list()) { over, _ in
        over.values
      },
      .sometimes("missing", "What would settle it.", Shape.text.list()) { over, _ in
        over.missing.isEmpty ? nil : over.missing
      },
    ])
}
