/// Cuts an input into the JSON documents of its cases, ready for `CaseReader`.
public struct DocumentReader {
  /// How cases stand in an input.
  public enum Form: Sendable {
    /// One case, over as many lines as it takes.
    case document
    /// One case a line; empty lines are allowed.
    case lines
    /// Whatever the first line looks like: for standard input.
    case either

    /// The form that goes with the name of a file: `.ndjson` and `.jsonl` are lines.
    public init(fileName: String) {
      let name = fileName.lowercased()
      self = name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") ? .lines : .document
    }
  }

  /// The text of one case.
  public struct Document: Sendable {
    /// UTF-8, not yet checked.
    public let bytes: [UInt8]
    /// The line of the input on which it begins, 1-based.
    public let line: Int
    /// Which bytes of the input it takes, with the line feeds at its end.
    public let extent: Range<Int>
    /// Whether it was larger than the limit, so that `bytes` is empty.
    public let isTooLarge: Bool
    /// Whether the input ended with it, and without a line feed.
    public let isLast: Bool
  }

  /// How the bytes begin that gzip makes: one line of them is enough to say what they are.
  fileprivate static let gzip: [UInt8] = [0x1F, 0x8B]

  private var lines: LineReader
  private var form: Form
  private let limit: Int
  private var isDone = false
  /// A case that was read to see what comes after the one before it.
  private var readAhead: Document?

  /// A reader of an open file descriptor, which stays the caller's to close.
  /// - Parameters:
  ///   - descriptor: the open file; 0 is standard input.
  ///   - form: how cases stand in it.
  ///   - limit: the largest case, in bytes.
  public init(descriptor: Int32, form: Form, limit: Int = CaseReader.largestCase) {
    lines = LineReader(descriptor: descriptor, limit: limit)
    self.form = form
    self.limit = limit
  }

  /// The next case, or nil at the end. An empty document is given as such, to be refused.
  public mutating func next() throws(LineReader.Failure) -> Document? {
    if let document = readAhead {
      readAhead = nil
      return document
    }
    guard !isDone else { return nil }
    switch form {
    case .document:
      isDone = true
      return try rest(after: [], line: 1, from: 0)
    case .lines:
      return try nextLine()
    case .either:
      guard let first = try nextLine() else {
        isDone = true
        return document([], line: 1, from: 0)
      }
      form = .lines
      guard !first.isTooLarge, !isDone, !JSONText(first.bytes).isClosed else { return first }
      return try caseOverLines(from: first)
    }
  }

  /// The case that begins with a line and goes on below it; that line alone where the next holds a
  /// whole case, so that a stream that begins with a broken line loses no other.
  private mutating func caseOverLines(
    from first: Document
  ) throws(LineReader.Failure) -> Document {
    let second = try nextLine()
    if let second, second.isTooLarge || JSONText(second.bytes).isCase {
      readAhead = second
      return first
    }
    isDone = true
    var bytes = first.bytes
    if let second {
      bytes += [UInt8](repeating: ASCII.newline, count: second.line - first.line) + second.bytes
    }
    return try rest(after: bytes, line: first.line, from: first.extent.lowerBound)
  }

  /// Whether a case can be had without waiting for more input.
  public var hasCaseAtHand: Bool {
    readAhead != nil || form == .lines && !isDone && lines.hasLineAtHand
  }

  /// The next line that is not empty.
  private mutating func nextLine() throws(LineReader.Failure) -> Document? {
    var start = lines.offset
    while let line = try lines.next() {
      switch line {
      case .tooLong(let number):
        return document(nil, line: number, from: start)
      case .bytes(let bytes, let number):
        if number == 1, bytes.starts(with: Self.gzip) { isDone = true }
        if bytes.contains(where: { !ASCII.isSpace($0) }) {
          return document(bytes, line: number, from: start)
        }
      }
      start = lines.offset
    }
    return nil
  }

  /// Everything that has not been read, after the bytes of an earlier line.
  private mutating func rest(
    after first: [UInt8], line: Int, from start: Int
  ) throws(LineReader.Failure) -> Document {
    var bytes = first
    var isFirst = first.isEmpty
    while let next = try lines.next() {
      guard case .bytes(let more, _) = next, bytes.count + more.count < limit else {
        return document(nil, line: line, from: start)
      }
      if !isFirst { bytes.append(ASCII.newline) }
      isFirst = false
      bytes += more
      if bytes.starts(with: Self.gzip) { break }
    }
    return document(bytes, line: line, from: start)
  }

  /// A document that ends where reading stands; nil for its bytes when there are too many.
  private func document(_ bytes: [UInt8]?, line: Int, from start: Int) -> Document {
    Document(
      bytes: bytes ?? [], line: line, extent: start..<lines.offset, isTooLarge: bytes == nil,
      isLast: !lines.isEnded)
  }
}

extension CaseReader {
  /// Reads the case of a document.
  /// - Parameters:
  ///   - document: the text, as cut from its input.
  ///   - source: what messages call the input.
  /// - Returns: the case, with its contradictions noted.
  /// - Throws: the first fault found.
  public func read(
    _ document: DocumentReader.Document, source: String
  ) throws(InputFault) -> CaseFile {
    try parsed(document, source: source).file(line: document.line)
  }

  /// Reads the case of a document for what tells it from others.
  /// - Parameters:
  ///   - document: the text, as cut from its input.
  ///   - source: what messages call the input.
  /// - Returns: the heading of the case, which has no fault.
  /// - Throws: the first fault found.
  public func heading(
    of document: DocumentReader.Document, source: String
  ) throws(InputFault) -> CaseHeading {
    try parsed(document, source: source).heading
  }

  private func parsed(
    _ document: DocumentReader.Document, source: String
  ) throws(InputFault) -> CaseParser {
    guard !document.isTooLarge else {
      throw Self.tooLarge(source: source, line: document.line)
    }
    do throws(InputFault) {
      return try parsed(document.bytes, source: source, line: document.line)
    } catch {
      throw document.faultOfWhole(source: source) ?? error
    }
  }
}

extension DocumentReader.Document {
  /// What is wrong with a document as a whole, which is told instead of what is wrong in it.
  fileprivate func faultOfWhole(source: String) -> InputFault? {
    if bytes.starts(with: DocumentReader.gzip) {
      return InputFault(
        file: source, line: line, column: 1, path: "/", found: "compressed bytes (gzip)",
        expected: "JSON", hint: "give them to zcat, and what it writes to skikk: zcat FILE | …")
    }
    let text = JSONText(bytes)
    guard isLast, !bytes.isEmpty, !text.isClosed else { return nil }
    let end = text.position(of: bytes.count)
    return InputFault(
      file: source, line: end.line + line - 1, column: end.column,
      path: text.pointer(at: bytes.count), found: "the end of the input",
      expected: "the rest of the case", hint: "the input seems to be cut off; fetch it again")
  }
}
