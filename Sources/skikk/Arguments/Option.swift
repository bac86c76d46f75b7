import Casebook
import Reports

/// An option of a command: declared once, for parsing and for help.
struct Option: Sendable {
  /// The long name without dashes.
  let name: String
  /// The one-letter form, if there is one.
  let letter: Character?
  /// What help calls its value; nil for a switch.
  let value: String?
  /// Whether it may be given several times.
  let isRepeatable: Bool
  /// What it does.
  let help: Label

  init(
    _ name: String, letter: Character? = nil, value: String? = nil, repeatable: Bool = false,
    nb: String, en: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    isRepeatable = repeatable
    help = Label(nb: nb, en: en)
  }
}

extension Option {
  static let help = Option(
    "help", letter: "h", nb: "Vis denne hjelpen.", en: "Show this help.")
  static let version = Option(
    "version", nb: "Vis programmets og regelsettets versjon.",
    en: "Show the version of the program and of its rules.")
  static let lang = Option(
    "lang", value: "nb|en",
    nb: "Språk i meldinger og rapporter; ellers avgjør LC_ALL, LC_MESSAGES eller LANG.",
    en: "Language of messages and reports; else LC_ALL, LC_MESSAGES or LANG decides.")
  static let asOf = Option(
    "as-of", value: "DATE", nb: "Vurder per denne dagen (ÅÅÅÅ-MM-DD); ellers i dag.",
    en: "Judge as of this day (YYYY-MM-DD); default today.")
  static let onDay = Option(
    "on", value: "DATE", nb: "Vis verdiene som gjelder denne dagen; ellers i dag.",
    en: "Show the values in force on this day; default today.")
  static let format = Option(
    "format", value: "F[=FILE]", repeatable: true,
    nb: "Rapportens form, til FILE eller standard ut: text eller json.",
    en: "Form of the report, to FILE or standard output: text or json.")
  static let reportFormat = {
    let forms = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return Option(
      "format", value: "F[=FILE]", repeatable: true,
      nb: "Rapportens form, til FILE eller standard ut: \(forms).",
      en: "Form of the report, to FILE or standard output: \(forms).")
  }()
  static let rules = Option(
    "rules", value: "DIR", nb: "Legg regeldokumenter til, eller i stedet for, de innebygde.",
    en: "Add rule documents to those built in, or put them in their place.")
  static let select = Option(
    "select", value: "ID", repeatable: true,
    nb: "Bruk bare disse reglene: id eller begynnelsen på id, flere med komma.",
    en: "Apply only these rules: an id or the beginning of ids, several with commas.")
  static let ignore = Option(
    "ignore", value: "ID", repeatable: true, nb: "La disse reglene være.",
    en: "Leave these rules out.")
  static let choose = Option(
    "choose", value: "NAME=VALUE", repeatable: true,
    nb: "Velg en tolkning; VALUE kan være open.",
    en: "Choose a reading of an open question; VALUE may be open.")
  static let assume = Option(
    "assume", value: "NAME=DATE", repeatable: true,
    nb: "Regn en vedtatt lov som ikke er satt i kraft, som i kraft fra en dag.",
    en: "Take an adopted act that is not in force to be so from a day.")
  static let failOn = Option(
    "fail-on", value: "LEVEL",
    nb: "Avslutt med 1 fra dette nivået: breach (standard), practice, advice, undetermined, never.",
    en: "Exit with 1 from this level: breach (default), practice, advice, undetermined, never.")
  static let jobs = Option(
    "jobs", value: "N", nb: "Bedøm så mange saker samtidig; ellers én for hver kjerne.",
    en: "Judge so many cases at a time; else one for each core.")
  static let quiet = Option(
    "quiet", letter: "q", nb: "Bare funnene.", en: "The findings alone.")
  static let verbose = Option(
    "verbose", letter: "v", nb: "Hele utregningen og alt som står åpent.",
    en: "Whole traces, and everything that is open.")
  static let reference = Option(
    "reference", nb: "Skriv i stedet siden om formatet (cases/README.md).",
    en: "Print the page about the format instead (cases/README.md).")
}

extension Option {
  static let cases = Option(
    "cases", value: "DIR", nb: "Mappen med sakene som eksemplene bruker.",
    en: "The folder of the cases that the examples use.")
}
