import Casebook
import FoundationEssentials
import Reports
import Values

/// An option of a command: declared once, for parsing, help, completion, the manual and settings.
struct Option: Sendable {
  /// The long name without dashes.
  let name: String
  /// The one-letter form, if there is one.
  let letter: Character?
  /// What help calls its value; nil for a switch.
  let value: String?
  /// Whether it may be given several times.
  let isRepeatable: Bool
  /// What its value can be, where its name in help does not say so.
  private let declared: ArgumentValues?
  /// Whether a file of settings may give it.
  let isSetting: Bool
  /// What holds where nothing is given, if something does.
  let standard: (@Sendable (Terminal) -> String)?
  /// What it does; made when it is asked for.
  private let texts: @Sendable () -> Label

  init(
    _ name: String, letter: Character? = nil, value: String? = nil, repeatable: Bool = false,
    values: ArgumentValues? = nil, isSetting: Bool = false,
    standard: (@Sendable (Terminal) -> String)? = nil,
    nb: @autoclosure @escaping @Sendable () -> String,
    en: @autoclosure @escaping @Sendable () -> String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    declared = values
    self.isSetting = isSetting
    self.standard = standard
    isRepeatable = repeatable
    texts = { Label(nb: nb(), en: en()) }
  }

  /// What its value can be.
  var values: ArgumentValues { declared ?? ArgumentValues(calledIn: value ?? "") }

  /// What it does.
  var help: Label { texts() }
}

extension Option {
  static let help = Option(
    "help", letter: "h", nb: "Vis denne hjelpen.", en: "Show this help.")
  static let version = Option(
    "version", nb: "Vis programmets og regelsettets versjon.",
    en: "Show the version of the program and of its rules.")
  static let lang = Option(
    "lang", value: "nb|en", isSetting: true, standard: { $0.language.rawValue },
    nb: "Språk i meldinger og rapporter; ellers avgjør LC_ALL, LC_MESSAGES eller LANG.",
    en: "Language of messages and reports; else LC_ALL, LC_MESSAGES or LANG decides.")
  static let asOf = Option(
    "as-of", value: "DATE", isSetting: true,
    standard: { _ in Invocation.today.description },
    nb: "Vurder per denne dagen (ÅÅÅÅ-MM-DD); ellers i dag.",
    en: "Judge as of this day (YYYY-MM-DD); default today.")
  static let onDay = Option(
    "on", value: "DATE", nb: "Vis verdiene som gjelder denne dagen; ellers i dag.",
    en: "Show the values in force on this day; default today.")
  static let format = Option(
    "format", value: "F[=FILE]", repeatable: true,
    values: .reports(["text", "json"]),
    standard: { _ in ReportFormat.text.rawValue },
    nb: "Rapportens form, til FILE eller standard ut: text eller json.",
    en: "Form of the report, to FILE or standard output: text or json.")
  static let reportFormat = Option(
    "format", value: "F[=FILE]", repeatable: true,
    values: .reports(ReportFormat.allCases.map(\.rawValue)), isSetting: true,
    standard: { _ in ReportFormat.text.rawValue },
    nb: "Rapportens form, til FILE eller standard ut: \(reportForms).",
    en: "Form of the report, to FILE or standard output: \(reportForms).")
  static let rules = Option(
    "rules", value: "DIR", isSetting: true,
    nb: "Legg regeldokumenter til, eller i stedet for, de innebygde.",
    en: "Add rule documents to those built in, or put them in their place.")
  static let select = Option(
    "select", value: "ID", repeatable: true, isSetting: true,
    nb:
      "Bruk bare disse reglene: id eller begynnelsen på id, mappe (inkassoloven) eller utfall "
      + "(practice); undetermined er det som står åpent. Flere med komma.",
    en:
      "Apply only these rules: an id or its beginning, a folder (inkassoloven) or a verdict "
      + "(practice); undetermined stands for open questions. Several with commas.")
  static let ignore = Option(
    "ignore", value: "ID", repeatable: true, isSetting: true,
    nb: "La disse reglene være, nevnt på samme måte.",
    en: "Leave these rules out, named in the same way.")
  static let choose = Option(
    "choose", value: "NAME=VALUE", repeatable: true, values: .choices, isSetting: true,
    nb: "Velg en tolkning; VALUE kan være open.",
    en: "Choose a reading of an open question; VALUE may be open.")
  static let assume = Option(
    "assume", value: "NAME=DATE", repeatable: true, values: .acts, isSetting: true,
    nb: "Regn en vedtatt lov som ikke er satt i kraft, som i kraft fra en dag.",
    en: "Take an adopted act that is not in force to be so from a day.")
  static let failOn = Option(
    "fail-on", value: "LEVEL",
    values: .oneOf(FailOn.allCases.map(\.rawValue)), isSetting: true,
    standard: { _ in FailOn.breach.rawValue },
    nb: "Avslutt med 1 fra dette nivået: breach (standard), practice, advice, undetermined, never.",
    en: "Exit with 1 from this level: breach (default), practice, advice, undetermined, never.")
  static let baseline = Option(
    "baseline", value: "FILE", isSetting: true,
    nb: "Ti om funn som står i FILE, så lenge de ikke er blitt verre.",
    en: "Keep quiet about findings that FILE knows, as long as they have become no worse.")
  static let writeBaseline = Option(
    "write-baseline", value: "FILE",
    nb: "Skriv funnene til FILE, til --baseline. Med --baseline beholdes det som ikke er prøvd nå.",
    en: "Write the findings to FILE, for --baseline. With --baseline, what is not judged is kept.")
  static let config = Option(
    "config", value: "FILE",
    nb: "Les innstillinger fra FILE i stedet for .skikk.json ved saken, her eller høyere opp.",
    en: "Read settings from FILE, not from .skikk.json beside the case, here or further up.")
  static let noConfig = Option(
    "no-config", nb: "Les ingen innstillinger.", en: "Read no settings.")
  static let showConfig = Option(
    "show-config", nb: "Vis hva hvert valg er og hvor det kommer fra, og gjør ikke mer.",
    en: "Show what each option is and where that comes from, and do nothing else.")
  static let jobs = Option(
    "jobs", value: "N", isSetting: true,
    standard: { _ in "\(ProcessInfo.processInfo.activeProcessorCount)" },
    nb: "Bedøm så mange saker samtidig; ellers én for hver kjerne.",
    en: "Judge so many cases at a time; else one for each core.")
  static let gather = Option(
    "gather", isSetting: true,
    nb: "Les hele standard inn før noe prøves, som en fil: sakene kan komme i alle rekkefølger.",
    en: "Read all of standard input before judging, like a file: cases may come in any order.")
  static let profile = Option(
    "profile", nb: "Vis på standard feil hvor tiden gikk, regel for regel.",
    en: "Show on standard error where the time went, rule by rule.")
  static let quiet = Option(
    "quiet", letter: "q", isSetting: true,
    nb: "Bare funnene.", en: "The findings alone.")
  static let verbose = Option(
    "verbose", letter: "v", isSetting: true,
    nb: "Hele utregningen og alt som står åpent.",
    en: "Whole traces, and everything that is open.")
  static let reference = Option(
    "reference", nb: "Skriv i stedet siden om formatet (cases/README.md).",
    en: "Print the page about the format instead (cases/README.md).")
}

extension Option {
  private static var reportForms: String {
    ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
  }

  static let cases = Option(
    "cases", value: "DIR", nb: "Mappen med sakene som eksemplene bruker.",
    en: "The folder of the cases that the examples use.")
}
