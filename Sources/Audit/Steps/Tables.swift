import Rulebook
import Values

/// A read of a table.
final class LookupStep: Step {
  private let lookup: Lookup
  private let key: Step?
  private let amount: Step?
  private let day: Step?
  private let program: Program
  private lazy var rows = LookupRows(lookup, program)

  init(_ node: Node, _ lookup: Lookup, _ linker: Linker) {
    self.lookup = lookup
    program = linker.program
    key = lookup.key.map { linker.step($0) }
    amount = lookup.amount.map { linker.step($0) }
    day = lookup.day.map { linker.step($0) }
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let (key, amount) = (key?.value(evaluator), amount?.value(evaluator))
    let day = day?.value(evaluator)
    if !evaluator.isRecording,
      let row = rows.only(
        key: key.map(evaluator.brief), amount: amount.map(evaluator.brief),
        day: day.map(evaluator.brief))
    {
      return rows.values[row]
    }
    return evaluator.lookup(lookup, key: key, amount: amount, day: day, node)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (key, amount) = (key?.brief(evaluator), amount?.brief(evaluator))
    let day = day?.brief(evaluator)
    guard let row = rows.only(key: key, amount: amount, day: day) else {
      return evaluator.brief(
        evaluator.lookup(
          lookup, key: key.map(evaluator.full), amount: amount.map(evaluator.full),
          day: day.map(evaluator.full), node))
    }
    return evaluator.brief(rows.values[row])
  }
}

/// The rows of a table as one column of it is read: all that decides whether a row is hit, and what
/// it gives.
private final class LookupRows {
  private let from: [Int32]
  private let through: [Int32]
  private let keys: [[Int64]]
  /// The largest amount each row holds for, and that of the row before it in the same period.
  private let upTo: [Ratio?]
  private let below: [Ratio?]
  let values: [Value]

  init(_ lookup: Lookup, _ program: Program) {
    let table = program.tables[lookup.table.rawValue]
    let (rows, type) = (table.rows, table.columns[lookup.column].type)
    from = rows.map { $0.period.from?.number ?? CivilDay.longAgo }
    through = rows.map { $0.period.through?.number ?? program.reviewedThrough.number }
    keys = lookup.keys
    upTo = rows.map(\.upTo)
    below = rows.indices.map { place in
      guard place > 0, rows[place - 1].period.from == rows[place].period.from else { return nil }
      return rows[place - 1].upTo
    }
    values = rows.indices.map { place in
      lookup.words.isEmpty
        ? Value(rows[place].cells[lookup.column], type) : .list(lookup.words[place])
    }
  }

  /// The one row that is hit, where all that decides it is known; nil where it is not, and where
  /// no row is hit or several are.
  func only(key: Brief?, amount: Brief?, day: Brief?) -> Int? {
    var (word, sum, on): (Int64?, Ratio?, Int32?)
    if let key {
      guard case .word(let known) = key else { return nil }
      word = known
    }
    if let amount {
      guard case .number(let known) = amount else { return nil }
      sum = known
    }
    if let day {
      guard case .day(let known) = day else { return nil }
      on = known
    }
    var hit: Int?
    for place in from.indices {
      if let on, on < from[place] || on > through[place] { continue }
      if let word, !keys.isEmpty, !keys[place].isEmpty, !keys[place].contains(word) { continue }
      if let sum, !holds(sum, place) { continue }
      guard hit == nil else { return nil }
      hit = place
    }
    return hit
  }

  private func holds(_ sum: Ratio, _ place: Int) -> Bool {
    if let limit = upTo[place], sum > limit { return false }
    return below[place].map { sum > $0 } ?? true
  }
}

/// A yes-or-no cell of the bound row, which names a definition of a thing.
final class RowFlagStep: Step {
  private let slot: Int
  private let flags: [Callee?]
  private let thing: Step

  init(_ node: Node, _ slot: Int, _ flags: [Callee?], _ thing: Step) {
    (self.slot, self.flags, self.thing) = (slot, flags, thing)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    guard case .thing(let row) = evaluator.bound(slot) else { return .unknown([]) }
    guard let flag = flags[Int(row)] else { return .flag(true) }
    return evaluator.call(flag, thing.value(evaluator), at: .none, on: .none)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    guard case .thing(let row) = evaluator.brief.bound(slot) else {
      return evaluator.brief(.unknown([]))
    }
    guard let flag = flags[Int(row)] else { return .flag(true) }
    return evaluator.brief(flag, thing.brief(evaluator), at: .none, on: .none)
  }
}
