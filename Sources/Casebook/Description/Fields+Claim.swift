/// Claims and what hangs on them (case format 2.3).
extension PartDescription {
  static let claimParts = [claim, period, tvangsgrunnlag, creditorDelay]

  static let claim = PartDescription(
    "claim", nb: "krav", en: "claim", role: .claim, "What is owed: as a rule one invoice.",
    [
      field("id", .id, .required, "The invoice number; the same claim in two files has the same."),
      field("about", .text, "What the claim concerns."),
      field("kid", .text, absent: .unknown("not matched"), "The payment reference."),
      field(
        "kind", .choice(.claimKind), absent: .assumed("other", "assumed other (three years)"),
        "What kind of claim it is; decides limitation and exceptions."),
      field(
        "principal", .money, absent: .unknown("caps undetermined"),
        "The invoice amount with VAT, before credits, payments, fees and late interest."),
      field(
        "due", .day, .orNone, absent: .unknown("rules on notices, costs and interest undetermined"),
        "The first due date; a later one that was agreed is an event `due-moved`."),
      field(
        "dueBasis", .choice(.dueBasis), .orNone, absent: .assumed("agreed"),
        "What fixes the due date."),
      field(
        "interestBeforeDue", .money,
        absent: .unknown("assumed 0, unless a bracket limit is within 5 %"),
        "Contractual interest accrued to the due date."),
      field(
        "runningRate", .rate, .orNone,
        absent: .unknown("assumed none, unless it is a loan, seller-credit or gjeldsbrev"),
        "The contractual rate that ran before the due date."),
      field("origin", .day, "The day the obligation arose."),
      field(
        "earliestDemand", .day, absent: .unknown("`due`"),
        "The first day on which payment could be demanded."),
      field("contract", .id, absent: .unknown("not grouped"), "The agreement it stems from."),
      field(
        "period", .thing("period"), absent: .unknown("not grouped"),
        "The term of a recurring claim."),
      field(
        "derogates", .list(.choice(.derogation)),
        absent: .unknown("business: for a person to settle; consumer: none"),
        "Sections that a business debtor has agreed away."),
      field(
        "invoiceFee", .money, .orNone, "An invoice fee agreed and lawful before the due date."),
      field(
        "debtorKind", .choice(.capacity), absent: .unknown("the debtor's `kind`"),
        "The debtor's capacity for this claim."),
      field(
        "jointDebtors", .list(.id), absent: .assumedEmpty, "Others who are liable for it too."),
      field(
        "vatLiablePart", .money, absent: .unknown("all if `vatRegistered`, 0 if not"),
        "The part of `principal` that stems from VAT-liable business."),
      field(
        "purchased", .bool, absent: .assumed("false"), "Whether the creditor bought the claim."),
      field(
        "serviceKind", .choice(.serviceKind), .orNone, absent: .assumedNone,
        "The kind of service the claim is for."),
      field("tvangsgrunnlag", .thing("tvangsgrunnlag"), "The title for enforcement."),
      field(
        "accelerated", .bool, absent: .assumed("false"), "Whether a loan has been called in."),
      field(
        "instalmentsMissed", .int(0...1000), "How many instalments of a loan were missed."),
      field("duePart", .money, "The part of a loan that is due without calling it in."),
      field(
        "creditorDelay", .list(.thing("creditor-delay")), .human, absent: .assumedEmpty,
        "Delay that the creditor caused, or reasonable refusal to pay "
          + "(forsinkelsesrenteloven § 4 a)."),
    ])

  static let period = PartDescription(
    "period", nb: "periode", en: "period", "The term of a recurring claim.", span)

  static let creditorDelay = PartDescription(
    "creditor-delay", nb: "kreditormora", en: "creditor's delay",
    "A time in which the creditor is to blame that payment did not come.", span)

  private static let span = [
    field("from", .day, "The first day."),
    field("to", .day, "The last day."),
  ]

  static let tvangsgrunnlag = PartDescription(
    "tvangsgrunnlag", nb: "tvangsgrunnlag", en: "tvangsgrunnlag", "A title for enforcement.",
    [
      field("kind", .choice(.title), .orNone, "What the title is."),
      field("from", .day, "The first day on which it can be enforced."),
    ])
}
