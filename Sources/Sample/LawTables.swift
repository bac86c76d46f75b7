import Rulebook
import Values

/// Reads tables of a rule set by name, as far as a sample needs them.
struct LawTables {
  private let tables: [String: RuleTable]

  init(_ program: Program) {
    tables = Dictionary(
      program.tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A table by name.
  func table(_ name: String) throws(SampleFault) -> RuleTable {
    guard let table = tables[name] else { throw SampleFault(table: name) }
    return table
  }

  /// A number of a dated table: of its first column of numbers, or of a named one. The row that
  /// holds last goes on.
  func number(
    _ name: String, _ column: String? = nil, on day: CivilDay,
    where fits: (RuleTable, RuleTable.Row) -> Bool = { _, _ in true }
  ) throws(SampleFault) -> Ratio {
    let table = try table(name)
    for row in rows(of: table, on: day, where: fits).prefix(1) {
      for (place, one) in table.columns.enumerated() where column == nil || one.name == column {
        if case .number(let number) = row.cells[place] { return number }
      }
    }
    throw SampleFault(table: name)
  }

  /// The brackets that hold on a day, the smallest first.
  func brackets(
    _ name: String, _ column: String, on day: CivilDay
  ) throws(SampleFault) -> [(upTo: Ratio?, multiple: Ratio)] {
    let table = try table(name)
    guard let place = table.column(column) else { throw SampleFault(table: name) }
    return rows(of: table, on: day).compactMap { row in
      guard case .number(let number) = row.cells[place] else { return nil }
      return (row.upTo, number)
    }
  }

  private func rows(
    of table: RuleTable, on day: CivilDay,
    where fits: (RuleTable, RuleTable.Row) -> Bool = { _, _ in true }
  ) -> [RuleTable.Row] {
    let begun = table.rows.filter { row in
      (row.period.from.map { $0 <= day } ?? true) && fits(table, row)
    }
    let latest = begun.compactMap(\.period.from).max()
    return begun.filter { $0.period.from == latest }
  }

  /// Whether a row answers to a key.
  static func answers(_ table: RuleTable, _ row: RuleTable.Row, to key: String) -> Bool {
    guard let column = table.keyColumn, case .words(let words) = row.cells[column] else {
      return false
    }
    return words.contains(key)
  }
}
