import Audit
import Casebook
import Reports
import Rulebook

extension Command {
  static let amounts = Command(
    path: ["amounts"], operands: "CASE… | -", operandCount: 1...Int.max,
    summary: Label(
      nb: "Stiller opp hva som er krevd ved siden av hva som lovlig kan kreves på en dag.",
      en: "Lays what was demanded beside what may lawfully be claimed on a day."),
    about: Label(
      nb: """
        Hvert tall står med hjemmel og tabellrad: hovedstol og rente for hvert krav, hver kostnad \
        med det som tok av den, betalinger, og hva som er for mye, skal tilbake eller gjenstår. \
        Saker med samme fordringshaver og skyldner stilles opp samlet. En dag fram i tid viser hva \
        som skyldes om ingenting skjer; forbi satsene som er gjennomgått er tallene ukjente.
        """,
      en: """
        Each figure stands with its law and table row: principal and interest of each claim, every \
        charge with what took of it, payments, and what is too much, to be paid back or still to \
        pay. Cases of one creditor and debtor make one account. A day to come shows what is owed \
        if nothing happens; past the rates that have been reviewed the figures are unknown.
        """),
    options: [
      .accountDay, .accountFormat, .rules, .select, .ignore, .choose, .assume, .accountFailOn,
    ],
    examples: [
      (
        "skikk amounts case.json",
        Label(nb: "slik saken står i dag", en: "as the case stands today")
      ),
      (
        "skikk amounts --on 2026-12-31 case.json",
        Label(
          nb: "hva som skyldes 31. desember 2026 om ingenting skjer",
          en: "what is owed on 31 December 2026 if nothing happens")
      ),
      (
        "skikk amounts --format json=account.json --format text pair.ndjson",
        Label(
          nb: "sakene mot en skyldner samlet, til mennesker og til programmer",
          en: "the cases against one debtor together, for people and for programs")
      ),
    ],
    run: { try keptToTheEnd(AmountsRun($0)).run() })
}

extension Option {
  static let accountDay = Option(
    "on", value: "DATE", nb: "Still opp per denne dagen (ÅÅÅÅ-MM-DD); ellers i dag.",
    en: "Draw up the account as of this day (YYYY-MM-DD); default today.")
  static let accountFormat = Option(
    "format", value: "F[=FILE]", repeatable: true,
    values: .reports(AccountFormat.allCases.map(\.rawValue)), isSetting: true,
    standard: { _ in AccountFormat.text.rawValue },
    nb: "Oppstillingens form, til FILE eller standard ut: text eller json.",
    en: "Form of the account, to FILE or standard output: text or json.")
  static let accountFailOn = Option(
    "fail-on", value: "LEVEL", values: .oneOf(FailOn.allCases.map(\.rawValue)),
    standard: { _ in FailOn.never.rawValue },
    nb: "Avslutt med 1 fra dette nivået: breach, practice, advice, undetermined, never (standard).",
    en: "Exit with 1 from this level: breach, practice, advice, undetermined, never (default).")
}

/// One run of `skikk amounts`.
struct AmountsRun {
  private let invocation: Invocation
  private let failOn: FailOn
  private let wishes: [(format: AccountFormat, file: String?)]
  private let rules: RuleFolder
  private let auditor: Auditor

  /// Prepares the run; everything wrong with the command line or the rules is found here.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    failOn = try invocation.failOn(.accountFailOn, standard: .never)
    wishes = try Self.wishes(of: invocation)
    let day = try invocation.day(.accountDay)
    rules = try RuleFolder(invocation, readingExamples: false)
    let options = AuditOptions(
      asOf: day, choices: try invocation.choices,
      select: try invocation.ruleIDs(.select, in: rules.program),
      ignore: try invocation.ruleIDs(.ignore, in: rules.program), traces: .none)
    let program = try invocation.assuming(rules.program)
    do { auditor = try Auditor(program: program, options: options) } catch {
      throw invocation.fault(for: error)
    }
  }

  /// The forms that are asked for, as far as an account has them.
  private static func wishes(
    of invocation: Invocation
  ) throws(UsageFault) -> [(format: AccountFormat, file: String?)] {
    var wishes: [(format: AccountFormat, file: String?)] = []
    for wish in try ReportOutputs.wishes(of: invocation) {
      guard let format = AccountFormat(rawValue: wish.format.rawValue) else {
        let known = AccountFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw .value(
          wish.format.rawValue, of: .format,
          expected: Label(nb: "en av: \(known)", en: "one of \(known)"),
          in: invocation.command.name)
      }
      wishes.append((format, wish.file))
    }
    return wishes
  }

  /// Reads every case, then draws up an account for each pair.
  func run() throws -> ExitCode {
    var receipt = Receipt()
    var context = auditor.context(ruleSetVersion: rules.ruleSet.version)
    context.settings = invocation.settings
    receipt.rules = context.rules
    var outputs: [(report: any AccountReport, output: Output)] = []
    do {
      for (format, file) in wishes {
        let terminal = invocation.terminal
        let style = file == nil ? terminal.style : .plain
        outputs.append(
          (
            format.report(of: context, in: terminal.language, style: style),
            try file.map { try Output(file: $0) } ?? Output()
          ))
      }
      let isWhole = try write(to: &outputs, &receipt)
      return max(failOn.code(for: receipt), isWhole ? .clean : .incomplete)
    } catch {
      for (_, output) in outputs { output.abandon() }
      throw error
    }
  }

  /// Writes the account of each pair; whether everything could be read.
  private func write(
    to outputs: inout [(report: any AccountReport, output: Output)], _ receipt: inout Receipt
  ) throws -> Bool {
    for index in outputs.indices { try outputs[index].output.write(outputs[index].report.begin()) }
    let judge = Judge(auditor: auditor, plain: nil)
    let crew = Crew(judge, size: 1) { judge }
    var pairs = try GatheredCases(of: invocation, for: rules, together: .pair, by: crew)
    try pairs.forEach({ $0.auditor.account(together: $1) }) { statement in
      statement.reports.forEach { receipt.count($0) }
      for index in outputs.indices {
        try outputs[index].output.write(outputs[index].report.add(statement))
      }
    }
    receipt.countRejected(pairs.unread.cases)
    for index in outputs.indices {
      try outputs[index].output.write(outputs[index].report.end(receipt))
      try outputs[index].output.finish()
    }
    return pairs.unread.isEmpty
  }
}
