public import Values

/// A rule document taken apart: heading, law line, prose, tables and blocks.
public struct RuleDocument: Sendable {
  /// The document's text.
  public let source: SourceFile
  /// The one `#` heading.
  public let title: String
  /// The law line, or nil on a front page.
  public let law: LawLine?
  /// Tables in document order.
  let tables: [MarkdownTable]
  /// Byte ranges of the `skikk` fences' contents.
  let blocks: [Range<Int>]
  /// Headings that are one code span: the inventory's gate ids.
  public let gates: [String]
}

/// The first line below the title: which law, in force when, published where.
public struct LawLine: Sendable {
  /// Source and section as written: `inkassoloven (1988) § 9`.
  public let citation: String
  /// The source without section: `inkassoloven (1988)`; what `rules of inkassoloven § 9` names.
  public let source: String
  /// The section as written after `§`, or nil.
  public let section: String?
  /// When the section is in force.
  public let period: Period
  /// The public address, or nil.
  public let address: String?
  /// Where the line stands.
  let span: Span
}

/// A Markdown table with the place of every cell.
struct MarkdownTable: Sendable {
  /// The nearest heading above, in kebab-case.
  let name: String
  /// Header cells.
  let header: [Cell]
  /// Body rows, each with a cell for every header.
  let rows: [[Cell]]
  /// Whether all its lines could be read as rows.
  let isWhole: Bool
  /// The whole table.
  let span: Span

  struct Cell: Sendable {
    let text: String
    let span: Span
  }
}
