/// Closed lists of single event types (case format 2.8): people, letters and payments.
extension ChoiceDescription {
  static let warningBasis = ChoiceDescription(
    "warning-basis",
    [
      ("inkl-10-4", "inkassoloven § 10 fjerde ledd", "inkassoloven § 10(4)"),
      ("tvfbl-4-18", "tvangsfullbyrdelsesloven § 4-18", "tvangsfullbyrdelsesloven § 4-18"),
      ("tvl-5-2", "tvisteloven § 5-2", "tvisteloven § 5-2"),
    ])

  static let demandSubject = ChoiceDescription(
    "demand-subject",
    [
      ("claim", "kravet", "the claim"),
      ("costs", "kostnadene", "the costs"),
    ])

  static let callOutcome = ChoiceDescription(
    "call-outcome",
    [
      ("answered", "besvart", "answered"),
      ("unanswered", "ubesvart", "unanswered"),
      ("voicemail", "telefonsvarer", "voicemail"),
      ("postponed", "utsatt", "postponed"),
      ("technical-error", "teknisk feil", "technical error"),
    ])

  static let place = ChoiceDescription(
    "place",
    [
      ("home", "hjemme", "at home"),
      ("workplace", "på arbeidsplassen", "at the workplace"),
      ("elsewhere", "et annet sted", "elsewhere"),
    ])

  static let contactForm = ChoiceDescription(
    "contact-form",
    [
      ("call", "telefon", "phone"),
      ("sms", "SMS", "SMS"),
      ("email", "e-post", "e-mail"),
      ("visit", "besøk", "visit"),
    ])

  static let representativeKind = ChoiceDescription(
    "representative-kind",
    [
      ("lawyer", "advokat", "lawyer"),
      ("other", "annen representant", "other representative"),
    ])

  static let guardianship = ChoiceDescription(
    "guardianship",
    [
      ("of-minor", "verge for mindreårig", "guardian of a minor"),
      ("of-adult", "verge for voksen", "guardian of an adult"),
      (
        "restricted-capacity", "verge etter fratatt rettslig handleevne",
        "guardian where legal capacity is restricted"
      ),
      ("future-power-of-attorney", "framtidsfullmektig", "holder of a framtidsfullmakt"),
    ])

  static let guardianScope = ChoiceDescription(
    "guardian-scope",
    [
      ("money", "økonomiske forhold", "money matters"),
      ("personal", "personlige forhold", "personal matters"),
    ])

  static let chosenAddressee = ChoiceDescription(
    "chosen-addressee",
    [
      ("debtor", "skyldneren", "the debtor"),
      ("guardian", "vergen", "the guardian"),
      ("both", "begge", "both"),
    ])

  static let vulnerability = ChoiceDescription(
    "vulnerability-kind",
    [
      ("illness", "sykdom", "illness"),
      ("accident", "ulykke", "accident"),
      ("institution", "opphold i institusjon", "stay in an institution"),
      ("payment-difficulty", "betalingsvansker", "payment difficulty"),
      ("other", "annet", "other"),
    ])

  static let knownTo = ChoiceDescription(
    "address-holder",
    [
      ("creditor", "fordringshaveren", "the creditor"),
      ("agency", "inkassoforetaket", "the agency"),
      ("lawyer", "advokaten", "the lawyer"),
      ("register", "registeret", "the register"),
    ])

  static let insolventParty = ChoiceDescription(
    "insolvent-party",
    [
      ("creditor", "fordringshaveren", "the creditor"),
      ("debtor", "skyldneren", "the debtor"),
    ])

  static let insolvency = ChoiceDescription(
    "insolvency-kind",
    [
      ("bankruptcy", "konkurs", "bankruptcy"),
      ("debt-settlement", "gjeldsordning", "debt settlement"),
      ("other", "annet", "other"),
    ])

  static let mandator = ChoiceDescription(
    "mandator",
    [
      ("creditor", "fordringshaveren", "the creditor"),
      ("estate", "boet", "the estate"),
      ("new-owner", "den nye eieren", "the new owner"),
    ])

  static let removalCause = ChoiceDescription(
    "removal-cause",
    [
      ("error", "feil", "error"),
      ("waived", "frafalt", "waived"),
      ("objection", "innsigelse", "objection"),
      ("decided", "avgjørelse", "decision"),
      ("replaced", "erstattet", "replaced"),
    ])

  static let failure = ChoiceDescription(
    "failure",
    [
      ("payer", "betaleren", "the payer"),
      ("payee", "mottakeren", "the payee"),
      ("bank", "banken", "the bank"),
    ])

  static let refundCause = ChoiceDescription(
    "refund-cause",
    [
      ("overpaid", "for mye betalt", "overpaid"),
      ("wrong-cost", "uriktig kostnad", "wrong cost"),
      ("other", "annet", "other"),
    ])

  static let costItem = ChoiceDescription(
    "plan-cost",
    [
      ("heavy-salaer", "tungt salær", "heavy salær"),
      ("instalment-uplift", "tillegg for avdragsordning", "instalment uplift"),
    ])
}
