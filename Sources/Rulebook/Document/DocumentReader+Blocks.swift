import Casebook

// Blocks are the law that is computed, so that none may be taken for plain words.
extension DocumentReader {
  static func isFence(_ text: String) -> Bool { text.hasPrefix("```") || text.hasPrefix("~~~") }

  /// Reads a block; the next line is that after its end.
  mutating func fence(from first: Int) -> Int {
    let opening = source.line(first + 1)
    let mark = String(opening.prefix { $0 == "`" || $0 == "~" })
    let kind = opening.dropFirst(mark.count).trimmed
    let last = lastLine(ofBlockFrom: first, mark)
    let isWhole = last < source.lineStarts.count && isEnd(last, mark)
    let content = content(from: first + 1, to: isWhole ? last : endOfRules(from: first + 1, last))
    if kind == "skikk" {
      blocks.append(content)
    } else if needsLaw, isMeant(kind, content) {
      sink.report(
        Diagnostic(
          "this block is no `skikk` block", at: lineSpan(first),
          help: "write \(mark)skikk on a line of its own above the rules"))
      blocks.append(content)
    }
    return isWhole ? last + 1 : last
  }

  /// The line that ends a block: of its mark alone, or, as a fault, the beginning of another.
  private func lastLine(ofBlockFrom first: Int, _ mark: String) -> Int {
    for line in (first + 1)..<max(source.lineStarts.count, first + 1)
    where source.line(line + 1).hasPrefix(mark) {
      if !isEnd(line, mark) {
        sink.report(
          Diagnostic(
            "this block begins inside another", at: lineSpan(line),
            label: "the other begins in line \(first + 1)",
            help: "end that one with a line of `\(mark)`"))
      }
      return line
    }
    sink.report(
      Diagnostic(
        "this block is never closed", at: lineSpan(first), help: "end it with a line of `\(mark)`"))
    return source.lineStarts.count
  }

  /// Where the rules of a block that has no end of its own give way to plain words.
  private func endOfRules(from first: Int, _ last: Int) -> Int {
    for line in first..<max(last, first) where line > first && source.line(line).trimmed.isEmpty {
      let text = source.line(line + 1)
      let word = text.prefix { !$0.isWhitespace }
      let isRule =
        word.isEmpty || word == "--" || Parser.declarationWords.contains(String(word))
      if !isRule { return line }
    }
    return last
  }

  private func content(from first: Int, to last: Int) -> Range<Int> {
    let count = source.lineStarts.count
    let start = first < count ? source.lineStarts[first] : source.bytes.count
    return start..<max(start, last < count ? source.lineStarts[last] : source.bytes.count)
  }

  private func isEnd(_ line: Int, _ mark: String) -> Bool {
    source.line(line + 1).dropFirst(mark.count).allSatisfy { $0.isWhitespace || mark.contains($0) }
  }

  /// Whether a block of another kind was meant to be rules.
  private func isMeant(_ kind: String, _ content: Range<Int>) -> Bool {
    if kind.hasPrefix("skikk") || nearestName(to: kind, among: ["skikk"]) != nil { return true }
    let first = source.text(content).split { $0.isWhitespace }.first
    return kind.isEmpty && first.map { Parser.declarationWords.contains(String($0)) } ?? false
  }
}
