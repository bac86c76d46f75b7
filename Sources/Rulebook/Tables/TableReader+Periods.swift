import Values

// What the rows hold for: days and amounts.
extension TableReader {
  /// Rows by first day, each running to the day before the next of its key.
  func datedInOrder(
    _ rows: [RuleTable.Row], keyColumn: Int?
  ) throws(Diagnostic) -> [RuleTable.Row] {
    try checkStarts(rows, keyColumn: keyColumn)
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

  /// Two rows of one key do not begin on one day; brackets do, and parts of a rule may.
  private func checkStarts(_ rows: [RuleTable.Row], keyColumn: Int?) throws(Diagnostic) {
    let isByPart = columns.contains { $0.name == "part" }
    guard !roles.contains(.upTo), !isByPart else { return }
    for (index, row) in rows.enumerated() {
      guard
        let first = rows[..<index].first(where: {
          $0.period.from == row.period.from && Self.shareKey($0, row, keyColumn)
        }), let from = row.period.from
      else { continue }
      throw Diagnostic(
        "two rows of `\(table.name)` begin on \(from)", at: row.span,
        label: "the other is in line \(first.span.line)", help: "keep the one that holds")
    }
  }

  /// Without days and brackets, a key is answered by one row.
  func checkKeys(_ rows: [RuleTable.Row], keyColumn: Int?) throws(Diagnostic) {
    let isRead = columns.contains { $0.type != .words } && !columns.contains { $0.name == "part" }
    guard keyColumn != nil, isRead, !roles.contains(.from), !roles.contains(.upTo) else { return }
    for (index, row) in rows.enumerated() {
      guard let first = rows[..<index].first(where: { Self.shareKey($0, row, keyColumn) }) else {
        continue
      }
      throw Diagnostic(
        "two rows of `\(table.name)` answer to one key", at: row.span,
        label: "the other is in line \(first.span.line)", help: "keep the one that holds")
    }
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
  func checkBrackets(_ rows: [RuleTable.Row]) throws(Diagnostic) {
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
}
