/// Reads case files: strictly, in one pass, and without judging them.
///
/// A reader is set up once and may be shared by threads.
public struct CaseReader: Sendable {
  let plan: ReadingPlan

  /// The largest case that is read, in bytes: 32 MiB. One that is larger is refused, because what
  /// it needs in memory could bring down the whole run.
  public static let largestCase = 32 << 20

  private let names: KnownNames?

  /// A reader of files in this vocabulary.
  /// - Parameters:
  ///   - vocabulary: the kinds and keys of the files.
  ///   - names: what `rulings` and `choices` may name; without it they may name anything.
  public init(vocabulary: Vocabulary, names: KnownNames? = nil) {
    plan = vocabulary === Vocabulary.standard ? .standard : ReadingPlan(vocabulary)
    self.names = names
  }

  /// A reader of `skikk-case/1`.
  public static let standard = CaseReader(vocabulary: .standard)

  /// Reads one JSON document that holds one case.
  /// - Parameters:
  ///   - bytes: the document, UTF-8.
  ///   - source: what messages call the file.
  ///   - line: the line of the file on which the document begins, 1-based.
  /// - Returns: the case, with its contradictions noted.
  /// - Throws: the first fault found. Nothing of a faulty document is used.
  public func read(
    _ bytes: [UInt8], source: String, line: Int = 1
  ) throws(InputFault) -> CaseFile {
    try parsed(bytes, source: source, line: line).file(line: line)
  }

  /// The records of a document that is sound.
  func parsed(
    _ bytes: [UInt8], source: String, line: Int
  ) throws(InputFault) -> CaseParser {
    guard bytes.count <= Self.largestCase else {
      throw Self.tooLarge(source: source, line: line)
    }
    var parser = CaseParser(plan: plan, bytes: bytes)
    do throws(Trouble) {
      try parser.parse()
      if let trouble = parser.otherFormat() { throw trouble }
      try parser.resolve()
      try parser.checkActors()
      if let names { try parser.checkNames(names) }
    } catch {
      // A file in another format has other keys, too; the format is what to tell.
      throw (parser.otherFormat() ?? error).fault(in: bytes, file: source, line: line)
    }
    return parser
  }

  /// The fault of a case that is larger than `largestCase`.
  public static func tooLarge(source: String, line: Int) -> InputFault {
    InputFault(
      file: source, line: line, column: 1, path: "/",
      found: "a case of more than \(largestCase >> 20) MiB", expected: "a smaller one",
      hint: "a stream has one case a line")
  }
}
