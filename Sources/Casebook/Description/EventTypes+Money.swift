/// Due dates, charges, payments and agreements about payment (case format 2.8).
extension EventDescription {
  private static let someCharges = field(
    "charges", .list(.thing("item")), .required, "What is newly charged, or falls away.")

  private static let terms = [
    field("termsSent", .day, .orNone, "The day the terms were sent in writing."),
    field("termsComplete", .bool, "Whether they had all days and amounts."),
  ]

  static let money = [
    EventDescription(
      "due-moved", rank: 3, nb: "ny forfallsdato", en: "new due date",
      "The parties agree on a new due date.",
      [field("due", .day, .required, "The new due date.")]),
    EventDescription(
      "charge", rank: 4, in: .charges, nb: "kostnad", en: "charge", relatesByClaims: true,
      "A charge made between letters.", [someCharges]),
    EventDescription(
      "charge-removed", rank: 4, in: .charges, nb: "frafall av kostnad", en: "charge removed",
      "A cost is dropped; `amount` is the cut.",
      [someCharges, field("cause", .choice(.removalCause), "Why.")]),
    EventDescription(
      "payment", rank: 2, in: .payments, nb: "betaling", en: "payment", debtorsAct: true,
      relatesByClaims: true, "Money from the debtor; `date` is the day it was booked.",
      [
        field("amount", .money, .required, "How much."),
        field(
          "ordered", .day, absent: .unknown("see `choice:order-date-unknown`"),
          "The day the order was handed to the bank or the post."),
        field(
          "bankReceived", .day, absent: .unknown("assumed `ordered`"),
          "The day the bank had the order."),
        field("executes", .day, "The agreed day of payment of a forward-dated order."),
        field("clientAccount", .day, .orNone, "The day it stood on the client account."),
        field("payee", .choice(.side), "Who was paid."),
        field("kid", .text, "The payment reference the debtor gave."),
        field("message", .text, "The message the debtor gave."),
        field(
          "allocation", .list(.thing("allocation")),
          absent: .unknown("every allocation is tried"), "What it was set against."),
      ]),
    EventDescription(
      "payment-failed", rank: 2, in: .payments, nb: "mislykket betaling", en: "failed payment",
      about: (["payment"], endedBy: ["payment-failed"]),
      "The payment in `of` did not come through.",
      [field("failure", .choice(.failure), "On whose side.")]),
    EventDescription(
      "credit-note", rank: 3, in: .payments, nb: "kreditnota", en: "credit note",
      relatesByClaims: true, "Principal is credited.",
      [field("amount", .money, .required, "How much.")]),
    EventDescription(
      "settlement", rank: 3, in: .plans, nb: "oppgjørsavtale", en: "settlement",
      relatesByClaims: true, "The creditor accepts a sum as full settlement.",
      [field("amount", .money, .required, "The sum.")]),
    EventDescription(
      "refund", rank: 5, in: .settlements, nb: "tilbakebetaling", en: "refund",
      "Money back to the debtor.",
      [
        field("amount", .money, .required, "How much."),
        field("cause", .choice(.refundCause), "Why."),
      ]),
    EventDescription(
      "payout", rank: 5, in: .settlements, nb: "utbetaling til fordringshaveren", en: "payout",
      "Collected money is paid to the creditor.",
      [
        field("amount", .money, .required, "How much went to the creditor."),
        field("principalPart", .money, "How much of it was principal."),
        field("retained", .money, "The fee that the agency kept."),
      ]),
    EventDescription(
      "setoff", rank: 5, in: .settlements, nb: "motregning", en: "setoff",
      "A surplus is used on another claim.",
      [
        field("amount", .money, .required, "How much."),
        field("basis", .text, "What it rests on."),
        field("sameCreditor", .bool, "Whether the other claim has the same creditor."),
        field("consent", .day, .orNone, "The day the debtor consented."),
      ]),
  ]

  static let plans = [
    EventDescription(
      "plan", rank: 3, in: .plans, nb: "avdragsordning", en: "payment plan",
      relatesByClaims: true, "The parties agree on instalments.",
      [
        field(
          "instalments", .list(.thing("instalment")), absent: .unknown("see `count`"),
          "The instalments with day and amount."),
        field("count", .int(1...1000), "How many instalments; instead of `instalments`."),
        field("monthly", .money, "How much a month, with `count`."),
        field("sequence", .int(1...1000), "1 for the first plan, higher for each new one."),
        field("channel", .choice(.channel), "The way it was agreed."),
        field("costInfo", .day, .orNone, "The day the debtor was told of the costs."),
        field("costInfoItems", .list(.choice(.costItem)), "Which costs the debtor was told of."),
      ] + terms + [charges]),
    EventDescription(
      "plan-broken", rank: 3, in: .plans, nb: "brutt avdragsordning", en: "broken plan",
      about: (["plan"], endedBy: ["plan-broken"]),
      "The parties treat the plan as broken."),
    EventDescription(
      "plan-resumed", rank: 3, in: .plans, nb: "gjenopptatt avdragsordning", en: "resumed plan",
      "A broken plan goes on."),
    EventDescription(
      "rectified", rank: 3, nb: "rettet mislighold", en: "default made good",
      "A default on a loan is made good."),
    EventDescription(
      "extension", rank: 3, in: .plans, nb: "utsettelse", en: "extension",
      relatesByClaims: true, "The parties agree on more time.",
      [
        field(
          "until", .day, .required,
          "The new last day for the letter in `of`, else for the claims.")
      ] + terms + [charges]),
  ]
}
