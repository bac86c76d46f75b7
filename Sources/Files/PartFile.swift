import Glibc

/// A file that is being written beside the one it will become.
public final class PartFile {
  /// Where it is written to.
  public let handle: FileHandle
  private let path: String

  /// A file that could not be made.
  public struct Fault: Error, CustomStringConvertible {
    /// Which file, and what the system said.
    public let description: String
  }

  /// Makes the part of a file, which no other file is yet.
  /// - Parameters:
  ///   - target: the file it will become.
  ///   - permissions: those of the file whose place it takes; without one, those of any new file.
  /// - Throws: `Fault` when it cannot be made.
  public init(of target: String, permissions: UInt32?) throws(Fault) {
    let process = getpid()
    var made: (path: String, handle: FileHandle)?
    for attempt in 0..<100 where made == nil {
      let path = "\(target).\(process)\(attempt == 0 ? "" : "-\(attempt)").part"
      do throws(SystemFault) {
        made = (path, try FileHandle(creating: path, permissions: 0o666))
      } catch {
        guard error.code == EEXIST else {
          throw Fault(description: "\(path) cannot be made: \(error)")
        }
      }
    }
    guard let made else { throw Fault(description: "no name beside \(target) is free") }
    (path, handle) = made
    Interruption.removes(path)
    if let permissions { fchmod(handle.fileDescriptor, permissions & 0o777) }
  }

  /// Takes the place of the target, whole.
  /// - Parameter target: the file it becomes.
  /// - Throws: `Fault` when it cannot take that place; `SystemFault` when not all could be written.
  public func become(_ target: String) throws {
    try handle.close()
    // Each path is copied before its call and outlives it.
    guard unsafe rename(path, target) == 0 else {
      throw Fault(description: "\(path) cannot be renamed to \(target): \(SystemFault())")
    }
  }

  /// Leaves nothing behind.
  public func remove() {
    try? handle.close()
    // The path is copied before the call and outlives it.
    unsafe unlink(path)
  }
}
