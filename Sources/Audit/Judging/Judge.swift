import Casebook
import Rulebook
import Values

/// Judges limbs of rules: who is a subject, what applies, what the tests say.
struct Judge {
  let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// What a limb says of one subject.
  struct Outcome {
    var verdict: Verdict
    /// Why it is undetermined.
    var causes: [Cause] = []
    /// The exception that set it aside; index in the program.
    var setAsideBy: Int?
    /// The failed test.
    var test: Int?
    /// What a failed limit cuts.
    var cut: Cut?

    /// What was charged, and the limit that it is above.
    final class Cut {
      let charged: Value
      let limit: Value

      init(charged: Value, limit: Value) { (self.charged, self.limit) = (charged, limit) }
    }

    static var met: Outcome { Outcome(verdict: .met) }
    static var notApplicable: Outcome { Outcome(verdict: .notApplicable) }
    static func open(_ causes: [Cause], test: Int? = nil) -> Outcome {
      Outcome(verdict: .undetermined, causes: causes, test: test)
    }
  }

  /// Judges the subject that is bound.
  func judge(_ plan: LimbPlan, _ subject: Subject) -> Outcome {
    guard evaluator.isBroken else { return judged(plan, subject) }
    let outer = evaluator.broken
    evaluator.broken = []
    defer { if !outer.isEmpty { evaluator.broken = joined(outer, evaluator.broken) } }
    if plan.looksAround { noteGaps(plan) }
    let outcome = judged(plan, subject)
    guard case .met = outcome.verdict, !evaluator.broken.isEmpty else { return outcome }
    return .open(evaluator.broken)
  }

  private func judged(_ plan: LimbPlan, _ subject: Subject) -> Outcome {
    if isUnraised(plan) { return .notApplicable }
    let matter = plan.matter
    var applies = evaluator.and(
      subject.isSubject, inForce(plan.limb, on: evaluator.answer(matter.day)))
    if matter.hasCondition, applies.known != false {
      applies = evaluator.and(applies, evaluator.answer(matter.condition))
    }
    if applies.known == false { return .notApplicable }
    let (exception, setAside) = matter.exceptions.setAside(subject, .flag(false), evaluator)
    if setAside.known == true {
      return Outcome(verdict: .notApplicable, setAsideBy: exception)
    }
    var outcome = tests(matter, plan.limb.verdict.verdict)
    if case .met = outcome.verdict { return outcome }
    let doubts = joined(evaluator.causes(of: applies), evaluator.causes(of: setAside))
    if case .undetermined = outcome.verdict {
      outcome.causes = joined(outcome.causes, doubts)
      return outcome
    }
    if applies.isOpen || setAside.isOpen { return .open(doubts, test: outcome.test) }
    return confirmed(outcome, plan.rule, plan.limb)
  }

  /// A subject that was looked for in several cases may not be whole where one of them is not.
  private func noteGaps(_ plan: LimbPlan) {
    for list in plan.scope.lists where list.reach != .file { evaluator.noteGaps(list) }
  }

  private func tests(_ matter: LimbPlan.Matter, _ verdict: Verdict) -> Outcome {
    var open: (causes: [Cause], test: Int)?
    for (index, test) in matter.tests.enumerated() {
      let (value, wanted): (Brief, Bool)
      switch test {
      case .require(let condition): (value, wanted) = (evaluator.answer(condition), true)
      case .forbid(let condition): (value, wanted) = (evaluator.answer(condition), false)
      case .limit: continue
      }
      guard let holds = value.known else {
        open = (joined(open?.causes ?? [], evaluator.causes(of: value)), open?.test ?? index)
        continue
      }
      if holds != wanted { return Outcome(verdict: verdict, test: index) }
    }
    return open.map { .open($0.causes, test: $0.test) } ?? .met
  }

  /// Whether a limb waits for a person to raise the question, and nobody has.
  private func isUnraised(_ plan: LimbPlan) -> Bool {
    plan.limb.review == .raising
      && (!evaluator.hasRulings
        || ruling(on: evaluator.program.rules[plan.rule].id, plan.limb) == nil)
  }

  /// A person's ruling turns a failed test of a human limb into a verdict.
  func confirmed(_ outcome: Outcome, _ rule: Int, _ limb: Limb) -> Outcome {
    guard limb.review != .none else { return outcome }
    return switch ruling(on: evaluator.program.rules[rule].id, limb) {
    case true?: outcome
    case false?: .met
    case nil where limb.review == .raising: .notApplicable
    case nil: .open([.ruling(rule)], test: outcome.test)
    }
  }

  /// What `meets` asks: whether the limbs say nothing against a thing.
  func meets(_ id: MeetsID, thing: Value) -> Value {
    guard case .thing(let number) = thing else { return .unknownFlag(thing.causes) }
    return meets(evaluator.program.meets[id.rawValue], thing: Thing(index: number))
  }

  private func meets(_ targets: [MeetsTarget], thing: Thing) -> Value {
    // The rules that are asked explain themselves in findings of their own; here a line is enough.
    let recorder = evaluator.recorder
    evaluator.recorder = nil
    defer { evaluator.recorder = recorder }
    var result = Value.flag(true)
    var speaks = false
    for target in targets where Kleene.known(result) != false {
      let plan = evaluator.linker.limb(target.rule, target.limb)
      evaluator.withFrame(plan.limb.slots) {
        eachSubject(of: plan, only: (target.slot, thing)) { subject in
          guard case .thing(thing.index) = evaluator.subject(target.slot) else { return }
          speaks = true
          let outcome = judge(plan, subject)
          recorder?.note(evaluator.program.rules[target.rule].id, subject.part, outcome.verdict)
          switch outcome.verdict {
          case .met, .notApplicable: break
          case .undetermined: result = Kleene.and(result, .unknownFlag(outcome.causes))
          default: result = .flag(false)
          }
        }
      }
    }
    return speaks ? result : .flag(false)
  }
}

extension Judge {
  /// A person's ruling on a rule for the bound subject: confirmed, dismissed, or none.
  ///
  /// A ruling without claims or events speaks of all of them.
  private func ruling(on rule: String, _ limb: Limb) -> Bool? {
    guard evaluator.hasRulings else { return nil }
    let (file, words) = (evaluator.file, evaluator.words)
    let group = (evaluator.group(of: limb) ?? []).map {
      file.root(of: Thing(index: Int32(truncatingIfNeeded: $0)))
    }
    for ruling in Set([evaluator.home] + group).sorted().flatMap({ file.things($0, words.rulings) })
    {
      guard text(ruling, words.rule) == rule, speaks(ruling, limb) else { continue }
      return isConfirmed(ruling)
    }
    return nil
  }

  private func text(_ thing: Thing, _ word: Word) -> String? {
    let slot = evaluator.file[thing, word]
    return slot.state == .value ? evaluator.file.text(slot.first) : nil
  }

  private func isConfirmed(_ ruling: Thing) -> Bool {
    let slot = evaluator.file[ruling, evaluator.words.ruling]
    guard
      let field = evaluator.vocabulary.field(
        evaluator.words.ruling, of: evaluator.file.kind(of: ruling)),
      case .choice(let list) = field.type
    else { return false }
    return evaluator.vocabulary[list].values[Int(slot.first)] == "confirmed"
  }

  private func speaks(_ ruling: Thing, _ limb: Limb) -> Bool {
    let bound = Set(
      limb.subject.flatMap { subject -> [Int64] in
        switch evaluator.subject(subject.slot) {
        case .thing(let number): [Int64(number)]
        case .list(let things): things
        default: []
        }
      })
    for (word, kinds) in [
      (evaluator.words.claims, evaluator.words.claimKinds),
      (evaluator.words.events, evaluator.words.eventKinds),
    ] {
      let slot = evaluator.file[ruling, word]
      guard slot.state == .list else { continue }
      let start = Int(slot.first)
      let named = evaluator.file.elements[start..<(start + Int(slot.count))]
      let concerned = bound.filter {
        kinds.contains(evaluator.kind(of: Thing(index: Int32(truncatingIfNeeded: $0))))
      }
      if !concerned.isEmpty, concerned.isDisjoint(with: named) { return false }
    }
    return true
  }
}
