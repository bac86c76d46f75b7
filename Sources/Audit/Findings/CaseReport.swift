public import Casebook
public import Rulebook
public import Values

/// Everything that was found in one case.
public struct CaseReport: Sendable {
  /// The case number.
  public let id: String
  /// The file it was read from, as messages name it; `-` is standard input.
  public let source: String
  /// What a report can say of the case beside what was found in it.
  var background: CaseBackground
  /// Findings, the worst first.
  public internal(set) var findings: [Finding]
  /// What could not be decided.
  public internal(set) var undetermined: [Undetermined]
  /// What an exception set aside.
  public internal(set) var setAside: [SetAside]
  /// Facts that contradict each other.
  public internal(set) var conflicts: [DataConflict]
  /// The worst verdict of each limb over its subjects.
  let ruled: RuleVerdicts
  /// How many subjects were found in order.
  public internal(set) var met: Int
  /// What the measures counted.
  public internal(set) var measured: [Measured.Key: Measured]
  /// Choices the file made for itself.
  public let choices: [ChoiceUsed]
  /// What is too much in any case, each krone once, in øre.
  public internal(set) var excess: Ratio
  /// What more may be too much, each krone once, in øre.
  public internal(set) var atRisk: Ratio
  /// Demanded beside lawful, and what was paid; nil where it was not asked for or the rules name no
  /// lines of an account.
  public internal(set) var balance: AccountStatement.Balance?
  /// How many events lie after the day of evaluation and were left out.
  public let eventsAfter: Int
  /// What the assumptions of the run change; nil where none was made.
  public internal(set) var change: AssumedChange?
  /// What the rules say of a planned step, of whose report this is; nil where none was asked about.
  public internal(set) var gate: GateAnswer?
  /// How many planned steps were left out: an audit judges what has been done.
  public var planned = 0
  /// The line of `source` on which the case begins, 1-based.
  public internal(set) var line = 1
  /// How many findings are not told because a baseline knows them.
  public internal(set) var known = 0
  /// How many findings and open questions are not told because of the verdicts asked for.
  public internal(set) var ignored = 0
}

extension CaseReport {
  /// For each rule id, the worst verdict over its subjects.
  public var verdicts: [String: Verdict] { ruled.byRule }
  /// For each rule id and part (`id part`), the worst verdict over its subjects.
  public var partVerdicts: [String: Verdict] { ruled.byPart }
}

/// What one run did.
public struct Receipt: Sendable, Equatable {
  /// Cases seen.
  public var cases = 0
  /// Cases judged.
  public var audited = 0
  /// Cases that could not be read.
  public var rejected = 0
  /// Rules applied.
  public var rules = 0
  /// Findings by verdict, and subjects left undetermined.
  public var breach = 0
  /// Findings of bad practice.
  public var practice = 0
  /// Advice that was not followed.
  public var advice = 0
  /// Subjects left undetermined.
  public var undetermined = 0
  /// Events after the day of evaluation.
  public var eventsAfter = 0
  /// Planned steps.
  public var planned = 0
  /// What the measures counted.
  public var measured: [Measured.Key: Measured] = [:]
  /// Findings that are new under the assumptions, and findings that go; nil where none was made.
  public var new: Int?
  /// Findings that go.
  public var gone: Int?
  /// Findings and open questions that are not told because of the verdicts asked for.
  public var ignored = 0
  /// How many times cases of a stream came after others of their debtor had been judged, and were
  /// judged without those.
  public var apart = 0
  /// What came of the findings that were known; nil where nothing was compared.
  public var baseline: BaselineReceipt?

  /// An empty receipt.
  public init() {}

  /// Counts a judged case.
  public mutating func count(_ report: CaseReport) {
    cases += 1
    audited += 1
    for place in report.findings.indices {
      switch report.findings[place].verdict {
      case .breach: breach += 1
      case .practice: practice += 1
      case .advice: advice += 1
      case .undetermined, .met, .notApplicable: break
      }
      if report.findings[place].was != nil { baseline?.worse += 1 }
    }
    undetermined += report.undetermined.count
    eventsAfter += report.eventsAfter
    planned += report.planned
    ignored += report.ignored
    baseline?.known += report.known
    measured.merge(report.measured, uniquingKeysWith: +)
    if let change = report.change {
      new = (new ?? 0) + change.new.count
      gone = (gone ?? 0) + change.gone.count
    }
  }

  /// Counts cases that could not be read.
  public mutating func countRejected(_ count: Int) {
    cases += count
    rejected += count
  }
}

/// What a run was judged by; printed in every report.
public struct RunContext: Sendable {
  /// Version of the rule set.
  public let ruleSetVersion: String
  /// The last day the rule set has been reviewed to.
  public let reviewedThrough: CivilDay
  /// The day of evaluation.
  public let asOf: CivilDay
  /// The reading used for each choice, by name; `open` where none was made.
  public let choices: [ChoiceUsed]
  /// Number of rules applied.
  public let rules: Int
  /// The days on which pending acts were taken to come into force.
  public let assumptions: [Assumption]
  /// What the measures of the rules count; looked up when it is asked for.
  public var measures: [MeasureInfo] { lookedUp() }
  private let lookedUp: @Sendable () -> [MeasureInfo]
  /// The file of settings that was read, if there was one.
  public var settings: String?
  /// The part of the caseload that was judged, `K/N`; nil for all of it.
  public var part: String?

  /// A run context.
  public init(
    ruleSetVersion: String, reviewedThrough: CivilDay, asOf: CivilDay, choices: [ChoiceUsed],
    rules: Int, assumptions: [Assumption] = [],
    measures: @autoclosure @escaping @Sendable () -> [MeasureInfo] = []
  ) {
    self.ruleSetVersion = ruleSetVersion
    self.reviewedThrough = reviewedThrough
    self.asOf = asOf
    self.choices = choices
    self.rules = rules
    self.assumptions = assumptions
    lookedUp = measures
  }
}

extension CaseReport {
  /// The same report; no finding says line by line how it came about.
  public var withoutTraces: CaseReport {
    guard findings.contains(where: { !$0.trace.isEmpty }) else { return self }
    var report = self
    for place in findings.indices { report.findings[place].trace = [] }
    return report
  }
}
