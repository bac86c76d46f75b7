import Rulebook

/// The limbs that a run judges, by when they have their turn.
struct Turns {
  /// A limb of a rule, by their numbers.
  struct OfLimb {
    let needs: LimbNeeds
    let rule: Int
    let limb: Int
    let plan: LimbPlan
  }

  /// The limits of a rule that takes money.
  typealias OfMoney = (rule: Int, limits: [Int])

  /// Before money is taken, in the order of the rules.
  private(set) var before: [OfLimb] = []
  /// Those that read what the money rules have left, after them.
  private(set) var after: [OfLimb] = []
  /// The rules that take money, in the order in which they do, with their limits.
  private(set) var money: [OfMoney] = []

  init(_ program: Program, _ filter: RuleFilter, _ linker: Linker) {
    func limbs(_ rule: Int, _ isInTurn: (Limb) -> Bool) -> [Int] {
      let whole = program.rules[rule]
      return whole.limbs.indices.filter { number in
        let limb = whole.limbs[number]
        return isInTurn(limb) && filter.applies(whole, limb.verdict)
      }
    }
    func turn(_ rule: Int, _ limb: Int) -> OfLimb {
      let plan = linker.limb(rule, limb)
      return OfLimb(needs: plan.needs, rule: rule, limb: limb, plan: plan)
    }
    for rule in program.rules.indices {
      before += limbs(rule) { !$0.isMoney && !$0.readsLeft }.map { turn(rule, $0) }
      after += limbs(rule) { !$0.isMoney && $0.readsLeft }.map { turn(rule, $0) }
    }
    money = linker.order.filter { filter.applies(program.rules[$0]) }
      .map { ($0, limbs($0) { $0.isMoney }) }
  }
}
