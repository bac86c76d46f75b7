public import Casebook
import Values

/// The rules as they stand: documents in, a compiled program out.
public struct RuleSet: Sendable {
  /// The documents, by path.
  public let documents: [(path: String, text: String)]

  /// The rule set that was embedded when the program was built.
  public static var embedded: RuleSet { RuleSet(documents: embeddedRuleDocuments) }

  /// A rule set of these documents.
  public init(documents: [(path: String, text: String)]) { self.documents = documents }

  /// This rule set with documents added; one of the same path takes the place of the old.
  public func overlaid(with others: [(path: String, text: String)]) -> RuleSet {
    let replaced = Set(others.map(\.path))
    return RuleSet(documents: documents.filter { !replaced.contains($0.path) } + others)
  }

  /// A hash of every path and text, as 16 hexadecimal digits: the version that reports print.
  public var version: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (path, text) in documents.sorted(by: { $0.path < $1.path }) {
      for byte in Array(path.utf8) + [0] + Array(text.utf8) + [0] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Compiles the rule set, or says everything that is wrong with it, in document order.
  public func compiled(
    with vocabulary: Vocabulary
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    let sink = DiagnosticSink()
    let ordered = documents.sorted { $0.path < $1.path }
    var program = Program(
      vocabulary: vocabulary, reviewedThrough: .last, coversFrom: .earliest)
    var declarations = Declarations()
    var tables: [MarkdownTable] = []
    for (path, text) in ordered {
      let file = SourceFile(path: "rules/" + path, text: text)
      let isFront = path.components(separatedBy: "/").last == "README.md"
      guard
        let document = sink.collect({ () throws(Diagnostic) in
          try DocumentReader.read(file, needsLaw: !isFront)
        })
      else { continue }
      if path == "README.md" { sink.report(FrontPage.read(document, into: &program)) }
      if isFront { continue }
      program.documents.append(document)
      tables += document.tables
      for block in document.blocks {
        _ = sink.collect { () throws(Diagnostic) in
          var parser = try Parser(file, block)
          try parser.declarations(into: &declarations)
        }
      }
    }
    let compiler = Compiler(vocabulary: vocabulary, sink: sink, program: program)
    compiler.compile(declarations, tables)
    let shown = sink.all.filter { $0.message != Compiler.silenced }
    return (compiler.program, shown.sorted(by: Self.inDocumentOrder))
  }

  private static func inDocumentOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.span.file.path, left.span.range.lowerBound, left.message)
      < (right.span.file.path, right.span.range.lowerBound, right.message)
  }
}

/// The front page of the rule set, which says how far the rules can be trusted.
enum FrontPage {
  static func read(_ document: RuleDocument, into program: inout Program) -> [Diagnostic] {
    let file = document.source
    program.awaited = awaited(document)
    var faults: [Diagnostic] = []
    func day(after words: String) -> CivilDay? {
      let all = file.text(0..<file.bytes.count)
      guard let range = all.firstRange(of: words) else {
        faults.append(
          Diagnostic(
            "the front page does not say `\(words)` and a day", at: Span(file, 0..<0),
            help: "write for example `\(words)2026-12-31`"))
        return nil
      }
      return CivilDay(all[range.upperBound...].prefix(10))
    }
    if let day = day(after: "reviewed through ") { program.reviewedThrough = day }
    if let day = day(after: "covers from ") { program.coversFrom = day }
    return faults
  }

  /// Ids of rules that are not written yet: the code spans of the column `ids` in a table that
  /// says why not.
  private static func awaited(_ document: RuleDocument) -> [String] {
    document.tables.flatMap { table -> [String] in
      guard table.header.contains(where: { $0.text == "why not yet" }),
        let column = table.header.firstIndex(where: { $0.text == "ids" })
      else { return [] }
      return table.rows.filter { $0.count > column }.flatMap { row in
        row[column].span.text.split(separator: "`").map(String.init).filter { span in
          !span.contains(" ") && span.contains("-")
        }
      }
    }
  }
}
