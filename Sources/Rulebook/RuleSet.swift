public import Casebook
import Values

/// The rules as they stand: documents in, a compiled program out.
public struct RuleSet: Sendable {
  /// The documents, by path.
  public let documents: [(path: String, text: String)]

  /// The folder of the documents, as messages name it, and of those that come from another.
  let folder: String
  let otherFolders: [String: String]

  /// What was made of the documents when the program was built.
  let built: (version: String, image: ImageBytes)?

  /// A rule set of these documents, whose paths lead from a folder as messages name it.
  public init(documents: [(path: String, text: String)], in folder: String = "rules") {
    self.init(documents: documents, in: folder, built: nil)
  }

  init(
    documents: [(path: String, text: String)], in folder: String,
    others: [String: String] = [:], built: (version: String, image: ImageBytes)?
  ) {
    self.documents = documents
    self.folder = folder
    otherFolders = others
    self.built = built
  }

  /// This rule set with the documents of another added; one of the same path takes the place of the
  /// old.
  public func overlaid(with other: RuleSet) -> RuleSet {
    let replaced = Set(other.documents.map(\.path))
    let added = other.documents.map { ($0.path, other.folder(of: $0.path)) }
    return RuleSet(
      documents: documents.filter { !replaced.contains($0.path) } + other.documents, in: folder,
      others: otherFolders.merging(added) { $1 }, built: nil)
  }

  /// Where a document stands, as messages name it.
  public func place(of path: String) -> String { Self.start(of: folder(of: path)) + path }

  /// What the path of a document in a folder begins with.
  static func start(of folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// The documents in order of path.
  var ordered: [(path: String, text: String)] { documents.sorted { $0.path < $1.path } }

  func folder(of path: String) -> String { otherFolders[path] ?? folder }

  /// A hash of every path and text, as 16 hexadecimal digits: the version that reports print.
  public var version: String {
    if let built { return built.version }
    var hash = ContentHash()
    for (path, text) in ordered {
      hash.add(path)
      hash.add(text)
    }
    return hash.digits
  }

  /// Compiles the rule set, or says everything that is wrong with it, in document order.
  ///
  /// - Parameters:
  ///   - vocabulary: what the rules can speak of.
  ///   - examples: whether the examples are read, which judging a case does not need.
  /// - Returns: the program, and what is wrong; a program with faults is not to be used.
  public func compiled(
    with vocabulary: Vocabulary, readingExamples examples: Bool = true
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    let sink = DiagnosticSink()
    var program = Program(
      vocabulary: vocabulary, reviewedThrough: .last, coversFrom: .earliest)
    var declarations = Declarations()
    var tables: [MarkdownTable] = []
    for (path, text) in ordered {
      let file = SourceFile(path: place(of: path), text: text)
      let isFront = Self.isFront(path)
      let document = DocumentReader.read(file, needsLaw: !isFront, sink)
      if path == "README.md" { sink.report(FrontPage.read(document, into: &program)) }
      if isFront { continue }
      program.documents.append(document)
      tables +=
        examples ? document.tables : document.tables.filter { !ExampleReader.isExamples($0) }
      for block in document.blocks {
        Parser.read(file, block, into: &declarations, sink)
      }
    }
    let compiler = Compiler(vocabulary: vocabulary, sink: sink, program: program)
    compiler.compile(declarations, tables)
    return (compiler.program, Self.shown(sink.all))
  }

  /// Each fault once, in document order; without those that only follow from another.
  private static func shown(_ all: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var names: Set<String> = []
    for next in all.sorted(by: inDocumentOrder) where next.message != Compiler.silenced {
      if let last = result.last, !inDocumentOrder(last, next) { continue }
      if next.isOfName, !names.insert(next.message).inserted { continue }
      result.append(next)
    }
    return result
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
      guard let place = all.utf8Range(of: words) else {
        faults.append(
          Diagnostic(
            "the front page does not say `\(words)` and a day", at: Span(file, 0..<0),
            help: "write for example `\(words)2026-12-31`"))
        return nil
      }
      let text = String(all.utf8.dropFirst(place.upperBound).prefix { $0 > 32 }) ?? ""
      if let day = CivilDay(text) { return day }
      let end = place.upperBound + text.utf8.count
      faults.append(
        Diagnostic(
          "`\(text)` is no day", at: Span(file, place.upperBound..<end),
          label: "days are written YYYY-MM-DD", help: CivilDay.help(for: text)))
      return nil
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
