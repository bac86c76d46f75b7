import Audit
import Casebook
import Values

/// What is said of a step before it is taken.
enum GateTexts {
  static let earliest = Label(nb: "Første dag", en: "Earliest day")
  static let deadline = Label(nb: "Korteste frist", en: "Shortest deadline")
  static let charge = Label(nb: "Høyeste beløp", en: "Largest charge")
  static let planned = Label(nb: "Planlagt beløp", en: "Planned charge")
  static let noCharge = Label(nb: "uten kostnad", en: "no charge")
  static let noLimit = Label(nb: "uten kjent grense", en: "without a known limit")
  static let step = Label(nb: "Steg", en: "Step")
  static let by = Label(nb: "Av", en: "By")
  static let closed = Label(
    nb: "Ikke før noe annet skjer", en: "Not until something else happens")

  /// The title of a step in a calendar.
  static func entry(_ id: String, _ step: String) -> Label {
    Label(nb: "\(id): \(step) kan gå", en: "\(id): \(step) may go out")
  }

  /// The title of a plan.
  static func title(_ id: String, _ day: String) -> Label {
    Label(nb: "Neste steg i sak \(id) per \(day)", en: "Next steps in case \(id) as of \(day)")
  }

  /// Whether a step may be taken.
  static func verdict(_ step: String, _ day: String, _ allowed: Bool) -> Label {
    allowed
      ? Label(nb: "Ja: \(step) kan gå \(day).", en: "Yes: \(step) may go out on \(day).")
      : Label(nb: "Nei: \(step) kan ikke gå \(day).", en: "No: \(step) may not go out on \(day).")
  }

  /// That a step may be taken as far as is known, where the case leaves something open.
  static func openVerdict(_ step: String, _ day: String) -> Label {
    Label(
      nb: "Ja, så langt saken viser: \(step) kan gå \(day). Det den lar stå åpent, kan hindre det.",
      en: """
        Yes, as far as the case shows: \(step) may go out on \(day). What it leaves open may \
        forbid it.
        """)
  }

  /// The same of the first day of a step.
  static let openDay = Label(
    nb: "Så langt saken viser: det den lar stå åpent, kan hindre det.",
    en: "As far as the case shows: what it leaves open may forbid it.")

  /// That the rules do not cover a day.
  static func uncovered(_ covered: Period, _ day: String, _ language: Language) -> String {
    let (from, through) = (covered.from.map(language.day), covered.through.map(language.day))
    return Label(
      nb: "Ikke avgjort: reglene dekker \(from ?? "") til \(through ?? ""), og ikke \(day).",
      en: "Not decided: the rules cover \(from ?? "") to \(through ?? ""), and not \(day)."
    )[language]
  }

  /// That something may be from a day on.
  static func from(_ day: String) -> Label {
    Label(nb: "tidligst \(day)", en: "\(day) or later")
  }

  /// That a charge takes a longer deadline.
  static func deadline(from day: String) -> Label {
    Label(nb: "med frist tidligst \(day)", en: "with a deadline of \(day) or later")
  }

  /// That some of a charge may be too much.
  static func atRisk(_ amount: String) -> Label {
    Label(nb: "herav usikkert \(amount)", en: "at risk: \(amount)")
  }

  /// That no day was found.
  static func noDay(through last: String) -> Label {
    Label(
      nb: "ingen til og med \(last), før noe annet skjer",
      en: "none through \(last), until something else happens")
  }

  /// The heading over the needs of a kind.
  static func heading(_ kind: GateNeed.Kind) -> Label {
    switch kind {
    case .content: Label(nb: "Brevet må inneholde", en: "The letter must contain")
    case .fact: Label(nb: "Saken sier ikke", en: "Not known")
    case .judgement: Label(nb: "En person må vurdere", en: "For a person to judge")
    case .law: OpenTexts.heading(.law)
    case .clearance: Label(nb: "Må avklares først", en: "Clear first")
    }
  }

  /// How many planned steps may be taken.
  static func count(_ allowed: Int, of all: Int) -> Label {
    Label(
      nb: "\(allowed) av \(all) planlagte steg kan gå.",
      en: "\(allowed) of \(all) planned steps may go out.")
  }
}
