#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads lines from a file or pipe as they come, without waiting for more.
///
/// Lines end with a line feed; a last line without one is a line, too. A line that is larger than
/// the limit is passed over without being held in memory.
public struct LineReader {
  /// A line without its line feed.
  public enum Line: Sendable {
    /// The bytes of a line, and its number, 1-based.
    case bytes([UInt8], number: Int)
    /// A line of more bytes than the limit, and its number.
    case tooLong(number: Int)
  }

  /// The input could not be read.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    /// The number that the system gives for what went wrong (`errno`).
    public let code: Int32
    /// What went wrong, as the system puts it.
    public var description: String {
      // The system's text for an error number is valid until the next call, and copied before.
      unsafe String(cString: strerror(code))
    }
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var number = 0
  private var isAtEnd = false
  /// How many bytes of the input were read before those of the buffer.
  private var passed = 0

  /// How much is read at once: little at first, because most inputs are one case, and much where
  /// that was not all.
  private static let firstBuffer = 16 << 10
  private static let laterBuffer = 256 << 10

  /// A reader of an open file descriptor, which stays the caller's to close.
  /// - Parameters:
  ///   - descriptor: the open file; 0 is standard input.
  ///   - limit: the largest line, in bytes.
  public init(descriptor: Int32, limit: Int = CaseReader.largestCase) {
    self.descriptor = descriptor
    self.limit = limit
    buffer = [UInt8](repeating: 0, count: Self.firstBuffer)
  }

  /// Whether the last line had its line feed; without it, the input may have been cut off.
  public private(set) var isEnded = true

  /// Whether a line that is not empty can be had without waiting for more input.
  public var hasLineAtHand: Bool {
    guard let first = buffer[start..<end].firstIndex(where: { !ASCII.isSpace($0) }) else {
      return false
    }
    return lineFeed(from: first) != nil
  }

  /// How many bytes of the input the lines so far have taken.
  public var offset: Int { passed + start }

  /// The next line, or nil at the end.
  public mutating func next() throws(Failure) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var hasBytes = false
    while try fill() {
      hasBytes = true
      let feed = lineFeed(from: start)
      let stop = feed ?? end
      isTooLong = isTooLong || line.count + stop - start > limit
      if isTooLong { line = [] } else { line.append(contentsOf: buffer[start..<stop]) }
      start = feed.map { $0 + 1 } ?? end
      isEnded = feed != nil
      if isEnded { break }
    }
    guard hasBytes else { return nil }
    number += 1
    return isTooLong ? .tooLong(number: number) : .bytes(line, number: number)
  }

  /// Where the next line feed of the buffer stands, searched as fast as the system can.
  private func lineFeed(from first: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes in
      // The bytes searched end where those that were read do, within the buffer.
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + first, Int32(ASCII.newline), end - first)
      else { return nil }
      return unsafe base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// Makes sure that there are unread bytes; false at the end.
  private mutating func fill() throws(Failure) -> Bool {
    if start < end { return true }
    if end == buffer.count, end < Self.laterBuffer {
      passed += end
      (start, end) = (0, 0)
      buffer = [UInt8](repeating: 0, count: Self.laterBuffer)
    }
    while !isAtEnd {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        // The system writes at most `bytes.count` bytes into a buffer that outlives the call.
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count > 0 {
        passed += end
        (start, end) = (0, count)
        return true
      }
      if count == 0 {
        isAtEnd = true
      } else if errno == EAGAIN {
        // A stream that does not wait by itself; the system fills in what outlives the call.
        var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&asked, 1, -1)
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
    return false
  }
}
