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
    /// Made on the first day on which the limit was surely exceeded, with the figures of the day of
    /// evaluation if it still is.
    var finding: Finding?
    /// By how much it was exceeded then.
    var over = Ratio.zero
    /// Whether the strict reading finds the limit exceeded.
    var isOpen = false
    /// Why the limit is only perhaps exceeded.
    var causes: [Cause] = []
    /// Names of the subject, for an open question.
    var names: SubjectNames?
    var home: Thing
    /// What stood, at its turn in the mild run of the day, of all it may hold down.
    var stood = Ratio.zero
    /// Taken by the mild and by the strict run of the day of evaluation.
    var certain = Ratio.zero
    var possible = Ratio.zero
  }

  /// What a run leaves, and what it took for each void.
  struct Run {
    var standing: [Thing: Ratio]
    var voided: [Ratio]

    /// With what a run for another creditor's cases leaves and took.
    func joined(with other: Run) -> Run {
      Run(
        standing: standing.merging(other.standing) { first, _ in first },
        voided: voided.isEmpty
          ? other.voided : zip(voided, other.voided).map { (try? $0.adding($1)) ?? $0 })
    }
  }

  private enum Mode { case mild, strict }

  let evaluator: Evaluator
  private let judge: Judge
  let voids: [VoidItems]
  private let order: [Int]
  private let filter: RuleFilter
  /// The cases whose account is being drawn up.
  private(set) var cases: [Thing] = []
  private(set) var entries: [Key: Entry] = [:]
  private(set) var keys: [Key] = []
  /// What was charged and not taken back on the day of evaluation.
  private(set) var charged: [Thing: Ratio] = [:]
  /// For each item, what the mild run took of it and by which rule.
  private(set) var takenBy: [Thing: [(rule: Int, amount: Ratio)]] = [:]
  /// The same of the strict run.
  private(set) var maybeTakenBy: [Thing: [(rule: Int, amount: Ratio)]] = [:]
  private var rule = 0
  /// The day from which charges are no longer held down by the limit whose turn it is.
  private var chargedBefore: CivilDay?
  /// Whether the mild run of a day met anything that is not known.
  private var isDoubtful = false
  /// The run of the day of evaluation that is being made, whose takings are written down.
  private var counted: Mode?
  /// Where the limits of the mild run are written down, when an account is wanted.
  private let notes: LimitNotes?
  private(set) var mild = Run(standing: [:], voided: [])
  private(set) var strict = Run(standing: [:], voided: [])

  init(
    _ evaluator: Evaluator, voids: [VoidItems], rules: [Int], _ filter: RuleFilter,
    notes: LimitNotes? = nil
  ) {
    self.evaluator = evaluator
    self.filter = filter
    self.notes = notes
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

  /// Lets the rules take their turns on every day of account: of one creditor's cases, which are
  /// one account, and then of the next one's.
  func settle() {
    var mild = Run(standing: [:], voided: [])
    var strict = mild
    var charged: [Thing: Ratio] = [:]
    for pair in evaluator.index.together.pairs {
      cases = pair
      settleCases()
      (mild, strict) = (mild.joined(with: self.mild), strict.joined(with: self.strict))
      charged.merge(self.charged) { first, _ in first }
    }
    (self.mild, self.strict, self.charged) = (mild, strict, charged)
    evaluator.today = evaluator.asOf
    evaluator.standing = nil
  }

  private func settleCases() {
    let evaluation = evaluator.asOf
    if !charges.isEmpty {
      for day in accountDays() {
        isDoubtful = hasUndated
        mild = run(.mild, on: day)
        if isDoubtful { _ = run(.strict, on: day) }
      }
    }
    charged = standing(on: evaluation, surely: true)
    mild = run(.mild, on: evaluation, isEvaluation: true)
    strict = run(.strict, on: evaluation, isEvaluation: true)
  }

  private func run(_ mode: Mode, on day: CivilDay, isEvaluation: Bool = false) -> Run {
    evaluator.today = day
    evaluator.standing = standing(on: day, surely: mode == .mild)
    var voided = [Ratio](repeating: .zero, count: voids.count)
    counted = isEvaluation ? mode : nil
    for rule in order {
      self.rule = rule
      for (index, void) in voids.enumerated() where void.rule == rule {
        guard void.day.days.low <= day.number else { continue }
        isDoubtful = isDoubtful || !void.isSure
        guard mode == .strict || void.isSure else { continue }
        voided[index] = take(void.items, downTo: .zero)
      }
      let whole = evaluator.program.rules[rule]
      for (number, limb) in whole.limbs.enumerated()
      where limb.isMoney && filter.applies(whole, limb.verdict) {
        evaluator.withFrame(limb.slots) {
          judge.eachSubject(of: limb, in: cases) { turn(rule, number, $0, mode, isEvaluation) }
        }
      }
    }
    return Run(standing: evaluator.standing ?? [:], voided: voided)
  }
}

extension Ledger {
  /// One limit's turn for the subject that is bound.
  private func turn(
    _ rule: Int, _ number: Int, _ subject: Subject, _ mode: Mode, _ isEvaluation: Bool
  ) {
    let limb = evaluator.program.rules[rule].limbs[number]
    guard let applies = applies(limb, rule, subject) else { return }
    chargedBefore = limb.force.chargedBefore
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
      if mode == .mild {
        let (all, doubts) = items(money.items, .strict)
        entries[key]?.stood = sum(total(of: all), isEvaluation ? .zero : undated(among: all))
        isDoubtful = isDoubtful || Kleene.known(holds) == nil || !doubts.isEmpty
      }
      guard mode == .mild ? Kleene.known(holds) == true : Kleene.known(holds) != false else {
        continue
      }
      if counted == .mild { notes?.begin(money, key, items(money.items, mode).0, evaluator) }
      limit(money, test: index, limb, key, subject, mode, isEvaluation, holds)
      if counted == .mild { notes?.end(evaluator) }
    }
  }

  /// Whether a limb holds for a subject: nil when it surely does not.
  private func applies(_ limb: Limb, _ rule: Int, _ subject: Subject) -> Value? {
    var applies = Kleene.and(
      subject.isSubject, judge.inForce(limb, on: evaluator.evaluate(limb.day)))
    if let condition = limb.condition, Kleene.known(applies) != false {
      applies = Kleene.and(applies, evaluator.evaluate(condition))
    }
    if Kleene.known(applies) == false { return nil }
    let (_, setAside) = judge.setAside(limb, subject)
    applies = Kleene.and(applies, Kleene.not(setAside))
    if limb.review != .none, Kleene.known(applies) != false {
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
    let total = total(of: items)
    let most = evaluator.evaluate(money.ceiling)
    isDoubtful = isDoubtful || !most.causes.isEmpty
    guard let ceiling = mode == .mild ? most.numbers.high : most.numbers.low ?? .zero,
      let compared = try? ceiling.rounded(.halfUp, to: .one)
    else { return }
    let tolerance = money.tolerance.map { evaluator.evaluate($0).numbers.high ?? .zero } ?? .zero
    if mode == .strict {
      let undated = isEvaluation ? [] : missingDays(of: items)
      let causes = joined(joined(holds.causes, undated), joined(most.causes, doubts))
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
        charged: .number(total), limit: .number(ceiling))
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
    var members: [(thing: Thing, causes: [Cause])]
    switch items {
    case .bound(let slot):
      guard case .thing(let number) = evaluator.bound(slot) else { return ([], []) }
      members = [(Thing(index: number), [])]
    case .list(let list): members = evaluator.members(list).things
    }
    if let end = chargedBefore { members = members.compactMap { charged($0, before: end) } }
    let chosen = mode == .mild ? members.filter(\.causes.isEmpty) : members
    return (chosen.map(\.thing), chosen.reduce([]) { joined($0, $1.causes) })
  }

  /// An item as far as it was charged before a day; nil when it surely was not.
  private func charged(
    _ item: (thing: Thing, causes: [Cause]), before end: CivilDay
  ) -> (thing: Thing, causes: [Cause])? {
    let day = evaluator.day(of: evaluator.event(of: item.thing))
    if day.days.low >= end.number { return nil }
    return day.days.high < end.number ? item : (item.thing, joined(item.causes, day.causes))
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
    items.reduce(Ratio.zero) { sum($0, evaluator.standing?[$1] ?? .zero) }
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
