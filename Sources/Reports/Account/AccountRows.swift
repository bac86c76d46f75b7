import Audit
import Values

/// A part of an account: lines of figures with, below each, what they rest on.
struct AccountRows {
  /// One line.
  struct Row {
    let name: String
    let cells: [String]
    var notes: [Note] = []
    var role = Style.Role.ordinary
  }

  /// A remark below a line.
  struct Note {
    let text: String
    var depth = 0
    var role = Style.Role.faint
  }

  let header: [String]
  let rows: [Row]

  private static let indent = 2
  /// How far in remarks stand.
  private static let noteIndent = 6
  private static let gap = 2
  /// Columns are at least as wide as everyday amounts, so that those of all parts stand alike.
  private static let leastWidth = 14
  private static let leastName = 24

  /// Writes the lines: names to the left, figures to the right.
  func write(on page: inout Page) {
    let widths = header.indices.map { column in
      max(
        Self.leastWidth,
        ([header[column]] + rows.map { $0.cells[column] }).map { visible($0).count }.max() ?? 0)
    }
    let figures = widths.reduce(0) { $0 + Self.gap + $1 }
    let name = max(Self.leastName, Page.width - Self.indent - figures)
    line("", header, widths, name, .faint, on: &page)
    for row in rows {
      line(row.name, row.cells, widths, name, row.role, on: &page)
      for note in row.notes {
        page.paragraph(
          note.text, indent: Self.noteIndent + 2 * note.depth, hanging: 2, note.role)
      }
    }
  }

  private func line(
    _ name: String, _ cells: [String], _ widths: [Int], _ width: Int, _ role: Style.Role,
    on page: inout Page
  ) {
    let names = Page.wrapped(name, first: width, rest: width - 2)
    let figures = zip(cells, widths).map {
      padded("", Self.gap) + padded(visible($0), $1, right: true)
    }
    page.line([(padded(names[0], width) + figures.joined(), role)], indent: Self.indent)
    for more in names.dropFirst() { page.line([("  " + more, role)], indent: Self.indent) }
  }
}

extension Language {
  /// An amount that may be a range: `265,00–300,00 kr`, `minst 265,00 kr`, `ukjent`.
  func amount(_ amount: AccountStatement.Amount) -> String {
    if let known = amount.known { return money(known) }
    switch (amount.lowest, amount.highest) {
    case (let low?, let high?): return range(money(low), money(high))
    case (let low?, nil) where low > .zero: return AccountTexts.atLeast(money(low))[self]
    case (_, nil): return DayTexts.unknown[self]
    case (nil, let high?): return AccountTexts.atMost(money(high))[self]
    }
  }

  /// Two amounts as one, the currency said once.
  private func range(_ low: String, _ high: String) -> String {
    let currency = self == .nb ? "\(Self.noBreak)kr" : "NOK\(Self.noBreak)"
    switch self {
    case .nb where low.hasSuffix(currency) && !high.hasPrefix("ca."):
      return low.dropLast(currency.count) + "–" + high
    case .en where high.hasPrefix(currency):
      return low + "–" + high.dropFirst(currency.count)
    default: return AccountTexts.between(low, high)[self]
    }
  }
}
