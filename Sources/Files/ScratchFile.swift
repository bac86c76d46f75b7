/// What a run puts aside could not be written, or read again.
public struct ScratchFault: Error, Sendable {
  /// The folder it was to be put in.
  public let folder: String
  /// What the system said.
  public let reason: String
}

/// A file for what a run cannot hold in memory.
///
/// It has no name, so that nobody else finds it, and it is gone when the program ends, however it
/// ends.
public final class ScratchFile {
  private let folder: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var written = 0

  private static let bufferSize = 256 << 10

  /// An empty file.
  /// - Parameter folder: where the file system has room for it.
  /// - Throws: `ScratchFault` when there can be none.
  public init(in folder: String) throws(ScratchFault) {
    self.folder = folder
    do { handle = try FileHandle(unnamedIn: folder) } catch {
      throw ScratchFault(folder: folder, reason: error.description)
    }
  }

  /// How many bytes it has.
  public var count: Int { written + buffer.count }

  /// Adds bytes at its end.
  public func append(_ bytes: some Collection<UInt8>) throws(ScratchFault) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// The open file, all of whose bytes have been written, at its beginning.
  public func rewound() throws(ScratchFault) -> FileHandle {
    try flush()
    do { try handle.seek(toOffset: 0) } catch { throw fault(error) }
    return handle
  }

  /// Some of its bytes; fewer where it ends.
  public func bytes(_ range: Range<Int>) throws(ScratchFault) -> [UInt8] {
    try flush()
    do { return try handle.read(upToCount: range.count, at: range.lowerBound) ?? [] } catch {
      throw fault(error)
    }
  }

  private func flush() throws(ScratchFault) {
    guard !buffer.isEmpty else { return }
    do { try handle.write(contentsOf: buffer) } catch { throw fault(error) }
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func fault(_ fault: SystemFault) -> ScratchFault {
    ScratchFault(folder: folder, reason: fault.description)
  }
}
