import Casebook
import Rulebook
import Values

/// The items of a case and what the money rules leave of them, in the order the law gives.
///
/// The rules take their turns on each day of account. The run is made twice on the day of
/// evaluation: mildly (every range at the end that leaves most, only what is sure) and strictly
/// (the opposite); what the mild run takes is too much in any case, the rest is at risk.
final class Ledger {
  /// A money rule's subject: rule, limb, part and what is bound.
  struct Key: Hashable {
    let rule: Int
    let limb: Int
    let part: String?
    let bound: [Int64]
  }

  /// What came of a subject.
  struct Entry {
    /// Made on the first day on which the limit was surely exceeded.
    var finding: Finding?
    /// Whether the strict reading finds the limit exceeded.
    var isOpen = false
    /// Why the limit is only perhaps exceeded.
    var causes: [Cause] = []
    /// Names of the subject, for an open question.
    var names: SubjectNames?
    var home: Thing
    /// Taken by the mild and by the strict run of the day of evaluation.
    var certain = Ratio.zero
    var possible = Ratio.zero
  }

  /// What a run leaves, and what it took for each void.
  struct Run {
    var standing: [Thing: Ratio]
    var voided: [Ratio]
  }

  private enum Mode { case mild, strict }

  private let evaluator: Evaluator
  private let judge: Judge
  private let voids: [VoidItems]
  private let order: [Int]
  private(set) var entries: [Key: Entry] = [:]
  private(set) var keys: [Key] = []
  /// What was charged and not taken back on the day of evaluation.
  private(set) var charged: [Thing: Ratio] = [:]
  /// For each item, what the mild run took of it and by which rule.
  private(set) var takenBy: [Thing: [(rule: Int, amount: Ratio)]] = [:]
  private var rule = 0
  private var isCounting = false
  private(set) var mild = Run(standing: [:], voided: [])
  private(set) var strict = Run(standing: [:], voided: [])

  init(_ evaluator: Evaluator, voids: [VoidItems], rules: [Int]) {
    self.evaluator = evaluator
    judge = Judge(evaluator)
    self.voids = voids
    let program = evaluator.program
    let places = Dictionary(
      program.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    order = rules.filter { program.rules[$0].takesMoney }
      .sorted { left, right in
        let (a, b) = (places[program.rules[left].id], places[program.rules[right].id])
        return (a ?? Int.max, left) < (b ?? Int.max, right)
      }
  }

  /// Lets the rules take their turns on every day of account.
  func settle() {
    let evaluation = evaluator.asOf
    if !evaluator.index.charges.isEmpty {
      for day in accountDays() { _ = run(.mild, on: day) }
    }
    charged = standing(on: evaluation)
    mild = run(.mild, on: evaluation, isEvaluation: true)
    strict = run(.strict, on: evaluation, isEvaluation: true)
    evaluator.today = evaluation
    evaluator.standing = nil
  }

  /// Days before the day of evaluation on which something was charged.
  private func accountDays() -> [CivilDay] {
    let days = evaluator.index.charges.compactMap { item in
      evaluator.file.day(of: evaluator.file.parent(of: item))
    }
    return Set(days).filter { $0 < evaluator.asOf }.sorted()
  }

  private func run(_ mode: Mode, on day: CivilDay, isEvaluation: Bool = false) -> Run {
    evaluator.today = day
    evaluator.standing = standing(on: day)
    var voided = [Ratio](repeating: .zero, count: voids.count)
    isCounting = isEvaluation && mode == .mild
    for rule in order {
      self.rule = rule
      for (index, void) in voids.enumerated() where void.rule == rule {
        guard mode == .strict || void.isSure, void.day.days.low <= day.number else { continue }
        voided[index] = take(void.items, downTo: .zero)
      }
      for (number, limb) in evaluator.program.rules[rule].limbs.enumerated() where limb.isMoney {
        evaluator.withFrame(limb.slots) {
          judge.eachSubject(of: limb) { turn(rule, number, $0, mode, isEvaluation) }
        }
      }
    }
    return Run(standing: evaluator.standing ?? [:], voided: voided)
  }

  /// The amounts charged and not taken back by a day.
  private func standing(on day: CivilDay) -> [Thing: Ratio] {
    let file = evaluator.file
    var standing: [Thing: Ratio] = [:]
    for item in evaluator.index.charges {
      let charged = file.day(of: file.parent(of: item))
      if charged.map({ $0 <= day }) ?? true { standing[item] = evaluator.charged(item) }
    }
    for removal in evaluator.index.removals {
      guard file.day(of: file.parent(of: removal)).map({ $0 <= day }) ?? true else { continue }
      let kind = file[removal, evaluator.words.kind]
      var open = evaluator.charged(removal)
      for item in evaluator.index.charges.reversed()
      where standing[item] != nil && file[item, evaluator.words.kind] == kind
        && evaluator.index.removes(removal, item, file, evaluator.words)
      {
        let taken = min(standing[item] ?? .zero, open)
        standing[item] = (try? standing[item]?.subtracting(taken)) ?? .zero
        open = (try? open.subtracting(taken)) ?? .zero
      }
    }
    return standing
  }
}

extension Ledger {
  /// One limit's turn for the subject that is bound.
  private func turn(
    _ rule: Int, _ number: Int, _ subject: Subject, _ mode: Mode, _ isEvaluation: Bool
  ) {
    let limb = evaluator.program.rules[rule].limbs[number]
    guard let applies = applies(limb, rule, subject) else { return }
    for (index, test) in limb.tests.enumerated() {
      guard case .limit(let money) = test.form else { continue }
      let guarded = money.condition.map { evaluator.evaluate($0) } ?? .flag(true)
      let holds = Kleene.and(applies, guarded)
      let key = Key(
        rule: rule, limb: number, part: subject.part, bound: bound(limb) + [Int64(index)])
      if entries[key] == nil {
        guard Kleene.known(holds) != false else { continue }
        entries[key] = Entry(home: evaluator.home)
        keys.append(key)
      }
      guard mode == .mild ? Kleene.known(holds) == true : Kleene.known(holds) != false else {
        continue
      }
      limit(money, test: index, limb, key, subject, mode, isEvaluation, holds)
    }
  }

  /// Whether a limb holds for a subject: nil when it surely does not.
  private func applies(_ limb: Limb, _ rule: Int, _ subject: Subject) -> Value? {
    var applies = Kleene.and(
      subject.isSubject, judge.within(limb.period, evaluator.evaluate(limb.day)))
    if let condition = limb.condition, Kleene.known(applies) != false {
      applies = Kleene.and(applies, evaluator.evaluate(condition))
    }
    if Kleene.known(applies) == false { return nil }
    let (_, setAside) = judge.setAside(limb, subject)
    applies = Kleene.and(applies, Kleene.not(setAside))
    if limb.confirmed, Kleene.known(applies) != false {
      let outcome = judge.confirmed(Judge.Outcome(verdict: .breach), rule, limb)
      switch outcome.verdict {
      case .breach: break
      case .undetermined: applies = Kleene.and(applies, .unknownFlag(outcome.causes))
      default: return nil
      }
    }
    return Kleene.known(applies) == false ? nil : applies
  }

  private func limit(
    _ money: MoneyLimit, test: Int, _ limb: Limb, _ key: Key, _ subject: Subject, _ mode: Mode,
    _ isEvaluation: Bool, _ holds: Value
  ) {
    let (items, doubts) = items(money.items, mode)
    let total = items.reduce(Ratio.zero) { sum($0, evaluator.standing?[$1] ?? .zero) }
    let most = evaluator.evaluate(money.ceiling)
    guard let ceiling = mode == .mild ? most.numbers.high : most.numbers.low ?? .zero,
      let compared = try? ceiling.rounded(.halfUp, to: .one)
    else { return }
    let tolerance = money.tolerance.map { evaluator.evaluate($0).numbers.high ?? .zero } ?? .zero
    if mode == .strict {
      let causes = joined(holds.causes, joined(most.causes, doubts))
      noteDoubt(items, above: sum(max(compared, .zero), tolerance), key, limb, causes)
    }
    guard let over = try? total.subtracting(max(compared, .zero)), over > tolerance, over > .zero
    else {
      return
    }
    if mode == .mild, entries[key]?.finding == nil {
      let outcome = Judge.Outcome(
        verdict: evaluator.program.rules[key.rule].limbs[key.limb].verdict.verdict, test: test,
        charged: .number(total), limit: .number(ceiling))
      entries[key]?.finding = FindingMaker(evaluator, key.rule, key.limb, subject).finding(outcome)
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

  /// What was charged may be above the limit, whether or not another doubtful rule would already
  /// have taken it: the question is open as long as the mild run leaves something, and as there is
  /// something not known of the limit itself.
  private func noteDoubt(
    _ items: [Thing], above accepted: Ratio, _ key: Key, _ limb: Limb, _ causes: [Cause]
  ) {
    let asked = items.reduce(Ratio.zero) { sum($0, charged[$1] ?? .zero) }
    let stands = items.contains { (mild.standing[$0] ?? .zero) > .zero }
    guard !causes.isEmpty, asked > accepted, stands, var entry = entries[key] else { return }
    entry.isOpen = true
    entry.causes = joined(entry.causes, causes)
    entry.names = entry.names ?? SubjectNames(evaluator, limb)
    entries[key] = entry
  }

  private func bound(_ limb: Limb) -> [Int64] {
    limb.subject.flatMap { subject -> [Int64] in
      switch evaluator.bound(subject.slot) {
      case .thing(let number): [Int64(number)]
      case .list(let things): things + [-1]
      default: [-2]
      }
    }
  }

  /// The items a limit holds down: the sure ones, in the strict run the possible ones too.
  private func items(_ items: MoneyLimit.Items, _ mode: Mode) -> ([Thing], [Cause]) {
    switch items {
    case .bound(let slot):
      guard case .thing(let number) = evaluator.bound(slot) else { return ([], []) }
      return ([Thing(index: number)], [])
    case .list(let list):
      let members = evaluator.members(list).things
      let chosen = mode == .mild ? members.filter(\.causes.isEmpty) : members
      return (chosen.map(\.thing), chosen.reduce([]) { joined($0, $1.causes) })
    }
  }

  /// The share of each claim of the bound group, when the ceiling is divided.
  private func shares(_ share: (slot: Int, value: Node)?) -> [(claim: Thing, part: Ratio)] {
    guard let share else { return [] }
    for slot in 0..<share.slot {
      guard case .list(let claims) = evaluator.bound(slot) else { continue }
      return claims.map { claim in
        let thing = Thing(index: Int32(truncatingIfNeeded: claim))
        evaluator.bind(share.slot, .thing(thing.index))
        let part = evaluator.about(thing) { evaluator.evaluate(share.value) }
        return (thing, part.numbers.low ?? .zero)
      }
    }
    return []
  }

  /// Takes items down to a ceiling: the newest first, or each claim's to its share. Returns how
  /// much was taken.
  private func take(
    _ items: [Thing], downTo ceiling: Ratio, shares: [(claim: Thing, part: Ratio)] = []
  ) -> Ratio {
    let total = items.reduce(Ratio.zero) { sum($0, evaluator.standing?[$1] ?? .zero) }
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
    if isCounting, part > .zero { takenBy[item, default: []].append((rule, part)) }
  }

  /// How much of each item its claim's share of a ceiling leaves; empty when nothing is divided.
  private func allowances(
    _ items: [Thing], _ ceiling: Ratio, _ shares: [(claim: Thing, part: Ratio)]
  ) -> [(Thing, Ratio)] {
    let whole = shares.reduce(Ratio.zero) { sum($0, $1.part) }
    guard whole > .zero else { return [] }
    var result: [(Thing, Ratio)] = []
    for (claim, part) in shares {
      guard let exact = try? ceiling.multiplied(by: part).divided(by: whole),
        var open = try? exact.rounded(.down, to: .one)
      else { continue }
      for item in items where evaluator.file.claims(of: item).first == claim {
        let kept = min(evaluator.standing?[item] ?? .zero, open)
        result.append((item, kept))
        open = (try? open.subtracting(kept)) ?? .zero
      }
    }
    return result
  }

  private func sum(_ left: Ratio, _ right: Ratio) -> Ratio { (try? left.adding(right)) ?? left }
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
