/// Facts learnt of people and addresses, and whose case it is (case format 2.8).
extension EventDescription {
  static let facts = [
    EventDescription(
      "representative", rank: 1, nb: "skyldnerens representant", en: "representative",
      "From this day the collector knew that someone represents the debtor.",
      [
        field("kind", .choice(.representativeKind), "Who represents."),
        field("name", .text, absent: .nothing, "The name, for people."),
        field("powerSeen", .day, .orNone, "The day the power of attorney was seen."),
      ]),
    EventDescription(
      "guardian", rank: 1, nb: "verge", en: "guardian",
      "From this day the collector knew of a guardian.",
      [
        field("kind", .choice(.guardianship), "What kind of guardianship it is."),
        field("scope", .list(.choice(.guardianScope)), "What it covers."),
        field("liable", .bool, "Whether the guardian is liable beside the minor."),
        field("chosen", .choice(.chosenAddressee), "Whom the debtor wants addressed."),
      ]),
    EventDescription(
      "vulnerability", rank: 1, nb: "opplysning om sårbarhet", en: "vulnerability",
      "From this day the collector knew of a difficulty of the debtor's.",
      [
        field("kind", .choice(.vulnerability), "What difficulty."),
        field("documentDate", .day, .orNone, "The day of the document that shows it."),
      ]),
    EventDescription(
      "address-change", rank: 1, in: .addresses, nb: "adresseendring", en: "change of address",
      "From this day an address was known, and to whom.",
      [
        field("address", .reference(.address), .required, "The address."),
        field("knownTo", .list(.choice(.knownTo)), "Who knew it."),
      ]),
    EventDescription(
      "mail-return", rank: 1, in: .addresses, nb: "post i retur", en: "returned mail",
      "The letter in `of` came back."),
    EventDescription(
      "evasion", rank: 1, nb: "unndragelse", en: "evasion",
      "Evasion or other special circumstances (inkassoloven § 12), as a person has found.",
      [
        field("documented", .bool, .human, "Whether it is documented."),
        field("coverAtRisk", .bool, .human, "Whether the creditor's cover is at risk."),
      ]),
    EventDescription(
      "insolvency", rank: 1, nb: "insolvens", en: "insolvency",
      "Bankruptcy or debt settlement of a party.",
      [
        field("party", .choice(.insolventParty), .required, "Whose."),
        field("kind", .choice(.insolvency), "What kind."),
      ]),
    EventDescription(
      "supervisory-order", rank: 1, nb: "pålegg fra tilsynet", en: "supervisory order",
      "An order by Finanstilsynet.",
      [
        field("basis", .choice(.orderBasis), "The provision it rests on."),
        field("followed", .bool, "Whether it was followed."),
      ]),
    EventDescription(
      "error-known", rank: 1, nb: "kjennskap til feil", en: "error known",
      "From this day the collector knew of an error.",
      [
        field("systematic", .bool, .human, "Whether it is systematic."),
        field("cases", .int(1...10_000_000), "How many cases it affects."),
      ]),
  ]

  private static let change = [
    field(
      "from", .id, absent: .unknown("assumed the creditor's id"), "The party that hands over."),
    field("to", .id, absent: .unknown("assumed the agency's id"), "The party that takes over."),
    field("handsOver", .thing("lines"), "What was handed over, as the file of that day said."),
    field(
      "mandator", .choice(.mandator), absent: .assumed("creditor"), "Who gives the mandate."),
  ]

  static let handovers = [
    EventDescription(
      "handover", rank: 3, in: .handovers, nb: "overlevering til inkasso", en: "handover",
      "The start of a mandate.", change),
    EventDescription(
      "handback", rank: 3, in: .handovers, nb: "tilbakelevering", en: "handback",
      "The end of a mandate.", change),
    EventDescription(
      "agency-change", rank: 3, in: .handovers, nb: "bytte av inkassoforetak",
      en: "change of agency", "One mandate ends and another begins.", change),
    EventDescription(
      "assignment", rank: 3, in: .handovers, nb: "overdragelse", en: "assignment",
      "The claim gets a new owner.", change),
  ]
}
