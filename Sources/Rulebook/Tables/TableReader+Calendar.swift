import Values

// Days of every year.
extension TableReader {
  func calendarTable(_ column: Int, _ sink: DiagnosticSink) -> RuleTable {
    let days = table.rows.compactMap { row in
      sink.collect { () throws(Diagnostic) in try calendarDay(row[column]) }
    }
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
