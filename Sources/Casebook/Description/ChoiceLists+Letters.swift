/// Closed lists of letters and contacts (case format 2.5 to 2.7).
extension ChoiceDescription {
  static let actor = ChoiceDescription(
    "actor",
    [
      ("creditor", "fordringshaveren", "the creditor"),
      ("agency", "inkassoforetaket", "the agency"),
      ("lawyer", "advokaten", "the lawyer"),
      ("debtor", "skyldneren", "the debtor"),
      ("representative", "skyldnerens representant", "the debtor's representative"),
      ("guardian", "vergen", "the guardian"),
      ("other", "andre", "someone else"),
    ])

  static let channel = ChoiceDescription(
    "channel",
    [
      ("post", "post", "post"),
      ("email", "e-post", "e-mail"),
      ("sms", "SMS", "SMS"),
      ("efaktura", "eFaktura", "eFaktura"),
      ("digital-mailbox", "digital postkasse", "digital mailbox"),
      ("portal", "nettportal", "portal"),
      ("in-person", "personlig", "in person"),
      ("phone", "telefon", "phone"),
    ])

  static let channelBasis = ChoiceDescription(
    "channel-basis",
    [
      ("agreed", "uttrykkelig avtalt", "expressly agreed"),
      ("debtor-created", "opprettet av skyldneren", "created by the debtor"),
      ("accepted-with-alert", "godtatt, med varsling", "accepted, with an alert"),
      ("recently-used", "nylig brukt av skyldneren", "recently used by the debtor"),
      ("other", "annet grunnlag", "other basis"),
    ])

  static let person = ChoiceDescription(
    "recipient",
    [
      ("debtor", "skyldneren", "the debtor"),
      ("representative", "skyldnerens representant", "the debtor's representative"),
      ("guardian", "vergen", "the guardian"),
      ("spouse", "ektefellen", "the spouse"),
      ("relative", "en slektning", "a relative"),
      ("employer", "arbeidsgiveren", "the employer"),
      ("neighbour", "en nabo", "a neighbour"),
      ("client", "oppdragsgiveren", "the client"),
      ("other", "en annen", "someone else"),
    ])

  static let onBehalfOf = ChoiceDescription(
    "name-used",
    [
      ("creditor", "fordringshaveren", "the creditor"),
      ("self", "seg selv", "themselves"),
    ])

  static let state = ChoiceDescription(
    "state",
    [
      ("label", "hva brevet er", "what the letter is"),
      ("amount", "beløpet som skyldes", "the amount owed"),
      ("creditor", "fordringshaveren", "the creditor"),
      ("original-creditor", "opprinnelig fordringshaver", "the original creditor"),
      ("about", "hva kravet gjelder", "what the claim concerns"),
      ("invoice-number", "fakturanummer", "the invoice number"),
      ("invoice-date", "fakturadato", "the invoice date"),
      ("principal", "hovedstolen", "the principal"),
      ("interest", "rentene", "the interest"),
      ("costs", "kostnadene", "the costs"),
      ("interest-rate", "rentesatsen", "the interest rate"),
      ("interest-from", "dagen rentene løper fra", "the day interest runs from"),
      ("further-costs", "at kostnadene kan øke", "that costs may grow"),
      ("legal-action", "at rettslige skritt kan følge", "that legal action may follow"),
      ("complaints-board", "retten til å klage til nemnd", "the right to go to the nemnd"),
      ("objections-invited", "oppfordring til innsigelser", "an invitation to object"),
      ("full-statement-offered", "tilbud om full oppstilling", "an offer of a full statement"),
      ("collection-follows", "at inkasso vil følge", "that collection will follow"),
      ("estimated-costs", "anslåtte kostnader", "estimated costs"),
      ("enforcement", "at tvangsfullbyrdelse kan følge", "that enforcement may follow"),
      ("payment-trouble", "råd ved betalingsproblemer", "advice on payment trouble"),
      ("how-to-object", "hvordan en gjør innsigelse", "how to object"),
      ("how-to-complain", "hvordan en klager", "how to complain"),
      ("phone-number", "telefonnummer", "a phone number"),
      ("phone-hours", "telefontid", "phone hours"),
      ("reasons", "begrunnelse", "reasons"),
      ("payments", "innbetalingene", "the payments"),
      ("allocation-order", "rekkefølgen for avregning", "the order of allocation"),
      ("balance", "saldo", "the balance"),
      ("measures", "tiltakene i saken", "the measures taken"),
      ("expected-date", "når svar kan ventes", "when an answer can be expected"),
      ("deadline-advice", "råd om fristen", "advice on the deadline"),
    ])

  static let flag = ChoiceDescription(
    "flag",
    [
      ("misleading", "villedende", "misleading"),
      ("cost-certain", "usikre kostnader framstilt som sikre", "costs shown as certain"),
      ("objection-right-hidden", "innsigelsesretten skjult", "right to object hidden"),
      ("measure-not-intended", "trussel om tiltak som ikke er ment", "measure not intended"),
      ("threat-publicity", "trussel om offentliggjøring", "threat of publicity"),
      ("threat-third-party", "trussel om å gå til andre", "threat to involve others"),
      ("false-authority", "uriktig myndighet", "false authority"),
    ])

  static let outside = ChoiceDescription(
    "outer-mark",
    [
      ("name", "navn", "name"),
      ("logo", "logo", "logo"),
      ("conspicuous-logo", "iøynefallende logo", "conspicuous logo"),
      ("content", "innhold", "content"),
    ])

  static let direction = ChoiceDescription(
    "direction",
    [
      ("outbound", "utgående", "outbound"),
      ("inbound", "inngående", "inbound"),
    ])

  static let purpose = ChoiceDescription(
    "contact-purpose",
    [
      ("collection", "inndriving", "collection"),
      ("friendly-reminder", "vennlig påminnelse", "friendly reminder"),
      ("information", "informasjon", "information"),
      ("plan", "avdragsordning", "payment plan"),
      ("answer", "svar", "answer"),
      ("other", "annet", "other"),
    ])

  static let offer = ChoiceDescription(
    "offer",
    [
      ("plan", "avdragsordning", "payment plan"),
      ("extension", "utsettelse", "extension"),
      ("hold", "inndrivingspause", "hold"),
      ("reduction", "nedsettelse", "reduction"),
    ])

  static let feedback = ChoiceDescription(
    "feedback",
    [
      ("positive", "positiv", "positive"),
      ("neutral", "nøytral", "neutral"),
      ("negative", "negativ", "negative"),
    ])
}
