import Rulebook

/// The limbs that a run judges, by when they have their turn.
struct Turns {
  /// A limb of a rule, by their numbers.
  struct OfLimb {
    let needs: LimbNeeds
    let rule: Int
    let limb: Int
  }

  /// The limits of a rule that takes money.
  typealias OfMoney = (rule: Int, limits: [Int])

  /// Before money is taken, in the order of the rules.
  private(set) var before: [OfLimb] = []
  /// Those that read what the money rules have left, after them.
  private(set) var after: [OfLimb] = []
  /// The rules that take money, in the order in which they do, with their limits.
  private(set) var money: [OfMoney] = []

  init(_ program: Program, _ filter: RuleFilter, order: [Int]) {
    for rule in program.rules.indices {
      let whole = program.rules[rule]
      for (number, limb) in whole.outlines.enumerated()
      where !limb.isMoney && filter.applies(whole, limb.verdict) {
        let turn = OfLimb(needs: limb.needs, rule: rule, limb: number)
        if limb.readsLeft { after.append(turn) } else { before.append(turn) }
      }
    }
    money = order.compactMap { rule in
      let whole = program.rules[rule]
      guard filter.applies(whole) else { return nil }
      let limits = whole.outlines.indices.filter { number in
        let limb = whole.outlines[number]
        return limb.isMoney && filter.applies(whole, limb.verdict)
      }
      return (rule, limits)
    }
  }
}
