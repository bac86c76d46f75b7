/// Closed lists of single event types (case format 2.8): objections, legal steps and closing.
extension ChoiceDescription {
  static let assessmentSubject = ChoiceDescription(
    "assessment-subject",
    [
      ("claim", "kravet", "the claim"),
      ("objection", "innsigelsen", "the objection"),
      ("legal-step", "rettslige skritt", "legal steps"),
      ("situation", "skyldnerens situasjon", "the debtor's situation"),
      ("hold", "inndrivingspause", "a hold"),
    ])

  static let assessmentOutcome = ChoiceDescription(
    "assessment-outcome",
    [
      ("upheld", "opprettholdt", "upheld"),
      ("changed", "endret", "changed"),
      ("dropped", "frafalt", "dropped"),
      ("groundless", "grunnløs", "groundless"),
      ("reasonable", "rimelig grunn", "reasonable"),
      ("adapted", "tilpasset", "adapted"),
      ("held", "stilt i bero", "held"),
    ])

  static let objectionAssessment = ChoiceDescription(
    "objection-assessment",
    [
      ("reasonable", "rimelig grunn", "reasonable"),
      ("groundless", "grunnløs", "groundless"),
      ("obviously-groundless", "åpenbart grunnløs", "obviously groundless"),
    ])

  static let register = ChoiceDescription(
    "register-entry",
    [
      ("objection", "innsigelsen", "the objection"),
      ("about", "hva den gjelder", "what it concerns"),
      ("creditor", "fordringshaveren", "the creditor"),
      ("claim-kind", "kravets art", "the kind of claim"),
      ("contract-basis", "avtalegrunnlaget", "the contract it rests on"),
      ("outcome", "utfallet", "the outcome"),
      ("dates", "datoene", "the dates"),
    ])

  static let outcome = ChoiceDescription(
    "outcome",
    [
      ("upheld", "medhold", "upheld"),
      ("partly-upheld", "delvis medhold", "partly upheld"),
      ("not-upheld", "ikke medhold", "not upheld"),
    ])

  static let nemndOutcome = ChoiceDescription(
    "nemnd-outcome",
    [
      ("upheld", "medhold", "upheld"),
      ("partly-upheld", "delvis medhold", "partly upheld"),
      ("not-upheld", "ikke medhold", "not upheld"),
      ("dismissed", "avvist", "dismissed"),
      ("settled", "forlikt", "settled"),
      ("withdrawn", "trukket", "withdrawn"),
    ])

  static let nemndSubject = ChoiceDescription(
    "nemnd-subject",
    [
      ("claim", "kravet", "the claim"),
      ("costs", "kostnadene", "the costs"),
      ("conduct", "framferden", "the conduct"),
    ])

  static let enquiry = ChoiceDescription(
    "enquiry-kind",
    [
      ("question", "spørsmål", "question"),
      ("information-request", "krav om opplysninger", "request for information"),
      ("payment-trouble", "betalingsproblemer", "payment trouble"),
      ("plan-request", "ønske om avdragsordning", "request for a plan"),
      ("separate-handling", "ønske om særskilt behandling", "request for separate handling"),
      ("already-paid", "alt betalt", "already paid"),
      ("other", "annet", "other"),
    ])

  static let holdCause = ChoiceDescription(
    "hold-cause",
    [
      ("objection", "innsigelse", "objection"),
      ("situation", "skyldnerens situasjon", "the debtor's situation"),
      ("request", "anmodning", "request"),
      ("other", "annet", "other"),
    ])

  static let legalStep = ChoiceDescription(
    "legal-step-kind",
    [
      ("forliksklage", "forliksklage", "forliksklage"),
      ("stevning", "stevning", "stevning"),
      ("utlegg", "utleggsbegjæring", "application for utlegg"),
      ("konkursvarsel", "konkursvarsel", "konkursvarsel"),
      ("konkursbegjaering", "konkursbegjæring", "konkursbegjæring"),
      ("tvangssalg", "begjæring om tvangssalg", "application for tvangssalg"),
      ("other", "annet rettslig skritt", "other legal step"),
    ])

  static let legalSubject = ChoiceDescription(
    "legal-subject",
    [
      ("claim", "kravet", "the claim"),
      ("costs", "kostnadene", "the costs"),
      ("claim-and-costs", "kravet og kostnadene", "the claim and the costs"),
    ])

  static let legalPurpose = ChoiceDescription(
    "legal-purpose",
    [
      ("recovery", "inndriving", "recovery"),
      ("rightfulness", "kravets berettigelse", "whether the claim is rightful"),
    ])

  static let legalResult = ChoiceDescription(
    "legal-outcome",
    [
      ("judgment", "dom", "judgment"),
      ("settlement", "forlik", "settlement in court"),
      ("seized", "utlegg", "seized"),
      ("nothing-to-seize", "intet til utlegg", "nothing to seize"),
      ("rejected", "avvist", "rejected"),
      ("withdrawn", "trukket", "withdrawn"),
      ("paid", "betalt", "paid"),
      ("other", "annet", "other"),
    ])

  static let remarkBasis = ChoiceDescription(
    "remark-basis",
    [
      ("legal-step", "rettslig skritt", "legal step"),
      ("demand", "påkrav", "demand"),
      ("plan-broken", "brutt avdragsordning", "broken plan"),
      ("tvangsgrunnlag", "tvangsgrunnlag", "tvangsgrunnlag"),
    ])

  static let orderBasis = ChoiceDescription(
    "order-basis",
    [
      ("inkl-30-3", "inkassoloven § 30 tredje ledd", "inkassoloven § 30(3)"),
      ("other", "annet", "other"),
    ])

  static let closingCause = ChoiceDescription(
    "closing-cause",
    [
      ("paid", "betalt", "paid"),
      ("settled", "oppgjort", "settled"),
      ("withdrawn", "trukket", "withdrawn"),
      ("credited", "kreditert", "credited"),
      ("dropped", "frafalt", "dropped"),
      ("limitation", "foreldet", "time-barred"),
      ("uncollectable", "uerholdelig", "uncollectable"),
      ("moved", "overført", "moved"),
      ("merged", "slått sammen", "merged"),
      ("other", "annet", "other"),
    ])
}
