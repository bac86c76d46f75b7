import Audit
import Casebook
import Reports
import Rulebook

/// One run of `skikk check`.
struct CheckRun {
  private let invocation: Invocation
  private let failOn: FailOn
  private let wishes: [ReportOutputs.Wish]
  private let rules: RuleFolder
  private let options: AuditOptions
  private let first: Judge
  private let jobs: Int?
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
      balances: wishes.contains { $0.format.hasBalances },
      explains: wishes.contains { $0.format.hasExplanations(Self.detail(invocation)) },
      traces: wishes.map { $0.format.traces(Self.detail(invocation)) }.max() ?? .none)
    first = try Self.judge(by: rules.program, options, invocation)
    try invocation.requireRules(of: first.auditor)
    known = try KnownFindings(invocation)
  }

  private static func judge(
    by program: Program, _ options: AuditOptions, _ invocation: Invocation
  ) throws -> Judge {
    let assumed = try invocation.assuming(program)
    do {
      let auditor = try Auditor(program: assumed, options: options)
      if invocation.has(.profile) { auditor.measureTime() }
      return Judge(
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

  /// Audits group by group; whether everything was read, and judged with what belongs to it.
  private func audit(
    into outputs: inout ReportOutputs, _ receipt: inout Receipt, _ known: inout KnownFindings
  ) throws -> Bool {
    var times = StageTimes()
    let crew = Crew(first, size: jobs) { [rules, options, invocation] in
      try Self.judge(by: rules.again(), options, invocation)
    }
    let progress = Progress(invocation)
    defer { progress?.end() }
    let writers = known.hidesFindings ? nil : outputs.entries
    @Sendable func written(_ judge: Judge, _ cases: CaseGroup) -> [WrittenCase] {
      judge.reports(cases).map {
        WrittenCase(report: $0, entries: writers?.entries(of: $0, on: judge.page))
      }
    }
    func take(_ cases: [WrittenCase]) throws {
      try times.reporting {
        for judged in cases {
          let told = known.told(judged.report)
          receipt.count(told)
          try outputs.add(told, entries: judged.entries)
          progress?.add(findings: told.findings.count)
        }
      }
    }
    let unread: UnreadInputs
    if invocation.isStreamed {
      var cases = try StreamedCases(
        of: invocation, for: rules, together: rules.reach, by: crew, progress: progress)
      try cases.forEach(written, take: take, pause: { try outputs.flush() })
      unread = cases.unread
      receipt.apart = cases.apart
    } else {
      var cases = try GatheredCases(
        of: invocation, for: rules, together: rules.reach, by: crew, progress: progress)
      times.endReading()
      try cases.forEach(written, take: take)
      unread = cases.unread
    }
    progress?.end()
    tell(times, crew.profile, receipt)
    for unread in unread.listed { try outputs.add(unread) }
    receipt.countRejected(unread.cases)
    return unread.isEmpty && receipt.apart == 0
  }

  /// Says where the time went, if that was asked for, and what a stream may have cost.
  private func tell(_ times: StageTimes, _ profile: Profile?, _ receipt: Receipt) {
    let terminal = invocation.terminal
    if let profile {
      terminal.complain(
        ProfileText(profile, stages: times.stages, language: terminal.language).text)
    }
    guard receipt.apart > 0 else { return }
    terminal.complain(StreamText.apart(receipt.apart)[terminal.language] + "\n")
  }

  private var detail: Detail { Self.detail(invocation) }

  private static func detail(_ invocation: Invocation) -> Detail {
    if invocation.has(.quiet) { return .quiet }
    return invocation.has(.verbose) ? .verbose : .normal
  }
}

/// How long the stages of a run take.
private struct StageTimes {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var reading = Duration.zero
  private var reporting = Duration.zero

  init() { start = clock.now }

  /// Everything has been read.
  mutating func endReading() { reading = clock.now - start }

  /// Does something that belongs to reporting.
  mutating func reporting(_ work: () throws -> Void) rethrows {
    reporting += try clock.measure(work)
  }

  /// The stages so far.
  var stages: ProfileText.Stages {
    ProfileText.Stages(
      reading: reading, judging: clock.now - start - reading - reporting, reporting: reporting)
  }
}

extension Invocation {
  /// Whether cases are judged as they arrive.
  fileprivate var isStreamed: Bool { operands == ["-"] && !has(.gather) }
}
