import Audit
import Casebook

/// What a scorecard calls things.
enum ScoreTexts {
  static func title(_ cases: String, _ day: String) -> Label {
    Label(nb: "Resultatkort for \(cases) per \(day)", en: "Scorecard of \(cases) as of \(day)")
  }

  static func title(_ slice: ScoreSlice) -> Label {
    switch slice {
    case .agency: Label(nb: "Etter inkassator", en: "By agency")
    case .creditor: Label(nb: "Etter fordringshaver", en: "By creditor")
    case .month: trend
    }
  }

  static func slice(_ slice: ScoreSlice) -> Label {
    switch slice {
    case .agency: Label(nb: "Inkassator", en: "Agency")
    case .creditor: Label(nb: "Fordringshaver", en: "Creditor")
    case .month: Label(nb: "Måned", en: "Month")
    }
  }

  /// Cases that name none.
  static func nobody(_ slice: ScoreSlice) -> Label {
    switch slice {
    case .agency: Label(nb: "(uten inkassator)", en: "(no agency)")
    case .creditor: Label(nb: "(ikke oppgitt)", en: "(not named)")
    case .month: Label(nb: "(ikke kjent)", en: "(not known)")
    }
  }

  static let withFindings = Label(nb: "Med funn", en: "With findings")
  static let perThousand = Label(nb: "Per 1 000", en: "Per 1,000")
  static let findings = Label(nb: "Funn", en: "Findings")
  static let mostOften = Label(nb: "Oftest", en: "Most often")
  static let demanded = Label(nb: "Krevd", en: "Demanded")
  static let lawful = Label(nb: "Lovlig", en: "Lawful")
  static let refundDue = Label(nb: "Skal tilbake", en: "To be paid back")
  static let causes = Label(nb: "Vanligste årsaker", en: "Most frequent causes")
  static let trend = Label(
    nb: "Etter måneden saken ble tatt til inkasso", en: "By the month a case was taken")
  static let worst = Label(nb: "Verste saker", en: "Worst cases")
  static let oneCase = Label(nb: "Sak", en: "Case")

  static func share(_ score: Score, _ language: Language) -> Label {
    let share = language.perThousand(score.withFindings, of: score.cases)
    return Label(
      nb:
        "\(score.withFindings) av \(score.cases) saker bryter loven eller god skikk, "
        + "\(share) av 1 000",
      en:
        "\(score.withFindings) of \(score.cases) cases break the law or good practice, "
        + "\(share) in 1,000")
  }

  static func unknown(_ cases: Int) -> Label {
    Label(
      nb: "\(cases) \(cases == 1 ? "sak" : "saker") uten kjent beløp",
      en: "\(cases) \(cases == 1 ? "case" : "cases") without a known amount")
  }

  static func more(_ count: Int) -> Label {
    Label(
      nb: "… og \(count) til med --verbose", en: "… and \(count) more with --verbose")
  }
}
