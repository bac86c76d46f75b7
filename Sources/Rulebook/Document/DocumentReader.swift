import Values

/// Takes a Markdown rule document apart, keeping the place of everything.
///
/// What is wrong goes to the sink, and the rest is read: names stay known, so that a fault of one
/// document is not told again by those that use it.
struct DocumentReader {
  let source: SourceFile
  let sink: DiagnosticSink
  let needsLaw: Bool
  private var title: String?
  private var law: LawLine?
  var heading = ""
  private var gates: [String] = []
  var tables: [MarkdownTable] = []
  var blocks: [Range<Int>] = []

  /// Reads a document. `needsLaw` is false for the front page of the rule set.
  static func read(
    _ source: SourceFile, needsLaw: Bool, _ sink: DiagnosticSink
  ) -> RuleDocument {
    var reader = DocumentReader(source: source, needsLaw: needsLaw, sink)
    reader.scan()
    if reader.title == nil {
      sink.report(
        Diagnostic(
          "the document has no title", at: Span(source, 0..<0),
          help: "begin with one `# ` heading: the section and its name"))
    }
    if needsLaw, reader.law == nil {
      sink.report(
        Diagnostic(
          "the document has no law line", at: Span(source, 0..<0),
          help:
            "write below the title: `inkassoloven (1988) § 9 · in force 1989-10-01 – · https://…`"))
      reader.law = LawLine.unreadable(at: Span(source, 0..<0))
    }
    return RuleDocument(
      source: source, title: reader.title ?? "", law: reader.law, tables: reader.tables,
      blocks: reader.blocks, gates: reader.gates)
  }

  private init(source: SourceFile, needsLaw: Bool, _ sink: DiagnosticSink) {
    self.source = source
    self.needsLaw = needsLaw
    self.sink = sink
  }

  private mutating func scan() {
    var line = 0
    while line < source.lineStarts.count {
      let text = source.line(line + 1)
      if Self.isFence(text) {
        line = fence(from: line)
      } else if text.hasPrefix("#") {
        takeHeading(text)
        line += 1
      } else if hasBar(line) {
        line = table(from: line)
      } else {
        if title != nil, law == nil, text.contains("· in force ") { law = lawLine(line) }
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

  func lineSpan(_ line: Int) -> Span {
    let start = source.lineStarts[line]
    return Span(source, start..<(start + source.line(line + 1).utf8.count))
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

  /// Where a text first stands, in bytes from the start.
  func utf8Range(of text: String) -> Range<Int>? {
    firstRange(of: text).map { range in
      let start = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
      return start..<(start + text.utf8.count)
    }
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
