import Casebook
import Rulebook
import Values

/// Items that a finding, or an open question, makes void.
struct VoidItems {
  /// Index of the rule.
  let rule: Int
  /// The items.
  let items: [Thing]
  /// The deciding day.
  let day: Value
  /// Why they only may fall away; empty when they surely do, unless the law leaves it open.
  let causes: [Cause]
  /// Whether they surely fall away.
  let isSure: Bool
}

extension Judge {
  /// The items that a failed or doubtful limb makes void for the bound subject.
  func voidItems(
    _ limb: Limb, rule: Int, causes: [Cause] = [], isSure: Bool
  ) -> [VoidItems] {
    limb.effects.compactMap { effect in
      guard case .itemVoid(let item) = effect.form else { return nil }
      let holds = effect.condition.map { evaluator.evaluate($0) } ?? .flag(true)
      guard Kleene.known(holds) != false, case .thing(let number) = evaluator.evaluate(item) else {
        return nil
      }
      return VoidItems(
        rule: rule, items: [Thing(index: number)], day: evaluator.evaluate(limb.day),
        causes: joined(joined(causes, holds.causes), effect.atRisk ? [.judgement(rule)] : []),
        isSure: isSure && !effect.atRisk && Kleene.known(holds) == true)
    }
  }

  /// The consequences of a failed or doubtful limb for the bound subject.
  func consequences(
    _ limb: Limb, rule: Int, part: String?, causes: [Cause]
  ) -> [ConsequenceThing] {
    limb.effects.compactMap { effect in
      guard case .consequence(let index) = effect.form else { return nil }
      let holds = effect.condition.map { evaluator.evaluate($0) } ?? .flag(true)
      guard Kleene.known(holds) != false else { return nil }
      var why = joined(causes, holds.causes)
      if effect.atRisk { why = joined(why, [.judgement(rule)]) }
      return ConsequenceThing(
        consequence: index, rule: rule, part: part,
        claims: claims(of: limb, asGroup: evaluator.program.consequences[index].ofGroup),
        day: evaluator.evaluate(limb.day), causes: why
      )
    }
  }

  /// The claims of the bound subject: its claim or group, else those its events concern.
  private func claims(of limb: Limb, asGroup: Bool) -> [Thing] {
    let file = evaluator.file
    var found: [Thing] = []
    for subject in limb.subject {
      switch evaluator.subject(subject.slot) {
      case .list(let members):
        return members.flatMap { file.claims(of: Thing(index: Int32(truncatingIfNeeded: $0))) }
      case .thing(let number):
        let thing = Thing(index: number)
        guard Int(number) < file.count else { continue }
        if evaluator.words.claimKinds.contains(file.kind(of: thing)) {
          if !asGroup { return [thing] }
          found = [thing]
        }
        if found.isEmpty { found = file.claims(of: thing) }
      default: continue
      }
    }
    return found
  }

  /// What a failed comparison of money is above its limit, for `breach, excess`.
  func excess(_ limb: Limb, _ outcome: Outcome) -> (certain: Ratio, possible: Ratio)? {
    guard
      let effect = limb.effects.first(where: { if case .excess = $0.form { true } else { false } }),
      let test = outcome.test, case .require(let condition) = limb.tests[test].form
    else { return nil }
    let holds = effect.condition.map { evaluator.evaluate($0) } ?? .flag(true)
    guard Kleene.known(holds) != false else { return nil }
    for comparison in OrderedComparison.all(in: condition) where comparison.isMoney {
      guard let over = comparison.over(evaluator), over.possible > .zero else { continue }
      let isSure = Kleene.known(holds) == true && !effect.atRisk && outcome.verdict.isFinding
      return (isSure ? over.certain : .zero, over.possible)
    }
    return nil
  }
}
