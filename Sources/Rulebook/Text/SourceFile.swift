import Values

/// A rule document as it was read: its path for messages and its bytes.
public final class SourceFile: Sendable {
  /// The path shown in messages (`rules/inkassoloven/09-inkassovarsel.md`).
  public var path: String { folder + name }
  /// The path in two, so that those of all documents need not be put together.
  private let folder, name: String
  private let text: String
  private let now: Lines?
  private let later = OnceReference<Lines>()

  /// The text taken apart.
  private final class Lines: Sendable {
    let bytes: [UInt8]
    let starts: [Int]

    init(_ text: String) {
      let bytes = Array(text.utf8)
      self.bytes = bytes
      starts = Self.starts(in: bytes.span)
    }

    /// Where lines begin; the bytes are looked through eight at a time.
    private static func starts(in bytes: Swift.Span<UInt8>) -> [Int] {
      let ones: UInt64 = 0x0101_0101_0101_0101
      var starts = [0]
      // Lines of documents are about as long as a page is wide.
      starts.reserveCapacity(bytes.count / 64)
      var place = 0
      while place + 8 <= bytes.count {
        // Zero where a byte is a line end; a byte above 127 never is.
        let other = bytes.word(at: place) ^ (ones &* 10)
        var ends = (other &- ones) & ~other & (ones &* 128)
        while ends != 0 {
          // Borrowed from the byte before where that is one: only the lowest is sure.
          let end = place + ends.trailingZeroBitCount >> 3
          if bytes[end] == 10 { starts.append(end + 1) }
          ends &= ends - 1
        }
        place += 8
      }
      while place < bytes.count {
        if bytes[place] == 10 { starts.append(place + 1) }
        place += 1
      }
      return starts
    }
  }

  /// A document with this path and text.
  ///
  /// - Parameters:
  ///   - path: the path shown in messages.
  ///   - text: the text.
  ///   - isRead: whether it is taken apart at once; otherwise when something of it is asked for.
  public convenience init(path: String, text: String, isRead: Bool = true) {
    self.init(folder: "", path, text: text, isRead: isRead)
  }

  /// The same with a path that goes on from a folder.
  init(folder: String, _ name: String, text: String, isRead: Bool) {
    (self.folder, self.name) = (folder, name)
    self.text = text
    now = isRead ? Lines(text) : nil
  }

  private var lines: Lines { now ?? later.object ?? later.settled(Lines(text)) }

  /// The text as UTF-8.
  public var bytes: [UInt8] { lines.bytes }
  /// Byte offset of the start of each line.
  var lineStarts: [Int] { lines.starts }

  /// Line and column (both from 1; columns count characters) of a byte offset.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let line = lineIndex(of: offset)
    return (line + 1, text(lineStarts[line]..<max(offset, lineStarts[line])).count + 1)
  }

  /// Line (from 1) of a byte offset.
  public func line(at offset: Int) -> Int { lineIndex(of: offset) + 1 }

  /// The text of a line (from 1) without its line end.
  public func line(_ number: Int) -> String {
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return text(start..<max(start, end))
  }

  /// The text of a range of bytes.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private func lineIndex(of offset: Int) -> Int {
    let starts = lineStarts
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// A stretch of a rule document.
public struct Span: Sendable, Equatable {
  /// The document.
  public let file: SourceFile
  private let start, end: UInt32

  /// These bytes of that document.
  public init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    (start, end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
  }

  /// Whether they are the same stretch of the same document.
  public static func == (left: Span, right: Span) -> Bool {
    left.file === right.file && left.start == right.start && left.end == right.end
  }

  /// The bytes from one place to another in one of several documents; nil where there are none.
  @inline(__always)
  init?(exactly files: [SourceFile], _ file: Int, _ start: Int, _ end: Int) {
    guard files.indices.contains(file), start <= end, let start = UInt32(exactly: start),
      let end = UInt32(exactly: end)
    else { return nil }
    (self.file, self.start, self.end) = (files[file], start, end)
  }

  /// Byte offsets.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// From the start of this stretch to the end of another in the same document.
  func through(_ other: Span) -> Span {
    Span(file, range.lowerBound..<max(range.upperBound, other.range.upperBound))
  }

  /// The text of the stretch.
  public var text: String { file.text(range) }
  /// The text in one line, with one space where any stood.
  public var oneLine: String {
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    for byte in file.bytes[range.clamped(to: 0..<file.bytes.count)] {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if let last = line.last, last != UInt8(ascii: " ") { line.append(UInt8(ascii: " ")) }
      default: line.append(byte)
      }
    }
    if line.last == UInt8(ascii: " ") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
  /// Line number of the start.
  public var line: Int { file.line(at: range.lowerBound) }
  /// `path#L12`, as reports cite a place in the rules.
  public var citation: String { "\(file.path)#L\(line)" }
}
