public import Casebook

extension RuleSet {
  /// A rule set whose program was compiled when the program that carries it was built.
  ///
  /// - Parameters:
  ///   - documents: the documents, by path from the folder `rules`.
  ///   - version: what `version` said of them.
  ///   - image: what `image(of:)` made of their program, as a literal.
  public init(documents: [(path: String, text: String)], version: String, image: String) {
    self.init(documents: documents, in: "rules", built: (version, ImageBytes(literal: image)))
  }

  /// The program that judges cases: from the image that was built with the documents, or compiled
  /// where there is none of these documents and this vocabulary. Its examples may be left out.
  ///
  /// - Parameter vocabulary: what the rules can speak of.
  /// - Returns: the program, and what is wrong; a program with faults is not to be used.
  public func judging(
    with vocabulary: Vocabulary
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    if let program = try? built(for: vocabulary) { return (program, []) }
    return compiled(with: vocabulary, readingExamples: false)
  }

  /// The program of the image.
  func built(for vocabulary: Vocabulary) throws(ImageFault) -> Program {
    guard let built else { throw .stale }
    let files = self.files(isRead: false)
    var program = try RuleImage.program(
      built.image, files, version: built.version, for: vocabulary)
    program.unread = UnreadDocuments(files.filter { !Self.isFront($0.path) })
    return program
  }

  /// A compiled program as bytes, to be carried along with the documents. It has no examples.
  public func image(of program: Program) -> [UInt8] {
    guard let image = try? RuleImage.bytes(of: program, files(isRead: false), version: version)
    else { preconditionFailure("the program is not one of these documents") }
    return image
  }

  /// The documents in order of path.
  func files(isRead: Bool) -> [SourceFile] {
    let start = Self.start(of: folder)
    return ordered.map { document in
      let own = otherFolders.isEmpty ? start : Self.start(of: folder(of: document.path))
      return SourceFile(folder: own, document.path, text: document.text, isRead: isRead)
    }
  }

  /// Whether a document is a front page, which has no law line.
  static func isFront(_ path: String) -> Bool {
    path.utf8.elementsEqual("README.md".utf8) || path.hasSuffix("/README.md")
  }
}
