import Files
import FoundationEssentials
import Glibc

/// A report could not be written.
struct OutputFault: Error {
  /// The file, or `-` for standard output.
  let file: String
  /// What the system said.
  let reason: String
}

/// Where a report goes: standard output, or a file that appears only when it is whole.
final class Output {
  private let file: String
  private let handle: FileHandle
  /// The file that is written until it is whole, and the one it then becomes.
  private let renaming: (part: PartFile, target: String)?
  private let isOnTerminal: Bool
  private var buffer: [UInt8] = []

  private static let bufferSize = 64 << 10

  /// Standard output.
  init() {
    file = "-"
    handle = .standardOutput
    isOnTerminal = isatty(STDOUT_FILENO) == 1
    renaming = nil
  }

  /// A file. What is no regular file (a pipe, a device) is written to as it is.
  init(file: String) throws(OutputFault) {
    self.file = file
    isOnTerminal = false
    let target = URL(filePath: file).resolvingSymlinksInPath().path(percentEncoded: false)
    let status = FileStatus(target)
    if status?.kind == .folder { throw OutputFault(file: file, reason: "it is a folder") }
    if status?.kind == .other {
      guard let handle = FileHandle(forWritingAtPath: target) else {
        throw OutputFault(file: file, reason: "it cannot be written")
      }
      self.handle = handle
      renaming = nil
      return
    }
    if status?.kind == .regular, !FileManager.default.isWritableFile(atPath: target) {
      throw OutputFault(file: file, reason: "it cannot be written")
    }
    do { try renaming = (PartFile(of: target, permissions: status?.permissions), target) } catch {
      throw OutputFault(file: file, reason: "\(error)")
    }
    guard let part = renaming?.part else { preconditionFailure("a part was just made") }
    handle = part.handle
  }

  /// Adds text to the report.
  func write(_ text: String) throws(OutputFault) {
    buffer += text.utf8
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Adds bytes to the report.
  func write(_ bytes: [UInt8]) throws(OutputFault) {
    if buffer.isEmpty, bytes.count >= Self.bufferSize {
      buffer = bytes
    } else {
      buffer += bytes
    }
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Hands on what has been written.
  func flush() throws(OutputFault) {
    guard !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    if isOnTerminal { StatusLine.erase() }
    try attempt { try handle.write(contentsOf: bytes) }
  }

  /// Puts what has been written in its place.
  func finish() throws(OutputFault) {
    try flush()
    guard let renaming else { return }
    try attempt { try renaming.part.become(renaming.target) }
  }

  /// Leaves no half report behind.
  func abandon() { renaming?.part.remove() }

  private func attempt(_ step: () throws -> Void) throws(OutputFault) {
    do { try step() } catch {
      throw OutputFault(file: file, reason: "\(error)")
    }
  }
}
