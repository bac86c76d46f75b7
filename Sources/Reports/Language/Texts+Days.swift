import Audit
import Casebook

/// Days, durations, and the values that are no value.
enum DayTexts {
  static let months = [
    Label(nb: "januar", en: "January"), Label(nb: "februar", en: "February"),
    Label(nb: "mars", en: "March"), Label(nb: "april", en: "April"),
    Label(nb: "mai", en: "May"), Label(nb: "juni", en: "June"), Label(nb: "juli", en: "July"),
    Label(nb: "august", en: "August"), Label(nb: "september", en: "September"),
    Label(nb: "oktober", en: "October"), Label(nb: "november", en: "November"),
    Label(nb: "desember", en: "December"),
  ]

  static let never = Label(nb: "aldri", en: "never")
  static let longAgo = Label(nb: "siden alltid", en: "always before")
  static let none = Label(nb: "ingen", en: "none")
  static let unknown = Label(nb: "ukjent", en: "unknown")
  static let yes = Label(nb: "ja", en: "yes")
  static let no = Label(nb: "nei", en: "no")
  static let and = Label(nb: "og", en: "and")

  /// What is not known, with the ends of what it can be: both, or one.
  static func unknown(between low: String?, _ high: String?) -> Label {
    switch (low, high) {
    case (let low?, let high?):
      Label(nb: "mellom \(low) og \(high)", en: "between \(low) and \(high)")
    case (let low?, nil): Label(nb: "minst \(low)", en: "at least \(low)")
    case (nil, let high?): Label(nb: "høyst \(high)", en: "at most \(high)")
    case (nil, nil): unknown
    }
  }

  /// A day that is not known, with the first and the last it can be: both, or one.
  static func unknownDay(between first: String?, _ last: String?) -> Label {
    switch (first, last) {
    case (let first?, let last?):
      Label(
        nb: "ukjent dag (\(first) til \(last))", en: "an unknown day (\(first) to \(last))")
    case (let first?, nil):
      Label(nb: "ukjent dag (tidligst \(first))", en: "an unknown day (\(first) or later)")
    case (nil, let last?):
      Label(nb: "ukjent dag (senest \(last))", en: "an unknown day (\(last) or earlier)")
    case (nil, nil): Label(nb: "ukjent dag", en: "an unknown day")
    }
  }

  /// The unit of a duration after a number.
  static func unit(_ name: Shown.DurationName, isOne: Bool) -> Label {
    switch (name, isOne) {
    case (.days, true): Label(nb: "dag", en: "day")
    case (.days, false): Label(nb: "dager", en: "days")
    case (.months, true): Label(nb: "måned", en: "month")
    case (.months, false): Label(nb: "måneder", en: "months")
    case (.years, _): Label(nb: "år", en: isOne ? "year" : "years")
    case (.bankingDays, true): Label(nb: "virkedag", en: "banking day")
    case (.bankingDays, false): Label(nb: "virkedager", en: "banking days")
    }
  }
}
