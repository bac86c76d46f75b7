import Casebook
import Rulebook
import Values

/// Writes down how a verdict came about, while a limb is judged a second time.
final class Recorder {
  /// What is written down.
  enum Detail {
    /// All that a report may say.
    case all
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

  private struct Line {
    let depth: Int
    let text: String
    var value: Shown?
    var source: String?
    var worked: String?
    var isAssumption = false
  }

  private let detail: Detail
  private let text: (Node) -> String
  private let show: (Value, ValueType) -> Shown
  private let describe: (Fact, Value, ValueType) -> FactShown
  /// The lines, where it is written down how everything came about.
  private var drafts: [Line] = []
  /// What is being looked at: the place of its line, and where it is written.
  private var open: [(line: Int?, span: Span?)] = []
  private var depth: Int { open.count }

  private(set) var comparisons: [Comparison] = []
  private(set) var facts: [FactShown] = []
  private(set) var assumptions: [FactShown] = []
  private(set) var values: [TableValue] = []
  private(set) var choices: Set<ChoiceID> = []
  /// Definitions that have been explained, with what they gave.
  var explained: [Asked: Value] = [:]

  init(
    _ detail: Detail = .all,
    text: @escaping (Node) -> String,
    show: @escaping (Value, ValueType) -> Shown,
    describe: @escaping (Fact, Value, ValueType) -> FactShown
  ) {
    self.detail = detail
    self.text = text
    self.show = show
    self.describe = describe
  }

  private var firstDeciding = 0
  /// How many lists and other rules are being looked into: comparisons there decide nothing alone.
  private var aside = 0

  /// Comparisons from here on belong to the test that failed.
  func startDeciding() { firstDeciding = comparisons.count }

  /// The comparisons of the test that failed.
  var deciding: ArraySlice<Comparison> { comparisons[firstDeciding...] }

  /// How deep what was passed over stands at least; nothing in it is less deep.
  private(set) var passedOver = Int.max

  /// Whether it is written down how everything came about.
  var isExplaining: Bool { detail == .all }

  /// Whether a definition is passed over, and not looked into.
  func passesOver() -> Bool {
    guard detail == .outerComparisons else { return false }
    // What is looked at aside decides nothing.
    if aside == 0 { passedOver = min(passedOver, depth) }
    return true
  }

  /// The lines so far.
  var lines: [TraceLine] {
    drafts.map {
      TraceLine(
        depth: $0.depth, text: $0.text, value: $0.value, source: $0.source, worked: $0.worked,
        isAssumption: $0.isAssumption)
    }
  }

  /// Begins a line for an expression worth showing; false for others.
  func begin(_ node: Node) -> Bool {
    guard Self.isShown(node) else { return false }
    // `x is not none` is one line, not also that of the test it denies.
    if let last = open.last?.span, last == node.span { return false }
    begin(node.span) { text(node) }
    return true
  }

  /// Ends the line of an expression with its value.
  func end(_ node: Node, _ value: Value) {
    guard let place = open.removeLast().line else { return }
    drafts[place].value = show(value, node.type)
    if case .call(let id, _) = node.code, drafts[place].source == nil {
      drafts[place].source = definitionPlace?(id)
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
  func enter(_ text: @autoclosure () -> String) { begin(nil, text) }

  private func begin(_ span: Span?, _ text: () -> String) {
    guard isExplaining else { return open.append((nil, span)) }
    drafts.append(Line(depth: depth, text: text()))
    open.append((drafts.count - 1, span))
  }

  /// Ends such a line.
  func leave(_ value: Shown? = nil) {
    if let place = open.removeLast().line { drafts[place].value = value }
  }

  /// Looks at a member of a list, or at another rule.
  func enterAside(_ text: @autoclosure () -> String) {
    aside += 1
    enter(text())
  }

  /// What another rule said.
  func note(_ rule: String, _ part: String?, _ verdict: Verdict) {
    guard isExplaining else { return }
    let text = part.map { "\(rule) \($0)" } ?? rule
    let line = Line(depth: depth, text: text, value: .text(verdict.rawValue))
    if !drafts.contains(where: { $0.depth == line.depth && $0.text == text }) {
      drafts.append(line)
    }
  }

  /// Ends looking aside.
  func leaveAside(_ value: Shown? = nil) {
    aside -= 1
    leave(value)
  }

  private func amend(_ change: (inout Line) -> Void) {
    guard let place = open.last?.line else { return }
    change(&drafts[place])
  }

  // MARK: What was read

  /// A fact was read; the line being written is its.
  func read(_ fact: Fact, _ value: Value, _ type: ValueType, isAssumed: Bool) {
    guard isExplaining else { return }
    let shown = describe(fact, value, type)
    amend {
      $0.source = shown.path
      $0.isAssumption = isAssumed
    }
    if value.isOpen || Self.isThing(type) { return }
    if isAssumed {
      if !assumptions.contains(shown) { assumptions.append(shown) }
    } else if !facts.contains(shown) {
      facts.append(shown)
    }
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
      let shown = describe(fact, value, type)
      if !assumptions.contains(shown) { assumptions.append(shown) }
    }
  }

  /// A choice was read.
  func read(choice: ChoiceID) { choices.insert(choice) }

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
    if !values.contains(entry) { values.append(entry) }
    amend { $0.source = row.span.citation }
  }

  // MARK: What was compared

  /// Two values were compared.
  func compared(
    _ left: Value, _ order: Rulebook.Comparison, _ right: Value, _ type: ValueType, _ result: Value
  ) {
    guard aside == 0 || isExplaining else { return }
    let (a, b) = (show(left, type), show(right, type))
    if isExplaining { amend { $0.worked = "\(a.plain) \(order.rawValue) \(b.plain)" } }
    guard aside == 0 else { return }
    comparisons.append(
      Comparison(
        depth: depth, expected: b, actual: a, lacking: nil, holds: Kleene.known(result),
        relation: .required(by: order, holds: Kleene.known(result) == true)))
  }

  /// An amount was above a limit: the line says so, not what should have been.
  func exceeded(_ amount: Value, _ limit: Value) {
    guard isExplaining else { return }
    let (a, b) = (show(amount, .money), show(limit, .money))
    amend { $0.worked = "\(a.plain) > \(b.plain)" }
  }

  /// Two values were added, subtracted, multiplied or divided.
  func worked(
    _ left: Value, _ leftType: ValueType, _ sign: String, _ right: Value, _ rightType: ValueType
  ) {
    guard isExplaining else { return }
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
