import Casebook
import Rulebook
import Values

extension Evaluator {
  /// The cell that a lookup hits, or the span of those it can hit.
  func lookup(
    _ lookup: Lookup, key: Value?, amount: Value?, day: Value?, _ node: Node
  ) -> Value {
    let table = program.tables[lookup.table.rawValue]
    let causes = joined(joined(key?.causes ?? [], amount?.causes ?? []), day?.causes ?? [])
    var hits: [Value] = []
    var covered = day == nil
    for (number, row) in table.rows.enumerated() {
      guard mayHit(row, day), mayAnswer(lookup.keys, number, key),
        mayHold(table, number, amount)
      else { continue }
      if let day, covers(row, day.days) { covered = true }
      hits.append(
        lookup.words.isEmpty
          ? Value(row.cells[lookup.column], table.columns[lookup.column].type)
          : .list(lookup.words[number]))
      recorder?.read(
        table: table, table.columns[lookup.column], row, day, hits[hits.count - 1], node.type)
    }
    guard covered || spans(table, lookup.keys, key, day), !hits.isEmpty else {
      return typed(node.type, joined(causes, [.table(lookup.table)]))
    }
    return hits.count == 1 ? hits[0] : .union(hits, causes)
  }

  /// Whether a row can be in force on the day.
  private func mayHit(_ row: RuleTable.Row, _ day: Value?) -> Bool {
    guard let range = day?.days else { return true }
    return (row.period.from?.number ?? CivilDay.longAgo) <= range.high
      && end(of: row) >= range.low
  }

  /// The last day on which a row is trusted: an open one to the last review.
  private func end(of row: RuleTable.Row) -> Int32 {
    row.period.through?.number ?? program.reviewedThrough.number
  }

  private func covers(_ row: RuleTable.Row, _ range: DayRange) -> Bool {
    (row.period.from?.number ?? CivilDay.longAgo) <= range.low && end(of: row) >= range.high
  }

  /// Whether the rows of a key together cover every day of a range.
  private func spans(_ table: RuleTable, _ keys: [[Int64]], _ key: Value?, _ day: Value?) -> Bool {
    guard let range = day?.days else { return true }
    let rows = table.rows.enumerated().filter { mayAnswer(keys, $0.offset, key) }.map(\.element)
    let first = rows.map { $0.period.from?.number ?? CivilDay.longAgo }.min() ?? CivilDay.never
    let last = rows.map { end(of: $0) }.max() ?? CivilDay.longAgo
    return first <= range.low && last >= range.high
  }

  private func mayAnswer(_ keys: [[Int64]], _ row: Int, _ key: Value?) -> Bool {
    guard let key, !keys.isEmpty, !keys[row].isEmpty else { return true }
    switch key {
    case .word(let word): return keys[row].contains(word)
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else { return true }
      return candidates.contains {
        if case .word(let word) = $0 { keys[row].contains(word) } else { true }
      }
    default: return false
    }
  }

  /// Whether an amount can fall in a bracket: above the one before, at most its own limit.
  private func mayHold(_ table: RuleTable, _ number: Int, _ amount: Value?) -> Bool {
    guard let range = amount?.numbers else { return true }
    let row = table.rows[number]
    if let limit = row.upTo, let low = range.low, low > limit { return false }
    guard number > 0, table.rows[number - 1].period.from == row.period.from,
      let below = table.rows[number - 1].upTo, let high = range.high
    else { return true }
    return high > below
  }

  /// Whether a calendar has a day.
  func calendar(_ table: TableID, _ day: Value) -> Value {
    guard case .day(let number) = day, number != CivilDay.never, number != CivilDay.longAgo else {
      return .unknownFlag(day.causes)
    }
    return .flag(program.tables[table.rawValue].has(CivilDay(number: number)))
  }

  /// A cell of a row that was bound.
  func rowValue(bound: Value, _ table: TableID, _ column: Int) -> Value {
    guard case .thing(let row) = bound else { return .unknown([]) }
    let source = program.tables[table.rawValue]
    return Value(source.rows[Int(row)].cells[column], source.columns[column].type)
  }
}

extension Value {
  /// What a cell of a column of a type gives.
  init(_ cell: RuleTable.Cell, _ type: RuleTable.ColumnType) {
    switch cell {
    case .number(let number):
      if case .duration(let unit) = type, let count = number.whole {
        self = .duration(Int(count), unit)
      } else if type == .clock, let second = number.whole {
        self = .clock(Int(second))
      } else {
        self = .number(number)
      }
    case .day(let day): self = .day(day.number)
    case .flag(let flag): self = .flag(flag)
    case .empty, .words: self = .none
    }
  }
}
