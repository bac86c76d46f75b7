import Values

/// Makes a typed table of a Markdown table.
struct TableReader {
  let table: MarkdownTable
  private let sink: DiagnosticSink
  private(set) var roles: [Role] = []
  private(set) var columns: [RuleTable.Column] = []
  /// Index in the Markdown row of each readable column.
  private var places: [Int] = []

  enum Role: Equatable { case from, to, upTo, calendar, note, value }

  /// The table, or nil when something is wrong with it, which the sink is told cell by cell.
  static func read(_ table: MarkdownTable, _ sink: DiagnosticSink) -> RuleTable? {
    let before = sink.count
    var reader = TableReader(table: table, sink: sink)
    let read = sink.collect { () throws(Diagnostic) in try reader.read() }
    return sink.count == before ? read ?? nil : nil
  }

  private init(table: MarkdownTable, sink: DiagnosticSink) {
    self.table = table
    self.sink = sink
  }

  private mutating func read() throws(Diagnostic) -> RuleTable? {
    let before = sink.count
    roles = table.header.map { role(of: $0.text) }
    if let calendar = roles.firstIndex(of: .calendar) { return calendarTable(calendar, sink) }
    try readColumns()
    let isDated = roles.contains(.from)
    var rows = readRows()
    guard sink.count == before else { return nil }
    let keyColumn = columns.firstIndex {
      $0.type == .words && $0.name != "part" && $0.name != "applies"
    }
    try checkKeys(rows, keyColumn: keyColumn)
    if isDated { rows = try datedInOrder(rows, keyColumn: keyColumn) }
    let isBrackets = roles.contains(.upTo)
    if isBrackets { try checkBrackets(rows) }
    return RuleTable(
      name: table.name, kind: isBrackets ? .brackets : isDated ? .dated : .plain, columns: columns,
      keyColumn: keyColumn, rows: rows, isDated: isDated, span: table.span)
  }

  private func role(of header: String) -> Role {
    let (name, _) = split(header)
    return switch name {
    case "from", "due-from", "sent-from": .from
    case "to", "due-to", "sent-to": .to
    case "up-to": .upTo
    case "each-year": .calendar
    case "source", "note", "sources": .note
    default: .value
    }
  }

  /// A header's name and its unit: `wait (days)`; a bare unit names no column.
  func split(_ header: String) -> (name: String, unit: String?) {
    guard let open = header.lastIndex(of: "("), header.hasSuffix(")") else {
      return Self.units[header] == nil ? (kebab(header), nil) : (table.name, header)
    }
    return (
      kebab(String(header[..<open])),
      String(header[header.index(after: open)...].dropLast()).trimmed
    )
  }

  static let units: [String: RuleTable.ColumnType] = [
    "kroner": .money, "%": .share, "×": .number, "days": .duration(.days),
    "months": .duration(.months), "banking-days": .duration(.bankingDays),
  ]

  private mutating func readColumns() throws(Diagnostic) {
    for (index, header) in table.header.enumerated() where roles[index] == .value {
      let (name, unit) = split(header.text)
      let cells = table.rows.map { $0[index].text }.filter { !$0.isEmpty }
      let type: RuleTable.ColumnType
      if let unit {
        guard let known = Self.units[unit] else {
          throw Diagnostic(
            "`\(unit)` is no unit", at: header.span,
            help: "units are \(Self.units.keys.sorted().joined(separator: ", "))")
        }
        type = known
      } else {
        type = Self.type(of: cells)
      }
      columns.append(RuleTable.Column(name: name, type: type))
      places.append(index)
    }
  }

  /// What most cells of a column are; one that is something else is then a fault.
  private static func type(of cells: [String]) -> RuleTable.ColumnType {
    func most(_ isOne: (String) -> Bool) -> Bool { cells.count { isOne($0) } * 2 > cells.count }
    if most({ CivilDay($0) != nil }) { return .day }
    if most({ clock($0) != nil }) { return .clock }
    if most({ number($0) != nil }) { return .number }
    if most({ $0 == "true" || $0 == "false" }) { return .flag }
    return .words
  }

  /// Whether no day is set yet from which a row holds: until one is, the row says nothing.
  private func isPending(_ row: [MarkdownTable.Cell]) -> Bool {
    zip(roles, row).contains { $0 == .from && $1.text == "pending" }
  }

  private func readRows() -> [RuleTable.Row] {
    var rows: [RuleTable.Row] = []
    var from: CivilDay?
    for (number, row) in table.rows.enumerated() where !isPending(row) {
      var through: CivilDay?
      var upTo: Ratio?
      var cells: [RuleTable.Cell] = []
      for (index, cell) in row.enumerated() {
        _ = sink.collect { () throws(Diagnostic) in
          switch roles[index] {
          case .from where !cell.text.isEmpty: from = try day(cell)
          case .from where number == 0:
            throw Diagnostic("the first row has no day", at: cell.span, help: "write the first day")
          case .to where !cell.text.isEmpty: through = try day(cell)
          case .upTo where !cell.text.isEmpty:
            upTo = try limit(cell, unit: table.header[index].text)
          case .value:
            guard let column = places.firstIndex(of: index) else { return }
            cells.append(try self.cell(cell, columns[column], header: table.header[index].text))
          default: break
          }
        }
      }
      let span = row[0].span.through(row[row.count - 1].span)
      guard let period = Period(from: from, through: through) else {
        sink.report(Diagnostic("this row ends before it begins", at: row[0].span))
        continue
      }
      rows.append(
        RuleTable.Row(
          period: period, upTo: upTo, cells: cells, spans: places.map { row[$0].span }, span: span))
    }
    return rows
  }
}
