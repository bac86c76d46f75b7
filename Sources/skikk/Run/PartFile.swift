import Foundation

/// A file that is being written beside the one it will become.
final class PartFile {
  /// Where it is written to.
  let handle: FileHandle
  private let path: String

  /// A file that could not be made.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Makes the part of a file, which no other file is yet.
  /// - Parameters:
  ///   - target: the file it will become.
  ///   - permissions: those of the file whose place it takes; without one, those of any new file.
  /// - Throws: `Fault` when it cannot be made.
  init(of target: String, permissions: UInt32?) throws(Fault) {
    let process = ProcessInfo.processInfo.processIdentifier
    var descriptor: Int32 = -1
    var path = ""
    for attempt in 0..<100 {
      path = "\(target).\(process)\(attempt == 0 ? "" : "-\(attempt)").part"
      // Each path is copied before its call and outlives it.
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else {
      throw Fault(description: "\(path) cannot be made: \(Self.reason)")
    }
    self.path = path
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    Interruption.removes(path)
    if let permissions { fchmod(descriptor, permissions & 0o777) }
  }

  /// Takes the place of the target, whole.
  func become(_ target: String) throws {
    try handle.close()
    guard unsafe rename(path, target) == 0 else {
      throw Fault(description: "\(path) cannot be renamed to \(target): \(Self.reason)")
    }
  }

  /// Leaves nothing behind.
  func remove() {
    try? handle.close()
    unsafe unlink(path)
  }

  /// What the system said last.
  private static var reason: String { unsafe String(cString: strerror(errno)) }
}
