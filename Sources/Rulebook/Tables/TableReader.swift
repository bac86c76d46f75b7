import Casebook
import Values

/// Makes a typed table of a Markdown table.
struct TableReader {
  private let table: MarkdownTable
  private var roles: [Role] = []
  private var columns: [RuleTable.Column] = []
  /// Index in the Markdown row of each readable column.
  private var places: [Int] = []

  private enum Role: Equatable { case from, to, upTo, calendar, note, value }

  static func read(_ table: MarkdownTable) throws(Diagnostic) -> RuleTable {
    var reader = TableReader(table: table)
    return try reader.read()
  }

  private init(table: MarkdownTable) { self.table = table }

  private mutating func read() throws(Diagnostic) -> RuleTable {
    for row in table.rows where row.count != table.header.count {
      throw Diagnostic(
        "this row has \(row.count) cells; the header has \(table.header.count)",
        at: row.first.map(\.span) ?? table.span, help: "give every row as many cells as the header")
    }
    roles = table.header.map { role(of: $0.text) }
    if let calendar = roles.firstIndex(of: .calendar) { return try calendarTable(calendar) }
    try readColumns()
    let isDated = roles.contains(.from)
    var rows = try readRows()
    let keyColumn = keyColumn(isDated: isDated)
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

  /// A header's name and the unit in its brackets: `wait (days)`; a bare unit names no column.
  private func split(_ header: String) -> (name: String, unit: String?) {
    guard let open = header.lastIndex(of: "("), header.hasSuffix(")") else {
      return Self.units[header] == nil ? (kebab(header), nil) : (table.name, header)
    }
    return (
      kebab(String(header[..<open])),
      String(header[header.index(after: open)...].dropLast()).trimmed
    )
  }

  private static let units: [String: RuleTable.ColumnType] = [
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

  private static func type(of cells: [String]) -> RuleTable.ColumnType {
    if cells.isEmpty { return .words }
    if cells.allSatisfy({ CivilDay($0) != nil }) { return .day }
    if cells.allSatisfy({ number($0) != nil }) { return .number }
    if cells.allSatisfy({ $0 == "true" || $0 == "false" }) { return .flag }
    return .words
  }

  /// A number, a fraction (`1/20`), or a percentage.
  private static func number(_ text: String) -> Ratio? {
    let parts = text.components(separatedBy: "/").map { $0.trimmed }
    func decimal(_ part: String) -> Ratio? {
      let digits = part.replacing(" ", with: "").replacing("\u{a0}", with: "")
      guard let scaled = scaledDecimal(Array(digits.utf8)[...], places: 6) else { return nil }
      return try? Ratio(scaled, 1_000_000)
    }
    guard let top = decimal(parts[0]) else { return nil }
    if parts.count == 1 { return top }
    guard parts.count == 2, let bottom = decimal(parts[1]) else { return nil }
    return try? top.divided(by: bottom)
  }

  private func keyColumn(isDated: Bool) -> Int? {
    columns.firstIndex { $0.type == .words && $0.name != "part" && $0.name != "applies" }
  }

  private func readRows() throws(Diagnostic) -> [RuleTable.Row] {
    var rows: [RuleTable.Row] = []
    var from: CivilDay?
    for (number, row) in table.rows.enumerated() {
      var through: CivilDay?
      var upTo: Ratio?
      for (index, cell) in row.enumerated() {
        switch roles[index] {
        case .from where !cell.text.isEmpty: from = try day(cell)
        case .from where number == 0:
          throw Diagnostic("the first row has no day", at: cell.span, help: "write the first day")
        case .to where !cell.text.isEmpty: through = try day(cell)
        case .upTo where !cell.text.isEmpty: upTo = try limit(cell, unit: table.header[index].text)
        default: break
        }
      }
      guard let period = Period(from: from, through: through) else {
        throw Diagnostic("this row ends before it begins", at: row[0].span)
      }
      rows.append(
        RuleTable.Row(
          period: period, upTo: upTo, cells: try cells(row),
          spans: places.map { row[$0].span },
          span: row[0].span.through(row[row.count - 1].span)))
    }
    return rows
  }

  private func day(_ cell: MarkdownTable.Cell) throws(Diagnostic) -> CivilDay {
    guard let day = CivilDay(cell.text) else {
      throw Diagnostic(
        "`\(cell.text)` is no day", at: cell.span, help: "days are written YYYY-MM-DD")
    }
    return day
  }

  private func limit(
    _ cell: MarkdownTable.Cell, unit header: String
  ) throws(Diagnostic) -> Ratio {
    guard let number = Self.number(cell.text) else {
      throw Diagnostic("`\(cell.text)` is no amount", at: cell.span)
    }
    return try inUnit(number, split(header).unit.flatMap { Self.units[$0] }, cell)
  }

  private func inUnit(
    _ number: Ratio, _ type: RuleTable.ColumnType?, _ cell: MarkdownTable.Cell
  ) throws(Diagnostic) -> Ratio {
    guard type == .money else { return number }
    do { return try number.multiplied(by: Ratio(100)) } catch {
      throw Diagnostic("\(error)", at: cell.span)
    }
  }

  private func cells(_ row: [MarkdownTable.Cell]) throws(Diagnostic) -> [RuleTable.Cell] {
    var cells: [RuleTable.Cell] = []
    for (column, place) in places.enumerated() {
      cells.append(try cell(row[place], columns[column]))
    }
    return cells
  }

  private func cell(
    _ cell: MarkdownTable.Cell, _ column: RuleTable.Column
  ) throws(Diagnostic) -> RuleTable.Cell {
    if cell.text.isEmpty { return .empty }
    switch column.type {
    case .day: return .day(try day(cell))
    case .flag: return .flag(cell.text == "true")
    case .words: return .words(cell.text.components(separatedBy: ",").map(\.trimmed))
    case .money, .number, .share, .duration:
      guard let number = Self.number(cell.text) else {
        throw Diagnostic(
          "`\(cell.text)` is no number", at: cell.span,
          label: "the column `\(column.name)` holds numbers"
        )
      }
      if column.type == .share, let share = try? number.divided(by: Ratio(100)) {
        return .number(share)
      }
      return .number(try inUnit(number, column.type, cell))
    }
  }
}

extension TableReader {
  /// Rows by first day, each running to the day before the next of its key.
  private func datedInOrder(
    _ rows: [RuleTable.Row], keyColumn: Int?
  ) throws(Diagnostic) -> [RuleTable.Row] {
    var result: [RuleTable.Row] = []
    let starts = Set(rows.compactMap(\.period.from)).sorted()
    for row in rows.sorted(by: { ($0.period.from ?? .earliest) < ($1.period.from ?? .earliest) }) {
      guard let from = row.period.from else { continue }
      let next = starts.first { start in
        start > from
          && rows.contains { $0.period.from == start && Self.shareKey($0, row, keyColumn) }
      }
      try checkEnd(of: row, next: next)
      let through = row.period.through ?? next.flatMap { try? $0.adding(days: -1) }
      result.append(
        RuleTable.Row(
          period: Period(from: from, through: through) ?? row.period, upTo: row.upTo,
          cells: row.cells,
          spans: row.spans, span: row.span))
    }
    return result
  }

  private func checkEnd(of row: RuleTable.Row, next: CivilDay?) throws(Diagnostic) {
    guard let last = row.period.through, let next, !roles.contains(.upTo)
    else { return }
    if last >= next {
      throw Diagnostic(
        "two rows of `\(table.name)` cover \(next)", at: row.span,
        label: "this row ends \(last); the next begins \(next)",
        help: "let this row end the day before, or leave `to` empty")
    }
    if last.days(since: next) < -1 {
      let first = (try? last.adding(days: 1)).map(\.description) ?? ""
      throw Diagnostic(
        "no row of `\(table.name)` covers \(first)", at: row.span,
        label: "this row ends here; the next begins \(next)",
        help: "write the day before \(next), or leave `to` empty: the row then runs until the next")
    }
  }

  static func shareKey(_ one: RuleTable.Row, _ other: RuleTable.Row, _ keyColumn: Int?) -> Bool {
    guard let keyColumn else { return true }
    guard case .words(let left) = one.cells[keyColumn],
      case .words(let right) = other.cells[keyColumn]
    else { return true }
    return !Set(left).isDisjoint(with: right)
  }

  /// Within a period the limits rise, and the last row is for everything above.
  private func checkBrackets(_ rows: [RuleTable.Row]) throws(Diagnostic) {
    for (index, row) in rows.enumerated() {
      let next = index + 1 < rows.count ? rows[index + 1] : nil
      let continues = next?.period.from == row.period.from
      if continues, let next {
        guard let limit = row.upTo else {
          throw Diagnostic(
            "only the last bracket may be without a limit", at: row.span,
            help: "write the limit, or move the row to the end")
        }
        if let above = next.upTo, above <= limit {
          throw Diagnostic(
            "the limits do not rise", at: next.span, label: "not above the bracket before it")
        }
      } else if row.upTo != nil {
        throw Diagnostic(
          "nothing covers amounts above the last bracket", at: row.span,
          help: "add a row whose `up to` is empty")
      }
    }
  }

  private func calendarTable(_ column: Int) throws(Diagnostic) -> RuleTable {
    var days: [RuleTable.CalendarDay] = []
    for row in table.rows { days.append(try calendarDay(row[column])) }
    return RuleTable(
      name: table.name, kind: .calendar(days), columns: [], keyColumn: nil, rows: [],
      isDated: false, span: table.span)
  }

  private func calendarDay(
    _ cell: MarkdownTable.Cell
  ) throws(Diagnostic) -> RuleTable.CalendarDay {
    let words = cell.text.split(separator: " ").map(String.init)
    if words.first == "easter" {
      if words.count == 1 { return .easter(0) }
      if words.count == 3, let offset = Int(words[2]) {
        return .easter(words[1] == "-" ? -offset : offset)
      }
    }
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    if let index = names.firstIndex(of: cell.text), let day = CivilDay.Weekday(rawValue: index + 1)
    {
      return .weekday(day)
    }
    let parts = cell.text.split(separator: "-").compactMap { Int($0) }
    if parts.count == 2, CivilDay(year: 2024, month: parts[0], day: parts[1]) != nil {
      return .date(month: parts[0], day: parts[1])
    }
    throw Diagnostic(
      "`\(cell.text)` is no day of a year", at: cell.span,
      help: "write `05-17`, `easter - 3` or a day of the week such as `sunday`")
  }
}
