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

  init(_ judge: StepJudge, on day: CivilDay) {
    self.judge = judge
    self.day = day
    isLawful = judge.broken(PlannedStep.Trial(day: day)).isNothing
  }

  /// The first day that may be the last to pay; nil where steps of the type set none, or none will
  /// do. It may lie after the last review: the letter is judged on its own day.
  var shortestDeadline: CivilDay? {
    guard step.canHaveDeadline else { return nil }
    let unstated = PlannedStep.Trial(day: day, deadline: .unstated)
    return DaySearch(first: day, last: Gate.horizon(from: day)) { deadline in
      let broken = self.broken(
        PlannedStep.Trial(day: day, deadline: .last(deadline)), beside: unstated)
      return broken.answer(for: deadline)
    }.day()
  }

  /// The most of each kind of charge that is asked about.
  var largestCharges: [LargestCharge] {
    step.chargeKinds.indices.map { kind in
      let search = AmountSearch { ore in
        excess(PlannedStep.Trial(day: day, charges: .of(kind, ore)), of: kind)
      }
      return LargestCharge(
        kind: step.chargeKinds[kind].name, label: step.chargeKinds[kind].label,
        amount: search.largest().map { Ratio($0) })
    }
  }

  /// By how much more is too much than without the charge; nil when nothing more is broken.
  private func excess(_ trial: PlannedStep.Trial, of kind: Int) -> AmountSearch.Excess? {
    let without = PlannedStep.Trial(day: day, charges: .without(kind))
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
  fileprivate var statedMost: Int64? {
    findings.compactMap { finding -> Int64? in
      guard finding.relation == .atMost || finding.relation == nil,
        case .money(let most)? = finding.expected
      else { return nil }
      return (try? most.rounded(.down, to: .one)).map { Int64(clamping: $0.numerator) }
    }.min()
  }
}
