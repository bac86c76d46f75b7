import Casebook
import Rulebook
import Values

/// Writes down how a verdict came about, while a limb is judged a second time.
final class Recorder {
  /// What is written down.
  enum Detail {
    /// All that a report may say.
    case all
    /// The same, but only lines that are no deeper than this; the others are counted.
    case linesDown(to: Int)
    /// What it rests on, and how nothing came about.
    case grounds
    /// The comparisons alone.
    case comparisons
    /// Of these, those that stand in no definition.
    case outerComparisons
  }

  /// A comparison or count, with what decided it.
  struct Comparison {
    let depth: Int
    let expected: Shown?
    let actual: Shown?
    let lacking: Shown?
    let holds: Bool?
    /// What was done would have to be this to what was expected; nil: the same, or all of it.
    var relation: Finding.Relation?
  }

  /// A line that has been begun.
  private struct Begun {
    /// Where its expression is written; nil of one with a text of its own.
    let span: Span?
    /// Where it stands; negative of one that is not kept.
    let place: Int
  }

  /// What another rule said, and how deep that stands.
  private struct Note: Hashable {
    let depth: Int
    let text: String
  }

  private let detail: Detail
  /// Whether all lines are kept.
  var keepsEveryLine: Bool { deepest == .max }
  /// How deep lines are kept; negative where none are.
  private let deepest: Int
  /// Whether it is known of each line that it is there, though it may not be kept.
  let countsLines: Bool
  private let text: (Node) -> String
  private let show: (Value, ValueType) -> Shown
  private let describe: (Fact, Value, ValueType) -> FactShown
  /// The lines so far that are kept.
  private(set) var lines: [TraceLine] = []
  /// How many lines were left out as they stand too deep.
  private(set) var linesLeftOut = 0
  private var open: [Begun] = []
  private var depth: Int { open.count }
  private var noted: Set<Note> = []

  private(set) var comparisons: [Comparison] = []
  private var known = FactsRead()
  private var factsRead = Distinct<FactShown>()
  private var factsAssumed = Distinct<FactShown>()
  var facts: [FactShown] { factsRead.all }
  var assumptions: [FactShown] { factsAssumed.all }
  var rows = Distinct<TableValue>()
  var values: [TableValue] { rows.all }
  var choices: Set<ChoiceID> = []
  /// What is being read by the definitions that are being explained, the innermost last.
  var tapes: [Tape] = []
  /// Definitions that have been explained, with what they gave.
  var explained: [Asked: Value] = [:]

  init(
    _ detail: Detail = .all,
    text: @escaping (Node) -> String,
    show: @escaping (Value, ValueType) -> Shown,
    describe: @escaping (Fact, Value, ValueType) -> FactShown
  ) {
    self.detail = detail
    switch detail {
    case .all: (isExplaining, countsLines, deepest) = (true, true, .max)
    case .linesDown(let depth): (isExplaining, countsLines, deepest) = (true, true, depth)
    case .grounds: (isExplaining, countsLines, deepest) = (true, false, -1)
    case .comparisons, .outerComparisons: (isExplaining, countsLines, deepest) = (false, false, -1)
    }
    self.text = text
    self.show = show
    self.describe = describe
  }

  private var firstDeciding = 0
  /// How many lists and other rules are being looked into: comparisons there decide nothing alone.
  private var aside = 0
  var isAside: Bool { aside > 0 }

  /// Comparisons from here on belong to the test that failed.
  func startDeciding() { firstDeciding = comparisons.count }

  /// The comparisons of the test that failed.
  var deciding: ArraySlice<Comparison> { comparisons[firstDeciding...] }

  /// How deep what was passed over stands at least; nothing in it is less deep.
  private(set) var passedOver = Int.max

  /// Whether it is written down what everything rests on.
  let isExplaining: Bool

  /// Whether a definition is passed over, and not looked into.
  func passesOver() -> Bool {
    guard case .outerComparisons = detail else { return false }
    // What is looked at aside decides nothing.
    if aside == 0 { passedOver = min(passedOver, depth) }
    return true
  }

  /// Begins a line for an expression worth showing; false for others, and where nothing is asked of
  /// the line nor of how deep it stands.
  func begin(_ node: Node) -> Bool {
    guard countsLines || aside == 0, Self.isShown(node) else { return false }
    // `x is not none` is one line, not also that of the test it denies.
    if let last = open.last?.span, last == node.span { return false }
    open.append(Begun(span: node.span, place: place(forLine: text(node))))
    return true
  }

  /// Ends the line of an expression with its value.
  func end(_ node: Node, _ value: Value) {
    let place = open.removeLast().place
    guard place >= 0 else { return }
    lines[place].value = show(value, node.type)
    if case .call(let id, _) = node.code, lines[place].source == nil {
      lines[place].source = definitionPlace?(id)
    }
  }

  /// Where a definition stands in the rules.
  var definitionPlace: ((DefinitionID) -> String)?

  private static func isShown(_ node: Node) -> Bool {
    switch node.code {
    case .field, .link, .call, .lookup, .calendar, .quantified, .count, .pick, .aggregate,
      .compare, .isNone, .isOneOf, .between, .has, .hasEvery, .meets, .arithmetic, .extreme,
      .rounded, .not, .isReading, .choice, .choiceNumber, .ifUnknown, .ifUnknownBetween:
      true
    default: false
    }
  }

  /// Begins a line with a text of its own: a member of a list, a limb.
  func enter(_ text: @autoclosure () -> String) {
    open.append(Begun(span: nil, place: place(forLine: text())))
  }

  /// Ends such a line.
  func leave(_ value: Shown? = nil) {
    let place = open.removeLast().place
    if place >= 0 { lines[place].value = value }
  }

  /// Adds a line; its place, or a negative number where it is not kept.
  private func place(forLine text: @autoclosure () -> String) -> Int {
    if !tapes.isEmpty { tapes[tapes.count - 1].lines += 1 }
    guard depth <= deepest else {
      if countsLines { linesLeftOut += 1 }
      return -1
    }
    lines.append(
      TraceLine(
        depth: depth, text: text(), value: nil, source: nil, worked: nil, isAssumption: false))
    return lines.count - 1
  }

  /// Leaves out lines that stand deeper than any that is kept.
  func leaveOut(lines: Int) {
    if countsLines { linesLeftOut += lines }
  }

  /// Looks at a member of a list, or at another rule.
  func enterAside(_ text: @autoclosure () -> String) {
    aside += 1
    if countsLines { enter(text()) }
  }

  /// What another rule said.
  func note(_ rule: String, _ part: String?, _ verdict: Verdict) {
    guard countsLines else { return }
    for tape in tapes { tape.isWhole = false }
    let text = part.map { "\(rule) \($0)" } ?? rule
    guard noted.insert(Note(depth: depth, text: text)).inserted else { return }
    let place = place(forLine: text)
    if place >= 0 { lines[place].value = .text(verdict.rawValue) }
  }

  /// Ends looking aside.
  func leaveAside(_ value: Shown? = nil) {
    aside -= 1
    if countsLines { leave(value) }
  }

  /// Whether the line that is being written is kept.
  private var isKept: Bool { open.last.map { $0.place >= 0 } ?? false }

  private func amend(_ change: (inout TraceLine) -> Void) {
    guard let place = open.last?.place, place >= 0 else { return }
    change(&lines[place])
  }

  // MARK: What was read

  /// A fact was read; the line being written is its.
  func read(_ fact: Fact, _ value: Value, _ type: ValueType, isAssumed: Bool) {
    guard isExplaining else { return }
    if isKept {
      let shown = describe(fact, value, type)
      amend {
        $0.source = shown.path
        $0.isAssumption = isAssumed
      }
    }
    if value.isOpen || Self.isThing(type) { return }
    tapes.last?.read(fact, value, type, isAssumed: isAssumed)
    take(fact, value, type, isAssumed: isAssumed)
  }

  /// Takes in what a fact says, of which no line is written.
  func take(_ fact: Fact, _ value: Value, _ type: ValueType, isAssumed: Bool) {
    guard known.isNew(fact, value, isAssumed: isAssumed) else { return }
    let shown = describe(fact, value, type)
    if isAssumed { factsAssumed.add(shown) } else { factsRead.add(shown) }
  }

  /// Objects of the file are no facts; their fields are.
  private static func isThing(_ type: ValueType) -> Bool {
    switch type {
    case .thing, .things: true
    default: false
    }
  }

  /// An `if unknown` fell back to its assumption.
  func assumed(of causes: [Cause], _ value: Value, _ type: ValueType) {
    guard isExplaining else { return }
    amend { $0.isAssumption = true }
    for case .fact(let fact) in causes {
      tapes.last?.read(fact, value, type, isAssumed: true)
      take(fact, value, type, isAssumed: true)
    }
  }

  /// A choice was read.
  func read(choice: ChoiceID) {
    tapes.last?.read(choice)
    choices.insert(choice)
  }

  /// A row of a table was hit.
  func read(
    table: RuleTable, _ column: RuleTable.Column, _ row: RuleTable.Row, _ day: Value?,
    _ value: Value, _ type: ValueType
  ) {
    guard isExplaining else { return }
    var on: CivilDay?
    if case .day(let number)? = day { on = CivilDay(number: number) }
    var shown = show(value, type)
    if column.type == .share, case .number(let share) = shown { shown = .share(share) }
    let entry = TableValue(
      table: table.name, column: column.name == table.name ? nil : column.name, day: on,
      value: shown, row: row.span.citation)
    tapes.last?.read(entry)
    rows.add(entry)
    amend { $0.source = row.span.citation }
  }

  // MARK: What was compared

  /// Two values were compared.
  func compared(
    _ left: Value, _ order: Rulebook.Comparison, _ right: Value, _ type: ValueType, _ result: Value
  ) {
    guard aside == 0 || isKept else { return }
    let (a, b) = (show(left, type), show(right, type))
    if isKept { amend { $0.worked = "\(a.plain) \(order.rawValue) \(b.plain)" } }
    guard aside == 0 else { return }
    comparisons.append(
      Comparison(
        depth: depth, expected: b, actual: a, lacking: nil, holds: Kleene.known(result),
        relation: .required(by: order, holds: Kleene.known(result) == true)))
  }

  /// An amount was above a limit: the line says so, not what should have been.
  func exceeded(_ amount: Value, _ limit: Value) {
    guard isKept else { return }
    let (a, b) = (show(amount, .money), show(limit, .money))
    amend { $0.worked = "\(a.plain) > \(b.plain)" }
  }

  /// Two values were added, subtracted, multiplied or divided.
  func worked(
    _ left: Value, _ leftType: ValueType, _ sign: String, _ right: Value, _ rightType: ValueType
  ) {
    guard isKept else { return }
    let text = "\(show(left, leftType).plain) \(sign) \(show(right, rightType).plain)"
    amend { $0.worked = text }
  }

  /// A membership, count or word was tested.
  func tested(
    expected: Shown?, actual: Shown?, lacking: Shown? = nil, _ result: Value
  ) {
    guard aside == 0 else { return }
    comparisons.append(
      Comparison(
        depth: depth, expected: expected, actual: actual, lacking: lacking,
        holds: Kleene.known(result), relation: Kleene.known(result) == true ? .otherThan : nil))
  }
}
