/// Letters and contacts (case format 2.8).
extension EventDescription {
  static let letters = [
    EventDescription(
      "invoice", rank: 4, .letter, in: .letters, nb: "faktura", en: "invoice",
      "The invoice, or a copy of it.",
      [
        field(
          "deliveryValid", .bool, .human,
          absent: .unknown(
            "false if the channel is electronic and `channelBasis` is \"none\", else assumed true"),
          "It reached the debtor in an agreed way.")
      ]),
    EventDescription(
      "purring", rank: 4, .letter, in: .letters, nb: "purring", en: "purring",
      "A reminder in writing, with or without a fee."),
    EventDescription(
      "inkassovarsel", rank: 4, .letter, in: .letters, nb: "inkassovarsel", en: "inkassovarsel",
      "The notice that collection follows (inkassoloven § 9)."),
    EventDescription(
      "betalingsoppfordring", rank: 4, .letter, in: .letters, nb: "betalingsoppfordring",
      en: "betalingsoppfordring",
      "The demand of inkassoloven § 10; by the creditor it is the creditor's own."),
    EventDescription(
      "legal-warning", rank: 4, .letter, in: .letters, nb: "varsel om rettslige skritt",
      en: "warning of legal action", "A notice that legal action will be taken.",
      [field("basis", .choice(.warningBasis), .required, "The provision it is sent under.")]),
    EventDescription(
      "payment-demand", rank: 4, .letter, in: .letters, nb: "påkrav", en: "påkrav",
      "A demand for payment that starts interest where nothing else does.",
      [
        field(
          "subject", .choice(.demandSubject), absent: .assumed("claim"), "What it demands.")
      ]),
    EventDescription(
      "statement", rank: 4, .letter, in: .letters, nb: "oppstilling", en: "statement",
      "A letter that shows the balance."),
    EventDescription(
      "reason-letter", rank: 4, .letter, in: .letters, nb: "skriftlig begrunnelse",
      en: "letter of reasons", "Written reasons for the charges of the event in `of`."),
    EventDescription(
      "cure-notice", rank: 4, .letter, in: .letters, nb: "varsel om oppsigelse av lån",
      en: "notice before a loan is called in", "On a loan: a notice with time to pay up."),
    EventDescription(
      "termination", rank: 4, .letter, in: .letters, nb: "oppsigelse av lån",
      en: "calling in of a loan", "A loan is called in."),
    EventDescription(
      "final-statement", rank: 4, .letter, in: .settlements, nb: "sluttoppgjør",
      en: "final statement", "The closing account."),
  ]

  static let answers = ["answer", "preliminary-answer"].map { name in
    EventDescription(
      name, rank: 3, .letter, in: .objections,
      nb: name == "answer" ? "svar" : "foreløpig svar",
      en: name == "answer" ? "answer" : "preliminary answer",
      about: (
        ["objection", "enquiry", "complaint"],
        endedBy: ["answer", "objection-withdrawn", "objection-decided"]
      ),
      name == "answer"
        ? "An answer to what the debtor has written or asked."
        : "Word that an answer will come, and when.",
      [
        field("outcome", .choice(.outcome), "What came of it, seen from the debtor.")
      ])
  }

  static let contacts = [
    EventDescription(
      "message", rank: 4, .contact, in: .contacts, nb: "melding", en: "message",
      "An e-mail, SMS or card that is no letter of another type."),
    EventDescription(
      "call", rank: 4, .contact, in: .contacts, nb: "telefonsamtale", en: "call",
      "One attempt to phone, answered or not.",
      [
        field(
          "outcome", .choice(.callOutcome), absent: .unknown("counted as a call"),
          "How the attempt ended.")
      ]),
    EventDescription(
      "visit", rank: 4, .contact, in: .contacts, nb: "besøk", en: "visit",
      "A visit to the debtor; its notice stands on it.",
      [
        field("place", .choice(.place), "Where."),
        field("noticeSent", .day, .orNone, "The day notice of the visit was sent."),
        field("declineOffered", .bool, "The notice says that the debtor can decline."),
        field("declined", .day, .orNone, "The day the debtor declined."),
      ]),
    EventDescription(
      "opt-out", rank: 1, in: .contacts, nb: "reservasjon mot kontakt", en: "opt-out",
      debtorsAct: true, "The debtor does not want to be contacted in some ways.",
      [
        field(
          "against", .list(.choice(.contactForm)),
          absent: .assumedList(["call"], "assumed call"), "The ways.")
      ]),
  ]
}
