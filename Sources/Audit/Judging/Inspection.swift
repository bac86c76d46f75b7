import Casebook
import Rulebook
import Values

/// Looks at limits without taking anything.
///
/// Most accounts are in order: on every day of account, all that stands is within every limit,
/// whatever the file leaves open. Then the runs of the day take nothing and leave no question, and
/// need not be made. What does not change from day to day is asked once.
final class Inspection {
  /// A limit with a subject that it may hold for.
  final class Held {
    let key: Ledger.Key
    let home: Thing
    fileprivate let plan: LimbPlan
    fileprivate let money: LimitPlan
    fileprivate let subject: Subject
    /// What the scope has bound.
    fileprivate let bound: [Brief]
    /// The items, where they are always the same.
    fileprivate var items: [Thing]?
    /// Whether it may hold, and what it then leaves, where that is always the same.
    fileprivate var mayHold: Bool?
    fileprivate var accepted: Ratio?
    /// The day of account looked at last on which it held, or may have.
    fileprivate var heldOn: CivilDay?

    fileprivate init(
      _ key: Ledger.Key, _ home: Thing, _ plan: LimbPlan, _ money: LimitPlan, _ subject: Subject,
      _ bound: [Brief]
    ) {
      (self.key, self.home, self.plan, self.money) = (key, home, plan, money)
      (self.subject, self.bound) = (subject, bound)
    }
  }

  private let evaluator: Evaluator
  private let judge: Judge
  private let voids: [VoidItems]
  private let turns: [Turns.OfMoney]
  private let cases: [Thing]
  private let stopwatch: Stopwatch?
  /// By the rules' turns; nil: not yet gone through.
  private var held: [[Held]?]
  private var day: CivilDay
  private var standing: Standing

  init(
    _ evaluator: Evaluator, voids: [VoidItems], turns: [Turns.OfMoney], cases: [Thing],
    stopwatch: Stopwatch?
  ) {
    self.evaluator = evaluator
    judge = Judge(evaluator)
    (self.voids, self.turns, self.cases, self.stopwatch) = (voids, turns, cases, stopwatch)
    held = [[Held]?](repeating: nil, count: turns.count)
    day = evaluator.asOf
    standing = Standing(evaluator.index)
  }

  /// Looks at a day of account.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - standing: what stands on it.
  ///   - onlyOpen: whether a limit that held on another day may be passed over where nothing stands
  ///     that it could hold down.
  /// - Returns: the place of the first turn that may take something; nil when none does.
  func firstToTake(on day: CivilDay, of standing: Standing, onlyOpen: Bool = false) -> Int? {
    (self.day, self.standing) = (day, standing)
    (evaluator.today, evaluator.standing) = (day, standing)
    return turns.indices.first { turn in
      guard let stopwatch else { return takes(turn, onlyOpen) }
      var takes = false
      stopwatch.rule(turns[turn].rule) { takes = self.takes(turn, onlyOpen) }
      return takes
    }
  }

  /// Limits that held on some day looked at, or may have; each with a subject once.
  var everHeld: [Held] {
    held.flatMap { held in
      let ever = (held ?? []).filter { $0.heldOn != nil }
      guard ever.count > 1 else { return ever }
      var seen: Set<Ledger.Key> = []
      return ever.filter { seen.insert($0.key).inserted }
    }
  }

  /// Limits of the turns before one that held on the day looked at last, or may have.
  func held(before turn: Int?) -> [Held] {
    held[..<(turn ?? held.count)].flatMap { held in (held ?? []).filter { $0.heldOn == day } }
  }

  /// Whether a rule may take something; one whose subjects may change from day to day is left to
  /// the turns.
  private func takes(_ turn: Int, _ onlyOpen: Bool) -> Bool {
    let rule = turns[turn].rule
    for void in voids where void.rule == rule && void.day.days.low <= day.number {
      if standing.total(of: void.items) > .zero { return true }
    }
    if held[turn] == nil { held[turn] = subjects(turn) }
    return held[turn]?.contains { takes($0, onlyOpen) } ?? true
  }

  /// The limits of a rule with their subjects; nil where these may not be the same every day.
  private func subjects(_ turn: Int) -> [Held]? {
    var found: [Held] = []
    evaluator.hasReadAccount = false
    for number in turns[turn].limits {
      let rule = turns[turn].rule
      guard let plan = evaluator.linker.limb(rule, number, shown: evaluator.shown) else {
        continue
      }
      evaluator.withFrame(plan.limb.slots) {
        judge.eachSubject(of: plan, in: cases) { found += held(plan, number, $0) }
      }
    }
    return evaluator.hasReadAccount ? nil : found
  }

  private func held(_ plan: LimbPlan, _ number: Int, _ subject: Subject) -> [Held] {
    let names = judge.bound(plan.limb)
    let bound = plan.scope.slots.map { evaluator.brief.bound($0) }
    return plan.matter.tests.enumerated().compactMap { index, test in
      guard case .limit(let money) = test else { return nil }
      let key = Ledger.Key(
        rule: plan.rule, limb: number, part: subject.part, bound: names + [Int64(index)])
      return Held(key, evaluator.home, plan, money, subject, bound)
    }
  }

  /// Whether a limit may take something from its items.
  private func takes(_ one: Held, _ onlyOpen: Bool) -> Bool {
    if one.mayHold == false { return false }
    if let items = one.items, onlyOpen, one.heldOn != nil, standing.total(of: items) == .zero {
      return false
    }
    return about(one) {
      guard mayHold(one) else { return false }
      one.heldOn = day
      let total = standing.total(of: items(one))
      guard total > .zero else { return false }
      guard let accepted = accepted(one) else { return true }
      return total > accepted
    }
  }

  /// Computes something about a limit's subject, which is bound meanwhile.
  private func about<Result>(_ one: Held, _ compute: () -> Result) -> Result {
    let outer = evaluator.home
    defer { evaluator.home = outer }
    return evaluator.passing {
      evaluator.withFrame(one.plan.limb.slots) {
        evaluator.home = one.home
        for (slot, value) in zip(one.plan.scope.slots, one.bound) {
          evaluator.bindSubject(slot, value)
        }
        return compute()
      }
    }
  }
}

// What is asked of a limit whose subject is bound. What was found without a look at the day of
// account, or at what is left, is found on every day.
extension Inspection {
  /// Whether it does not surely not hold.
  private func mayHold(_ one: Held) -> Bool {
    let day = Brief.day(day.number)
    if one.plan.isByAccount, judge.inForce(one.plan.limb, on: day).known == false {
      return false
    }
    if let known = one.mayHold { return known }
    evaluator.hasReadAccount = false
    let deciding = one.plan.isByAccount ? day : evaluator.answer(one.plan.matter.day)
    var mayHold = judge.applies(one.plan, one.subject, on: deciding) != nil
    if mayHold, let guarded = one.money.condition {
      mayHold = evaluator.answer(guarded).known != false
    }
    if !evaluator.hasReadAccount { one.mayHold = mayHold }
    return mayHold
  }

  private func items(_ one: Held) -> [Thing] {
    if let known = one.items { return known }
    evaluator.hasReadAccount = false
    let items = judge.items(one.money.items, one.plan.limb).map(\.thing)
    if !evaluator.hasReadAccount { one.items = items }
    return items
  }

  /// How much may stand on the strictest reading; nil where that cannot be computed.
  private func accepted(_ one: Held) -> Ratio? {
    if let known = one.accepted { return known }
    evaluator.hasReadAccount = false
    let most = evaluator.range(of: one.money.ceiling).low ?? .zero
    let tolerance = one.money.tolerance.map { evaluator.range(of: $0).high ?? .zero } ?? .zero
    guard let compared = try? max(most, .zero).rounded(.halfUp, to: .one),
      let accepted = try? compared.adding(tolerance)
    else { return nil }
    if !evaluator.hasReadAccount { one.accepted = accepted }
    return accepted
  }
}
