import Casebook
import Rulebook
import Values

/// Judges one planned step, taken this way and that, by the rules of an auditor; each way once.
final class StepJudge {
  let step: PlannedStep
  private let auditor: Auditor
  /// Findings of this verdict and worse count.
  private let level: Verdict
  private var without: [CivilDay: CaseReport] = [:]
  private var taken: [PlannedStep.Trial: CaseReport] = [:]
  /// What was seen first of ways that were not judged to the end.
  private var glimpsed: [Glimpse: Broken] = [:]

  init(_ step: PlannedStep, auditor: Auditor, level: Verdict) {
    self.step = step
    self.auditor = auditor
    self.level = level
  }

  /// The case as it stands on a day without the step.
  func report(without day: CivilDay) -> CaseReport {
    if let known = without[day] { return known }
    let report = judged(step.without(on: day), on: day, explaining: .none)
    without[day] = report
    return report
  }

  /// The case with the step taken. Findings are compared, not read: they are not explained.
  func report(_ trial: PlannedStep.Trial) -> CaseReport {
    let trial = step.plain(trial)
    if let known = taken[trial] { return known }
    return judged(trial, explaining: .none)
  }

  /// The case with the step taken, what is new beside it without the step explained.
  func explained(_ trial: PlannedStep.Trial) -> CaseReport {
    let trial = step.plain(trial)
    let plain = report(without: trial.day)
    let difference = Difference(from: plain)
    func isExplained(_ report: CaseReport) -> Bool {
      difference.findings(in: report).allSatisfy(\.isExplained)
    }
    if let known = taken[trial], isExplained(known) { return known }
    let known = Set(plain.findings.map(\.fingerprint))
    let report = judged(trial, explaining: .besides(known))
    // What was there, and has become worse, is explained as well.
    return isExplained(report) ? report : judged(trial, explaining: .all)
  }

  private func judged(_ trial: PlannedStep.Trial, explaining explained: Explained) -> CaseReport {
    let report = judged(step.taken(trial), on: trial.day, explaining: explained)
    taken[trial] = report
    return report
  }

  private func judged(
    _ file: CaseFile, on day: CivilDay, explaining explained: Explained
  ) -> CaseReport {
    // What was above a limit before the step is none of it, nor is it in the comparison.
    auditor.trial(file, source: step.source, asOf: day, explaining: explained)
  }

  /// Whether what the step says of itself cannot all be so: rules read it as not known, and nobody
  /// plans what is not known.
  func isContradictory(_ trial: PlannedStep.Trial) -> Bool {
    report(trial).conflicts.contains { $0.paths.contains(where: \.isOfStep) }
  }

  /// What the step itself breaks, or leaves open, at the level that counts.
  func broken(_ trial: PlannedStep.Trial) -> Broken {
    let report = report(trial)
    guard report.findings.contains(where: counts) || countsQuestions else { return .nothing }
    return broken(trial, beside: self.report(without: trial.day))
  }

  /// What a way of taking the step breaks that another way on the same day does not.
  func broken(_ trial: PlannedStep.Trial, beside other: PlannedStep.Trial) -> Broken {
    broken(trial, beside: report(other))
  }

  /// Something of what the step itself breaks, whatever of what is sought is seen first; nothing
  /// only when it breaks nothing.
  func firstBroken(
    _ trial: PlannedStep.Trial, beside other: PlannedStep.Trial? = nil,
    of isSought: (Finding) -> Bool = { _ in true }
  ) -> Broken {
    let trial = step.plain(trial)
    let plain = other.map { report($0) } ?? report(without: trial.day)
    if taken[trial] != nil { return broken(trial, beside: plain) }
    let glimpse = Glimpse(trial: trial, other: other)
    if let known = glimpsed[glimpse] { return known }
    let known = Set(plain.findings.map(\.fingerprint))
    let sight = auditor.sight(step.taken(trial), source: step.source, asOf: trial.day) {
      counts($0) && !known.contains($0.fingerprint) && isSought($0)
    }
    switch sight {
    case .found(let findings):
      let broken = Broken(findings: findings, questions: [])
      glimpsed[glimpse] = broken
      return broken
    case .whole(let report):
      taken[trial] = report
      return broken(trial, beside: plain)
    }
  }

  /// A way of taking the step, and the one that it was held against: the case without it, or
  /// another.
  private struct Glimpse: Hashable {
    let trial: PlannedStep.Trial
    let other: PlannedStep.Trial?
  }

  private func broken(_ trial: PlannedStep.Trial, beside other: CaseReport) -> Broken {
    let difference = Difference(from: other)
    let report = report(trial)
    return Broken(
      findings: difference.findings(in: report).filter(counts),
      questions: countsQuestions ? difference.questions(in: report) : [])
  }

  /// Whether what is not known stands in the way, too.
  var countsQuestions: Bool { level == .undetermined }

  private func counts(_ finding: Finding) -> Bool { finding.verdict <= level }

  /// What a step breaks.
  struct Broken {
    let findings: [Finding]
    let questions: [Undetermined]

    var isNothing: Bool { findings.isEmpty && questions.isEmpty }

    static let nothing = Broken(findings: [], questions: [])
  }
}
