import Audit
import Casebook
import Values

/// The format `skikk-amounts/1`: what each key says, and how it is written.
enum AccountJSONFormat {
  /// The name of the format.
  static let name = "skikk-amounts/1"
  /// The key of the accounts.
  static let statements = "statements"

  /// What stands before the accounts.
  static let head: [ShapeField<RunContext>] = [
    .always(
      "format", "The name of this format.",
      Shape<String>(.constant(name)) { name, _ in .string(name) }
    ) { _, _ in name },
    .always("ruleSet", "The rules that were applied.", FindingsFormat.ruleSet) { context, _ in
      context
    },
    .always("on", "The day of the account.", .day) { context, _ in context.asOf },
  ]

  /// One account.
  static let statement = Shape<AccountStatement>.object(
    "statement",
    "What was demanded of a debtor beside what may lawfully be claimed, in kroner, on the day.",
    layout: .lines, parts + sums)

  private static let parts: [ShapeField<AccountStatement>] = [
    .always("cases", "The cases that were laid together.", caseName.list(.lines)) {
      statement, _ in statement.reports
    },
    .always("parties", "Who they concern.", party.list()) { statement, _ in
      statement.parties.map { Party(role: $0.role, name: $0.name) }
    },
    .sometimes("toldUntil", "The last day the files tell of.", .day) { statement, _ in
      statement.toldUntil
    },
    .always("claims", "The claims, each with its lines.", claim.list(.lines)) { statement, _ in
      statement.claims
    },
    .always("charges", "What was charged, with what stands of it.", charge.list(.lines)) {
      statement, _ in
      statement.charges.enumerated().map { NumberedCharge(number: $0 + 1, charge: $1) }
    },
    .always(
      "limits", "The ceilings on charges, in the order in which the law applies them.",
      limit.list(.lines)
    ) { statement, _ in statement.limits },
    .always("groups", "Claims that a rule counts together.", group.list(.lines)) {
      statement, _ in statement.groups
    },
    .always("overcharges", "What is too much beside the charges.", overcharge.list(.lines)) {
      statement, _ in statement.overcharges
    },
    .always(
      "entries", "Payments, refunds, setoffs, credit notes, settlements.", entry.list(.lines)
    ) { statement, _ in statement.entries },
  ]

  private static let sums: [ShapeField<AccountStatement>] = [
    .always("amounts", "The bottom line.", balance) { statement, _ in statement.balance },
    .always(
      "unstated", "Of what was demanded: what no letter states, counted at what is lawful.",
      .amount
    ) { statement, _ in statement.unstated },
    .always("unlimited", "Of what is lawful: charges that no rule limits.", .money) {
      statement, _ in statement.unlimited
    },
    .always("eventsAfter", "Events after the day, left out.", .count) { statement, _ in
      statement.reports.reduce(0) { $0 + $1.eventsAfter }
    },
  ]

  private static let caseName = Shape<CaseReport>.object(
    "case", "A case.",
    [
      .always("id", "The case number.", .text) { report, _ in report.id },
      .always("source", "File and line it was read from.", .text) { report, _ in report.source },
    ])

  /// A party by role and name.
  struct Party {
    let role: String
    let name: String
  }

  private static let party = Shape<Party>.object(
    "party", "A party.",
    [
      .always("role", "Creditor, agency, lawyer or debtor.", .text) { party, _ in party.role },
      .always("name", "Its name, or its id where it has none.", .text) { party, _ in party.name },
    ])

  private static let group = Shape<AccountStatement.Group>.object(
    "group", "Claims that a rule counts together: merged, or charged for in one letter.",
    [
      .always("claims", "Ids of the claims.", Shape.text.list()) { group, _ in group.claims },
      .always("amounts", "Their lines, and the charges for these and no others.", amounts) {
        group, _ in group.sums
      },
    ])
}

// MARK: Amounts

extension AccountJSONFormat {
  static let amountKeys: [ShapeField<AccountStatement.Sums>] = [
    .always("demanded", "What was asked; a line nobody asked for counts as lawful.", .amount) {
      sums, _ in sums.demanded
    },
    .always("lawful", "What may be claimed, before payments.", .amount) { sums, _ in sums.lawful },
    .always("excess", "Too much under the reading most favourable to the collector.", .money) {
      sums, _ in sums.excess
    },
    .always("atRisk", "What more may be too much, as open questions fall.", .money) { sums, _ in
      sums.atRisk
    },
  ]

  static let amounts = Shape<AccountStatement.Sums>.object(
    "amounts", "Demanded beside lawful, in kroner.", amountKeys)

  static let balance = Shape<AccountStatement.Balance>.object(
    "balance", "Demanded beside lawful, and what was paid, in kroner.",
    amountKeys.map { $0.of { balance in balance.sums } } + [
      .always("paid", "What came in.", .amount) { balance, _ in balance.paid },
      .always("refunded", "What was paid back.", .money) { balance, _ in balance.refunded },
      .always("setOff", "What was rightly set off on other claims.", .amount) { balance, _ in
        balance.setOff
      },
      .always("waived", "What was given up for a sum accepted as full settlement.", .amount) {
        balance, _ in balance.waived
      },
      .always("refundDue", "What is to be paid back in any case.", .money) { balance, _ in
        balance.refundDue.lowest ?? .zero
      },
      .always("refundAtRisk", "What more may have to be paid back.", .money) { balance, _ in
        balance.refundDue.spread
      },
      .always("owed", "What may still be claimed.", .amount) { balance, _ in balance.owed },
    ])
}

extension AccountStatement.Amount {
  /// From its lowest to its highest end; nothing where an end is missing.
  var spread: Ratio {
    guard let lowest, let highest else { return .zero }
    return (try? highest.subtracting(lowest)) ?? .zero
  }
}

extension Shape<AccountStatement.Amount> {
  /// Kroner; where they are not known, both ends of what they can be.
  static var amount: Shape {
    let end = Schema.anyOf([.number, .null])
    let range = Schema.ObjectSchema(
      name: "range", meaning: "An amount that is not known, by the ends of what it can be.",
      properties: [
        .init(
          key: "lowest", meaning: "The least it can be, or null.", isRequired: true, schema: end),
        .init(
          key: "highest", meaning: "The most it can be, or null.", isRequired: true, schema: end),
      ])
    return Shape(.anyOf([.number, .object(range)])) { amount, _ in
      if let known = amount.known { return .kroner(known) }
      func json(_ ore: Ratio?) -> JSONValue { ore.map(JSONValue.kroner) ?? .null }
      return .object([("lowest", json(amount.lowest)), ("highest", json(amount.highest))])
    }
  }
}

extension ShapeField {
  /// The same key of something that has a subject.
  func of<Whole>(
    _ subject: @escaping @Sendable (Whole) -> Subject
  ) -> ShapeField<Whole> {
    ShapeField<Whole>(property: property) { whole, language, writer in
      append(subject(whole), language, &writer)
    }
  }
}
