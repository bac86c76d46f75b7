import Casebook
import Rulebook
import Values

/// What a limb says of a subject, as far as that is sure.
enum SureVerdict {
  case met
  case notApplicable
  /// An exception sets it aside.
  case setAside
  /// A test failed, and no person is asked.
  case failed
  /// Only the full computation tells.
  case unsure
}

extension Judge {
  /// Judges the subject that is bound in the frame of `SureState`.
  func sureVerdict(_ plan: LimbPlan, _ subject: Subject) -> SureVerdict {
    guard case .flag(true) = subject.isSubject else { return .unsure }
    // A question that waits for a person to raise it is none as long as nobody has ruled on any.
    if plan.limb.review == .raising, !evaluator.hasRulings { return .notApplicable }
    guard let applies = sureApplies(plan) else { return .unsure }
    guard applies, plan.limb.review != .raising else {
      return applies ? .unsure : .notApplicable
    }
    for exception in plan.exceptions where mayConcern(exception.exception, subject) {
      switch exception.condition.sure(evaluator).known {
      case true?: return .setAside
      case false?: continue
      case nil: return .unsure
      }
    }
    return sureTests(plan)
  }

  /// Whether a limb is in force, and its condition holds.
  private func sureApplies(_ plan: LimbPlan) -> Bool? {
    guard case .day(let day) = plan.day.sure(evaluator) else { return nil }
    let inForce = Kleene.known(inForce(plan.limb, on: .day(day)))
    guard inForce != false, let condition = plan.condition else { return inForce }
    let holds = condition.sure(evaluator).known
    return holds == false ? false : inForce == nil ? nil : holds
  }

  private func mayConcern(_ exception: LimbException, _ subject: Subject) -> Bool {
    if !exception.parts.isEmpty, let part = subject.part, !exception.parts.contains(part) {
      return false
    }
    return exception.bound.allSatisfy { slot, kinds in
      guard case .thing(let number) = evaluator.sure.bound(slot) else { return false }
      return kinds.contains(evaluator.kind(ofThing: number))
    }
  }

  private func sureTests(_ plan: LimbPlan) -> SureVerdict {
    for test in plan.tests {
      let holds: Bool?
      switch test {
      case .require(let condition): holds = condition.sure(evaluator).known
      case .forbid(let condition): holds = condition.sure(evaluator).known.map { !$0 }
      case .limit: continue
      }
      guard let holds else { return .unsure }
      if !holds { return plan.limb.review == .none ? .failed : .unsure }
    }
    return .met
  }

  /// Binds in the full frame what the sure walk has bound.
  func bindInFull(_ plan: LimbPlan) {
    for slot in plan.scopeSlots {
      evaluator.bind(slot, evaluator.full(evaluator.sure.bound(slot)) ?? .none)
    }
  }

  /// Goes through the subjects of a limb, as `eachSubject` does, in a frame of `SureState`.
  ///
  /// - Parameters:
  ///   - visit: is called with each subject that is surely one.
  ///   - leave: is called with a subject and a level of which it is not sure what is in it.
  func eachSureSubject(
    of plan: LimbPlan, in cases: [Thing]? = nil, only: (slot: Int, thing: Thing)? = nil,
    visit: (Subject) -> Void, leave: (Subject, ScopePlan) -> Void
  ) {
    let outer = evaluator.home
    let frame = evaluator.sure.enterFree(plan.limb.slots)
    withoutActuallyEscaping(visit) { visit in
      withoutActuallyEscaping(leave) { leave in
        let walk = SureWalk(self, cases, only, visit: visit, leave: leave)
        for root in roots(of: plan, in: cases, only: only) {
          evaluator.home = root
          walk.visit(plan.subject, plan.scope)
        }
      }
    }
    evaluator.sure.leave(to: frame)
    evaluator.home = outer
  }

  /// What `meets` asks, as far as it is sure.
  func sureMeets(_ id: MeetsID, _ number: Int32) -> Sure {
    var result = Sure.flag(true)
    var speaks = false
    for target in evaluator.program.meets[id.rawValue] where result.known != false {
      let plan = evaluator.linker.limb(target.rule, target.limb)
      eachSureSubject(
        of: plan, only: (target.slot, Thing(index: number)),
        visit: { subject in
          guard case .thing(number) = evaluator.sure.bound(target.slot) else { return }
          speaks = true
          switch sureVerdict(plan, subject) {
          case .met, .notApplicable, .setAside: break
          case .failed: result = .flag(false)
          case .unsure: result = Sure.and(result, .unsure)
          }
        },
        leave: { _, _ in
          speaks = true
          result = Sure.and(result, .unsure)
        })
    }
    return speaks ? result : .flag(false)
  }
}

extension Evaluator {
  /// What a set of rules says of a thing, computed once.
  func sureMeets(_ id: MeetsID, _ thing: Int32) -> Sure {
    let key = MemoKey(
      id.rawValue, ofRules: true, of: thing, on: CivilDay.longAgo, today: CivilDay.longAgo)
    if let known = sure.kept(key, readsLeft: false) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let value = Judge(self).sureMeets(id, thing)
    if !hasReadAccount { sure.keep(value, key, readsLeft: false) }
    hasReadAccount = before || hasReadAccount
    return value
  }
}
