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

  /// What is gone through.
  enum Over {
    case list(ListPlan)
    /// Groups of the members of a list.
    case groups(ListPlan, Grouping)
    case rows(Rows)
  }

  let way: ScopeStep.Way
  let over: Over
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
      (over, slot) = (.list(linker.plan(list)), list.slot)
    case .rows(let id, let on, let slot, let condition):
      let table = linker.program.tables[id.rawValue]
      (over, self.slot) = (.rows(Rows(table, on, condition, linker)), slot)
    case .groups(let list, let grouping, let slot):
      (over, self.slot) = (.groups(linker.plan(list), Grouping(grouping, linker)), slot)
    }
  }

  /// The list that is gone through, or grouped; nil where it is rows.
  var list: ListPlan? {
    switch over {
    case .list(let list), .groups(let list, _): list
    case .rows: nil
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
