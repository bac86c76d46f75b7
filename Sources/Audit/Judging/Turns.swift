import Rulebook

/// The limbs that a run judges, by when they have their turn.
struct Turns {
  /// A limb of a rule, by their numbers.
  typealias OfLimb = (rule: Int, limb: Int, plan: LimbPlan)

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
    for rule in program.rules.indices {
      before += limbs(rule) { !$0.isMoney && !$0.readsLeft }
        .map { (rule, $0, linker.limb(rule, $0)) }
      after += limbs(rule) { !$0.isMoney && $0.readsLeft }
        .map { (rule, $0, linker.limb(rule, $0)) }
    }
    money = linker.order.filter { filter.applies(program.rules[$0]) }
      .map { ($0, limbs($0) { $0.isMoney }) }
  }
}
