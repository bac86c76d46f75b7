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
  }

  private var lines: LineReader
  private var form: Form
  private let limit: Int
  private var isDone = false

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
        return Document(bytes: [], line: 1, extent: 0..<lines.offset, isTooLarge: false)
      }
      form = .lines
      guard !first.isTooLarge, !JSONText(first.bytes).isClosed else { return first }
      isDone = true
      return try rest(after: first.bytes, line: first.line, from: first.extent.lowerBound)
    }
  }

  /// The next line that is not empty.
  private mutating func nextLine() throws(LineReader.Failure) -> Document? {
    var start = lines.offset
    while let line = try lines.next() {
      let extent = start..<lines.offset
      switch line {
      case .tooLong(let number):
        return Document(bytes: [], line: number, extent: extent, isTooLarge: true)
      case .bytes(let bytes, let number):
        if bytes.contains(where: { !ASCII.isSpace($0) }) {
          return Document(bytes: bytes, line: number, extent: extent, isTooLarge: false)
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
        return Document(bytes: [], line: line, extent: start..<lines.offset, isTooLarge: true)
      }
      if !isFirst { bytes.append(ASCII.newline) }
      isFirst = false
      bytes += more
    }
    return Document(bytes: bytes, line: line, extent: start..<lines.offset, isTooLarge: false)
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
    guard !document.isTooLarge else {
      throw Self.tooLarge(source: source, line: document.line)
    }
    return try read(document.bytes, source: source, line: document.line)
  }
}
