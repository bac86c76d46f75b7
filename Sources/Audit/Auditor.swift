public import Casebook
public import Rulebook
public import Values

/// How an audit is to be run.
public struct AuditOptions: Sendable {
  /// The day of evaluation; later events are left out.
  public var asOf: CivilDay
  /// Readings by choice name; `open` leaves one open. They win over those of a case file.
  public var choices: [String: String]
  /// Rules that are applied, by id or its beginning, folder or verdict; empty: all.
  public var select: [String]
  /// Rules that are left out, by id or its beginning, folder or verdict.
  public var ignore: [String]
  /// Whether each report is to say what was demanded and what is lawful in all.
  public var balances: Bool
  /// Whether each finding is to say what it rests on: facts, values, choices and assumptions; and
  /// what follows from it.
  public var explains: Bool
  /// How far it is also to say, line by line, how it came about.
  public var traces: Traces

  /// Options with every rule and the default readings.
  public init(
    asOf: CivilDay, choices: [String: String] = [:], select: [String] = [], ignore: [String] = [],
    balances: Bool = false, explains: Bool = true, traces: Traces = .whole
  ) {
    self.asOf = asOf
    self.choices = choices
    self.select = select
    self.ignore = ignore
    self.balances = balances
    self.explains = explains
    self.traces = traces
  }
}

/// A choice or reading that the rule set does not have.
public struct UnknownChoice: Error, Sendable, CustomStringConvertible {
  /// What was asked for.
  public let name: String
  /// What there is instead.
  public let known: [String]
  /// What is wrong and what to do.
  public var description: String {
    let nearest = nearestName(to: name, among: known).map { "; did you mean `\($0)`?" } ?? ""
    return "found `\(name)`, expected one of \(known.joined(separator: ", "))\(nearest)"
  }
}

/// Judges cases by a compiled rule set.
///
/// An auditor belongs to one task at a time; make one for each worker.
public final class Auditor {
  private let program: Program
  private let options: AuditOptions
  private let runChoices: [ChoiceReading]
  private let filter: RuleFilter
  private let rules: [Int]
  private let linker: Linker
  private let turns: Turns
  /// The folder of each rule, by its id.
  private lazy var folders = Dictionary(
    program.rules.map { ($0.id, $0.folder) }, uniquingKeysWith: { first, _ in first })
  /// The ids of the rules that have something to say after money was taken.
  private lazy var rulesAfterMoney = Set(turns.after.map { program.rules[$0.rule].id })
  private var stopwatch: Stopwatch?
  /// Whether money rules have turns only on days on which something may come of them.
  var looksFirst = true
  /// Whether everything is computed in full, and nothing in brief.
  var worksInFull = false
  /// The evaluator, as the last audit left it.
  private(set) var evaluator: Evaluator?

  /// An auditor for a program.
  /// - Throws: `UnknownChoice` when an option names a choice or reading that does not exist.
  public init(program: Program, options: AuditOptions) throws(UnknownChoice) {
    self.program = program
    self.options = options
    linker = Linker(
      program, KnownWords(program.vocabulary, consequences: program.consequences.count))
    runChoices = try program.readings(of: options.choices, over: program.standardReadings)
    let filter = RuleFilter(select: options.select, ignore: options.ignore)
    self.filter = filter
    rules = program.rules.indices.filter { filter.applies(program.rules[$0]) }
    turns = Turns(program, filter, order: linker.order)
  }

  /// Whether this run would tell a finding that was known before, if it occurred again. That of a
  /// rule that there no longer is cannot occur.
  public func tells(_ known: KnownFinding) -> Bool {
    guard let folder = folders[known.rule] else { return true }
    return filter.tellsFindings(of: known.rule, in: folder, known.verdict)
  }

  /// What the run is judged by.
  public func context(ruleSetVersion: String) -> RunContext {
    let (program, filter) = (program, filter)
    return RunContext(
      ruleSetVersion: ruleSetVersion, reviewedThrough: program.reviewedThrough,
      asOf: options.asOf, choices: program.shown(runChoices), rules: rules.count,
      assumptions: program.assumptions,
      measures: program.measures(by: filter))
  }

  /// Whether the time of each rule is measured from now on.
  public func measureTime() {
    stopwatch = Stopwatch(Profile(program.rules.map(\.id), applied: rules))
  }

  /// Where the time went since it was measured; nil when it was not.
  public var profile: Profile? { stopwatch?.profile }

  /// The ids of the rules that are applied.
  public var applied: [String] { rules.map { program.rules[$0].id } }

  /// Judges one case.
  ///
  /// - Parameters:
  ///   - file: the case.
  ///   - source: where the case was read, for reports (`cases/a.ndjson:14`).
  /// - Returns: everything that was found in it.
  public func audit(_ file: CaseFile, source: String) -> CaseReport {
    audit(together: [(file, source)])[0]
  }

  /// Judges the cases of one debtor together, as far as rules look across them; a report for each,
  /// in order. The cases of one creditor among them make one account.
  public func audit(together files: [(file: CaseFile, source: String)]) -> [CaseReport] {
    guard let stopwatch else { return reports(of: files) }
    return stopwatch.group(of: files.count) { reports(of: files) }
  }

  private func reports(of files: [(file: CaseFile, source: String)]) -> [CaseReport] {
    var reports = judged(files).reports
    for place in files.indices {
      reports[place].line = files[place].file.line
      let file = files[place].file
      reports[place].background.belonging = { Belonging(of: file) }
    }
    return reports
  }

  /// Judges cases as they stand on a day other than that of the run.
  ///
  /// With `lastDayOnly`, limits are held against charges on that day alone: what was above a limit
  /// on an earlier day and no longer is, is not found then.
  public func audit(
    together files: [(file: CaseFile, source: String)], asOf day: CivilDay,
    lastDayOnly: Bool = false
  ) -> [CaseReport] {
    judged(files, asOf: day, lastDayOnly: lastDayOnly).reports
  }

  /// What was demanded beside what may lawfully be claimed, on the day of evaluation, for the
  /// cases of one creditor–debtor pair.
  public func account(together files: [(file: CaseFile, source: String)]) -> AccountStatement {
    let notes = LimitNotes()
    let (reports, ledger, evaluator) = judged(files, notes: notes)
    return Accountant(evaluator: evaluator, ledger: ledger, reports: reports)
      .statement(limits: notes)
  }

  private func judged(
    _ files: [(file: CaseFile, source: String)], asOf day: CivilDay? = nil,
    lastDayOnly: Bool = false, notes: LimitNotes? = nil
  ) -> (reports: [CaseReport], ledger: Ledger, evaluator: Evaluator) {
    // Laid side by side by case number, so that nothing depends on the order of the input.
    let order = files.indices.sorted { files[$0].file.number < files[$1].file.number }
    let file = files.count == 1 ? files[0].file : CaseFile.joined(order.map { files[$0].file })
    var builder = begun(
      file, sources: order.map { files[$0].source }, asOf: day,
      explaining: options.explains ? .all : .none)
    let ledger = settled(&builder, lastDayOnly: lastDayOnly, notes: notes)
    let reports = finished(&builder, ledger)
    return (
      zip(order, reports).sorted { $0.0 < $1.0 }.map(\.1), ledger, builder.evaluator
    )
  }

  /// What is found before money is taken.
  private func begun(
    _ file: CaseFile, sources: [String], asOf day: CivilDay?, explaining explained: Explained
  ) -> ReportBuilder {
    let evaluator = opened(file, asOf: day)
    (evaluator.explained, evaluator.traces) = (explained, options.traces)
    var builder = ReportBuilder(evaluator: evaluator, sources: sources)
    judge(evaluator, into: &builder, turns.before)
    return builder
  }

  /// What is found when it is.
  private func settled(
    _ builder: inout ReportBuilder, lastDayOnly: Bool, notes: LimitNotes? = nil
  ) -> Ledger {
    builder.settle(
      turns.money, lastDayOnly: lastDayOnly, notes: notes, stopwatch: stopwatch,
      looksFirst: looksFirst)
  }

  /// What is found after it was, and the reports.
  private func finished(_ builder: inout ReportBuilder, _ ledger: Ledger) -> [CaseReport] {
    let evaluator = builder.evaluator
    evaluator.settled = ledger.settled()
    judge(evaluator, into: &builder, turns.after)
    evaluator.settled = nil
    var choices: [Thing: [ChoiceUsed]] = [:]
    for root in evaluator.file.roots {
      choices[root] = ownChoices(of: root, evaluator)
        .map { ChoiceUsed(name: $0.key, reading: $0.value) }.sorted()
    }
    var reports = builder.reports(ledger, choices: choices)
    if options.balances {
      let accountant = Accountant(evaluator: evaluator, ledger: ledger, reports: reports)
      for (place, root) in evaluator.file.roots.enumerated() {
        reports[place].balance = accountant.balance(of: root, reports[place])
      }
    }
    return filter.isOpen ? reports : reports.map { $0.told(by: filter, folders: folders) }
  }

  /// Judges the limbs of one turn: before the money rules, or after them.
  private func judge(
    _ evaluator: Evaluator, into builder: inout ReportBuilder, _ turn: [Turns.OfLimb]
  ) {
    let shown = evaluator.shown
    for place in turn.indices where turn[place].needs.areMet(by: shown) {
      // A limb about letters that the case does not have says nothing.
      let (rule, number) = (turn[place].rule, turn[place].limb)
      let plan = linker.limb(rule, number)
      if let stopwatch {
        stopwatch.rule(rule) { judge(plan, number, evaluator, into: &builder) }
      } else {
        judge(plan, number, evaluator, into: &builder)
      }
    }
  }

  private func judge(
    _ plan: LimbPlan, _ number: Int, _ evaluator: Evaluator, into builder: inout ReportBuilder
  ) {
    let judge = Judge(evaluator)
    evaluator.passing {
      evaluator.withFrame(plan.limb.slots) {
        judge.eachSubject(of: plan) { subject in
          let outcome = judge.judgeSplitting(plan, subject)
          builder.add(outcome, rule: plan.rule, limb: number, subject: subject)
        }
      }
    }
  }

  /// The evaluator, turned to a case and its own choices.
  func opened(_ file: CaseFile, asOf day: CivilDay? = nil) -> Evaluator {
    let evaluator =
      evaluator
      ?? Evaluator(linker, asOf: options.asOf, choices: runChoices, file: file)
    self.evaluator = evaluator
    evaluator.open(file, asOf: day ?? options.asOf, inFull: worksInFull)
    for root in file.roots {
      let own = ownChoices(of: root, evaluator)
      guard !own.isEmpty, let readings = try? program.readings(of: own, over: runChoices) else {
        continue
      }
      evaluator.choose(readings, for: root)
    }
    return evaluator
  }

  /// Choices that a case makes and the run does not.
  private func ownChoices(of root: Thing, _ evaluator: Evaluator) -> [String: String] {
    program.choices(of: root, in: evaluator.file, words: evaluator.words)
      .filter { options.choices[$0.key] == nil }
  }
}

// Trials: how a case would stand, judged many times over.
extension Auditor {
  /// What is seen of a case when something in particular is looked for.
  enum Sight {
    /// Some of what was looked for; there may be more.
    case found([Finding])
    /// Nothing was found on the way, and this is all.
    case whole(CaseReport)
  }

  /// Judges a case as it stands on a day, limits held against charges on that day alone, and
  /// explains some of the findings.
  func trial(
    _ file: CaseFile, source: String, asOf day: CivilDay, explaining explained: Explained
  ) -> CaseReport {
    var builder = begun(file, sources: [source], asOf: day, explaining: explained)
    let ledger = settled(&builder, lastDayOnly: true)
    return finished(&builder, ledger)[0]
  }

  /// The same, no further than until something is found that is looked for. Whether it is has to
  /// follow from the rule and the fingerprint; what a finding takes is not yet known.
  func sight(
    _ file: CaseFile, source: String, asOf day: CivilDay, of isSought: (Finding) -> Bool
  ) -> Sight {
    var builder = begun(file, sources: [source], asOf: day, explaining: .none)
    func found() -> [Finding] {
      // A rule that has not said everything may find that it is about another claim as well.
      filter.isOpen ? builder.found { isSought($0) && !rulesAfterMoney.contains($0.rule) } : []
    }
    let early = found()
    guard early.isEmpty else { return .found(early) }
    let ledger = settled(&builder, lastDayOnly: true)
    let late = found()
    guard late.isEmpty else { return .found(late) }
    return .whole(finished(&builder, ledger)[0])
  }
}

extension CaseFile {
  /// The case number.
  fileprivate var number: String { identifier(of: root) ?? "" }
}
