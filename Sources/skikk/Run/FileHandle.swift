import Glibc
import Synchronization

/// What the system said when it refused something.
struct SystemFault: Error, CustomStringConvertible {
  /// The number of the error.
  let code: Int32

  /// The fault of the call that has just failed.
  init() { code = errno }

  /// What the system calls it.
  var description: String {
    // The text belongs to the system and is copied at once.
    unsafe String(cString: strerror(code))
  }
}

/// An open file, pipe or stream.
///
/// In place of Foundation's, whose library takes longer to load than a letter takes to judge.
final class FileHandle: Sendable {
  /// Its number in the system.
  let fileDescriptor: Int32
  /// Whether it is this handle that has to close it, and has not yet.
  private let isToBeClosed: Atomic<Bool>

  static let standardInput = FileHandle(fileDescriptor: STDIN_FILENO)
  static let standardOutput = FileHandle(fileDescriptor: STDOUT_FILENO)
  static let standardError = FileHandle(fileDescriptor: STDERR_FILENO)

  private init(fileDescriptor: Int32) {
    self.fileDescriptor = fileDescriptor
    isToBeClosed = Atomic(false)
  }

  private init(
    _ path: String, _ flags: Int32, permissions: mode_t = 0o600
  ) throws(SystemFault) {
    // The path is copied before the call and outlives it.
    fileDescriptor = unsafe open(path, flags | O_CLOEXEC, permissions)
    isToBeClosed = Atomic(fileDescriptor >= 0)
    guard fileDescriptor >= 0 else { throw SystemFault() }
  }

  deinit {
    try? close()
  }

  /// A file to read; nil when it cannot be opened.
  convenience init?(forReadingAtPath path: String) { try? self.init(path, O_RDONLY) }

  /// A file that is there, to write; nil when it cannot be opened.
  convenience init?(forWritingAtPath path: String) { try? self.init(path, O_WRONLY) }

  /// A new file, to write and read, with these permissions less what the user's mask takes away.
  convenience init(creating path: String, permissions: mode_t = 0o600) throws(SystemFault) {
    try self.init(path, O_RDWR | O_CREAT | O_EXCL, permissions: permissions)
  }

  /// Goes to a place in a file.
  func seek(toOffset offset: UInt64) throws(SystemFault) {
    guard lseek(fileDescriptor, off_t(offset), SEEK_SET) >= 0 else { throw SystemFault() }
  }

  /// As many bytes, or those that are left; nil at the end.
  func read(upToCount count: Int) throws(SystemFault) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      // The rest of the array begins at `filled` and has this many bytes.
      let got = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(fileDescriptor, $0.baseAddress?.advanced(by: filled), count - filled)
      }
      if got == 0 { break }
      if got < 0, errno != EINTR { throw SystemFault() }
      filled += max(got, 0)
    }
    bytes.removeLast(count - filled)
    return bytes.isEmpty ? nil : bytes
  }

  /// All bytes that are left.
  func readToEnd() throws(SystemFault) -> [UInt8] {
    var all: [UInt8] = []
    while let bytes = try read(upToCount: 1 << 18) { all += bytes }
    return all
  }

  /// Writes all of these bytes.
  func write(contentsOf bytes: some Collection<UInt8>) throws(SystemFault) {
    let bytes = Array(bytes)
    var written = 0
    while written < bytes.count {
      // The rest of the array begins at `written` and has this many bytes.
      let put = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(
          fileDescriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if put < 0, errno != EINTR { throw SystemFault() }
      written += max(put, 0)
    }
  }

  /// Closes it; what could not be written until now is told.
  func close() throws(SystemFault) {
    guard isToBeClosed.exchange(false, ordering: .relaxed) else { return }
    guard Glibc.close(fileDescriptor) == 0 else { throw SystemFault() }
  }
}
