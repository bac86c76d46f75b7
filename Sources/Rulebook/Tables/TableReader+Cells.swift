import Casebook
import Values

// What a cell holds.
extension TableReader {
  func day(_ cell: MarkdownTable.Cell) throws(Diagnostic) -> CivilDay {
    if let day = CivilDay(cell.text) { return day }
    throw Diagnostic("`\(cell.text)` is no day", at: cell.span, help: CivilDay.help(for: cell.text))
  }

  func limit(_ cell: MarkdownTable.Cell, unit header: String) throws(Diagnostic) -> Ratio {
    let unit = split(header).unit
    guard let number = Self.number(cell.text) else {
      throw Diagnostic(
        "`\(cell.text)` is no amount", at: cell.span, help: Self.help(forNumber: cell.text, unit))
    }
    return try inUnit(number, unit.flatMap { Self.units[$0] }, cell)
  }

  private func inUnit(
    _ number: Ratio, _ type: RuleTable.ColumnType?, _ cell: MarkdownTable.Cell
  ) throws(Diagnostic) -> Ratio {
    guard type == .money else { return number }
    do { return try number.multiplied(by: Ratio(100)) } catch {
      throw Diagnostic("\(error)", at: cell.span)
    }
  }

  func cell(
    _ cell: MarkdownTable.Cell, _ column: RuleTable.Column, header: String
  ) throws(Diagnostic) -> RuleTable.Cell {
    if cell.text.isEmpty { return try empty(cell, column) }
    switch column.type {
    case .day: return .day(try day(cell))
    case .flag: return .flag(try flag(cell, column))
    case .clock: return .number(try clock(cell, column))
    case .words: return .words(cell.text.components(separatedBy: ",").map(\.trimmed))
    case .money, .number, .share, .duration:
      let unit = split(header).unit
      guard let number = Self.number(cell.text) else {
        throw Diagnostic(
          "`\(cell.text)` is no number", at: cell.span,
          label: "the column `\(column.name)` holds numbers",
          help: Self.help(forNumber: cell.text, unit))
      }
      if column.type == .share, let share = try? number.divided(by: Ratio(100)) {
        return .number(share)
      }
      return .number(try inUnit(number, column.type, cell))
    }
  }

  /// Only the flags of a table that is gone through row by row may be left out: the row then
  /// always counts.
  private func empty(
    _ cell: MarkdownTable.Cell, _ column: RuleTable.Column
  ) throws(Diagnostic) -> RuleTable.Cell {
    if column.type == .words, column.name != "part", columns.contains(where: { $0.name == "part" })
    {
      return .empty
    }
    throw Diagnostic(
      "this cell is empty", at: cell.span, label: "the value of `\(column.name)`",
      help: "write it; a row whose value is not known is left out")
  }

  private func flag(
    _ cell: MarkdownTable.Cell, _ column: RuleTable.Column
  ) throws(Diagnostic) -> Bool {
    guard cell.text == "true" || cell.text == "false" else {
      throw Diagnostic(
        "`\(cell.text)` is neither `true` nor `false`", at: cell.span,
        label: "the column `\(column.name)` holds these")
    }
    return cell.text == "true"
  }

  private func clock(
    _ cell: MarkdownTable.Cell, _ column: RuleTable.Column
  ) throws(Diagnostic) -> Ratio {
    if let second = Self.clock(cell.text) { return Ratio(Int64(second)) }
    throw Diagnostic(
      "`\(cell.text)` is no time of day", at: cell.span,
      label: "the column `\(column.name)` holds these",
      help: "times run from 00:00 to 23:59, with two digits each")
  }

  /// Seconds since midnight of `08:30`.
  static func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 3600 + minute * 60
  }

  /// A number or a fraction (`1/20`).
  static func number(_ text: String) -> Ratio? {
    let parts = text.components(separatedBy: "/").map { $0.trimmed }
    func decimal(_ part: String) -> Ratio? {
      guard let scaled = scaledDecimal(Array(part.utf8)[...], places: 6) else { return nil }
      return try? Ratio(scaled, 1_000_000)
    }
    guard let top = decimal(parts[0]) else { return nil }
    if parts.count == 1 { return top }
    guard parts.count == 2, let bottom = decimal(parts[1]) else { return nil }
    return try? top.divided(by: bottom)
  }

  /// How to write what looks like a number with its unit, spaces or a decimal comma.
  private static func help(forNumber text: String, _ unit: String?) -> String {
    var digits = text.filter { !$0.isWhitespace }.replacing(",-", with: "")
    for word in ["kroner", "kr.", "kr", "NOK", "%", "×"] {
      digits = digits.replacing(word, with: "")
    }
    digits = digits.replacing(",", with: ".")
    guard digits != text, number(digits) != nil else {
      return "write digits, with a point before decimals"
    }
    return "write `\(digits)`" + (unit == nil ? "" : "; the unit stands in the header")
  }
}

extension CivilDay {
  /// What to write for a text that is no day.
  static func help(for text: String) -> String {
    let parts = text.split { ".-/ ".contains($0) }.compactMap { Int($0) }
    if parts.count == 3, let day = CivilDay(year: parts[2], month: parts[1], day: parts[0]) {
      return "write `\(day)`"
    }
    return fault(in: text).map(\.description) ?? "days are written YYYY-MM-DD"
  }
}
