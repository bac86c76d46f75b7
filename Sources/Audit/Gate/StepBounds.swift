import Casebook
import Values

/// How short the deadline and how large the charges of a step on a day may be.
///
/// Where the step may be taken as planned, each is measured as the step is: against the case
/// without it. Where it may not, each is measured against the same step without it, so that one
/// fault of a step does not hide what is lawful of the rest.
struct StepBounds {
  private let judge: StepJudge
  private let day: CivilDay
  private let isLawful: Bool
  private var step: PlannedStep { judge.step }
  /// The first day that may be the last to pay; nil where steps of the type set none, or none will
  /// do. It may lie after the last review: the letter is judged on its own day.
  private(set) var shortestDeadline: CivilDay?

  init(_ judge: StepJudge, on day: CivilDay) {
    self.judge = judge
    self.day = day
    isLawful = judge.broken(PlannedStep.Trial(day: day)).isNothing
    if step.canHaveDeadline { shortestDeadline = firstDeadline(from: day, charging: .planned) }
  }

  private func firstDeadline(
    from first: CivilDay, charging charges: PlannedStep.Trial.Charges
  ) -> CivilDay? {
    func trial(_ deadline: CivilDay) -> PlannedStep.Trial {
      PlannedStep.Trial(day: day, deadline: .last(deadline), charges: charges)
    }
    let unstated = PlannedStep.Trial(day: day, deadline: .unstated, charges: charges)
    return DaySearch(
      first: first, last: Gate.horizon(from: day),
      ask: { broken(trial($0), beside: unstated).answer(for: $0) },
      isFree: { judge.firstBroken(trial($0), beside: isLawful ? nil : unstated).isNothing }
    ).day()
  }

  /// The most of each kind of charge that is asked about.
  var largestCharges: [LargestCharge] {
    step.chargeKinds.indices.map { kind in
      func trial(_ ore: Int64) -> PlannedStep.Trial {
        PlannedStep.Trial(day: day, charges: .of(kind, ore))
      }
      let without = PlannedStep.Trial(day: day, charges: .without(kind))
      let search = AmountSearch(
        excess: { excess(trial($0), beside: without) },
        firstSight: { ore in
          let broken = judge.firstBroken(trial(ore), beside: isLawful ? nil : without) {
            ore < AmountSearch.beyond || $0.statedMost != nil
          }
          return broken.isNothing
            ? nil : AmountSearch.Excess(sum: .zero, stated: broken.statedMost)
        })
      let most = search.largest()
      return LargestCharge(
        kind: step.chargeKinds[kind].name, label: step.chargeKinds[kind].label,
        amount: most.map { Ratio($0) }, deadline: most.flatMap { deadline(for: $0, of: kind) },
        atRisk: most.map { $0 > 0 ? atRisk(trial($0), beside: without) : .zero } ?? .zero)
    }
  }

  /// How much of a charge is at risk for what the case alone leaves open, whatever the step says.
  private func atRisk(_ trial: PlannedStep.Trial, beside without: PlannedStep.Trial) -> Ratio {
    var report = judge.report(trial)
    report.undetermined.removeAll { $0.atRisk ?? .zero <= .zero || !$0.isOfCaseAlone }
    guard !report.undetermined.isEmpty else { return .zero }
    return Difference(from: judge.report(without)).questions(in: report)
      .reduce(.zero) { sum, question in (try? sum.adding(question.atRisk ?? .zero)) ?? sum }
  }

  /// The first last day to pay of a step that charges so many øre of a kind; nil where the shortest
  /// deadline will do, or the plan sets one.
  private func deadline(for ore: Int64, of kind: Int) -> CivilDay? {
    guard ore > 0, !step.hasDeadline, let shortestDeadline else { return nil }
    let charges = PlannedStep.Trial.Charges.of(kind, ore)
    let first = firstDeadline(from: shortestDeadline, charging: charges)
    return first == shortestDeadline ? nil : first
  }

  /// By how much more is too much than without the charge; nil when nothing more is broken.
  private func excess(
    _ trial: PlannedStep.Trial, beside without: PlannedStep.Trial
  ) -> AmountSearch.Excess? {
    let broken = broken(trial, beside: without)
    guard !broken.isNothing else { return nil }
    let less = isLawful ? judge.report(without: day).excess : judge.report(without).excess
    let sum = max((try? judge.report(trial).excess.subtracting(less)) ?? .zero, .zero)
    return AmountSearch.Excess(sum: sum, stated: broken.statedMost)
  }

  private func broken(
    _ trial: PlannedStep.Trial, beside other: PlannedStep.Trial
  ) -> StepJudge.Broken {
    isLawful ? judge.broken(trial) : judge.broken(trial, beside: other)
  }
}

extension StepJudge.Broken {
  /// The least of the amounts, in øre, that findings say would have been the most.
  fileprivate var statedMost: Int64? { findings.compactMap(\.statedMost).min() }
}

extension Finding {
  /// The amount, in øre, that it says would have been the most.
  fileprivate var statedMost: Int64? {
    guard relation == .atMost || relation == nil, case .money(let most)? = expected else {
      return nil
    }
    return (try? most.rounded(.down, to: .one)).map { Int64(clamping: $0.numerator) }
  }
}
