import Rulebook
import Values

/// What was found in some cases: those of one agency, of one creditor, of one month, or all.
public struct Score: Hashable, Sendable {
  /// How many cases there are.
  public var cases = 0
  /// How many of them break the law or good practice.
  public var withFindings = 0
  /// Findings by verdict, and subjects left undetermined.
  public var breach = 0, practice = 0, advice = 0, undetermined = 0
  /// What was asked for.
  public var demanded = KronerRange()
  /// What may lawfully be claimed, before payments.
  public var lawful = KronerRange()
  /// What is too much in any case, each krone once.
  public var excess = KronerTotal.zero
  /// What more may be too much, each krone once.
  public var atRisk = KronerTotal.zero
  /// What is to be paid back in any case.
  public var refundDue = KronerTotal.zero
  /// What each rule found.
  public var causes: [FindingCause: CauseCount] = [:]
  /// The cases by the month in which they were taken.
  public var months: [Month?: MonthCount] = [:]
  /// The worst cases.
  public var worst = WorstCases()

  /// The cases of one month.
  public struct MonthCount: Hashable, Sendable {
    /// How many cases there are.
    public var cases = 0
    /// How many of them break the law or good practice.
    public var withFindings = 0
    /// What is too much in them.
    public var excess = KronerTotal.zero

    /// None.
    public init() {}

    /// Adds other cases of the month.
    public static func += (left: inout MonthCount, right: MonthCount) {
      left.cases += right.cases
      left.withFindings += right.withFindings
      left.excess += right.excess
    }
  }

  /// No case yet.
  public init() {}

  /// The score of one case.
  public init(_ report: CaseReport) { self.init(report, of: report.belonging) }

  /// The score of one case, which belongs there.
  init(_ report: CaseReport, of home: Belonging) {
    cases = 1
    for finding in report.findings {
      switch finding.verdict {
      case .breach: breach += 1
      case .practice: practice += 1
      default: advice += 1
      }
    }
    undetermined = report.undetermined.count
    withFindings = breach + practice > 0 ? 1 : 0
    demanded.add(report.balance?.sums.demanded)
    lawful.add(report.balance?.sums.lawful)
    excess = KronerTotal(report.excess)
    atRisk = KronerTotal(report.atRisk)
    if let due = report.balance?.refundDue.lowest { refundDue = KronerTotal(due) }
    count(report)
    var month = MonthCount()
    (month.cases, month.withFindings, month.excess) = (1, withFindings, excess)
    months[home.month] = month
    if let one = WorstCase(report, of: home, breach: breach, practice: practice) {
      worst.add(one)
    }
  }

  private mutating func count(_ report: CaseReport) {
    for finding in report.findings {
      let cause = FindingCause(rule: finding.rule, part: finding.part)
      var count = causes[cause] ?? CauseCount(law: finding.law.citation)
      count.verdict = min(count.verdict, finding.verdict)
      count.findings += 1
      count.cases = 1
      count.excess += KronerTotal(finding.excess ?? .zero)
      count.atRisk += KronerTotal(finding.atRisk ?? .zero)
      causes[cause] = count
    }
    for question in report.undetermined {
      let cause = FindingCause(rule: question.rule, part: question.part)
      causes[cause, default: CauseCount(law: question.law.citation)].open += 1
    }
  }

  /// Adds the score of other cases. In whatever order scores are added, the sum is the same.
  public static func += (left: inout Score, right: Score) {
    left.cases += right.cases
    left.withFindings += right.withFindings
    left.breach += right.breach
    left.practice += right.practice
    left.advice += right.advice
    left.undetermined += right.undetermined
    left.demanded += right.demanded
    left.lawful += right.lawful
    left.excess += right.excess
    left.atRisk += right.atRisk
    left.refundDue += right.refundDue
    for (cause, count) in right.causes {
      left.causes[cause, default: CauseCount(law: count.law)] += count
    }
    for (month, count) in right.months { left.months[month, default: MonthCount()] += count }
    left.worst += right.worst
  }
}
