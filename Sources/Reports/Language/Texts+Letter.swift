import Casebook

/// The heading, the verdict line and the totals of a report for people.
enum LetterTexts {
  static func title(_ id: String) -> Label { Label(nb: "Sak \(id)", en: "Case \(id)") }

  static let source = Label(nb: "Fil", en: "File")
  static let judged = Label(nb: "Vurdert", en: "Judged")

  static let ruleSet = Label(nb: "Regelsett", en: "Rule set")
  static let settings = Label(nb: "Innstillinger", en: "Settings")
  static let part = Label(nb: "Del", en: "Part")

  /// The day of evaluation.
  static func judged(asOf: String) -> Label { Label(nb: "per \(asOf)", en: "as of \(asOf)") }

  /// The rule set, and how far it can be trusted.
  static func ruleSet(_ version: String, reviewed: String) -> Label {
    Label(
      nb: "\(version), gjennomgått til \(reviewed)",
      en: "\(version), reviewed through \(reviewed)")
  }

  static let roles: [String: Label] = [
    "creditor": Label(nb: "Fordringshaver", en: "Creditor"),
    "agency": Label(nb: "Inkassator", en: "Agency"),
    "lawyer": Label(nb: "Advokat", en: "Lawyer"),
    "debtor": Label(nb: "Skyldner", en: "Debtor"),
  ]

  static let clean = Label(
    nb: "Det er ikke funnet brudd på god inkassoskikk.",
    en: "No breach of good debt collection practice was found.")
  static let nothingTried = Label(
    nb: "Ingen regel kom til anvendelse på det saken forteller.",
    en: "No rule applied to what the file tells.")

  static func found(_ what: String) -> Label {
    Label(nb: "Funnet: \(what).", en: "Found: \(what).")
  }

  static func tooMuch(_ amount: String) -> Label {
    Label(nb: "Krevd for mye: \(amount).", en: "Claimed too much: \(amount).")
  }

  static func mayBeTooMuch(_ amount: String) -> Label {
    Label(
      nb: "Inntil \(amount) til står på åpne spørsmål.",
      en: "Up to \(amount) more depends on open questions.")
  }

}

/// The table and the receipt at the end.
enum MeasureTexts {
  static let title = Label(nb: "Mål", en: "Measures")
  static let measure = Label(nb: "Hva", en: "What")
  static let party = Label(nb: "Hvem", en: "Who")
  static let quarter = Label(nb: "Kvartal", en: "Quarter")
  static let share = Label(nb: "Andel", en: "Share")
  static let reached = Label(nb: "Antall", en: "Count")
  static let reference = Label(nb: "Til sammenligning", en: "Reference")
  static let unknown = Label(nb: "Ikke kjent", en: "Not known")
  /// The word for what a rule does that counts and does not judge.
  static let verdict = Label(nb: "mål", en: "measure")

  static func count(_ reached: Int, of counted: Int) -> Label {
    Label(nb: "\(reached) av \(counted)", en: "\(reached) of \(counted)")
  }
}

enum SummaryTexts {
  static let title = Label(nb: "Etter regel", en: "By rule")
  static let rule = Label(nb: "Regel", en: "Rule")
  static let verdict = Label(nb: "Utfall", en: "Verdict")
  static let count = Label(nb: "Antall", en: "Count")
  static let cases = Label(nb: "Saker", en: "Cases")
  static let excess = Label(nb: "For mye", en: "Too much")
  static let atRisk = Label(nb: "Usikkert", en: "At risk")
  static let open = Label(nb: "Åpne", en: "Open")

  static let receipt = Label(nb: "Kvittering", en: "Receipt")
  static let audited = Label(nb: "vurdert", en: "audited")
  static let rejected = Label(nb: "avvist", en: "rejected")
  static let clean = Label(nb: "uten funn", en: "without findings")
  static let breach = Label(nb: "brudd på loven", en: "breach")
  static let practice = Label(nb: "brudd på god skikk", en: "practice")
  static let advice = Label(nb: "råd", en: "advice")
  static let undetermined = Label(nb: "ikke avgjort", en: "undetermined")
  static let found = Label(nb: "Funn", en: "Findings")

  static let notInReport = Label(
    nb: "Hvorfor noe ikke kunne avgjøres, står med --verbose eller i --format json.",
    en: "Why something could not be decided is told with --verbose or --format json.")
}
