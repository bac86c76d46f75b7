import Audit
import Rulebook
import Values

extension AccountJSONFormat {
  /// A charge with its place in the account.
  struct NumberedCharge {
    let number: Int
    let charge: AccountStatement.Charge
  }

  /// One charge.
  static let charge = Shape<NumberedCharge>.object(
    "charge", "A charge, with what the rules leave of it.", layout: .lines,
    [
      .always("number", "Its place in the account, from 1.", .count) { one, _ in one.number },
      .always("kind", "What was charged for.", .text) { one, _ in one.charge.kind },
      .always("event", "Id of the event that charged it, or its path.", .text) { one, _ in
        one.charge.event.name
      },
      .always("type", "The type of the event.", .text) { one, _ in one.charge.event.type },
      .sometimes("day", "The day of the event.", .day) { one, _ in one.charge.event.day },
      .always("case", "The case it stands in.", .text) { one, _ in one.charge.caseID },
      .always("claims", "Ids of the claims it is for.", Shape.text.list()) { one, _ in
        one.charge.claims
      },
      .sometimes("takenBack", "What has been taken back of it.", .money) { one, _ in
        one.charge.takenBack > .zero ? one.charge.takenBack : nil
      },
      .always("charged", "What was charged and not taken back.", .money) { one, _ in
        one.charge.charged
      },
      .always("lawful", "The most that may stand.", .money) { one, _ in one.charge.lawful },
      .always("atRisk", "How much of that may be too much all the same.", .money) { one, _ in
        one.charge.atRisk
      },
      .always("cuts", "What took the rest.", cut.list(.lines)) { one, _ in one.charge.cuts },
      .always("risks", "What may take more.", risk.list(.lines)) { one, _ in one.charge.risks },
    ])

  private static let cut = Shape<AccountStatement.Cut>.object(
    "cut", "What a rule took of a charge.",
    [
      .always("rule", "The rule's id.", .text) { cut, _ in cut.rule },
      .always("law", "Where the rule comes from.", .text) { cut, _ in cut.law.citation },
      .sometimes("address", "The public address of the law.", .text) { cut, _ in cut.law.address },
      .always("amount", "How much it took.", .money) { cut, _ in cut.amount },
      .sometimes("message", "What the rule found, in the language asked for.", .text) {
        cut, language in cut.message?.text(in: language)
      },
    ])

  private static let risk = Shape<AccountStatement.Risk>.object(
    "risk", "What a rule may take of a charge, as open questions fall.",
    [
      .always("rule", "The rule's id.", .text) { risk, _ in risk.rule },
      .always("law", "Where the rule comes from.", .text) { risk, _ in risk.law.citation },
      .sometimes("address", "The public address of the law.", .text) { risk, _ in
        risk.law.address
      },
      .always("amount", "How much it may take.", .money) { risk, _ in risk.amount },
      .always(
        "missing", "What would settle it; empty where it is left to judgement.",
        Shape.text.list()
      ) { risk, _ in risk.missing },
    ])

  /// One ceiling.
  static let limit = Shape<AccountStatement.Limit>.object(
    "limit", "A ceiling on one charge, or on several together.",
    [
      .always("rule", "The rule's id.", .text) { limit, _ in limit.rule },
      .sometimes("part", "The part of the rule.", .text) { limit, _ in limit.part },
      .always("law", "Where the rule comes from.", .text) { limit, _ in limit.law.citation },
      .sometimes("address", "The public address of the law.", .text) { limit, _ in
        limit.law.address
      },
      .always("claims", "Ids of the claims.", Shape.text.list()) { limit, _ in limit.claims },
      .always("charges", "Numbers of the charges.", Shape.count.list()) { limit, _ in
        limit.charges
      },
      .always("ceiling", "The most that may stand of them.", .amount) { limit, _ in
        limit.ceiling
      },
      .always("charged", "What was charged of them.", .money) { limit, _ in limit.charged },
      .always("left", "What stood of them after its turn.", .money) { limit, _ in limit.left },
      .always("basis", "What the ceiling rests on.", basis) { limit, _ in limit.basis },
    ])
}
