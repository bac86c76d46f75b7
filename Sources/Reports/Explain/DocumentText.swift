import Rulebook

/// A rule document by its lines: headings, plain words, tables, fences.
struct DocumentText {
  /// A run of lines of one kind.
  struct Chunk: Equatable {
    let kind: Kind
    /// Number of its first line, from 1.
    let line: Int
    let lines: [String]
  }

  enum Kind: Equatable { case heading, prose, table, fence }

  let chunks: [Chunk]

  init(_ source: SourceFile) {
    let all = String(decoding: source.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var chunks: [Chunk] = []
    var index = 0
    while index < all.count {
      let (kind, length) = Self.chunk(in: all, from: index)
      if let kind {
        let lines = Array(all[index..<index + length])
        chunks.append(Chunk(kind: kind, line: index + 1, lines: lines))
      }
      index += length
    }
    self.chunks = chunks
  }

  /// What begins at a line, and how many lines it has; nil for an empty line.
  private static func chunk(in all: [String], from first: Int) -> (kind: Kind?, length: Int) {
    let line = all[first]
    if line.allSatisfy(\.isWhitespace) { return (nil, 1) }
    if line.hasPrefix("#") { return (.heading, 1) }
    if line.hasPrefix("|") { return (.table, all[first...].prefix { $0.hasPrefix("|") }.count) }
    if line.hasPrefix("```") || line.hasPrefix("~~~") {
      let mark = String(line.prefix { $0 == "`" || $0 == "~" })
      let inner = all[(first + 1)...].prefix { !$0.hasPrefix(mark) }.count
      return (.fence, min(inner + 2, all.count - first))
    }
    let words = all[first...].prefix { line in
      !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") && !line.hasPrefix("|")
        && !line.hasPrefix("```") && !line.hasPrefix("~~~")
    }
    return (.prose, words.count)
  }

  /// The plain words at the head of the document, below the law line.
  var introduction: [String] {
    let body = chunks.dropFirst().drop { $0.kind == .prose && $0.isLawLine }
    return body.prefix { $0.kind == .prose }.map(\.text)
  }

  /// The plain words of the section that a line stands in, up to that line.
  func words(before line: Int) -> [String] {
    let above = chunks.filter { $0.line < line }
    guard let heading = above.lastIndex(where: { $0.kind == .heading }), heading > 0 else {
      return []
    }
    return above[(heading + 1)...].filter { $0.kind == .prose }.map(\.text)
  }

  /// A declaration from its first line to the next declaration or the end of its block.
  func declaration(at line: Int) -> [String] {
    guard
      let fence = chunks.last(where: { $0.kind == .fence && $0.line < line }),
      line - fence.line < fence.lines.count
    else { return [] }
    let rest = fence.lines.dropFirst(line - fence.line)
    let following = rest.dropFirst().prefix { !Self.opensDeclaration($0) && !$0.hasPrefix("```") }
    var lines = Array(rest.prefix(1) + following)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines
  }

  private static func opensDeclaration(_ line: String) -> Bool {
    ["rule ", "define ", "choice ", "exception ", "consequence ", "measure "]
      .contains { line.hasPrefix($0) }
  }
}

extension DocumentText.Chunk {
  /// The lines joined to one paragraph; the items of a list stay apart.
  var text: String {
    lines.reduce(into: "") { text, line in
      if !text.isEmpty { text += line.hasPrefix("- ") ? "\n" : " " }
      text += line
    }
  }

  /// Whether it is the line that names the law.
  fileprivate var isLawLine: Bool { lines.count == 1 && lines[0].contains("· in force ") }
}
