/// A table of plain columns.
struct Table {
  let header: [String]
  let rows: [[String]]
  /// Columns whose cells stand to the right.
  let numeric: Set<Int>

  /// Writes the table; a column without any cell is left out, the last is not filled up.
  func write(on page: inout Page, indent: Int = 0) {
    let columns = header.indices.filter { column in
      rows.contains { !$0[column].isEmpty }
    }
    let widths = columns.map { column in
      ([header] + rows).map { visible($0[column]).count }.max() ?? 0
    }
    for (index, row) in ([header] + rows).enumerated() {
      var line = ""
      for (column, width) in zip(columns, widths) {
        if column != columns.first { line += "  " }
        line += padded(visible(row[column]), width, right: numeric.contains(column))
      }
      while line.last == " " { line.removeLast() }
      page.line([(line, index == 0 ? .faint : .ordinary)], indent: indent)
    }
  }
}
