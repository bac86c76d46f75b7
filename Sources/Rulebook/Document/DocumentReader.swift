import Values

/// Takes a Markdown rule document apart, keeping the place of everything.
struct DocumentReader {
  private let source: SourceFile
  private var title: String?
  private var law: LawLine?
  private var heading = ""
  private var gates: [String] = []
  private var tables: [MarkdownTable] = []
  private var blocks: [Range<Int>] = []

  /// Reads a document. `needsLaw` is false for the front page of the rule set.
  static func read(_ source: SourceFile, needsLaw: Bool) throws(Diagnostic) -> RuleDocument {
    var reader = DocumentReader(source: source)
    try reader.scan()
    guard let title = reader.title else {
      throw Diagnostic(
        "the document has no title", at: Span(source, 0..<0),
        help: "begin with one `# ` heading: the section and its name")
    }
    if needsLaw, reader.law == nil {
      throw Diagnostic(
        "the document has no law line", at: Span(source, 0..<0),
        help: "write below the title: `inkassoloven (1988) § 9 · in force 1989-10-01 – · https://…`"
      )
    }
    return RuleDocument(
      source: source, title: title, law: reader.law, tables: reader.tables, blocks: reader.blocks,
      gates: reader.gates)
  }

  private init(source: SourceFile) { self.source = source }

  private mutating func scan() throws(Diagnostic) {
    var line = 0
    while line < source.lineStarts.count {
      let text = source.line(line + 1)
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        line = try fence(from: line)
      } else if text.hasPrefix("#") {
        takeHeading(text)
        line += 1
      } else if text.hasPrefix("|") {
        line = table(from: line)
      } else {
        if title != nil, law == nil, text.contains("· in force ") { law = try lawLine(line) }
        line += 1
      }
    }
  }

  private mutating func takeHeading(_ text: String) {
    heading = String(text.drop { $0 == "#" }.drop { $0 == " " })
    if title == nil, text.hasPrefix("# ") { title = heading }
    if heading.count > 2, heading.hasPrefix("`"), heading.hasSuffix("`") {
      gates.append(String(heading.dropFirst().dropLast()))
    }
  }

  private mutating func fence(from first: Int) throws(Diagnostic) -> Int {
    let opening = source.line(first + 1)
    let mark = opening.prefix { $0 == "`" || $0 == "~" }
    var line = first + 1
    while line < source.lineStarts.count, !source.line(line + 1).hasPrefix(mark) { line += 1 }
    guard line < source.lineStarts.count else {
      throw Diagnostic(
        "this block is never closed", at: lineSpan(first), help: "end it with a line of `\(mark)`")
    }
    if opening.dropFirst(mark.count).trimmed == "skikk" {
      blocks.append(source.lineStarts[first + 1]..<source.lineStarts[line])
    }
    return line + 1
  }

  private mutating func table(from first: Int) -> Int {
    var rows: [[MarkdownTable.Cell]] = []
    var line = first
    while line < source.lineStarts.count, source.line(line + 1).hasPrefix("|") {
      rows.append(cells(line))
      line += 1
    }
    if rows.count >= 2, rows[1].allSatisfy({ $0.text.allSatisfy { "-: ".contains($0) } }) {
      tables.append(
        MarkdownTable(
          name: kebab(heading), header: rows[0], rows: Array(rows.dropFirst(2)),
          span: lineSpan(first).through(lineSpan(line - 1))))
    }
    return line
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
    let span = Span(source, low..<max(high, low))
    var text = span.text
    if text.count > 1, text.hasPrefix("`"), text.hasSuffix("`") {
      text = String(text.dropFirst().dropLast())
    }
    return MarkdownTable.Cell(text: text, span: span)
  }

  private func lineSpan(_ line: Int) -> Span {
    let start = source.lineStarts[line]
    return Span(source, start..<(start + source.line(line + 1).utf8.count))
  }

  private func lawLine(_ line: Int) throws(Diagnostic) -> LawLine {
    let span = lineSpan(line)
    let parts = span.text.components(separatedBy: " · ")
    let citation = parts[0].trimmed
    guard let force = parts.first(where: { $0.hasPrefix("in force ") }),
      let period = Period(inForce: String(force.dropFirst("in force ".count)))
    else {
      throw Diagnostic(
        "the law line does not say when the law is in force", at: span,
        help: "write `· in force 1989-10-01 – ` with an en dash, and the last day if it has ended")
    }
    let sides = citation.components(separatedBy: "§")
    return LawLine(
      citation: citation, source: sides[0].trimmed,
      section: sides.count > 1 ? sides[1].trimmed : nil, period: period,
      address: parts.first { $0.hasPrefix("http") }?.trimmed, span: span)
  }
}

/// A heading as a name of the rule language: lower case, words joined by hyphens.
func kebab(_ heading: String) -> String {
  heading.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text.drop { $0.isWhitespace })
  }

  /// The parts between a separator.
  func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

extension Period {
  /// A period written `1989-10-01 – ` or `2002-01-01 – 2017-04-17`, last day included.
  init?(inForce text: String) {
    let days = text.components(separatedBy: "–").map(\.trimmed)
    guard days.count == 2, let from = CivilDay(days[0]) else { return nil }
    if days[1].isEmpty {
      self.init(from: from, through: nil)
    } else {
      guard let last = CivilDay(days[1]) else { return nil }
      self.init(from: from, through: last)
    }
  }
}
