import Casebook

/// What `explain` and the lists of rules say around the documents' own words.
enum ExplainTexts {
  static let law = Label(nb: "Hjemmel", en: "Law")
  static let address = Label(nb: "Adresse", en: "Address")
  static let inForce = Label(nb: "I kraft", en: "In force")
  static let confidence = Label(nb: "Sikkerhet", en: "Confidence")
  static let verdict = Label(nb: "Utfall", en: "Verdict")
  static let document = Label(nb: "Dokument", en: "Document")
  static let rule = Label(nb: "Regel", en: "Rule")
  static let rules = Label(nb: "Regelen slik den står", en: "The rule as it stands")
  static let choices = Label(nb: "Tolkningsvalg", en: "Readings to choose")
  static let exceptions = Label(nb: "Unntak", en: "Exceptions")
  static let examples = Label(nb: "Eksempler", en: "Examples")
  static let definitions = Label(nb: "Bygger på", en: "Builds on")
  static let section = Label(nb: "Bestemmelse", en: "Provision")
  static let part = Label(nb: "Del", en: "Part")
  static let standard = Label(nb: "standard", en: "default")
  static let always = Label(nb: "alltid", en: "always")
  static let confirmed = Label(nb: "når en person bekrefter", en: "when a person confirms")
  static let raised = Label(nb: "når en person reiser det", en: "when a person raises it")
  static let noRow = Label(nb: "ingen rad gjelder den dagen", en: "no row holds on that day")
  static let every = Label(nb: "hvert år", en: "each year")
  static let over = Label(nb: "over", en: "over")
  static let upTo = Label(nb: "til og med", en: "up to")

  static func table(_ name: String, _ day: String) -> Label {
    Label(nb: "Tabellen \(name) per \(day)", en: "The table \(name) on \(day)")
  }

  /// How sure the reading of the law is, in words.
  static func confidence(_ word: String) -> Label {
    switch word {
    case "verbatim": Label(nb: "ordlyden sier det", en: "the wording says so")
    case "circular": Label(nb: "rundskriv eller tilsynspraksis", en: "circular or supervision")
    case "secondary": Label(nb: "etter annen kilde", en: "from a secondary source")
    case "interpretation": Label(nb: "tolkning", en: "interpretation")
    default: Label(same: word)
    }
  }

  /// How many rules a list has, and what its star means.
  static func count(_ rules: Int) -> Label {
    Label(
      nb: "\(rules) regler. * når en person bekrefter. I kraft: ISO-dager.",
      en: "\(rules) rules. * when a person confirms. In force: ISO days.")
  }

  static func from(_ day: String) -> Label { Label(nb: "fra \(day)", en: "from \(day)") }

  /// What no day of commencement is set for.
  static func pending(_ section: String) -> Label {
    Label(
      nb: "ikke i kraft: ingen dag er satt for \(section)",
      en: "not in force: no day is set for \(section)")
  }

  /// What will take the place of a text.
  static func until(_ sections: String) -> Label {
    Label(nb: ", til \(sections) trer i kraft", en: ", until \(sections) comes into force")
  }

  static func period(_ from: String?, _ through: String?) -> Label {
    switch (from, through) {
    case (let from?, let through?):
      Label(nb: "fra \(from) til og med \(through)", en: "from \(from) through \(through)")
    case (let from?, nil): self.from(from)
    case (nil, let through?): Label(nb: "til og med \(through)", en: "through \(through)")
    case (nil, nil): always
    }
  }
}
