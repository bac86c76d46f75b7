/// A step that collectors take, as a row of the table `steps` describes it.
public struct StepPattern: Sendable {
  /// Its name among the steps: `purring-with-fee`.
  public let name: String
  /// The type of event: `purring`.
  public let type: String
  /// The kinds of charges it usually makes.
  public let charges: [String]
  /// Its other facts, by the names of the rule language: `by`, `kind`.
  public let facts: [(name: String, value: String)]
  /// Where it stands.
  public let span: Span

  /// The name of the table.
  static let table = "steps"
}

extension Program {
  /// The steps that collectors take, in the order of their table; none where no table says so.
  public var steps: [StepPattern] {
    guard let table = tables.first(where: { $0.name == StepPattern.table }) else { return [] }
    return table.rows.compactMap { StepPattern($0, of: table) }
  }
}

extension StepPattern {
  fileprivate init?(_ row: RuleTable.Row, of table: RuleTable) {
    func words(_ name: String) -> [String] {
      guard let column = table.column(name), case .words(let words) = row.cells[column] else {
        return []
      }
      return words
    }
    guard let name = words("part").first, let type = words("step").first else { return nil }
    self.name = name
    self.type = type
    charges = words("charges")
    facts = table.columns.map(\.name).filter { !["part", "step", "charges"].contains($0) }
      .compactMap { name in words(name).first.map { (name, $0) } }
    span = row.span
  }
}
