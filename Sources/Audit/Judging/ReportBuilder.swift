import Casebook
import Rulebook
import Values

/// Collects what the limbs say, and makes the reports of the cases.
struct ReportBuilder {
  let evaluator: Evaluator
  private let judge: Judge
  private let sources: [String]
  private var findings: [Finding] = []
  private var undetermined: [Undetermined] = []
  private var setAside: [(home: Thing, entry: SetAside)] = []
  /// For each case, by its number.
  private var verdicts: [RuleVerdicts]
  /// How often a case was found in order, likewise.
  private var met: [Int]
  private var measured: [Thing: [Measured.Key: Measured]] = [:]
  private var voids: [VoidItems] = []
  private var consequences: [ConsequenceThing] = []

  init(evaluator: Evaluator, sources: [String]) {
    self.evaluator = evaluator
    judge = Judge(evaluator)
    self.sources = sources
    let none = RuleVerdicts(evaluator.program.rules, starts: evaluator.linker.limbStarts)
    verdicts = [RuleVerdicts](repeating: none, count: evaluator.file.roots.count)
    met = [Int](repeating: 0, count: evaluator.file.roots.count)
  }

  /// Takes in what a limb says of the subject that is bound.
  mutating func add(_ outcome: Judge.Outcome, rule number: Int, limb: Int, subject: Subject) {
    let home = place(of: evaluator.home)
    verdicts[home].note(
      outcome.verdict, rule: number, limb: limb, rowPart: subject.isOfRow ? subject.part : nil)
    if evaluator.program.rules[number].outlines[limb].isMeasure,
      case let rule = evaluator.program.rules[number], let measure = rule.limbs[limb].measure
    {
      if let (key, count) = measurement(outcome.verdict, measure, rule, limb, subject.part) {
        let before = measured[evaluator.home]?[key] ?? Measured()
        measured[evaluator.home, default: [:]][key] = before + count
      }
      return
    }
    switch outcome.verdict {
    case .met: met[home] += 1
    case .notApplicable:
      if let exception = outcome.setAsideBy { addSetAside(exception, number, limb, subject) }
    case .undetermined: addUndetermined(outcome, number, limb, subject)
    default: addFinding(outcome, number, limb, subject)
    }
  }

  private mutating func note(_ verdict: Verdict, _ rule: Int, _ limb: Int, _ rowPart: String?) {
    verdicts[place(of: evaluator.home)].note(verdict, rule: rule, limb: limb, rowPart: rowPart)
  }

  /// The number of a case.
  private func place(of root: Thing) -> Int {
    evaluator.isAlone ? 0 : evaluator.index.number(of: root)
  }

  private mutating func addFinding(
    _ outcome: Judge.Outcome, _ rule: Int, _ limb: Int, _ subject: Subject
  ) {
    var finding = FindingMaker(evaluator, rule, limb, subject).finding(outcome)
    let compiled = evaluator.program.rules[rule].limbs[limb]
    consequences += judge.consequences(
      compiled, rule: rule, part: subject.part, causes: [])
    if let over = judge.excess(compiled, outcome) {
      finding.excess = over.certain
      if over.possible > over.certain {
        finding.atRisk = try? over.possible.subtracting(over.certain)
      }
    }
    let own = judge.voidItems(compiled, rule: rule, isSure: true)
    finding.voidItems = own.indices.map { voids.count + $0 }
    let same = findings.firstIndex { isSame($0, finding, own) }
    if let same {
      // Known by the claim that comes first by name, whichever was seen first.
      let firsts = (finding.claims.min() ?? "", findings[same].claims.min() ?? "")
      if firsts.0 < firsts.1 { findings[same].fingerprint = finding.fingerprint }
      findings[same].claims += finding.claims.filter { !findings[same].claims.contains($0) }
    } else {
      voids += own
      findings.append(finding)
    }
  }

  /// Whether two findings differ only in the claim.
  private func isSame(_ one: Finding, _ other: Finding, _ own: [VoidItems]) -> Bool {
    if let group = one.group, group == other.group {
      return one.rule == other.rule && one.part == other.part && one.verdict == other.verdict
    }
    return one.rule == other.rule && one.part == other.part && one.verdict == other.verdict
      && one.things == other.things && !other.events.isEmpty && one.expected == other.expected
      && one.actual == other.actual && one.home == other.home
      && one.voidItems.map { voids[$0].items } == own.map(\.items)
  }

  private mutating func addUndetermined(
    _ outcome: Judge.Outcome, _ number: Int, _ limb: Int, _ subject: Subject
  ) {
    let rule = evaluator.program.rules[number]
    let compiled = rule.limbs[limb]
    consequences += judge.consequences(
      compiled, rule: number, part: subject.part, causes: outcome.causes)
    let subjects = SubjectNames(evaluator, compiled)
    let own = judge.voidItems(
      compiled, rule: number, causes: outcome.causes, isSure: false)
    var entry = undetermined(rule, subject.part, compiled, subjects, outcome.causes)
    if let over = judge.excess(compiled, outcome), over.possible > .zero {
      entry.atRisk = over.possible
    }
    entry.group = evaluator.group(of: compiled)
    entry.things = subjects.things
    let same = undetermined.firstIndex { other in
      if let group = other.group, group == entry.group {
        return other.rule == rule.id && other.part == subject.part
      }
      return other.rule == rule.id && other.part == subject.part && other.missing == entry.missing
        && other.things == subjects.things && !other.events.isEmpty && other.home == entry.home
        && other.voidItems.map { voids[$0].items } == own.map(\.items)
    }
    if let same {
      undetermined[same].claims += subjects.claims.filter {
        !undetermined[same].claims.contains($0)
      }
    } else {
      entry.voidItems = own.indices.map { voids.count + $0 }
      voids += own
      undetermined.append(entry)
    }
  }

  private func undetermined(
    _ rule: Rule, _ part: String?, _ limb: Limb, _ names: SubjectNames, _ causes: [Cause]
  ) -> Undetermined {
    let reasons = CauseNames(evaluator)
    return Undetermined(
      rule: rule.id, part: part, verdict: limb.verdict.verdict, law: rule.law,
      claims: names.claims, events: names.events, reason: reasons.reason(causes),
      missing: reasons.missing(causes), atRisk: nil, home: evaluator.home)
  }

  private mutating func addSetAside(
    _ exception: Int, _ number: Int, _ limb: Int, _ subject: Subject
  ) {
    let rule = evaluator.program.rules[number]
    let subjects = SubjectNames(evaluator, rule.limbs[limb])
    let entry = SetAside(
      rule: rule.id, part: subject.part,
      exception: evaluator.program.exceptions[exception].name,
      law: evaluator.program.exceptions[exception].law.citation, claims: subjects.claims,
      events: subjects.events)
    if !setAside.contains(where: { $0.home == evaluator.home && $0.entry == entry }) {
      setAside.append((evaluator.home, entry))
    }
  }

  /// The findings so far of which something holds.
  func found(where isSought: (Finding) -> Bool) -> [Finding] { findings.filter(isSought) }

  // MARK: Money

  /// Lets the money rules take their turns, and books what they take.
  mutating func settle(
    _ turns: [Turns.OfMoney], lastDayOnly: Bool = false, notes: LimitNotes? = nil,
    stopwatch: Stopwatch? = nil, looksFirst: Bool = true
  ) -> Ledger {
    evaluator.consequences = consequences
    let ledger = Ledger(
      evaluator, voids: voids, turns: turns, notes: notes, stopwatch: stopwatch,
      looksFirst: looksFirst)
    ledger.settle(lastDayOnly: lastDayOnly)
    for index in findings.indices { book(&findings[index], ledger) }
    for index in undetermined.indices {
      let taken = undetermined[index].voidItems.reduce(Ratio.zero) {
        sum($0, ledger.strict.voided[$1])
      }
      if !undetermined[index].voidItems.isEmpty { undetermined[index].atRisk = taken }
    }
    for limit in ledger.inOrder {
      met[evaluator.index.number(of: limit.home)] += 1
      evaluator.home = limit.home
      note(.met, limit.key.rule, limit.key.limb, limit.key.part)
    }
    for key in ledger.keys { if let entry = ledger.entries[key] { add(entry, key) } }
    return ledger
  }

  private func book(_ finding: inout Finding, _ ledger: Ledger) {
    guard !finding.voidItems.isEmpty else { return }
    let certain = finding.voidItems.reduce(Ratio.zero) { sum($0, ledger.mild.voided[$1]) }
    let possible = finding.voidItems.reduce(Ratio.zero) { sum($0, ledger.strict.voided[$1]) }
    finding.excess = certain
    if possible > certain { finding.atRisk = try? possible.subtracting(certain) }
  }

  private func sum(_ left: Ratio, _ right: Ratio) -> Ratio { (try? left.adding(right)) ?? left }

  private mutating func add(_ entry: Ledger.Entry, _ key: Ledger.Key) {
    let rule = evaluator.program.rules[key.rule]
    evaluator.home = entry.home
    if var finding = entry.finding {
      finding.excess = entry.certain
      if entry.certain == .zero { finding.excessThen = entry.over }
      finding.isOfItems = true
      if entry.possible > entry.certain {
        finding.atRisk = try? entry.possible.subtracting(entry.certain)
      }
      findings.append(finding)
      note(finding.verdict, key.rule, key.limb, key.part)
    } else if entry.isOpen || entry.possible > .zero, let names = entry.names {
      var open = undetermined(rule, key.part, rule.limbs[key.limb], names, entry.causes)
      open.atRisk = entry.possible
      open.isOfItems = true
      undetermined.append(open)
      note(.undetermined, key.rule, key.limb, key.part)
    } else {
      met[evaluator.index.number(of: entry.home)] += 1
      note(.met, key.rule, key.limb, key.part)
    }
  }

  // MARK: Reports

  /// A report for each case, the worst finding first.
  func reports(_ ledger: Ledger, choices: [Thing: [ChoiceUsed]]) -> [CaseReport] {
    let roots = evaluator.file.roots
    return zip(roots, sources).map { root, source in
      evaluator.home = root
      return report(root, source, ledger, choices[root] ?? [])
    }
  }

  private func report(
    _ root: Thing, _ source: String, _ ledger: Ledger, _ choices: [ChoiceUsed]
  ) -> CaseReport {
    let (file, number) = (evaluator.file, evaluator.index.number(of: root))
    let isAlone = file.roots.count == 1
    func isHere(_ thing: Thing) -> Bool { isAlone || file.root(of: thing) == root }
    let own = worstFirst(findings.filter { $0.home == root })
    let (excess, atRisk) = totals(root, ledger, own)
    return CaseReport(
      id: file.identifier(of: root) ?? "", source: source,
      background: CaseBackground(file, root, timeline: evaluator.index.timeline(of: root)),
      findings: own.toldApart(),
      undetermined: undetermined.filter { $0.home == root },
      setAside: setAside.filter { $0.home == root }.map(\.entry),
      conflicts: file.conflicts.filter { $0.facts.contains { isHere($0.thing) } },
      ruled: verdicts[number],
      met: met[number], measured: measured[root] ?? [:], choices: choices, excess: excess,
      atRisk: atRisk,
      eventsAfter: evaluator.index.eventsAfter(root),
      planned: file[root, evaluator.words.planned].state == .value ? 1 : 0)
  }

  /// Findings, the worst first.
  private func worstFirst(_ findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    return findings.enumerated().sorted { left, right in
      (left.element.verdict, right.element.excess ?? .zero, left.offset)
        < (right.element.verdict, left.element.excess ?? .zero, right.offset)
    }.map(\.element)
  }

  /// What is too much of the case's own items and other money, in any case and perhaps.
  private func totals(
    _ root: Thing, _ ledger: Ledger, _ own: [Finding]
  ) -> (excess: Ratio, atRisk: Ratio) {
    let file = evaluator.file
    var (excess, possible) = (Ratio.zero, Ratio.zero)
    for item in evaluator.index.charges where file.roots.count == 1 || file.root(of: item) == root {
      let charged = ledger.charged[item] ?? .zero
      if let cut = try? charged.subtracting(ledger.mild.standing[item] ?? charged) {
        excess = sum(excess, cut)
      }
      if let cut = try? charged.subtracting(ledger.strict.standing[item] ?? charged) {
        possible = sum(possible, cut)
      }
    }
    for finding in own where finding.voidItems.isEmpty && !finding.isOfItems {
      excess = sum(excess, finding.excess ?? .zero)
      possible = sum(possible, sum(finding.excess ?? .zero, finding.atRisk ?? .zero))
    }
    for open in undetermined where open.home == root && open.voidItems.isEmpty && !open.isOfItems {
      possible = sum(possible, open.atRisk ?? .zero)
    }
    let atRisk = (try? possible.subtracting(excess)) ?? .zero
    return (excess, max(atRisk, .zero))
  }
}
