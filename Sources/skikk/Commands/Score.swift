import Audit
import Casebook
import Reports
import Rulebook

extension Command {
  static let score = Command(
    path: ["score"], operands: "PATH… | -", operandCount: 1...Int.max,
    summary: Label(
      nb:
        "Lager et resultatkort av en portefølje: hva som er galt, hos hvem, og om det bedrer seg.",
      en: "Makes a scorecard of a portfolio: what is wrong, with whom, whether it gets better."),
    about: Label(
      nb: """
        Saker leses som filer med skikk check, også de fra standard inn. Kortet har funn per \
        1 000 saker etter regel, kroner krevd, lovlige og for mye, tjenestemål, måneder, og de \
        verste sakene først; etter inkassator, fordringshaver eller måneden saken ble tatt til \
        inkasso. Med --merge er PATH resultatkort fra --format json, som legges sammen til kortet \
        for helheten: øre for øre det samme, når saker mot én skyldner står i samme del, som med \
        --part.
        """,
      en: """
        Cases are read as files are by skikk check, also those of standard input. The card has \
        findings per 1,000 cases by rule, kroner demanded, lawful and in excess, service levels, \
        months, and the worst cases first; by agency, creditor or the month a case was taken. With \
        --merge PATH are scorecards of --format json, which are put together into the scorecard of \
        the whole: the same to the øre, where cases against one debtor stand in one part, as with \
        --part.
        """),
    options: [
      .groupedBy, .scoreFormat, .merge, .asOf, .rules, .select, .ignore, .choose, .assume,
      .scoreFailOn, .part,
      .jobs, .quiet, .verbose,
    ],
    examples: [
      (
        "skikk score portfolio.ndjson",
        Label(nb: "en portefølje, etter inkassator", en: "a portfolio, by agency")
      ),
      (
        "skikk score --by creditor --format csv=score.csv --format text cases/",
        Label(
          nb: "etter fordringshaver, også til et regneark",
          en: "by creditor, for a spreadsheet too")
      ),
      (
        "skikk score --merge --format json january.json february.json",
        Label(nb: "to resultatkort til ett", en: "two scorecards into one")
      ),
    ],
    run: { invocation in
      if invocation.has(.merge) { return try ScoreMergeRun(invocation).run() }
      return try ScoreRun(invocation).run()
    })
}

extension Option {
  static let groupedBy = Option(
    "by", value: "GROUP", values: .oneOf(ScoreSlice.allCases.map(\.rawValue)),
    nb: "Del opp etter agency (standard), creditor eller month.",
    en: "Divide by agency (default), creditor or month.")
  static let merge = Option(
    "merge", nb: "Legg sammen resultatkort i stedet for å vurdere saker.",
    en: "Put scorecards together instead of judging cases.")
  static let scoreFormat = Option(
    "format", value: "F[=FILE]", repeatable: true,
    values: .reports(ScoreFormat.allCases.map(\.rawValue)),
    nb: "Kortets form, til FILE eller standard ut: text, json eller csv.",
    en: "Form of the scorecard, to FILE or standard output: text, json or csv.")
  static let scoreFailOn = Option(
    "fail-on", value: "LEVEL",
    nb: "Avslutt med 1 fra dette nivået: breach, practice, advice, undetermined, never (standard).",
    en: "Exit with 1 from this level: breach, practice, advice, undetermined, never (default).")
}

/// One run of `skikk score` over cases.
struct ScoreRun {
  private let invocation: Invocation
  private let failOn: FailOn
  private let output: ScoreOutput
  private let rules: RuleFolder
  private let options: AuditOptions
  private let first: Judge
  private let jobs: Int?

  /// Prepares the run; everything wrong with the command line or the rules is found here.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    failOn = try invocation.failOn(.scoreFailOn, standard: .never)
    output = try ScoreOutput(invocation)
    let asOf = try invocation.day(.asOf)
    rules = try RuleFolder(invocation, readingExamples: false)
    jobs = try invocation.jobs
    options = AuditOptions(
      asOf: asOf, choices: try invocation.choices,
      select: try invocation.ruleIDs(.select, in: rules.program),
      ignore: try invocation.ruleIDs(.ignore, in: rules.program), balances: true,
      explains: false)
    first = try Self.judge(by: rules.program, options, invocation)
    try invocation.requireRules(of: first.auditor)
  }

  private static func judge(
    by program: Program, _ options: AuditOptions, _ invocation: Invocation
  ) throws -> Judge {
    let assumed = try invocation.assuming(program)
    do {
      return Judge(auditor: try Auditor(program: assumed, options: options), plain: nil)
    } catch {
      throw invocation.fault(for: error)
    }
  }

  /// Judges every case, and keeps of each only what the scorecard counts.
  func run() throws -> ExitCode {
    var context = first.auditor.context(ruleSetVersion: rules.ruleSet.version)
    context.part = invocation.has(.part) ? try invocation.part.description : nil
    let basis = ScoreBasis(context: context, rules: first.auditor.applied)
    var card = Scorecard(basis: basis)
    let crew = Crew(first, size: jobs) { [rules, options, invocation] in
      try Self.judge(by: rules.again(), options, invocation)
    }
    let progress = Progress(invocation)
    defer { progress?.end() }
    var cases = try GatheredCases(
      of: invocation, for: rules, together: rules.reach, by: crew, progress: progress)
    try cases.forEach({ $0.reports($1) }) { reports in
      for report in reports { card.add(report) }
      progress?.add(findings: reports.reduce(0) { $0 + $1.findings.count })
    }
    progress?.end()
    card.receipt.countRejected(cases.unread.cases)
    try output.write(card)
    return max(failOn.code(for: card.receipt), cases.unread.isEmpty ? .clean : .incomplete)
  }
}
