import Casebook
import Rulebook
import Values

/// What a limb says of a subject, as far as nothing of it has to be explained.
enum SureVerdict {
  case met
  case notApplicable
  /// An exception sets it aside.
  case setAside
  /// A test failed, and no person is asked.
  case failed
  /// Something is not known, or waits for a person.
  case open([Cause])
}

extension Judge {
  /// Judges the subject that is bound in the frame of `SureState`.
  func sureVerdict(_ plan: LimbPlan, _ subject: Subject) -> SureVerdict {
    // A question that waits for a person to raise it is none as long as nobody has ruled on any.
    if plan.limb.review == .raising, !evaluator.hasRulings { return .notApplicable }
    var applies = evaluator.and(evaluator.sure(subject.isSubject), sureInForce(plan))
    if let condition = plan.condition, applies.known != false {
      applies = evaluator.and(applies, condition.sure(evaluator))
    }
    if applies.known == false { return .notApplicable }
    if plan.limb.review == .raising { return .open([]) }
    let setAside = sureSetAside(plan, subject)
    if setAside.known == true { return .setAside }
    switch sureTests(plan) {
    case .failed where applies.known == nil || setAside.known == nil || plan.limb.review != .none:
      return .open(joined(evaluator.causes(of: applies), evaluator.causes(of: setAside)))
    case .open(let causes):
      let doubts = joined(evaluator.causes(of: applies), evaluator.causes(of: setAside))
      return .open(joined(causes, doubts))
    case let verdict: return verdict
    }
  }

  private func sureInForce(_ plan: LimbPlan) -> Sure {
    let day = plan.day.sure(evaluator)
    return evaluator.sure(inForce(plan.limb, on: evaluator.full(day)))
  }

  private func sureSetAside(_ plan: LimbPlan, _ subject: Subject) -> Sure {
    var doubt = Sure.flag(false)
    for exception in plan.exceptions where mayConcern(exception.exception, subject) {
      let holds = exception.condition.sure(evaluator)
      if holds.known == true { return holds }
      doubt = evaluator.or(doubt, holds)
    }
    return doubt
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
    var open: [Cause]?
    for test in plan.tests {
      let (value, wanted): (Sure, Bool)
      switch test {
      case .require(let condition): (value, wanted) = (condition.sure(evaluator), true)
      case .forbid(let condition): (value, wanted) = (condition.sure(evaluator), false)
      case .limit: continue
      }
      guard let holds = value.known else {
        open = joined(open ?? [], evaluator.causes(of: value))
        continue
      }
      if holds != wanted { return .failed }
    }
    return open.map { .open($0) } ?? .met
  }

  /// Binds in the full frame what the sure walk has bound.
  func bindInFull(_ plan: LimbPlan) {
    for slot in plan.scopeSlots {
      evaluator.bind(slot, evaluator.full(evaluator.sure.bound(slot)))
    }
  }

  /// Goes through the subjects of a limb, as `eachSubject` does, in a frame of `SureState`.
  ///
  /// - Parameters:
  ///   - visit: is called with each subject.
  ///   - leave: is called with a subject and a level that is to be gone through in full.
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

  /// What `meets` asks: whether the limbs say nothing against a thing.
  func sureMeets(_ id: MeetsID, _ number: Int32) -> Sure {
    var result = Sure.flag(true)
    var speaks = false
    for target in evaluator.program.meets[id.rawValue] where result.known != false {
      let plan = evaluator.linker.limb(target.rule, target.limb)
      func take(_ verdict: SureVerdict) {
        speaks = true
        switch verdict {
        case .met, .notApplicable, .setAside: break
        case .failed: result = .flag(false)
        case .open(let causes):
          result = evaluator.and(result, evaluator.sure(.unknownFlag(causes)))
        }
      }
      func takeInFull(_ subject: Subject) {
        evaluator.withFrame(plan.limb.slots) {
          bindInFull(plan)
          take(SureVerdict(judge(plan, subject)))
        }
      }
      eachSureSubject(
        of: plan, only: (target.slot, Thing(index: number)),
        visit: { subject in
          guard case .thing(number) = evaluator.sure.bound(target.slot) else { return }
          guard plan.limb.review == .none else { return takeInFull(subject) }
          take(sureVerdict(plan, subject))
        },
        leave: { subject, level in
          evaluator.withFrame(plan.limb.slots) {
            bindInFull(plan)
            eachSubject(subject, within: level, only: (target.slot, Thing(index: number))) {
              guard case .thing(number) = evaluator.bound(target.slot) else { return }
              take(SureVerdict(judge(plan, $0)))
            }
          }
        })
    }
    return speaks ? result : .flag(false)
  }
}

extension SureVerdict {
  fileprivate init(_ outcome: Judge.Outcome) {
    self =
      switch outcome.verdict {
      case .met: .met
      case .notApplicable: .notApplicable
      case .undetermined: .open(outcome.causes)
      default: .failed
      }
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
