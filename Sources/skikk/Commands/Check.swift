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

        --format may be given several times, each with a file of its own. text: for people. json: \
        everything, skikk-findings/1. ndjson: the same cases, one a line; the receipt goes to \
        standard error. sarif: SARIF 2.1.0 for code scanning. junit: a test for each rule in each \
        case. github: annotations of a workflow. csv: one finding a row. A file comes into its \
        place when the whole report has been written, or not at all.
        """),
    options: [
      .asOf, .reportFormat, .rules, .select, .ignore, .choose, .assume, .failOn, .baseline,
      .writeBaseline, .part, .jobs, .profile, .quiet, .verbose,
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

/// One run of `skikk check`.
struct CheckRun {
  private let invocation: Invocation
  private let failOn: FailOn
  private let wishes: [ReportOutputs.Wish]
  private let rules: RuleFolder
  private let options: AuditOptions
  private let first: CaseJudges.Judge
  private let jobs: Int
  private let known: KnownFindings
  private let part: CasePart

  /// Prepares the run; everything wrong with the command line or the rules is found here.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    failOn = try invocation.failOn
    wishes = try ReportOutputs.wishes(of: invocation)
    guard !invocation.has(.quiet) || !invocation.has(.verbose) else {
      throw UsageFault(
        Label(
          nb: "--quiet og --verbose utelukker hverandre",
          en: "--quiet and --verbose exclude each other"), in: invocation.command.name)
    }
    let asOf = try invocation.day(.asOf)
    rules = try RuleFolder(invocation, readingExamples: false)
    jobs = try invocation.jobs
    part = try invocation.part
    options = AuditOptions(
      asOf: asOf, choices: try invocation.choices,
      select: try invocation.ruleIDs(.select, in: rules.program),
      ignore: try invocation.ruleIDs(.ignore, in: rules.program),
      balances: wishes.contains { $0.format.hasBalances })
    first = try Self.judge(by: rules.program, options, invocation)
    known = try KnownFindings(invocation)
  }

  private static func judge(
    by program: Program, _ options: AuditOptions, _ invocation: Invocation
  ) throws -> CaseJudges.Judge {
    let assumed = try invocation.assuming(program)
    do {
      let auditor = try Auditor(program: assumed, options: options)
      if invocation.has(.profile) { auditor.measureTime() }
      return CaseJudges.Judge(
        auditor: auditor,
        plain: assumed.assumptions.isEmpty
          ? nil : try Auditor(program: program, options: options))
    } catch {
      throw invocation.fault(for: error)
    }
  }

  /// Audits every case.
  func run() throws -> ExitCode {
    var context = first.auditor.context(ruleSetVersion: rules.ruleSet.version)
    context.settings = invocation.settings
    context.part = invocation.has(.part) ? part.description : nil
    var outputs = try ReportOutputs(
      wishes, context: context, program: rules.program, terminal: invocation.terminal,
      detail: detail)
    do {
      var receipt = Receipt()
      var known = known
      receipt.rules = context.rules
      try outputs.begin()
      known.begin(&receipt)
      let isWhole = try audit(into: &outputs, &receipt, &known)
      known.end(&receipt, isAsked: first.auditor.tells)
      try known.write(isAsked: first.auditor.tells)
      try outputs.end(receipt)
      return max(failOn.code(for: receipt), isWhole ? .clean : .incomplete)
    } catch {
      outputs.abandon()
      throw error
    }
  }

  /// Audits group by group, once all cases have been read; whether everything could be read.
  private func audit(
    into outputs: inout ReportOutputs, _ receipt: inout Receipt, _ known: inout KnownFindings
  ) throws -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    var reporting = Duration.zero
    var groups = try CaseGroups(of: invocation, for: rules, together: rules.reach)
    var judges = CaseJudges(first, jobs: jobs) { [rules, options, invocation] in
      try Self.judge(by: rules.again(), options, invocation)
    }
    let read = clock.now
    try groups.forEach { cases in
      try judges.add(cases) { report in
        reporting += try clock.measure { try add(known.told(report), to: &outputs, &receipt) }
      }
    }
    try judges.finish { report in
      reporting += try clock.measure { try add(known.told(report), to: &outputs, &receipt) }
    }
    if let profile = judges.profile {
      let stages = ProfileText.Stages(
        reading: read - start, judging: clock.now - read - reporting, reporting: reporting)
      let language = invocation.terminal.language
      invocation.terminal.complain(
        ProfileText(profile, stages: stages, language: language).text)
    }
    for unread in groups.unread.listed { try outputs.add(unread) }
    receipt.countRejected(groups.rejected)
    return !groups.isIncomplete
  }

  private func add(
    _ report: CaseReport, to outputs: inout ReportOutputs, _ receipt: inout Receipt
  ) throws {
    receipt.count(report)
    try outputs.add(report)
  }

  private var detail: Detail {
    if invocation.has(.quiet) { return .quiet }
    return invocation.has(.verbose) ? .verbose : .normal
  }
}
