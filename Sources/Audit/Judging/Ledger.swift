import Casebook
import Rulebook
import Values

/// The items of a case and what the money rules leave of them, in the order the law gives.
///
/// The rules take their turns on each day of account. The run is made twice on the day of
/// evaluation: mildly (every range at the end that leaves most, only what is sure) and strictly
/// (the opposite); what the mild run takes is too much in any case, the rest is at risk.
final class Ledger {
  private enum Mode { case mild, strict }

  let evaluator: Evaluator
  private let judge: Judge
  let voids: [VoidItems]
  private let turns: [Turns.OfMoney]
  /// The cases whose account is being drawn up.
  private(set) var cases: [Thing] = []
  private(set) var entries: [Key: Entry] = [:]
  private(set) var keys: [Key] = []
  /// The limits of accounts in which nothing was ever above any limit.
  private(set) var inOrder: [Inspection.Held] = []
  /// What was charged and not taken back on the day of evaluation.
  private(set) var charged: Standing
  /// For each item, what the mild run took of it and by which rule.
  private(set) var takenBy: [Thing: [(rule: Int, amount: Ratio)]] = [:]
  /// The same of the strict run.
  private(set) var maybeTakenBy: [Thing: [(rule: Int, amount: Ratio)]] = [:]
  private var rule = 0
  /// Whether the mild run of a day met anything that is not known.
  private var isDoubtful = false
  /// The run of the day of evaluation that is being made, whose takings are written down.
  private var counted: Mode?
  /// Where the limits of the mild run are written down, when an account is wanted.
  private let notes: LimitNotes?
  private let stopwatch: Stopwatch?
  private let looksFirst: Bool
  private(set) var mild: Run
  private(set) var strict: Run

  /// A ledger of the cases at hand. With `looksFirst` no run is made of which nothing can come.
  init(
    _ evaluator: Evaluator, voids: [VoidItems], turns: [Turns.OfMoney], notes: LimitNotes? = nil,
    stopwatch: Stopwatch? = nil, looksFirst: Bool = true
  ) {
    self.looksFirst = looksFirst && notes == nil
    self.evaluator = evaluator
    self.stopwatch = stopwatch
    self.turns = turns
    self.notes = notes
    judge = Judge(evaluator)
    self.voids = voids
    charged = Standing(evaluator.index)
    mild = Run(evaluator.index, voids: voids.count)
    strict = mild
  }

  /// Lets the rules take their turns on every day of account: of one creditor's cases, which are
  /// one account, and then of the next one's.
  /// - Parameter lastDayOnly: whether they have their turns on the day of evaluation alone.
  func settle(lastDayOnly: Bool = false) {
    var (mild, strict, charged) = (mild, strict, charged)
    for pair in evaluator.index.together.pairs {
      cases = pair
      settleCases(lastDayOnly)
      (mild, strict) = (mild.joined(with: self.mild), strict.joined(with: self.strict))
      charged = charged.joined(with: self.charged)
    }
    (self.mild, self.strict, self.charged) = (mild, strict, charged)
    evaluator.today = evaluator.asOf
    evaluator.standing = nil
  }

  private func settleCases(_ lastDayOnly: Bool) {
    let evaluation = evaluator.asOf
    let days = charges.isEmpty || lastDayOnly ? [] : accountDays()
    let inspection = Inspection(
      evaluator, voids: voids, turns: turns, cases: cases, stopwatch: stopwatch)
    charged = standing(on: evaluation, surely: true)
    let first = looksFirst ? inspection.firstToTake(on: evaluation, of: charged) : 0
    if first == nil, !hasUndated, areInOrder(days, inspection) {
      leaveAll()
      inOrder += inspection.everHeld
      return
    }
    let held = first.map { inspection.held(before: $0) }
    let known = keys.count
    for day in days { settle(day, inspection) }
    if let first, let held {
      enter(held)
      makeRuns(on: evaluation, from: first, isEvaluation: true)
      if !isDoubtful { takeAsStrict(keys[known...]) }
    } else {
      _ = inspection.firstToTake(on: evaluation, of: charged)
      enter(inspection.held(before: nil))
      leaveAll()
    }
  }

  /// Whether all that stood on some days was within every limit.
  private func areInOrder(_ days: [CivilDay], _ inspection: Inspection) -> Bool {
    days.allSatisfy { day in
      let standing = standing(on: day, surely: true)
      return inspection.firstToTake(on: day, of: standing, onlyOpen: true) == nil
    }
  }

  /// Lets the rules take their turns on a day before that of evaluation.
  private func settle(_ day: CivilDay, _ inspection: Inspection) {
    guard looksFirst, !hasUndated else { return makeRuns(on: day, from: 0) }
    let first = inspection.firstToTake(on: day, of: standing(on: day, surely: true))
    enter(inspection.held(before: first))
    if let first { makeRuns(on: day, from: first) }
  }

  private func enter(_ held: [Inspection.Held]) {
    for one in held where entries[one.key] == nil {
      entries[one.key] = Entry(home: one.home)
      keys.append(one.key)
    }
  }

  /// Both runs of the day of evaluation leave everything.
  private func leaveAll() {
    mild = Run(charged, voided: [Ratio](repeating: .zero, count: voids.count))
    strict = mild
  }

  /// Makes the runs of a day, from the first turn on that may take something.
  private func makeRuns(on day: CivilDay, from first: Int, isEvaluation: Bool = false) {
    isDoubtful = hasUndated
    mild = run(.mild, on: day, from: first, isEvaluation)
    if isDoubtful { strict = run(.strict, on: day, from: first, isEvaluation) }
  }

  /// Where the mild run met nothing that is not known, the strict one would have done the same.
  private func takeAsStrict(_ keys: ArraySlice<Key>) {
    strict = mild
    for (item, _) in charged.items { maybeTakenBy[item] = takenBy[item] }
    for key in keys {
      guard var entry = entries[key] else { continue }
      entry.possible = entry.certain
      entries[key] = entry
    }
  }

  private func run(
    _ mode: Mode, on day: CivilDay, from first: Int, _ isEvaluation: Bool
  ) -> Run {
    let standing = standing(on: day, surely: mode == .mild)
    (evaluator.today, evaluator.standing) = (day, standing)
    var voided = [Ratio](repeating: .zero, count: voids.count)
    counted = isEvaluation ? mode : nil
    for (rule, limits) in turns[first...] {
      self.rule = rule
      if let stopwatch {
        stopwatch.rule(rule) { turn(limits, mode, on: day, isEvaluation, &voided) }
      } else {
        turn(limits, mode, on: day, isEvaluation, &voided)
      }
    }
    return Run(evaluator.standing ?? standing, voided: voided)
  }

  /// A rule's turn: what it makes void, then its limits.
  private func turn(
    _ limits: [Int], _ mode: Mode, on day: CivilDay, _ isEvaluation: Bool, _ voided: inout [Ratio]
  ) {
    for (index, void) in voids.enumerated() where void.rule == rule {
      guard void.day.days.low <= day.number else { continue }
      isDoubtful = isDoubtful || !void.isSure
      guard mode == .strict || void.isSure else { continue }
      voided[index] = take(void.items, downTo: .zero)
    }
    for number in limits {
      guard let plan = evaluator.linker.limb(rule, number, shown: evaluator.shown) else {
        continue
      }
      evaluator.passing {
        evaluator.withFrame(plan.limb.slots) {
          judge.eachSubject(of: plan, in: cases) { turn(plan, number, $0, mode, isEvaluation) }
        }
      }
    }
  }
}

extension Ledger {
  /// One limit's turn for the subject that is bound.
  private func turn(
    _ plan: LimbPlan, _ number: Int, _ subject: Subject, _ mode: Mode, _ isEvaluation: Bool
  ) {
    let limb = plan.limb
    let matter = plan.matter
    guard let applies = judge.applies(plan, subject, on: evaluator.answer(matter.day)) else {
      return
    }
    for (index, test) in matter.tests.enumerated() {
      guard case .limit(let money) = test else { continue }
      let guarded = money.condition.map { evaluator.answer($0) } ?? .flag(true)
      let holds = evaluator.and(applies, guarded)
      let key = Key(
        rule: plan.rule, limb: number, part: subject.part,
        bound: judge.bound(limb) + [Int64(index)])
      if entries[key] == nil {
        guard holds.known != false else { continue }
        entries[key] = Entry(home: evaluator.home)
        keys.append(key)
      }
      if mode == .mild {
        let (all, doubts) = items(money, limb, .strict)
        entries[key]?.stood = sum(total(of: all), isEvaluation ? .zero : undated(among: all))
        isDoubtful = isDoubtful || holds.known == nil || !doubts.isEmpty
      }
      guard mode == .mild ? holds.known == true : holds.known != false else {
        continue
      }
      if counted == .mild { notes?.begin(money.limit, key, items(money, limb, mode).0, evaluator) }
      limit(money, test: index, limb, key, subject, mode, isEvaluation, holds)
      if counted == .mild { notes?.end(evaluator) }
    }
  }

  private func limit(
    _ money: LimitPlan, test: Int, _ limb: Limb, _ key: Key, _ subject: Subject, _ mode: Mode,
    _ isEvaluation: Bool, _ holds: Brief
  ) {
    let (items, doubts) = items(money, limb, mode)
    let total = total(of: items)
    let most = evaluator.full(evaluator.answer(money.ceiling))
    isDoubtful = isDoubtful || most.isOpen
    guard let ceiling = mode == .mild ? most.numbers.high : most.numbers.low ?? .zero,
      let compared = try? ceiling.rounded(.halfUp, to: .one)
    else { return }
    let tolerance = money.tolerance.map { evaluator.range(of: $0).high ?? .zero } ?? .zero
    if mode == .strict {
      let undated = isEvaluation ? [] : missingDays(of: items)
      let causes = joined(joined(evaluator.causes(of: holds), undated), joined(most.causes, doubts))
      noteDoubt(items, above: sum(max(compared, .zero), tolerance), key, limb, causes)
    }
    guard let over = try? total.subtracting(max(compared, .zero)), over > tolerance, over > .zero
    else {
      return
    }
    let first = entries[key]?.finding
    if mode == .mild, first == nil || (isEvaluation && entries[key]?.over != over) {
      let outcome = Judge.Outcome(
        verdict: evaluator.program.rules[key.rule].limbs[key.limb].verdict.verdict, test: test,
        cut: Judge.Outcome.Cut(charged: .number(total), limit: .number(ceiling)))
      var finding = FindingMaker(evaluator, key.rule, key.limb, subject).finding(outcome)
      if let first { finding.day = first.day }
      entries[key]?.finding = finding
      entries[key]?.over = over
    }
    let taken = take(items, downTo: max(compared, .zero), shares: shares(money.share))
    guard isEvaluation, var entry = entries[key] else { return }
    if mode == .mild {
      entry.certain = sum(entry.certain, taken)
    } else {
      entry.possible = sum(entry.possible, taken)
    }
    entries[key] = entry
  }

  /// What the sure rules before it leave may be above the limit, whether or not another doubtful
  /// rule would already have taken it: the question is open as long as the mild run leaves
  /// something, and as there is something not known of the limit itself.
  private func noteDoubt(
    _ items: [Thing], above accepted: Ratio, _ key: Key, _ limb: Limb, _ causes: [Cause]
  ) {
    let stands = items.contains { (mild.standing[$0] ?? .zero) > .zero }
    guard !causes.isEmpty, stands, var entry = entries[key], entry.stood > accepted else { return }
    entry.isOpen = true
    entry.causes = joined(entry.causes, causes)
    entry.names = entry.names ?? SubjectNames(evaluator, limb)
    entries[key] = entry
  }

  /// The items a limit holds down: the sure ones, in the strict run the possible ones too.
  private func items(_ money: LimitPlan, _ limb: Limb, _ mode: Mode) -> ([Thing], [Cause]) {
    let members = judge.items(money.items, limb)
    let chosen = mode == .mild ? members.filter(\.causes.isEmpty) : members
    return (chosen.map(\.thing), joined(chosen.map(\.causes)))
  }

  /// Takes items down to a ceiling: the newest first, or each claim's to its share. Returns how
  /// much was taken.
  private func take(
    _ items: [Thing], downTo ceiling: Ratio, shares: [(claim: Thing, part: Ratio)] = []
  ) -> Ratio {
    let total = total(of: items)
    guard var open = try? total.subtracting(ceiling), open > .zero else { return .zero }
    let taken = open
    for (item, most) in allowances(items, ceiling, shares) {
      let amount = evaluator.standing?[item] ?? .zero
      guard let over = try? amount.subtracting(most), over > .zero else { continue }
      let part = min(over, open)
      cut(item, amount, part)
      open = (try? open.subtracting(part)) ?? .zero
    }
    for item in items.reversed() where open > .zero {
      let amount = evaluator.standing?[item] ?? .zero
      let part = min(amount, open)
      cut(item, amount, part)
      open = (try? open.subtracting(part)) ?? .zero
    }
    return taken
  }

  private func cut(_ item: Thing, _ amount: Ratio, _ part: Ratio) {
    evaluator.standing?[item] = (try? amount.subtracting(part)) ?? amount
    guard part > .zero else { return }
    switch counted {
    case .mild?: takenBy[item, default: []].append((rule, part))
    case .strict?: maybeTakenBy[item, default: []].append((rule, part))
    case nil: break
    }
  }

  private func total(of items: [Thing]) -> Ratio {
    evaluator.standing?.total(of: items) ?? .zero
  }

  func sum(_ left: Ratio, _ right: Ratio) -> Ratio { (try? left.adding(right)) ?? left }
}

extension RuleVerdict {
  /// The verdict of a finding.
  var verdict: Verdict {
    switch self {
    case .breach: .breach
    case .practice: .practice
    case .advice: .advice
    }
  }
}
