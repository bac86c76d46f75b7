import Casebook
import Rulebook
import Values

/// Makes a finding of a failed limb: judges it once more and writes down how it came about.
struct FindingMaker {
  private let evaluator: Evaluator
  private let rule: Rule
  private let number: Int
  private let place: Int
  private let limb: Limb
  private let subject: Subject
  private var judge: Judge { Judge(evaluator) }

  init(_ evaluator: Evaluator, _ rule: Int, _ limb: Int, _ subject: Subject) {
    self.evaluator = evaluator
    self.rule = evaluator.program.rules[rule]
    (number, place) = (rule, limb)
    self.limb = self.rule.limbs[limb]
    self.subject = subject
  }

  func finding(_ outcome: Judge.Outcome) -> Finding {
    let fingerprint = fingerprint
    let isExplained = evaluator.explained.contains(fingerprint)
    let recorder = isExplained ? explanation(of: outcome) : comparisons(of: outcome)
    let decisive = decisive(recorder, outcome)
    let names = SubjectNames(evaluator, limb)
    let slots = slots(outcome, decisive)
    var finding = Finding(
      rule: rule.id, part: subject.part, verdict: outcome.verdict, law: rule.law,
      claims: names.claims, events: names.events,
      message: Sentence(nb: pieces(limb.message.nb, slots), en: pieces(limb.message.en, slots)),
      expected: decisive?.expected, actual: decisive?.actual, excess: nil, atRisk: nil,
      consequences: isExplained ? consequences() : [], facts: recorder.facts,
      values: recorder.values, choices: recorder.choices.map(reading).sorted(),
      assumptions: recorder.assumptions, day: day,
      trace: isExplained ? recorder.lines : [],
      fingerprint: fingerprint, home: evaluator.home)
    finding.isExplained = isExplained
    finding.traceLinesLeftOut = recorder.linesLeftOut
    finding.relation = decisive?.relation
    finding.things = names.things
    if isExplained { finding.grounds = grounds(names.claimThings) }
    finding.group = evaluator.group(of: limb)
    finding.cases = finding.group.map { evaluator.cases(of: $0) } ?? []
    return finding
  }

  /// The findings whose consequences the limb asks for and that strike its claims: the sure ones,
  /// or where none is, those that may be.
  private func grounds(_ claims: [Thing]) -> [Finding.Ground] {
    guard !evaluator.consequences.isEmpty,
      case let asked = evaluator.linker.limb(number, place).consequencesAsked, !asked.isEmpty
    else { return [] }
    let striking = evaluator.consequences.filter { consequence in
      asked.contains(evaluator.words.kind(ofConsequence: consequence.consequence))
        && consequence.rule != number && consequence.claims.contains { claims.contains($0) }
    }
    let sure = striking.filter(\.causes.isEmpty)
    var grounds: [Finding.Ground] = []
    for consequence in sure.isEmpty ? striking : sure {
      let day: CivilDay? =
        if case .day(let day) = consequence.day, day != CivilDay.never, day != CivilDay.longAgo {
          CivilDay(number: day)
        } else {
          nil
        }
      let ground = Finding.Ground(
        rule: evaluator.program.rules[consequence.rule].id, part: consequence.part, day: day)
      if !grounds.contains(ground) { grounds.append(ground) }
    }
    return grounds.sorted { left, right in
      (left.day?.number ?? .max, left.rule, left.part ?? "")
        < (right.day?.number ?? .max, right.rule, right.part ?? "")
    }
  }

  /// How it came about, with all that it rests on.
  private func explanation(of outcome: Judge.Outcome) -> Recorder {
    let detail: Recorder.Detail =
      switch evaluator.traces {
      case .none: .grounds
      case .outer: .linesDown(to: Traces.outerDepth)
      case .whole: .all
      }
    return recorded(detail) { judgeAgain($0, outcome) }
  }

  /// The comparisons of the test that failed, one of which decides. Only where it may be one that
  /// stands in a definition is it looked for there.
  private func comparisons(of outcome: Judge.Outcome) -> Recorder {
    let recorder = recorded(.outerComparisons) { recorder in
      recorder.enter(rule.law.citation)
      if let test = outcome.test { replay(limb.tests[test], outcome) }
      recorder.leave()
    }
    if recorder.passedOver == .max { return recorder }
    let failed = failed(recorder, outcome).map(\.depth).min() ?? .max
    return failed < recorder.passedOver
      ? recorder : recorded(.comparisons) { judgeAgain($0, outcome) }
  }

  private func judgeAgain(_ recorder: Recorder, _ outcome: Judge.Outcome) {
    recorder.enter(rule.law.citation)
    _ = evaluator.evaluate(limb.day)
    if let condition = limb.condition { _ = evaluator.evaluate(condition) }
    recorder.startDeciding()
    if let test = outcome.test { replay(limb.tests[test], outcome) }
    recorder.leave()
  }

  private func recorded(_ detail: Recorder.Detail, _ judge: (Recorder) -> Void) -> Recorder {
    let (program, file) = (evaluator.program, evaluator.file)
    let recorder = Recorder(
      detail, text: { [linker = evaluator.linker] in linker.text(of: $0) },
      show: { [evaluator] in evaluator.shown($0, $1) },
      describe: { [evaluator] in
        FactShown(path: file.pointer(to: $0), value: evaluator.shown($0, $1, $2))
      })
    recorder.definitionPlace = { program.definitions[$0.rawValue].span.citation }
    evaluator.bindInFull()
    evaluator.recorder = recorder
    judge(recorder)
    evaluator.recorder = nil
    return recorder
  }

  private func replay(_ test: Test, _ outcome: Judge.Outcome) {
    switch test.form {
    case .require(let condition), .forbid(let condition): _ = evaluator.evaluate(condition)
    case .limit(let money):
      if let condition = money.condition { _ = evaluator.evaluate(condition) }
      let charged = outcome.cut?.charged ?? evaluator.evaluate(money.charged)
      let most = evaluator.evaluate(money.ceiling)
      let result = evaluator.arithmetic.compare(.atMost, charged, most, .money)
      evaluator.recorder?.compared(charged, .atMost, most, .money, result)
      evaluator.recorder?.exceeded(charged, most)
    }
  }

  /// The outermost comparison that failed.
  private func decisive(
    _ recorder: Recorder, _ outcome: Judge.Outcome
  ) -> Recorder.Comparison? {
    guard outcome.test != nil else { return nil }
    let failed = failed(recorder, outcome)
    let open = failed.isEmpty ? Array(recorder.deciding) : failed
    return open.enumerated().min { ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset) }?
      .element
  }

  /// The comparisons that failed.
  private func failed(
    _ recorder: Recorder, _ outcome: Judge.Outcome
  ) -> [Recorder.Comparison] {
    guard let test = outcome.test else { return [] }
    let isForbid = if case .forbid = limb.tests[test].form { true } else { false }
    return recorder.deciding.filter { $0.holds == isForbid }
  }

  private var day: CivilDay? {
    guard case .day(let number) = evaluator.evaluate(limb.day), number != CivilDay.never,
      number != CivilDay.longAgo
    else { return nil }
    return CivilDay(number: number)
  }

  private func reading(_ id: ChoiceID) -> ChoiceUsed {
    let choice = evaluator.program.choices[id.rawValue]
    return ChoiceUsed(name: choice.name, reading: choice.shown(evaluator.readings[id.rawValue]))
  }

  private func consequences() -> [FindingConsequence] {
    limb.effects.compactMap { effect in
      guard case .consequence(let index) = effect.form else { return nil }
      let condition = effect.condition.map { evaluator.evaluate($0) } ?? .flag(true)
      guard Kleene.known(condition) != false else { return nil }
      let consequence = evaluator.program.consequences[index]
      return FindingConsequence(
        name: consequence.name, text: consequence.text,
        isAtRisk: effect.atRisk || Kleene.known(condition) == nil)
    }
  }

  private func slots(
    _ outcome: Judge.Outcome, _ decisive: Recorder.Comparison?
  ) -> [String: Shown] {
    var slots: [String: Shown] = [:]
    slots["expected"] = decisive?.expected
    slots["actual"] = decisive?.actual
    slots["lacking"] = decisive?.lacking
    if let cut = outcome.cut {
      slots["charged"] = evaluator.shown(cut.charged, .money)
      slots["limit"] = evaluator.shown(cut.limit, .money)
      let over = evaluator.arithmetic.apply(.minus, cut.charged, cut.limit, .money)
      slots["excess"] = evaluator.shown(over, .money)
    } else if let item = judge.voidItems(limb, rule: number, isSure: true).first?.items.first {
      slots["excess"] = .money(evaluator.charged(item))
      slots["charged"] = slots["excess"]
    } else if let over = judge.excess(limb, outcome) {
      slots["excess"] = .money(over.certain)
    }
    return slots
  }

  private func pieces(_ parts: [MessagePart], _ slots: [String: Shown]) -> [Sentence.Piece] {
    parts.map { part in
      switch part {
      case .text(let text): .text(text)
      case .value(let node): .value(evaluator.shown(evaluator.evaluate(node), node.type))
      case .slot(let name): .value(slots[name] ?? .none)
      }
    }
  }

  /// Rule, part, case, and the subject by name: not its place in the file, nor its amounts. A group
  /// is known by its first member, so that one that grows is still the same.
  private var fingerprint: String {
    let file = evaluator.file
    let names = SubjectNames(evaluator, limb, ofGroups: .first)
    return Fingerprint.text(
      [rule.id, subject.part ?? "", file.identifier(of: evaluator.home) ?? ""]
        + names.claims.sorted()
        + [""]
        + names.events.map { event in
          event.name.hasPrefix("/") ? "\(event.type) \(event.day?.description ?? "")" : event.name
        }.sorted())
  }
}
