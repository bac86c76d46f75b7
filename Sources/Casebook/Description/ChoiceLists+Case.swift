/// Closed lists of the case, its parties, claims and charges.
extension ChoiceDescription {
  static let licence = ChoiceDescription(
    "licence",
    [
      ("third-party", "fremmedinkasso", "third-party collection"),
      ("purchased", "oppkjøpte krav", "purchased claims"),
    ])

  static let capacity = ChoiceDescription(
    "capacity",
    [
      ("consumer", "forbruker", "consumer"),
      ("business", "næringsdrivende", "business"),
    ])

  static let entity = ChoiceDescription(
    "entity",
    [
      ("person", "fysisk person", "natural person"),
      ("organisation", "juridisk person", "legal person"),
    ])

  static let addressKind = ChoiceDescription(
    "address-kind",
    [
      ("post", "postadresse", "postal address"),
      ("email", "e-postadresse", "e-mail address"),
      ("phone", "telefonnummer", "phone number"),
      ("mailbox", "digital postkasse", "digital mailbox"),
      ("portal", "nettportal", "portal"),
    ])

  static let claimKind = ChoiceDescription(
    "claim-kind",
    [
      ("goods", "vare", "goods"),
      ("service", "tjeneste", "service"),
      ("rent", "husleie", "rent"),
      ("subscription", "abonnement", "subscription"),
      ("loan", "lån", "loan"),
      ("seller-credit", "selgerkreditt", "seller credit"),
      ("gjeldsbrev", "gjeldsbrev", "gjeldsbrev"),
      ("damages", "erstatning", "damages"),
      ("veksel", "veksel", "veksel"),
      ("sjekk", "sjekk", "sjekk"),
      ("other", "annet krav", "other claim"),
    ])

  static let dueBasis = ChoiceDescription(
    "due-basis",
    [
      ("agreed", "avtalt forfall", "agreed due date"),
      ("law", "forfall etter lov", "due date set by law"),
      ("invoice-only", "forfall bare i fakturaen", "due date only on the invoice"),
    ])

  static let derogation = ChoiceDescription(
    "derogation",
    [
      ("inkl-9", "inkassoloven § 9", "inkassoloven § 9"),
      ("inkl-10", "inkassoloven § 10", "inkassoloven § 10"),
      ("inkl-11", "inkassoloven § 11", "inkassoloven § 11"),
      ("inkl-17-1", "inkassoloven § 17 første ledd", "inkassoloven § 17(1)"),
      ("inkl-19", "inkassoloven § 19", "inkassoloven § 19"),
      ("act26-20", "inkassoloven 2026 § 20", "inkassoloven 2026 § 20"),
      ("act26-21", "inkassoloven 2026 § 21", "inkassoloven 2026 § 21"),
      ("act26-22", "inkassoloven 2026 § 22", "inkassoloven 2026 § 22"),
    ])

  static let serviceKind = ChoiceDescription(
    "service-kind",
    [
      ("health", "helsetjeneste", "health service"),
      ("care", "omsorgstjeneste", "care service"),
      ("social", "sosialtjeneste", "social service"),
    ])

  static let title = ChoiceDescription(
    "tvangsgrunnlag-kind",
    [
      ("judgment", "dom", "judgment"),
      ("settlement", "forlik", "settlement in court"),
      ("gjeldsbrev", "gjeldsbrev", "gjeldsbrev"),
      ("lien", "panterett", "lien"),
      ("statutory", "særskilt lovhjemmel", "statute"),
      ("other", "annet tvangsgrunnlag", "other tvangsgrunnlag"),
    ])

  static let chargeKind = ChoiceDescription(
    "charge-kind",
    [
      ("purring-fee", "purregebyr", "purring fee"),
      ("inkassovarsel-fee", "gebyr for inkassovarsel", "inkassovarsel fee"),
      (
        "betalingsoppfordring-fee", "gebyr for betalingsoppfordring",
        "betalingsoppfordring fee"
      ),
      ("lawyer-lump-sum", "engangsbeløp til advokat", "lawyer's lump sum"),
      ("salaer", "salær", "salær"),
      ("instalment-uplift", "tillegg for avdragsordning", "instalment uplift"),
      ("actual-cost", "faktisk kostnad", "actual cost"),
      ("compensation", "standardkompensasjon", "standard compensation"),
      ("invoice-fee", "fakturagebyr", "invoice fee"),
      ("court-fee", "rettsgebyr", "court fee"),
      ("writing-cost", "skrivesalær", "skrivesalær"),
      ("other", "annen kostnad", "other cost"),
    ])

  static let stage = ChoiceDescription(
    "stage",
    [
      ("light", "lett salær", "light salær"),
      ("heavy", "tungt salær", "heavy salær"),
    ])

  static let side = ChoiceDescription(
    "side",
    [
      ("creditor", "fordringshaveren", "the creditor"),
      ("agency", "inkassoforetaket", "the agency"),
      ("lawyer", "advokaten", "the lawyer"),
    ])

  static let ruling = ChoiceDescription(
    "ruling",
    [
      ("confirmed", "bekreftet", "confirmed"),
      ("dismissed", "avvist", "dismissed"),
    ])

  static let allocatedTo = ChoiceDescription(
    "part-of-debt",
    [
      ("principal", "hovedstol", "principal"),
      ("interest", "renter", "interest"),
      ("costs", "kostnader", "costs"),
      ("legal-costs", "rettslige kostnader", "court and enforcement costs"),
      ("compensation", "standardkompensasjon", "standard compensation"),
      ("surplus", "overskytende", "surplus"),
    ])
}
