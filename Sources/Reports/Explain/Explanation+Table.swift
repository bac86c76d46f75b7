import Audit
import Casebook
import Rulebook
import Values

extension Explanation {
  /// The rows of a table that hold on the day, with where they stand.
  func table(_ table: RuleTable, on page: inout Page) {
    section(
      table.isDated
        ? ExplainTexts.table(table.name, language.day(day)) : Label(same: table.name), on: &page)
    if case .calendar(let days) = table.kind {
      page.paragraph(days.map(calendarDay).joined(separator: ", "), indent: 4)
      return
    }
    let rows = table.rows.filter { !table.isDated || $0.period.contains(day) }
    guard !rows.isEmpty else {
      page.paragraph(ExplainTexts.noRow[language], indent: 4)
      return
    }
    let hasBrackets = if case .brackets = table.kind { true } else { false }
    let bracketHeader = hasBrackets ? [ExplainTexts.upTo[language]] : []
    let header = bracketHeader + table.columns.map(\.name) + [""]
    let lines = rows.map { row in
      let bracket = row.upTo.map(language.money) ?? ExplainTexts.over[language]
      let cells = zip(table.columns, row.cells).map { cell($1, $0.type) }
      return (hasBrackets ? [bracket] : []) + cells + ["[\(row.span.citation)]"]
    }
    let numeric = header.indices.filter { index in
      lines.allSatisfy { $0[index].isEmpty || $0[index].first?.isNumber == true }
    }
    Table(header: header, rows: lines, numeric: Set(numeric)).write(on: &page, indent: 4)
  }

  private func cell(_ cell: RuleTable.Cell, _ type: RuleTable.ColumnType) -> String {
    switch (cell, type) {
    case (.empty, _): ""
    case (.number(let ore), .money): language.money(ore)
    case (.number(let count), .duration(let unit)):
      "\(language.number(count)) \(unit.rawValue)"
    case (.number(let value), .share): language.share(value)
    case (.number(let second), .clock):
      Shown.clock(second.whole.map { Int($0) } ?? 0).text(in: language)
    case (.number(let value), _): language.number(value)
    case (.day(let day), _): language.day(day)
    case (.flag(let flag), _): Shown.flag(flag).text(in: language)
    case (.words(let words), _): words.joined(separator: ", ")
    }
  }

  private func calendarDay(_ day: RuleTable.CalendarDay) -> String {
    switch day {
    case .date(let month, let day):
      language == .nb
        ? "\(day). \(DayTexts.months[month - 1].nb)" : "\(day) \(DayTexts.months[month - 1].en)"
    case .easter(let offset):
      offset == 0 ? "easter" : "easter \(offset < 0 ? "-" : "+") \(abs(offset))"
    case .weekday(let weekday): String(describing: weekday)
    }
  }
}
