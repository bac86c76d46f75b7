// Tables are data of the law, so that no row may be lost without a word.
extension DocumentReader {
  /// Reads the lines of a table, from the first that has a bar to the next empty line.
  mutating func table(from first: Int) -> Int {
    var rows: [(line: Int, cells: [MarkdownTable.Cell])] = []
    var line = first
    var isCut = false
    while line < source.lineStarts.count, continues(line) {
      if source.line(line + 1).hasPrefix("|") {
        rows.append((line, cells(line)))
      } else {
        isCut = true
        reportNoRow(line)
      }
      line += 1
    }
    guard rows.count >= 2, Self.isRuler(rows[1].cells) else {
      if !isCut { reportNoTable(first) }
      tables.append(
        MarkdownTable(
          name: kebab(heading), header: [], rows: [], isWhole: false, span: lineSpan(first)))
      return line
    }
    let width = rows[0].cells.count
    if rows.count == 2, !isCut {
      sink.report(
        Diagnostic(
          "this table has no rows", at: lineSpan(first),
          help: "write its rows below the line of dashes, with no empty line between"))
    }
    for row in rows.dropFirst() where row.cells.count != width {
      sink.report(
        Diagnostic(
          "this row has \(row.cells.count) cells; the header has \(width)",
          at: row.cells.first.map(\.span) ?? lineSpan(row.line),
          help: "give every row as many cells as the header"))
      isCut = true
    }
    tables.append(
      MarkdownTable(
        name: kebab(heading), header: rows[0].cells,
        rows: rows.dropFirst(2).map(\.cells).filter { $0.count == width },
        isWhole: !isCut && rows.count > 2, span: lineSpan(first).through(lineSpan(line - 1))))
    return line
  }

  /// Whether a line has a bar that is not in a code span: rows do, and plain words do not.
  func hasBar(_ line: Int) -> Bool {
    var quoted = false
    for byte in source.line(line + 1).utf8 {
      if byte == UInt8(ascii: "`") { quoted.toggle() }
      if byte == UInt8(ascii: "|"), !quoted { return true }
    }
    return false
  }

  private func continues(_ line: Int) -> Bool {
    let text = source.line(line + 1)
    return !text.trimmed.isEmpty && !text.hasPrefix("#") && !Self.isFence(text)
  }

  private static func isRuler(_ cells: [MarkdownTable.Cell]) -> Bool {
    cells.allSatisfy { $0.text.allSatisfy { "-: ".contains($0) } && $0.text.contains("-") }
  }

  private func reportNoRow(_ line: Int) {
    sink.report(
      Diagnostic(
        "this line is no row of a table", at: lineSpan(line),
        help: "begin a row with `|`; leave an empty line between a table and plain words"))
  }

  private func reportNoTable(_ first: Int) {
    sink.report(
      Diagnostic(
        "this row belongs to no table", at: lineSpan(first),
        help: "a table is a header, a line of dashes and rows, with no empty line between"))
  }

  /// Splits a table line at its bars, except within code spans.
  private func cells(_ line: Int) -> [MarkdownTable.Cell] {
    let start = source.lineStarts[line]
    let end = start + source.line(line + 1).utf8.count
    var cells: [MarkdownTable.Cell] = []
    var from = start + 1
    var quoted = false
    for offset in (start + 1)..<max(end, start + 1) {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "`") { quoted.toggle() }
      if byte == UInt8(ascii: "|"), !quoted {
        cells.append(cell(from..<offset))
        from = offset + 1
      }
    }
    if !source.text(from..<end).trimmed.isEmpty { cells.append(cell(from..<end)) }
    return cells
  }

  private func cell(_ range: Range<Int>) -> MarkdownTable.Cell {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, source.bytes[low] == 32 { low += 1 }
    while low < high, source.bytes[high - 1] == 32 { high -= 1 }
    if low == high, !range.isEmpty { (low, high) = (range.lowerBound + 1, range.lowerBound + 1) }
    let span = Span(source, low..<max(high, low))
    var text = span.text
    if text.count > 1, text.hasPrefix("`"), text.hasSuffix("`") {
      text = String(text.dropFirst().dropLast())
    }
    return MarkdownTable.Cell(text: text, span: span)
  }
}
