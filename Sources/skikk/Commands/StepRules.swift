import Audit
import Casebook
import Reports
import Rulebook
import Values

/// The rules that a command judges planned steps by.
struct StepRules {
  let folder: RuleFolder
  let gate: Gate
  /// The steps that the rules say collectors take.
  let patterns: [StepPattern]
  private let auditor: Auditor
  private let context: RunContext

  /// The rules a command line asks for, and how far findings are to say how they came about.
  init(_ invocation: Invocation, failOn: FailOn, traces: Traces = .none) throws {
    folder = try RuleFolder(invocation, readingExamples: false)
    let program = try invocation.assuming(folder.program)
    let options = AuditOptions(
      asOf: Invocation.today, choices: try invocation.choices,
      select: try invocation.ruleIDs(.select, in: folder.program),
      ignore: try invocation.ruleIDs(.ignore, in: folder.program), traces: traces)
    do { auditor = try Auditor(program: program, options: options) } catch {
      throw invocation.fault(for: error)
    }
    try invocation.requireRules(of: auditor)
    gate = Gate(auditor: auditor, program: program, level: failOn.level)
    patterns = program.steps
    context = auditor.context(ruleSetVersion: folder.ruleSet.version)
  }

  /// What a run about a day is judged by.
  func context(on day: CivilDay) -> RunContext {
    RunContext(
      ruleSetVersion: context.ruleSetVersion, reviewedThrough: context.reviewedThrough, asOf: day,
      choices: context.choices, rules: context.rules, assumptions: context.assumptions)
  }
}

extension FailOn {
  /// The mildest verdict that stands in a step's way.
  fileprivate var level: Verdict {
    switch self {
    case .breach, .never: .breach
    case .practice: .practice
    case .advice: .advice
    case .undetermined: .undetermined
    }
  }
}

extension Invocation {
  /// A day that an option names, if it is given.
  func givenDay(_ option: Option) throws(UsageFault) -> CivilDay? {
    self[option] == nil ? nil : try day(option)
  }
}
