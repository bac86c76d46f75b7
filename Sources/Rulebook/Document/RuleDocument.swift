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
  /// When the section is in force, as far as the line says.
  public let period: Period
  /// The section of a table of commencement whose day it is in force from, if the line names one.
  public let begins: SectionName?
  /// What it takes the place of, from the day on which it is in force.
  let replaces: [Replaced]
  /// The public address, or nil.
  public let address: String?
  /// Where the line stands.
  let span: Span

  /// What a law line takes the place of.
  enum Replaced: Sendable {
    /// The rules of every document of this section.
    case section(String, source: String, Span)
    /// One rule.
    case rule(Name)
  }
}

/// A section of an act whose days of commencement stand in a table: `act26 § 20`.
public struct SectionName: Sendable {
  /// The name of the table: `act26`.
  public let act: String
  /// The section as written after `§`.
  public let section: String
  /// Where it is named.
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
