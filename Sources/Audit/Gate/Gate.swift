import Casebook
public import Rulebook
public import Values

/// Says whether a step may be taken, and how it could be: by judging the case as it would then
/// stand, with the same rules that judge what has been done.
///
/// The step is judged on its own day, with everything the file tells up to it and nothing after:
/// as if nothing more happened until then. What counts against it is what is found in the case with
/// the step and not, or not as bad, without it. A gate belongs to one task at a time.
public final class Gate {
  private let auditor: Auditor
  private let level: Verdict
  /// The days that the rules cover.
  private let covered: Period
  private let order: CauseOrder

  /// How many days ahead are searched.
  static let horizon: Int32 = 366

  /// The last day that is looked at from a day on.
  static func horizon(from day: CivilDay) -> CivilDay {
    min(CivilDay(number: day.number + horizon), .last)
  }

  /// A gate.
  /// - Parameters:
  ///   - auditor: judges; its day of evaluation is not used.
  ///   - program: the rules it judges by.
  ///   - level: findings of this verdict and worse stand in the way.
  public init(auditor: Auditor, program: Program, level: Verdict = .breach) {
    self.auditor = auditor
    self.level = level
    order = CauseOrder(program)
    covered = Period(from: program.coversFrom, through: program.reviewedThrough) ?? .always
  }

  /// Judges a step planned for a day.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - day: the day.
  ///   - isSearching: whether the answer is to say when and how the step may be taken; otherwise
  ///     it says only whether it may be as planned, which costs a fraction.
  /// - Returns: a report of what the step alone breaks, causes before what follows from them, with
  ///   the answer; of a search, also of what it leaves open.
  public func report(
    on step: PlannedStep, for day: CivilDay, isSearching: Bool = true
  ) -> CaseReport {
    var report = unordered(step, for: day, isSearching)
    report.findings = order.causesFirst(report.findings)
    return report
  }

  private func unordered(
    _ step: PlannedStep, for day: CivilDay, _ isSearching: Bool
  ) -> CaseReport {
    let judge = StepJudge(step, auditor: auditor, level: level)
    let trial = PlannedStep.Trial(day: day)
    guard covered.contains(day), !judge.isContradictory(trial) else {
      let report = judge.report(trial)
      return report.reduced(beside: judge.report(without: day), to: unanswered(step, for: day))
    }
    guard isSearching else {
      let answer = GateAnswer(
        step: step.kind.name, label: step.kind.label, on: day,
        allowed: judge.broken(trial).isNothing, earliest: nil, searchedThrough: day,
        shortestDeadline: nil, largestCharges: [], needs: [])
      let report = judge.report(trial)
      // In a case without findings, the step has none either.
      if report.findings.isEmpty { return report.reduced(beside: report, to: answer) }
      return judge.explained(trial).reduced(beside: judge.report(without: day), to: answer)
    }
    let report = judge.explained(trial)
    let answer = answer(judge, for: day)
    return report.reduced(beside: judge.report(without: day), to: answer)
  }

  /// Whether a step may be taken on a day, and when and how it may be.
  private func answer(_ judge: StepJudge, for day: CivilDay) -> GateAnswer {
    let last = lastDay(from: day)
    let earliest = earliest(judge, from: day, through: last)
    var needs = StepNeeds(judge, on: day).all
    if earliest.day == nil {
      needs += order.causesFirst(earliest.hindrances).map(GateNeed.init(clearing:))
    }
    let bounds = earliest.day.map { StepBounds(judge, on: $0) }
    let kind = judge.step.kind
    var answer = GateAnswer(
      step: kind.name, label: kind.label, on: day,
      allowed: judge.broken(PlannedStep.Trial(day: day)).isNothing,
      earliest: earliest.day, searchedThrough: last, shortestDeadline: bounds?.shortestDeadline,
      largestCharges: bounds?.largestCharges ?? [], needs: needs)
    answer.planned = planned(judge, after: earliest, through: last)
    answer.isEarliestOpen = isOpen(earliest, judge)
    return answer
  }

  /// Whether something of the case that is not known may yet forbid the step on its first day.
  private func isOpen(_ earliest: Earliest, _ judge: StepJudge) -> Bool {
    guard let day = earliest.day else { return false }
    // Only a step that may be taken as it is planned charges what is planned.
    let trial: PlannedStep.Trial =
      earliest.charges == .planned
      ? PlannedStep.Trial(day: day) : .putRight(on: day, charging: earliest.charges)
    return Difference(from: judge.report(without: day)).questions(in: judge.report(trial))
      .contains { $0.isOfCase }
  }

  /// What is said of a day that the rules do not cover, and of a step that contradicts itself.
  private func unanswered(_ step: PlannedStep, for day: CivilDay) -> GateAnswer {
    var answer = GateAnswer(
      step: step.kind.name, label: step.kind.label, on: day, allowed: false, earliest: nil,
      searchedThrough: day, shortestDeadline: nil, largestCharges: [], needs: [])
    if !covered.contains(day) { answer.uncovered = covered }
    return answer
  }

  /// The last day that is searched: what depends on rates after the last review is open, and a day
  /// of which nothing is found because nothing is known is not lawful for that.
  private func lastDay(from day: CivilDay) -> CivilDay {
    min(Self.horizon(from: day), covered.through ?? .last)
  }

  /// The first day on which a step may be taken, and what it may charge then; if there is none,
  /// what stands in the way.
  private struct Earliest {
    var day: CivilDay?
    var charges = PlannedStep.Trial.Charges.planned
    var hindrances: [Finding] = []
  }

  /// The first day on which the step may be taken with what can be put right in it put right: its
  /// deadline, its charges, what it says.
  private func earliest(
    _ judge: StepJudge, from day: CivilDay, through last: CivilDay
  ) -> Earliest {
    if judge.broken(PlannedStep.Trial(day: day)).isNothing { return Earliest(day: day) }
    let charging = judge.step.chargeKinds.contains { $0.planned > 0 }
    var hindrances: [Finding] = []
    for charges in [PlannedStep.Trial.Charges.token, .none] where charging || charges == .none {
      let search = search(judge, charging: charges, from: day, through: last)
      if let found = search.day() { return Earliest(day: found, charges: charges) }
      func findings(_ day: CivilDay) -> [Finding] {
        judge.broken(.putRight(on: day, charging: charges)).findings
      }
      hindrances = lasting(findings(day), findings(last))
    }
    return Earliest(hindrances: hindrances)
  }

  /// Looks for the first day on which a step that charges so may be taken with the rest put right.
  private func search(
    _ judge: StepJudge, charging charges: PlannedStep.Trial.Charges, from day: CivilDay,
    through last: CivilDay
  ) -> DaySearch {
    func trial(_ day: CivilDay) -> PlannedStep.Trial { .putRight(on: day, charging: charges) }
    return DaySearch(
      first: day, last: last, ask: { judge.broken(trial($0)).answer(for: $0) },
      isFree: { judge.firstBroken(trial($0)).isNothing })
  }

  /// When the step may charge what is planned, where that is what stands in its way on the first
  /// day: a lower amount may be charged then, and no letter makes this one lawful.
  private func planned(
    _ judge: StepJudge, after earliest: Earliest, through last: CivilDay
  ) -> PlannedCharges? {
    guard let first = earliest.day, earliest.charges != .planned else { return nil }
    let kinds = judge.step.chargeKinds.filter { $0.planned > 0 }
    let asPlanned = PlannedStep.Trial.putRight(on: first, charging: .planned)
    guard !kinds.isEmpty, !judge.broken(asPlanned).isNothing else { return nil }
    // Where not even a krone may be charged on any day, no more may be.
    let day = earliest.charges == .token ? chargeDay(judge, after: first, through: last) : nil
    return PlannedCharges(
      charges: kinds.map { ($0.label, Ratio($0.planned)) }, earliest: day)
  }

  private func chargeDay(
    _ judge: StepJudge, after first: CivilDay, through last: CivilDay
  ) -> CivilDay? {
    func isFree(_ day: CivilDay, charging charges: PlannedStep.Trial.Charges) -> Bool {
      judge.firstBroken(.putRight(on: day, charging: charges)).isNothing
    }
    // A last day on which not even a krone may be charged says nothing of the amount.
    guard isFree(last, charging: .planned) || isFree(last, charging: .token) else {
      return search(judge, charging: .planned, from: first, through: last).day()
    }
    return ChargeDaySearch(
      first: first, last: last, isFree: { isFree($0, charging: .planned) },
      isFreeForLess: { isFree($0, charging: .token) }
    ).day()
  }

  /// Of what stands in the way on the first day, that which still does on the last; all of it where
  /// nothing does.
  private func lasting(_ first: [Finding], _ last: [Finding]) -> [Finding] {
    let still = Set(last.map { [$0.rule, $0.part] })
    let lasting = first.filter { still.contains([$0.rule, $0.part]) }
    return lasting.isEmpty ? first : lasting
  }
}

extension StepJudge.Broken {
  /// What it says of a day that is searched for.
  func answer(for day: CivilDay) -> DaySearch.Answer {
    guard !isNothing else { return .free }
    let obstacles = findings.map {
      DaySearch.Obstacle(rule: $0.rule, part: $0.part, expected: $0.expected)
    }
    return .closed(notBefore: notBefore(day), by: Set(obstacles))
  }

  /// The day before which some finding would still stand, where one says so of the step's day.
  private func notBefore(_ day: CivilDay) -> CivilDay? {
    findings.compactMap { finding in
      guard finding.actual == .day(day), case .day(let bound)? = finding.expected else {
        return nil
      }
      return switch finding.relation {
      case .atLeast: bound
      case .moreThan: CivilDay(number: bound.number + 1)
      default: nil
      }
    }.max()
  }
}

extension CaseReport {
  /// What a step alone adds to a case.
  fileprivate func reduced(beside plain: CaseReport, to answer: GateAnswer) -> CaseReport {
    let difference = Difference(from: plain)
    func more(_ left: Ratio, _ right: Ratio) -> Ratio {
      max((try? left.subtracting(right)) ?? .zero, .zero)
    }
    var (report, answer) = (self, answer)
    report.findings = difference.findings(in: self)
    report.undetermined = difference.questions(in: self)
    report.setAside = setAside.filter { !plain.setAside.contains($0) }
    report.conflicts = conflicts.filter { !plain.conflicts.contains($0) }
    report.met = max(met - plain.met, 0)
    report.measured = [:]
    report.excess = more(excess, plain.excess)
    report.atRisk = more(atRisk, plain.atRisk)
    answer.isOpen = report.undetermined.contains { $0.isOfCase }
    report.gate = answer
    return report
  }
}

extension Undetermined {
  /// Whether the case, and not the planned step alone, leaves it open.
  fileprivate var isOfCase: Bool { isOfFacts && !missing.allSatisfy(\.isOfStep) }

  /// Whether the case leaves it open, and the planned step does not.
  var isOfCaseAlone: Bool { isOfFacts && !missing.contains(where: \.isOfStep) }

  /// Whether it would be settled by facts, or by a person.
  private var isOfFacts: Bool {
    switch reason {
    case .missing, .conflict, .human: true
    case .unread, .law: false
    }
  }
}

extension String {
  /// Whether what is missing is something of the planned step.
  var isOfStep: Bool { hasPrefix(StepNeeds.planned) }
}
