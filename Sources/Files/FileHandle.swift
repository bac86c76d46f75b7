import Glibc
import Synchronization

/// What the system said when it refused something.
public struct SystemFault: Error, CustomStringConvertible, Sendable {
  /// The number of the error.
  public let code: Int32

  /// The fault of the call that has just failed.
  public init() { code = errno }

  /// What the system calls it.
  public var description: String {
    // The text belongs to the system and is copied at once.
    unsafe String(cString: strerror(code))
  }
}

/// An open file, pipe or stream.
///
/// In place of Foundation's, whose library takes longer to load than a letter takes to judge.
public final class FileHandle: Sendable {
  /// Its number in the system.
  public let fileDescriptor: Int32
  /// Whether it is this handle that has to close it, and has not yet.
  private let isToBeClosed: Atomic<Bool>

  /// Standard input.
  public static let standardInput = FileHandle(fileDescriptor: STDIN_FILENO)
  /// Standard output.
  public static let standardOutput = FileHandle(fileDescriptor: STDOUT_FILENO)
  /// Standard error.
  public static let standardError = FileHandle(fileDescriptor: STDERR_FILENO)

  private init(fileDescriptor: Int32) {
    self.fileDescriptor = fileDescriptor
    isToBeClosed = Atomic(false)
  }

  private init(owning fileDescriptor: Int32) {
    self.fileDescriptor = fileDescriptor
    isToBeClosed = Atomic(true)
  }

  private convenience init(
    _ path: String, _ flags: Int32, permissions: mode_t = 0o600
  ) throws(SystemFault) {
    self.init(owning: try Self.descriptor(path, flags, permissions))
  }

  private static func descriptor(
    _ path: String, _ flags: Int32, _ permissions: mode_t
  ) throws(SystemFault) -> Int32 {
    // The path is copied before the call and outlives it.
    let descriptor = unsafe open(path, flags | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw SystemFault() }
    return descriptor
  }

  deinit {
    try? close()
  }

  /// A file to read; nil when it cannot be opened.
  public convenience init?(forReadingAtPath path: String) { try? self.init(path, O_RDONLY) }

  /// A file that is there, to write; nil when it cannot be opened.
  public convenience init?(forWritingAtPath path: String) { try? self.init(path, O_WRONLY) }

  /// A new file, to write and read, with these permissions less what the user's mask takes away.
  public convenience init(creating path: String, permissions: UInt32 = 0o600) throws(SystemFault) {
    try self.init(path, O_RDWR | O_CREAT | O_EXCL, permissions: permissions)
  }

  /// A file to write and read that has no name, and is gone when it is closed, or however the
  /// program ends.
  /// - Parameter folder: where the file system has room for it.
  /// - Throws: `SystemFault` when it cannot be made there.
  public convenience init(unnamedIn folder: String) throws(SystemFault) {
    // `O_TMPFILE`, which Swift does not import.
    let flags = O_RDWR | O_DIRECTORY | 0o20_000_000
    if let descriptor = try? Self.descriptor(folder, flags, 0o600) {
      self.init(owning: descriptor)
      return
    }
    // Not every file system makes such files: then one with a name, which is taken away at once.
    let path = "\(folder)/skikk-\(getpid())-\(UInt64.random(in: .min ... .max))"
    try self.init(creating: path)
    // The path is copied before the call and outlives it.
    unsafe unlink(path)
  }

  /// Goes to a place in a file.
  public func seek(toOffset offset: UInt64) throws(SystemFault) {
    guard lseek(fileDescriptor, off_t(offset), SEEK_SET) >= 0 else { throw SystemFault() }
  }

  /// As many bytes, or those that are left; nil at the end.
  public func read(upToCount count: Int) throws(SystemFault) -> [UInt8]? {
    try read(count, from: nil)
  }

  /// As many bytes from a place in a file, or those that are left; nil at its end. Where the next
  /// bytes are read without naming a place does not change, so several may read at a time.
  public func read(upToCount count: Int, at offset: Int) throws(SystemFault) -> [UInt8]? {
    try read(count, from: offset)
  }

  private func read(_ count: Int, from offset: Int?) throws(SystemFault) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      // The rest of the array begins at `filled` and has this many bytes.
      let got = unsafe bytes.withUnsafeMutableBytes {
        let (rest, left) = unsafe ($0.baseAddress?.advanced(by: filled), count - filled)
        guard let offset else { return unsafe Glibc.read(fileDescriptor, rest, left) }
        return unsafe pread(fileDescriptor, rest, left, off_t(offset + filled))
      }
      if got == 0 { break }
      if got < 0 { try waitAfterFault(for: POLLIN) }
      filled += max(got, 0)
    }
    bytes.removeLast(count - filled)
    return bytes.isEmpty ? nil : bytes
  }

  /// All bytes that are left.
  public func readToEnd() throws(SystemFault) -> [UInt8] {
    var all: [UInt8] = []
    while let bytes = try read(upToCount: 1 << 18) { all += bytes }
    return all
  }

  /// Writes all of these bytes.
  public func write(contentsOf bytes: some Collection<UInt8>) throws(SystemFault) {
    let bytes = Array(bytes)
    var written = 0
    while written < bytes.count {
      // The rest of the array begins at `written` and has this many bytes.
      let put = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(
          fileDescriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if put < 0 { try waitAfterFault(for: POLLOUT) }
      written += max(put, 0)
    }
  }

  /// After a call that failed: waits until a stream that does not wait by itself can be used.
  /// - Throws: the fault, unless the call was only interrupted or too early.
  private func waitAfterFault(for use: Int32) throws(SystemFault) {
    guard errno == EAGAIN else {
      if errno != EINTR { throw SystemFault() }
      return
    }
    var asked = pollfd(fd: fileDescriptor, events: Int16(use), revents: 0)
    // The system fills in what outlives the call.
    _ = unsafe poll(&asked, 1, -1)
  }

  /// How many bytes a file has; nil for what is no file, as a pipe or a terminal.
  public var size: Int? {
    var status = stat()
    // The system fills in what outlives the call.
    guard unsafe fstat(fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Closes it; what could not be written until now is told.
  public func close() throws(SystemFault) {
    guard isToBeClosed.exchange(false, ordering: .relaxed) else { return }
    guard Glibc.close(fileDescriptor) == 0 else { throw SystemFault() }
  }
}
