import Casebook
import Rulebook
import Values

/// An item that a limit holds down; `causes` is empty for one that it surely does.
typealias LimitedItem = (thing: Thing, causes: [Cause])

// Whom a limit holds for, and what it holds down.
extension Judge {
  /// Whether a limb with this deciding day holds for a subject: nil when it surely does not.
  func applies(_ plan: LimbPlan, _ subject: Subject, on day: Brief) -> Brief? {
    var applies = evaluator.and(subject.isSubject, inForce(plan.limb, on: day))
    let matter = plan.matter
    if matter.hasCondition, applies.known != false {
      applies = evaluator.and(applies, evaluator.answer(matter.condition))
    }
    if applies.known == false { return nil }
    let (_, setAside) = matter.exceptions.setAside(subject, .flag(false), evaluator)
    applies = evaluator.and(applies, setAside.known.map { .flag(!$0) } ?? setAside)
    if plan.limb.review != .none, applies.known != false {
      let outcome = confirmed(Outcome(verdict: .breach), plan.rule, plan.limb)
      switch outcome.verdict {
      case .breach: break
      case .undetermined:
        applies = evaluator.and(applies, evaluator.brief(.unknownFlag(outcome.causes)))
      default: return nil
      }
    }
    return applies.known == false ? nil : applies
  }

  /// The items a limit of a limb holds down, as far as they were charged while the limb was in
  /// force.
  func items(_ items: LimitPlan.Items, _ limb: Limb) -> [LimitedItem] {
    let members: [LimitedItem]
    switch items {
    case .bound(let slot):
      guard case .thing(let number) = evaluator.brief.bound(slot) else { return [] }
      members = [(Thing(index: number), [])]
    case .list(let list):
      let all = evaluator.subjects(of: list).list
      members = (0..<all.count).map { place in
        let element = evaluator.brief[all, place]
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
    var bound: [Int64] = []
    bound.reserveCapacity(limb.subject.count + 1)
    for subject in limb.subject {
      switch evaluator.brief.bound(subject.slot) {
      case .thing(let number): bound.append(Int64(number))
      case .list(let things): bound += evaluator.brief.elements(things) + [-1]
      default: bound.append(-2)
      }
    }
    return bound
  }
}
