import Audit
import Casebook
import EmbeddedRules
import Foundation
import Testing
import Values

@testable import Rulebook

@Suite("rules/README.md shows what is so") struct ReferenceTests {
  private let page = FrontPageText()

  @Test("every fenced block is of a kind that is tested") func kinds() {
    let known = ["skikk", "skikk from", "markdown", "markdown from", "markdown file"]
    let others = ["markdown row", "markdown order", "json file", "text mistake", "sh"]
    #expect(page.blocks.map(\.kind).filter { !(known + others).contains($0) } == [])
    #expect(Set(page.blocks.map(\.kind)) == Set(known + others))
  }

  @Test("what is quoted from a document stands there") func quotations() {
    for block in page.blocks where block.subject == "from" {
      let document = RuleSet.embedded.documents.first { $0.path == block.value }
      let lines = document?.text.split(separator: "\n").map(String.init) ?? []
      let starts = lines.indices.filter { block.matches(lines[$0...]) }
      #expect(starts.count == 1, "line \(block.line): found \(starts.count) times")
    }
  }

  @Test("the blocks of the reference compile beside the shipped rules") func compiles() {
    let (program, diagnostics) = compiled([reference])
    #expect(diagnostics.map(\.rendered) == [])
    #expect(program.rules.contains { $0.id == "avtale-7-letter" && $0.limbs.count == 5 })
  }

  @Test("the tutorial's document compiles and brings a rule with examples") func tutorial() {
    let (program, diagnostics) = compiled([page.tutorial])
    #expect(diagnostics.map(\.rendered) == [])
    let rule = program.rules.first { $0.document == "rules/" + page.tutorial.path }
    let examples = program.examples.filter { $0.rule == rule?.id }
    #expect(examples.map(\.expected) == ["met", "practice", "undetermined"])
    #expect(Set(examples.map(\.caseName)) == Set(page.cases.keys))
  }

  @Test("a mistake in the tutorial is explained in the words shown") func mistakes() {
    let mistakes = page.blocks.filter { $0.kind == "text mistake" }
    #expect(mistakes.count == 2)
    for block in mistakes {
      let sides = block.value.components(separatedBy: " for=")
      let broken = page.tutorial.text.replacingOccurrences(of: sides[1], with: sides[0])
      #expect(broken != page.tutorial.text, "line \(block.line)")
      let (_, diagnostics) = compiled([(page.tutorial.path, broken)])
      #expect(diagnostics.map(\.rendered).joined(separator: "\n") == block.text, "\(block.line)")
    }
  }

  @Test("a row added as shown holds from its day, and ends the row below") func newRow() throws {
    let block = try #require(page.blocks.first { $0.kind == "markdown row" })
    let document = try #require(RuleSet.embedded.documents.first { $0.path == block.value })
    var lines = document.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let place = try #require(lines.firstIndex { Block.line($0, matches: block.lines[3]) })
    lines.insert(block.lines[2], at: place)
    let (program, diagnostics) = compiled([(block.value, lines.joined(separator: "\n"))])
    #expect(diagnostics.map(\.rendered) == [])
    let table = try #require(program.tables.first { $0.name == "inkassosats" })
    #expect(table.rows.suffix(2).map(\.period.from) == ["2026-01-01", "2027-01-01"].map(day))
    #expect(table.rows.suffix(2).map(\.period.through) == [day("2026-12-31"), nil])
  }

  @Test("the days of the front page are the ones the program trusts") func days() {
    let (program, _) = compiled([])
    #expect(page.lines[2].hasPrefix("reviewed through \(program.reviewedThrough) "))
    #expect(page.lines[2].hasSuffix(" covers from \(program.coversFrom)"))
  }

  @Test("every word of the parser occurs in a block that compiles") func words() {
    let shown = page.words
    let words = ParserWords.all
    #expect(words.count > 90)
    #expect(words.subtracting(shown).sorted() == [])
  }

  @Test("the words that cannot be names are all listed, and no others") func reserved() {
    let listed = page.lines.filter { $0.hasPrefix("> ") }.flatMap { $0.dropFirst(2).words }
    #expect(listed.sorted() == Parser.reserved.sorted())
  }

  @Test("what is said to be encoded is, and what is said not to be is not") func inventory() {
    let (program, _) = compiled([])
    let ids = Set(program.rules.map(\.id) + program.documents.flatMap(\.gates))
    let (encoded, missing) = page.inventory
    #expect(Set(encoded).symmetricDifference(ids).sorted() == [])
    #expect(ids.intersection(missing).sorted() == [])
    #expect(program.awaited == missing)
    #expect(Set(encoded + missing).count == 110 && encoded.count + missing.count == 110)
  }

  @Test("the examples of the tutorial and of the reference come out as they say")
  func examples() throws {
    var (program, _) = compiled([page.tutorial, reference])
    program.examples.removeAll { !$0.rule.hasPrefix("avtale-") }
    let cases = page.cases
    let runner = ExampleRunner(program: program) { name in
      let file = FrontPageText.checkout("cases/\(name).json")
      return [try cases[name] ?? [UInt8](Data(contentsOf: file))]
    }
    let summary = runner.run()
    #expect(summary.results.count == 9)
    #expect(summary.results.compactMap(\.fault) == [])
    #expect(summary.gaps.filter { $0.place.contains(page.tutorial.path) }.map(\.text) == [])
  }

  private var reference: (path: String, text: String) {
    page.reference(besideOrder: !compiled([]).program.order.isEmpty)
  }

  private func compiled(
    _ documents: [(path: String, text: String)]
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    RuleSet.embedded.overlaid(with: RuleSet(documents: documents)).compiled(with: .standard)
  }

  private func day(_ text: String) -> CivilDay? { CivilDay(text) }
}

/// The front page of the rule set, taken apart.
private struct FrontPageText {
  let lines: [String]
  let blocks: [Block]

  init() {
    let text = RuleSet.embedded.documents.first { $0.path == "README.md" }?.text ?? ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    blocks = Block.all(in: lines)
  }

  static func checkout(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(path)")
  }

  /// The document of the tutorial, by its path in the reader's folder of rules.
  var tutorial: (path: String, text: String) {
    let block = blocks.first { $0.kind == "markdown file" }
    let path = (block?.value ?? "").replacing("rules/", with: "")
    return (path, block?.text ?? "")
  }

  /// The cases of the tutorial, by name below `cases/`.
  var cases: [String: [UInt8]] {
    let files = blocks.filter { $0.kind == "json file" }
    return Dictionary(
      uniqueKeysWithValues: files.map { file in
        let name = file.value.replacing("cases/", with: "").replacing(".json", with: "")
        return (name, Array(file.text.utf8))
      })
  }

  /// All blocks of the reference as one document, each in the lines where it stands. Its order of
  /// consequences counts only beside one of the shipped rules, which it is to go on.
  func reference(besideOrder hasOrder: Bool) -> (path: String, text: String) {
    var document = [String](repeating: "", count: lines.count)
    for block in blocks where block.subject.isEmpty || hasOrder && block.subject == "order" {
      let first = block.line - 1
      if block.kind == "skikk" {
        document[first - 1] = "```skikk"
        document[first + block.lines.count] = "```"
      } else if !block.kind.hasPrefix("markdown") {
        continue
      }
      document.replaceSubrange(first..<(first + block.lines.count), with: block.lines)
    }
    return ("README/reference.md", document.joined(separator: "\n"))
  }

  /// Words in the blocks that are compiled, comments and texts left out.
  var words: Set<String> {
    let compiled = blocks.filter { $0.kind.hasPrefix("skikk") || $0.kind == "markdown file" }
    let lines = compiled.flatMap(\.lines).map { $0.replacing(/"[^"]*"/, with: "") }
    return Set(lines.flatMap { $0.components(separatedBy: " -- ")[0].words })
  }

  /// Ids in the table of what is encoded, and in the one of what is not.
  var inventory: (encoded: [String], missing: [String]) {
    let start = lines.firstIndex { $0.hasPrefix("## What is encoded") } ?? 0
    let section = lines[start...].prefix { !$0.hasPrefix("## What is not") }
    let middle = section.firstIndex { $0.hasPrefix("**Not yet.**") } ?? start
    func ids(_ lines: ArraySlice<String>) -> [String] {
      lines.filter { $0.hasPrefix("|") }.flatMap { line in
        line.matches(of: /`([a-z0-9-]+)`/).map { String($0.output.1) }
      }
    }
    return (ids(section[..<middle]), ids(section[middle...]))
  }
}

/// A fenced block and what its fence says: ```` ```json file=cases/a.json ````.
private struct Block {
  /// Number of the first line of its content, from 1.
  let line: Int
  /// Language, and what the rest of the fence speaks of: `json file`.
  let kind: String
  /// What the rest of the fence speaks of: `file`, `from`, …; empty when there is no rest.
  let subject: String
  /// What it says of that.
  let value: String
  let lines: [String]
  var text: String { lines.map { $0 + "\n" }.joined() }

  static func all(in lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var open: (mark: Substring, line: Int)?
    for (index, line) in lines.enumerated() {
      if let fence = open {
        guard line == fence.mark else { continue }
        let opening = lines[fence.line].dropFirst(fence.mark.count)
        blocks.append(Block(opening, line: fence.line + 2, lines[(fence.line + 1)..<index]))
        open = nil
      } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
        open = (line.prefix(3), index)
      }
    }
    return blocks
  }

  private init(_ opening: Substring, line: Int, _ lines: ArraySlice<String>) {
    let language = opening.prefix { $0 != " " }
    let rest = opening.dropFirst(language.count + 1)
    self.line = line
    self.lines = Array(lines)
    subject = String(rest.prefix { $0 != "=" })
    value = String(rest.dropFirst(subject.count + 1))
    kind = subject.isEmpty ? String(language) : "\(language) \(subject)"
  }

  /// Whether these lines begin with the block; a line `…` stands for any lines.
  func matches(_ others: ArraySlice<String>) -> Bool {
    var others = others
    var maySkip = false
    for line in lines {
      if line == "…" {
        maySkip = true
        continue
      }
      while maySkip, let other = others.first, !Self.line(other, matches: line) {
        others.removeFirst()
      }
      guard let other = others.popFirst(), Self.line(other, matches: line) else { return false }
      maySkip = false
    }
    return true
  }

  /// Whether a line is as shown, however far to the right; a cell `…` of a table is any cell.
  static func line(_ line: String, matches shown: String) -> Bool {
    guard shown.hasPrefix("|") else { return line.trimmed == shown.trimmed }
    let cells = { (row: String) in
      row.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        cell.contains("---") || cell.contains("--:") ? "-" : cell.trimmed
      }
    }
    let (left, right) = (cells(line), cells(shown))
    return left.count == right.count && zip(left, right).allSatisfy { $0 == $1 || $1 == "…" }
  }
}

/// The words that the parser looks for, taken from its source so that none is forgotten.
private enum ParserWords {
  static var all: Set<String> {
    var words = Parser.units
    words.formUnion(Aggregate.allCases.map(\.rawValue) + Extreme.allCases.map(\.rawValue))
    words.formUnion(RuleVerdict.allCases.map(\.rawValue) + ["item-void", "excess"])
    let folder = FrontPageText.checkout("Sources/Rulebook/Syntax")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    for file in files {
      let source = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      words.formUnion(found(in: source ?? ""))
    }
    return words
  }

  private static func found(in source: String) -> [String] {
    let single = source.matches(of: /(?:isWord\(|word: |\.name\()"([a-z-]+)"/)
    let several = source.matches(of: /(?:words: |case )("[a-z-]+"(?:, "[a-z-]+")*)/)
    return single.map { String($0.output.1) }
      + several.flatMap { $0.output.1.matches(of: /[a-z-]+/).map { String($0.output) } }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Its words, as the rule language cuts them.
  fileprivate var words: [String] {
    matches(of: /[a-z0-9\-\/]+/).map { String($0.output) }
  }
}
