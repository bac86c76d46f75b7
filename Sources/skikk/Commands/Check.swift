import Audit
import Casebook
import Reports
import Rulebook

extension Command {
  static let check = Command(
    path: ["check"], operands: "PATH… | -", operandCount: 1...Int.max,
    summary: Label(
      nb: "Prøver saksfiler, mapper og strømmer, og sier hva som er funnet.",
      en: "Audits case files, folders and streams, and reports what was found."),
    about: Label(
      nb: """
        PATH er en saksfil (.json), en strøm med én sak per linje (.ndjson, .jsonl) eller en \
        mappe med slike; - er standard inn. Funn skrives til standard ut, alt annet til standard \
        feil. En fil eller linje som ikke kan leses, nevnes med fil, linje og kolonne, og koster \
        bare seg selv.

        Filer og mapper leses helt før noe prøves: saker mot samme skyldner prøves sammen, hvor de \
        enn står, og rapporten er ordnet etter saksnummer. - alene er en strøm: sakene prøves når \
        de kommer og besvares i den rekkefølgen de kom. Saker mot samme skyldner prøves sammen når \
        de kommer etter hverandre; en sak besvares når den neste viser at det ikke kommer flere, \
        eller strømmen slutter. Kommer en skyldner igjen senere, sies det, og koden er 3: ordne \
        strømmen etter skyldner, eller bruk --gather. Det som ikke får plass i minnet, legges i \
        filer uten navn i TMPDIR.

        --format kan gis flere ganger, hver til sin fil. text: til mennesker. json: alt, \
        skikk-findings/1. ndjson: de samme sakene, én per linje; kvitteringen står på standard \
        feil. sarif: SARIF 2.1.0 for kodeskanning. junit: en prøve for hver regel i hver sak. \
        github: merknader i en arbeidsflyt. csv: ett funn per rad. En fil kommer på plass når hele \
        rapporten er skrevet, ellers ikke.
        """,
      en: """
        PATH is a case file (.json), a stream with one case a line (.ndjson, .jsonl) or a folder \
        of these; - is standard input. Findings go to standard output, everything else to standard \
        error. A file or line that cannot be read is named with file, line and column, and costs \
        itself alone.

        Files and folders are read whole before anything is judged: cases against one debtor are \
        judged together wherever they stand, and the report is in order of case number. - alone is \
        a stream: cases are judged as they arrive and answered in the order in which they came. \
        Cases against one debtor are judged together when they come one after the other; a case is \
        answered when the next one shows that there are no more, or the stream ends. A debtor who \
        comes again later is told of, and the exit code is 3: sort the stream by debtor, or use \
        --gather. What does not fit in memory is put in files without names in TMPDIR.

        --format may be given several times, each with a file of its own. text: for people. json: \
        everything, skikk-findings/1. ndjson: the same cases, one a line; the receipt goes to \
        standard error. sarif: SARIF 2.1.0 for code scanning. junit: a test for each rule in each \
        case. github: annotations of a workflow. csv: one finding a row. A file comes into its \
        place when the whole report has been written, or not at all.
        """),
    options: [
      .asOf, .reportFormat, .rules, .select, .ignore, .choose, .assume, .failOn, .baseline,
      .writeBaseline, .part, .gather, .jobs, .profile, .quiet, .verbose,
    ],
    examples: [
      (
        "skikk check case.json",
        Label(nb: "én sak, som et kort brev", en: "one case, as a short letter")
      ),
      (
        "skikk check --format json=findings.json --format text cases/",
        Label(
          nb: "en mappe, til mennesker på skjermen og til programmer i en fil",
          en: "a folder, for people on the screen and for programs in a file")
      ),
      (
        "skikk check --format sarif=findings.sarif --format junit=findings.xml portfolio.ndjson",
        Label(nb: "til et CI-system", en: "for a CI system")
      ),
      (
        "cat portfolio.ndjson | skikk check --select inkl-9,inkl-10 --fail-on practice -",
        Label(
          nb: "bare reglene om varsel og betalingsoppfordring, på en strøm",
          en: "only the rules on notice and demand, on a stream")
      ),
      (
        "zcat portfolio.ndjson.gz | skikk check --format ndjson - | gzip > findings.ndjson.gz",
        Label(
          nb: "en pakket strøm, som besvares sak for sak",
          en: "a compressed stream, answered case by case")
      ),
      (
        "skikk check --ignore anbefalinger,undetermined --write-baseline known.json cases/",
        Label(
          nb: "uten råd og åpne spørsmål; funnene er kjent fra nå av",
          en: "without advice and open questions; the findings are known from now on")
      ),
      (
        "skikk check --baseline known.json cases/",
        Label(
          nb: "bare det som er nytt eller blitt verre", en: "only what is new or has become worse")
      ),
      (
        "skikk check --part 3/16 --format ndjson=findings-3.ndjson lake/",
        Label(nb: "den tredje av seksten maskiner", en: "the third of sixteen machines")
      ),
      (
        "skikk check --choose day-count=open --as-of 2026-06-30 case.json",
        Label(
          nb: "med en tolkning åpen, slik saken sto 30. juni 2026",
          en: "with a reading left open, as the case stood on 30 June 2026")
      ),
    ],
    run: { try keptToTheEnd(CheckRun($0)).run() })
}

/// From which verdict on a run ends with `ExitCode.findings`.
enum FailOn: String, CaseIterable {
  case breach, practice, advice, undetermined, never

  /// How a run with this receipt ends, as far as findings decide.
  func code(for receipt: Receipt) -> ExitCode {
    let counts = [receipt.breach, receipt.practice, receipt.advice, receipt.undetermined]
    let levels: [FailOn] = [.breach, .practice, .advice, .undetermined]
    guard let last = levels.firstIndex(of: self) else { return .clean }
    return counts[...last].contains { $0 > 0 } ? .findings : .clean
  }
}
