/// The documents of a program that came from an image, which are read when they are asked for.
final class UnreadDocuments: Sendable {
  private let files: [SourceFile]
  private let kept = OnceReference<Kept>()

  private final class Kept: Sendable {
    let documents: [RuleDocument]
    init(_ documents: [RuleDocument]) { self.documents = documents }
  }

  /// Documents without a front page among them, in order of path.
  init(_ files: [SourceFile]) { self.files = files }

  /// The documents.
  var documents: [RuleDocument] {
    if let kept = kept.object { return kept.documents }
    let sink = DiagnosticSink()
    let documents = files.map { DocumentReader.read($0, needsLaw: true, sink) }
    return kept.settled(Kept(documents)).documents
  }
}
