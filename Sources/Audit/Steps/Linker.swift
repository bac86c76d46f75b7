import Casebook
import Rulebook
import Values

/// Makes steps of the expressions of a program, each when it is first needed.
final class Linker {
  let program: Program
  let words: KnownWords
  private var callees: [Callee?]
  private var fields: [Word: FieldPlan] = [:]
  private var limbs: [LimbPlan?]
  /// Expressions that were asked for by themselves.
  private var asked: [ObjectIdentifier: Step] = [:]
  private var texts: [ObjectIdentifier: String] = [:]
  private var memories: [ListMemory.Key: ListMemory] = [:]
  /// The money rules in the order in which they take money.
  let order: [Int]
  /// Where the limbs of each rule begin, when those of all stand in a row.
  let limbStarts: [Int]
  private var parts = 0
  /// Counts the cases that evaluators turn to.
  private(set) var turn = 0

  init(_ program: Program, _ words: KnownWords) {
    self.program = program
    self.words = words
    order = program.moneyRules
    limbStarts = RuleVerdicts.starts(of: program.rules)
    callees = [Callee?](repeating: nil, count: program.definitions.count)
    limbs = [LimbPlan?](repeating: nil, count: limbStarts.last ?? 0)
  }

  /// A definition.
  func callee(_ id: DefinitionID) -> Callee {
    if let callee = callees[id.rawValue] { return callee }
    let callee = Callee(id, program.definitions[id.rawValue])
    callees[id.rawValue] = callee
    return callee
  }

  /// A limb of a rule.
  func limb(_ rule: Int, _ number: Int) -> LimbPlan {
    let place = limbStarts[rule] + number
    if let plan = limbs[place] { return plan }
    let plan = LimbPlan(program.rules[rule].limbs[number], rule: rule, self)
    limbs[place] = plan
    return plan
  }

  /// A limb of a rule; nil where it has no subject among what a case shows.
  func limb(_ rule: Int, _ number: Int, shown: KindSet) -> LimbPlan? {
    program.rules[rule].outlines[number].needs.areMet(by: shown) ? limb(rule, number) : nil
  }

  /// A field.
  func field(_ word: Word) -> FieldPlan {
    if let plan = fields[word] { return plan }
    let plan = FieldPlan(word, program.vocabulary)
    fields[word] = plan
    return plan
  }

  /// Notes that an evaluator turns to another case: what steps know of the last one is void.
  func turnToCase() { turn += 1 }

  /// A number for a part of an expression whose values are remembered.
  func nextPart() -> Int {
    parts += 1
    return parts
  }

  /// The step of an expression that is asked for by itself, the same each time.
  func known(_ node: Node) -> Step {
    if let step = asked[ObjectIdentifier(node)] { return step }
    let step = step(node)
    asked[ObjectIdentifier(node)] = step
    return step
  }

  /// How an expression is written, in one line.
  func text(of node: Node) -> String {
    if let text = texts[ObjectIdentifier(node)] { return text }
    let text = node.span.oneLine
    texts[ObjectIdentifier(node)] = text
    return text
  }

  /// Whether the members of a list are all events of its kinds of the case at hand.
  func isOfTimeline(_ list: List) -> Bool {
    guard case .all = list.source else { return false }
    return list.reach == .file && list.kinds.isSubset(of: words.eventKinds)
  }

  /// Where the members of a list are kept, which lists that are the same share; nil where they
  /// cannot be kept.
  func memory(of list: List) -> ListMemory? {
    guard list.isClosed(program, words) else { return nil }
    guard let key = ListMemory.Key(list) else { return ListMemory() }
    if let memory = memories[key] { return memory }
    let memory = ListMemory()
    memories[key] = memory
    return memory
  }

  /// A list.
  func plan(_ list: List) -> ListPlan { ListPlan(list, self) }

  /// The step of an expression.
  func step(_ node: Node) -> Step {
    switch node.code {
    case .flag(let flag): ConstantStep(node, .flag(flag))
    case .number(let number): ConstantStep(node, .number(number))
    case .day(let day): ConstantStep(node, .day(day))
    case .clock(let second): ConstantStep(node, .clock(second))
    case .duration(let count, let unit): ConstantStep(node, .duration(count, unit))
    case .word(let word): ConstantStep(node, .word(word))
    case .text(let text): TextStep(node, text)
    case .variable(let slot): VariableStep(node, slot)
    case .binding(let slot, let value, let body): BindingStep(node, slot, step(value), step(body))
    case .call(let id, let arguments):
      CallStep(node, callee(id), arguments, self)
    case .meets(let thing, let id): MeetsStep(node, step(thing), id)
    case .field(let thing, let word): FieldStep(node, step(thing), field(word))
    case .link(let thing, let link): LinkStep(node, link, step(thing))
    case .party(let word, let thing): PartyStep(node, field(word), thing.map { step($0) })
    case .not, .all, .any, .compare, .between, .isNone, .isKind, .isOneOf, .has, .hasEvery,
      .holds:
      logic(node)
    case .quantified, .count, .pick, .aggregate, .members, .left: list(node)
    case .extreme, .arithmetic, .rounded, .daySum, .otherwise, .ifUnknown, .ifUnknownBetween,
      .when, .dated:
      derived(node)
    case .root, .today, .commencement, .consequence, .calendarFact, .lookup, .calendar, .rowWords,
      .rowValue, .rowFlag, .choice, .choiceNumber, .isReading:
      plain(node)
    }
  }

  private func logic(_ node: Node) -> Step {
    switch node.code {
    case .not(let inner): NotStep(node, step(inner))
    case .all(let parts): AllStep.chain(node, parts, self)
    case .any(let parts): AnyStep.chain(node, parts, self)
    case .compare(let order, let left, let right):
      CompareStep(node, order, step(left), step(right))
    case .between(let value, let low, let high):
      BetweenStep(node, step(value), step(low), step(high))
    case .isNone(let inner): IsNoneStep(node, step(inner))
    case .isKind(let inner, let kinds): IsKindStep(node, step(inner), kinds)
    case .isOneOf(let inner, let words): IsOneOfStep(node, step(inner), words)
    case .has(let inner, let every, let words):
      HasStep(node, step(inner), every: every, .words(words))
    case .hasEvery(let inner, let wanted):
      HasStep(node, step(inner), every: true, .list(step(wanted)))
    case .holds(let list, let word): HoldsStep(node, step(list), step(word))
    default: ConstantStep(node, .unknown([]))
    }
  }

  private func list(_ node: Node) -> Step {
    switch node.code {
    case .quantified(let quantified, let list):
      switch quantified {
      case .some: QuantifiedStep(node, .some, plan(list))
      case .no: QuantifiedStep(node, .no, plan(list))
      case .atLeast(let wanted): QuantifiedStep(node, .atLeast(step(wanted)), plan(list))
      case .atMost(let wanted): QuantifiedStep(node, .atMost(step(wanted)), plan(list))
      }
    case .count(let list): CountStep(node, plan(list))
    case .pick(let first, let list): PickStep(node, first: first, plan(list))
    case .aggregate(let aggregate, let value, let list):
      AggregateStep(node, aggregate, step(value), plan(list))
    case .members(let list): MembersStep(node, plan(list))
    case .left(let list): LeftStep(node, plan(list))
    default: ConstantStep(node, .unknown([]))
    }
  }

  private func derived(_ node: Node) -> Step {
    switch node.code {
    case .extreme(let extreme, let left, let right):
      ExtremeStep(node, extreme, step(left), step(right))
    case .arithmetic(let operation, let left, let right):
      ArithmeticStep(node, operation, step(left), step(right))
    case .rounded(let value, let rounding, let unit):
      RoundedStep(node, step(value), rounding, step(unit))
    case .daySum(let slot, let value, let from, let through):
      DaySumStep(node, slot, step(value), step(from), step(through), self)
    case .otherwise(let value, let fallback): OtherwiseStep(node, step(value), step(fallback))
    case .ifUnknown(let value, let fallback): IfUnknownStep(node, step(value), step(fallback))
    case .ifUnknownBetween(let value, let low, let high):
      IfUnknownBetweenStep(node, step(value), step(low), step(high))
    case .when(let cases, let otherwise):
      WhenStep.chain(
        node, cases.map { (step($0.condition), step($0.value)) }[...], otherwise: step(otherwise))
    case .dated(let day, let cases, let before):
      DatedStep(node, step(day), cases.map { ($0.from, step($0.value)) }, step(before))
    default: ConstantStep(node, .unknown([]))
    }
  }
}

extension Program {
  /// Rules that take money, in the order in which they do.
  fileprivate var moneyRules: [Int] {
    rules.indices.filter { rules[$0].takesMoney }
      .map { (order.firstIndex(of: rules[$0].id) ?? Int.max, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
