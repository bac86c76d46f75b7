/// Charges, balances and their lines (case format 2.4), and the parts of payments and plans.
extension PartDescription {
  static let amountParts = [
    item, lines, costLine, interestLine, claimLines, allocation, instalment,
  ]

  static let item = PartDescription(
    "item", nb: "kostnad", en: "charge",
    "What an event newly charges, VAT included: an increment, never a balance.",
    [
      field("kind", .choice(.chargeKind), .required, "What is charged for."),
      field("amount", .money, .required, "What is newly charged, VAT included."),
      field(
        "vat", .money, absent: .unknown("unknown; assumed 0 on a creditor's fees"),
        "The part of `amount` that is VAT."),
      field(
        "stage", .choice(.stage), absent: .unknown("told from the sum"),
        "What the collector calls a `salaer`."),
      field(
        "claim", .reference(.claim), absent: .unknown("the event's claims jointly"),
        "The one claim it belongs to."),
      field("label", .text, absent: .nothing, "What an `other` is called."),
      field(
        "costOf", .choice(.side),
        absent: .unknown(
          "by kind: `salaer`, `instalment-uplift` agency or lawyer; `actual-cost`, `other` "
            + "the event's `by`; else creditor"),
        "Whose cost it covers."),
      field("documented", .bool, "Whether vouchers exist."),
      field(
        "specialCase", .bool, .human,
        "Whether it is a special case under inkassoforskriften § 2-5."),
    ])

  private static let balances = [
    field("principal", .money, absent: notShown, "Unpaid principal."),
    field("interest", .money, absent: notShown, "Late interest."),
    field("costs", .money, absent: notShown, "All costs out of court."),
    field("legalCosts", .money, absent: notShown, "Court and enforcement costs."),
    field(
      "compensation", .money, absent: notShown,
      "Standard compensation (forsinkelsesrenteloven § 3 a)."),
    field("paid", .money, absent: notShown, "Payments shown as a deduction."),
    field("total", .money, absent: notShown, "The sum shown."),
    field(
      "costLines", .list(.thing("cost-line")), absent: .unknown("not itemised"),
      "`costs` by kind of charge, as balances."),
    field(
      "interestLines", .list(.thing("interest-line")),
      absent: .unknown("only the sum is judged"), "How `interest` was computed."),
    field("interestRate", .rate, absent: notShown, "The rate as printed."),
    field("interestFrom", .day, absent: notShown, "The first interest day as printed."),
    field(
      "interestTo", .day, absent: .unknown("the day of the letter"),
      "The last interest day as printed."),
    field("interestPerDay", .money, absent: notShown, "Interest a day as printed."),
  ]

  private static let notShown = FieldDescription.Gap.unknown("not shown")

  static let lines = PartDescription(
    "lines", nb: "oppstilling", en: "statement",
    "A balance as a letter or handover showed it: what is owed on that day, kind by kind.",
    balances + [
      field(
        "byClaim", .list(.thing("claim-lines")), absent: .unknown("by claim unknown"),
        "The same for each claim.")
    ])

  static let claimLines = PartDescription(
    "claim-lines", nb: "oppstilling for ett krav", en: "statement for one claim",
    "The part of a balance that belongs to one claim.",
    [field("claim", .reference(.claim), .required, "The claim.")] + balances)

  static let costLine = PartDescription(
    "cost-line", nb: "kostnadslinje", en: "cost line",
    "The balance of one kind of charge in a statement.",
    [
      field("kind", .choice(.chargeKind), .required, "The kind of charge."),
      field("amount", .money, .required, "Its balance, VAT included."),
      field("vat", .money, "The part of `amount` that is VAT."),
    ])

  static let interestLine = PartDescription(
    "interest-line", nb: "rentelinje", en: "interest line",
    "One stretch of an interest calculation.",
    [
      field("from", .day, "Its first day."),
      field("to", .day, "Its last day."),
      field("base", .money, "What interest is computed on."),
      field("rate", .rate, "The rate, per cent a year."),
      field("amount", .money, "The interest of the stretch."),
      field("claim", .reference(.claim), "The claim it belongs to."),
    ])

  static let allocation = PartDescription(
    "allocation", nb: "avregning", en: "allocation", "What a part of a payment was set against.",
    [
      field("claim", .reference(.claim), "The claim."),
      field("to", .choice(.allocatedTo), .required, "The part of the debt."),
      field("amount", .money, .required, "How much."),
    ])

  static let instalment = PartDescription(
    "instalment", nb: "avdrag", en: "instalment", "One instalment of a plan.",
    [
      field("due", .day, .required, "When it falls due."),
      field("amount", .money, .required, "How much."),
    ])
}
