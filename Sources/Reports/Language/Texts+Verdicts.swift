import Audit
import Casebook

/// What findings, verdicts and their particulars are called.
enum FindingTexts {
  static func verdict(_ verdict: Verdict) -> Label {
    switch verdict {
    case .breach: Label(nb: "BRUDD", en: "BREACH")
    case .practice: Label(nb: "GOD SKIKK", en: "PRACTICE")
    case .advice: Label(nb: "RÅD", en: "ADVICE")
    case .undetermined: Label(nb: "IKKE AVGJORT", en: "UNDETERMINED")
    case .met: Label(nb: "I ORDEN", en: "MET")
    case .notApplicable: Label(nb: "GJELDER IKKE", en: "NOT APPLICABLE")
    }
  }

  static let law = Label(nb: "Hjemmel", en: "Law")
  static let expected = Label(nb: "Påkrevd", en: "Required")
  static let actual = Label(nb: "Gjort", en: "Done")
  static let excess = Label(nb: "For mye", en: "Too much")
  static let excessThen = Label(nb: "For mye da", en: "Too much then")
  static let atRisk = Label(nb: "Usikkert", en: "At risk")
  static let consequence = Label(nb: "Følge", en: "Consequence")
  static let because = Label(nb: "Fordi", en: "Because of")
  static let claims = Label(nb: "Krav", en: "Claims")
  static let events = Label(nb: "Hendelser", en: "Events")
  static let day = Label(nb: "Avgjørende dag", en: "Deciding day")
  static let facts = Label(nb: "Opplysninger", en: "Facts")
  static let values = Label(nb: "Verdier", en: "Values")
  static let assumptions = Label(nb: "Forutsatt", en: "Assumed")
  static let choices = Label(nb: "Tolkning", en: "Reading")
  static let fingerprint = Label(nb: "Kjennemerke", en: "Fingerprint")
  static let trace = Label(nb: "Slik er det regnet", en: "How it was worked out")
  static let assumed = Label(nb: "forutsatt", en: "assumed")
  static let open = Label(nb: "åpen", en: "open")

  /// What was required, with how what was done would have to stand to it.
  static func relation(_ relation: Finding.Relation, _ value: Shown, _ text: String) -> Label {
    let isDay = if case .day = value { true } else { false }
    switch value {
    case .never, .unknown: return Label(nb: text, en: text)
    default: break
    }
    return switch relation {
    case .atLeast:
      Label(
        nb: isDay ? "tidligst \(text)" : "minst \(text)",
        en: isDay ? "\(text) or later" : "at least \(text)")
    case .atMost:
      Label(
        nb: isDay ? "senest \(text)" : "høyst \(text)",
        en: isDay ? "\(text) or earlier" : "at most \(text)")
    case .moreThan:
      Label(
        nb: isDay ? "etter \(text)" : "mer enn \(text)",
        en: isDay ? "after \(text)" : "more than \(text)")
    case .lessThan:
      Label(
        nb: isDay ? "før \(text)" : "mindre enn \(text)",
        en: isDay ? "before \(text)" : "less than \(text)")
    case .otherThan: Label(nb: "noe annet enn \(text)", en: "something other than \(text)")
    }
  }

  /// What may be too much on top of what certainly is.
  static func upTo(_ amount: String) -> Label {
    Label(nb: "inntil \(amount)", en: "up to \(amount)")
  }

  /// What a court or board may make of it.
  static func maybe(_ consequence: String, _ language: Language) -> String {
    switch language {
    case .nb: "\(consequence) (kan bli følgen)"
    case .en: "\(consequence) (may follow)"
    }
  }

  /// That part of a trace has been left out.
  static func moreLines(_ count: Int) -> Label {
    Label(
      nb: "… og \(count) \(count == 1 ? "linje" : "linjer") til med --verbose",
      en: "… and \(count) more \(count == 1 ? "line" : "lines") with --verbose")
  }

  static func on(_ day: String) -> Label { Label(nb: "per \(day)", en: "on \(day)") }
}

/// A sentence of how many of what.
enum CountTexts {
  static func breaches(_ count: Int) -> Label {
    Label(
      nb: "\(count) brudd på loven", en: "\(count) \(count == 1 ? "breach" : "breaches") of the law"
    )
  }

  static func practice(_ count: Int) -> Label {
    Label(
      nb: "\(count) brudd på god skikk",
      en: "\(count) \(count == 1 ? "breach" : "breaches") of good practice")
  }

  static func advice(_ count: Int) -> Label {
    Label(
      nb: "\(count) råd som ikke er fulgt",
      en: "\(count) \(count == 1 ? "recommendation" : "recommendations") not followed")
  }

  static func undetermined(_ count: Int) -> Label {
    Label(
      nb: "\(count) spørsmål kunne ikke avgjøres",
      en: "\(count) \(count == 1 ? "question" : "questions") could not be decided")
  }

  static func met(_ count: Int) -> Label {
    Label(
      nb: "\(count) forhold er i orden",
      en: "\(count) \(count == 1 ? "matter is" : "matters are") in order")
  }

  static func rules(_ count: Int) -> Label {
    Label(
      nb: "\(count) \(count == 1 ? "regel" : "regler") brukt",
      en: "\(count) \(count == 1 ? "rule" : "rules") applied")
  }

  static func cases(_ count: Int) -> Label {
    Label(
      nb: "\(count) \(count == 1 ? "sak" : "saker")",
      en: "\(count) \(count == 1 ? "case" : "cases")")
  }

  static func planned(_ count: Int) -> Label {
    Label(
      nb:
        "\(count == 1 ? "Ett planlagt steg er" : "\(count) planlagte steg er") ikke prøvd. "
        + "Det gjør skikk gate.",
      en:
        "\(count == 1 ? "One planned step was" : "\(count) planned steps were") not judged. "
        + "That is for skikk gate.")
  }

  static func apart(_ count: Int) -> Label {
    Label(
      nb:
        "\(count) \(count == 1 ? "gang" : "ganger") kom saker mot en skyldner etter at tidligere "
        + "saker mot samme skyldner var prøvd; det som først ses av alle sakene, kan mangle.",
      en:
        "\(count) \(count == 1 ? "time" : "times") cases against a debtor came after earlier ones "
        + "against the same debtor had been judged; what only all of them show may be missing.")
  }

  static func eventsAfter(_ count: Int, _ day: String) -> Label {
    Label(
      nb:
        "\(count) \(count == 1 ? "hendelse" : "hendelser") etter \(day) er ikke tatt med.",
      en: "\(count) \(count == 1 ? "event" : "events") after \(day) left out.")
  }
}
