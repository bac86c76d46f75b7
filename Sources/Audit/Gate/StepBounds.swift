import Casebook
import Values

/// How short the deadline and how large the charges of a step on a day may be.
///
/// Where the step may be taken as planned, each is measured as the step is: against the case
/// without it. Where it may not, each is measured against the same step without it, so that one
/// fault of a step does not hide what is lawful of the rest. What may be charged is that of a
/// letter in which what can be put right is put right: its deadline, and what it says.
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
    from first: CivilDay, charging charges: PlannedStep.Trial.Charges,
    saying contents: PlannedStep.Trial.Contents = .planned
  ) -> CivilDay? {
    func trial(_ deadline: CivilDay) -> PlannedStep.Trial {
      PlannedStep.Trial(day: day, deadline: .last(deadline), charges: charges, contents: contents)
    }
    let unstated = PlannedStep.Trial(
      day: day, deadline: .unstated, charges: charges, contents: contents)
    return DaySearch(
      first: first, last: Gate.horizon(from: day),
      ask: { broken(trial($0), beside: unstated).answer(for: $0) },
      isFree: { judge.firstBroken(trial($0), beside: isLawful ? nil : unstated).isNothing }
    ).day()
  }

  /// The most of each kind of charge that is asked about.
  var largestCharges: [LargestCharge] {
    step.chargeKinds.indices.map { kind in
      let (most, letter) = most(of: kind)
      return LargestCharge(
        kind: step.chargeKinds[kind].name, label: step.chargeKinds[kind].label,
        amount: most.map { Ratio($0) },
        deadline: most.flatMap { deadline(for: $0, of: kind, in: letter) },
        atRisk: most.map { atRisk($0, of: kind, in: letter) } ?? .zero)
    }
  }

  /// The letter that a charge is tried in.
  private struct Letter: Hashable {
    let deadline: PlannedStep.Trial.Deadline
    let contents: PlannedStep.Trial.Contents

    static let planned = Letter(deadline: .planned, contents: .planned)
    /// What is wrong with it is put right: it is not known to be wrong.
    static let putRight = Letter(deadline: .unstated, contents: .open)
  }

  private func trial(
    _ letter: Letter, charging charges: PlannedStep.Trial.Charges
  ) -> PlannedStep.Trial {
    PlannedStep.Trial(
      day: day, deadline: letter.deadline, charges: charges, contents: letter.contents)
  }

  /// The most of a kind, and the letter it may be charged in. A letter that may go out as it is
  /// planned is asked first: only where nothing may be charged in it can it be the letter that is
  /// in the way. Where what is not known stands in the way, none is better than that.
  private func most(of kind: Int) -> (ore: Int64?, letter: Letter) {
    guard isLawful else { return (most(of: kind, in: .putRight), .putRight) }
    let most = most(of: kind, in: .planned)
    guard most == 0, !judge.countsQuestions,
      step.plain(trial(.putRight, charging: .planned)) != trial(.planned, charging: .planned)
    else { return (most, .planned) }
    return (self.most(of: kind, in: .putRight), .putRight)
  }

  private func most(of kind: Int, in letter: Letter) -> Int64? {
    func trial(_ ore: Int64) -> PlannedStep.Trial { self.trial(letter, charging: .of(kind, ore)) }
    let without = self.trial(letter, charging: .without(kind))
    return AmountSearch(
      excess: { excess(trial($0), beside: without) },
      firstSight: { ore in
        let broken = judge.firstBroken(trial(ore), beside: isLawful ? nil : without) {
          ore < AmountSearch.beyond || $0.statedMost != nil
        }
        return broken.isNothing
          ? nil : AmountSearch.Excess(sum: .zero, stated: broken.statedMost)
      }
    ).largest()
  }

  /// How much of a charge is at risk for what the case alone leaves open, whatever the step says:
  /// in the letter it may be charged in, or in that which is planned, of which more is known.
  private func atRisk(_ ore: Int64, of kind: Int, in letter: Letter) -> Ratio {
    guard ore > 0 else { return .zero }
    return Set([letter, .planned]).reduce(.zero) { most, letter in
      max(most, atRisk(of: kind, charging: ore, in: letter))
    }
  }

  private func atRisk(of kind: Int, charging ore: Int64, in letter: Letter) -> Ratio {
    var report = judge.report(trial(letter, charging: .of(kind, ore)))
    report.undetermined.removeAll { $0.atRisk ?? .zero <= .zero || !$0.isOfCaseAlone }
    guard !report.undetermined.isEmpty else { return .zero }
    let without = judge.report(trial(letter, charging: .without(kind)))
    return Difference(from: without).questions(in: report)
      .reduce(.zero) { sum, question in (try? sum.adding(question.atRisk ?? .zero)) ?? sum }
  }

  /// The first last day to pay of a step that charges so many øre of a kind; nil where the shortest
  /// deadline will do, or that which the plan sets.
  private func deadline(for ore: Int64, of kind: Int, in letter: Letter) -> CivilDay? {
    guard ore > 0, let shortestDeadline, letter == .putRight || !step.hasDeadline else {
      return nil
    }
    let first = firstDeadline(
      from: shortestDeadline, charging: .of(kind, ore), saying: letter.contents)
    guard let first, first > shortestDeadline else { return nil }
    return step.deadline(movedTo: day).map { $0 >= first } == true ? nil : first
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
