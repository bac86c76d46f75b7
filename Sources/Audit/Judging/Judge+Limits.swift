import Casebook
import Rulebook
import Values

/// An item that a limit holds down; `causes` is empty for one that it surely does.
typealias LimitedItem = (thing: Thing, causes: [Cause])

// Whom a limit holds for, and what it holds down.
extension Judge {
  /// Whether a limb with this deciding day holds for a subject: nil when it surely does not.
  func applies(_ plan: LimbPlan, _ subject: Subject, on day: Value) -> Value? {
    var applies = Kleene.and(subject.isSubject, inForce(plan.limb, on: day))
    if let condition = plan.condition, Kleene.known(applies) != false {
      applies = Kleene.and(applies, evaluator.answer(condition))
    }
    if Kleene.known(applies) == false { return nil }
    let (_, setAside) = setAside(plan, subject)
    applies = Kleene.and(applies, Kleene.not(setAside))
    if plan.limb.review != .none, Kleene.known(applies) != false {
      let outcome = confirmed(Outcome(verdict: .breach), plan.rule, plan.limb)
      switch outcome.verdict {
      case .breach: break
      case .undetermined: applies = Kleene.and(applies, .unknownFlag(outcome.causes))
      default: return nil
      }
    }
    return Kleene.known(applies) == false ? nil : applies
  }

  /// The items a limit of a limb holds down, as far as they were charged while the limb was in
  /// force.
  func items(_ items: LimitPlan.Items, _ limb: Limb) -> [LimitedItem] {
    let members: [LimitedItem]
    switch items {
    case .bound(let slot):
      guard case .thing(let number) = evaluator.subject(slot) else { return [] }
      members = [(Thing(index: number), [])]
    case .list(let list):
      let all = evaluator.subjects(of: list).list
      members = (0..<all.count).map { place in
        let element = evaluator.sure[all, place]
        let thing = Thing(index: Int32(truncatingIfNeeded: element))
        return (thing, evaluator.causes(ofMember: element))
      }
    }
    guard let end = limb.force.chargedBefore else { return members }
    return members.compactMap { charged($0, before: end) }
  }

  /// An item as far as it was charged before a day; nil when it surely was not.
  private func charged(_ item: LimitedItem, before end: CivilDay) -> LimitedItem? {
    let day = evaluator.day(of: evaluator.event(of: item.thing))
    if day.days.low >= end.number { return nil }
    return day.days.high < end.number ? item : (item.thing, joined(item.causes, day.causes))
  }

  /// What tells the bound subject of a limb from others.
  func bound(_ limb: Limb) -> [Int64] {
    limb.subject.flatMap { subject -> [Int64] in
      switch evaluator.subject(subject.slot) {
      case .thing(let number): [Int64(number)]
      case .list(let things): things + [-1]
      default: [-2]
      }
    }
  }
}
