import Rulebook
import Values

/// One level of a limb's scope, ready to be gone through, with those within it.
final class ScopePlan {
  /// What makes a group.
  enum Grouping {
    case one
    case lot
    case keys([Step])
  }

  /// The rows of a table, as far as they are in force and a condition holds.
  final class Rows {
    /// When each row is in force.
    let periods: [Period]
    /// The part that each row names.
    let parts: [String?]
    let on: Step?
    let condition: Step?

    fileprivate init(_ table: RuleTable, _ on: Node?, _ condition: Node?, _ linker: Linker) {
      let (rows, column) = (table.rows, table.column("part"))
      periods = rows.map(\.period)
      parts = rows.map { row in
        guard let column, case .words(let words) = row.cells[column] else { return nil }
        return words.reduce(into: "") { $0.append($1) }
      }
      self.on = on.map { linker.step($0) }
      self.condition = condition.map { linker.step($0) }
    }
  }

  let way: ScopeStep.Way
  /// The list that is gone through, or grouped; nil where it is rows.
  let list: ListPlan?
  /// What makes groups of the members of the list; nil where each is visited by itself.
  let grouping: Grouping?
  /// The rows that are gone through; nil where it is a list.
  let rows: Rows?
  /// Where what is visited is bound.
  let slot: Int
  let isOutermost: Bool
  /// The levels within it.
  let rest: ScopePlan?

  /// The levels from the outermost on; nil of none.
  static func chain(_ levels: [ScopeStep], _ linker: Linker) -> ScopePlan? {
    var chain: ScopePlan?
    for (place, level) in levels.enumerated().reversed() {
      chain = ScopePlan(level, isOutermost: place == 0, chain, linker)
    }
    return chain
  }

  private init(_ level: ScopeStep, isOutermost: Bool, _ rest: ScopePlan?, _ linker: Linker) {
    way = level.way
    self.isOutermost = isOutermost
    self.rest = rest
    switch level.over {
    case .list(let list):
      (self.list, grouping, rows, slot) = (linker.plan(list), nil, nil, list.slot)
    case .rows(let id, let on, let slot, let condition):
      let table = linker.program.tables[id.rawValue]
      (list, grouping, self.slot) = (nil, nil, slot)
      rows = Rows(table, on, condition, linker)
    case .groups(let list, let grouping, let slot):
      (self.list, rows, self.slot) = (linker.plan(list), nil, slot)
      self.grouping = Grouping(grouping, linker)
    }
  }

  /// Where what is visited on each level is bound.
  var slots: [Int] { [slot] + (rest?.slots ?? []) }
}

extension ScopePlan.Grouping {
  fileprivate init(_ grouping: ScopeStep.Grouping, _ linker: Linker) {
    switch grouping {
    case .one: self = .one
    case .lot: self = .lot
    case .keys(let keys): self = .keys(keys.map { linker.step($0) })
    }
  }
}
