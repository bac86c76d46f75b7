/// Objections, assessments, legal steps, remarks and closing (case format 2.8).
extension EventDescription {
  static let assessments = [
    EventDescription(
      "assessment", rank: 3, in: .assessments, nb: "vurdering", en: "assessment",
      "The collector considers something.",
      [
        field("subject", .choice(.assessmentSubject), "What is considered."),
        field("outcome", .choice(.assessmentOutcome), "What came of it."),
      ]),
    EventDescription(
      "hold", rank: 3, in: .assessments, nb: "inndrivingspause", en: "hold",
      "Collection is put on hold.",
      [
        field("until", .day, .orNone, "The last day of the hold."),
        field("cause", .choice(.holdCause), "Why."),
      ]),
    EventDescription(
      "hold-end", rank: 3, in: .assessments, nb: "slutt på inndrivingspause", en: "end of hold",
      about: (["hold"], endedBy: ["hold-end"]),
      "The hold in `of` ends.",
      [
        field("until", .day, .orNone, "The last day of the hold."),
        field("cause", .choice(.holdCause), "Why it was held."),
      ]),
  ]

  static let objections = [
    EventDescription(
      "objection", rank: 2, in: .objections, nb: "innsigelse", en: "objection",
      debtorsAct: true, "The debtor disputes a claim or a cost.",
      [
        field("to", .choice(.side), "Who got it."),
        field("ground", .text, "What it says."),
        field("assessment", .choice(.objectionAssessment), .human, "Whether it has a ground."),
        field(
          "couldHaveComeEarlier", .bool, .human, "Whether the debtor could have said so earlier."),
        field("shouldHaveComeBy", .day, .human, "The day by which it should have come."),
        field("register", .list(.choice(.register)), "What the objection register holds."),
      ]),
    EventDescription(
      "objection-maintained", rank: 2, in: .objections, nb: "opprettholdt innsigelse",
      en: "maintained objection", debtorsAct: true, about: standing,
      "The debtor maintains the objection in `of`."),
    EventDescription(
      "objection-withdrawn", rank: 2, in: .objections, nb: "trukket innsigelse",
      en: "withdrawn objection", debtorsAct: true, about: standing,
      "The debtor withdraws the objection in `of`."),
    EventDescription(
      "objection-decided", rank: 2, in: .objections, nb: "avgjort innsigelse",
      en: "decided objection", about: standing, "A body decides the objection in `of`.",
      [
        field("outcome", .choice(.outcome), "What came of it, seen from the debtor."),
        field("body", .text, "Who decided."),
      ]),
    EventDescription(
      "enquiry", rank: 2, in: .objections, nb: "henvendelse", en: "enquiry", debtorsAct: true,
      "The debtor asks for something.", enquiryFields),
    EventDescription(
      "complaint", rank: 2, in: .objections, nb: "klage", en: "complaint", debtorsAct: true,
      "The debtor complains of conduct.", enquiryFields),
    EventDescription(
      "nemnd-received", rank: 1, in: .objections, nb: "nemndsbehandling", en: "nemnd complaint",
      "The nemnd has the complaint.",
      [field("subject", .choice(.nemndSubject), "What it is about.")]),
    EventDescription(
      "nemnd-closed", rank: 1, in: .objections, nb: "avsluttet nemndsbehandling",
      en: "end of the nemnd's handling", about: (["nemnd-received"], endedBy: ["nemnd-closed"]),
      "The nemnd is done with it.",
      [
        field("subject", .choice(.nemndSubject), "What it was about."),
        field("outcome", .choice(.nemndOutcome), "What came of it, seen from the debtor."),
      ]),
  ]

  /// Objections that have been neither withdrawn nor decided.
  private static let standing = (
    ["objection"], endedBy: ["objection-withdrawn", "objection-decided"]
  )

  private static let enquiryFields = [
    field("to", .choice(.side), "Who got it."),
    field("kind", .choice(.enquiry), "What it is about."),
  ]

  static let legalSteps = [
    EventDescription(
      "legal-step", rank: 4, in: .legalSteps, nb: "rettslig skritt", en: "legal step",
      "A step before a court or the enforcement authority; `date` is the day of filing.",
      [
        field("kind", .choice(.legalStep), .required, "Which step."),
        field("sent", .day, absent: .unknown("`date`"), "The day it was sent."),
        field("received", .day, "The day the authority had it."),
        field("handled", .day, "The day the authority dealt with it."),
        field("body", .text, "Before whom."),
        field("subject", .choice(.legalSubject), "What it is about."),
        field("purpose", .choice(.legalPurpose), "Why it is taken."),
        field("claimsCosts", .bool, "Whether costs out of court are claimed in it."),
        field("boAttached", .bool, "Whether the betalingsoppfordring is enclosed."),
        field("creditorConsent", .bool, "Whether the creditor has consented to it."),
        charges,
      ]),
    EventDescription(
      "legal-result", rank: 1, in: .legalSteps, nb: "resultat av rettslig skritt",
      en: "result of a legal step", about: (["legal-step"], endedBy: ["legal-result"]),
      "What came of the step in `of`.",
      [
        field("outcome", .choice(.legalResult), "The result."),
        field("onOtherClaim", .bool, "It was about another claim on this debtor."),
      ]),
  ]

  static let limitation = [
    EventDescription(
      "acknowledgement", rank: 2, nb: "erkjennelse", en: "acknowledgement", debtorsAct: true,
      "The debtor acknowledges the debt (foreldelsesloven § 14)."),
    EventDescription(
      "limitation-extension", rank: 2, nb: "fristforlengelse", en: "extension of limitation",
      "The parties agree on a longer limitation period (foreldelsesloven § 28).",
      [field("until", .day, .required, "The last day of the longer period.")]),
  ]

  private static let remarkFields = [
    field("basis", .choice(.remarkBasis), "What the remark rests on.")
  ]

  static let remarks = [
    EventDescription(
      "payment-remark", rank: 4, in: .remarks, nb: "betalingsanmerkning", en: "payment remark",
      "A betalingsanmerkning is registered.", remarkFields),
    EventDescription(
      "payment-remark-deleted", rank: 4, in: .remarks, nb: "slettet betalingsanmerkning",
      en: "deleted payment remark", "A betalingsanmerkning is deleted.", remarkFields),
  ]

  static let closing = [
    EventDescription(
      "closed", rank: 5, nb: "avslutning av saken", en: "closing of the case",
      "The case is closed.",
      [
        field("cause", .choice(.closingCause), "Why."),
        field("feedback", .choice(.feedback), "The debtor's rating."),
      ])
  ]
}
