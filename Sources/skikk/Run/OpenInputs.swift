import FoundationEssentials

/// The inputs of a run, open to be read more than once.
///
/// What is no regular file (standard input, a pipe) can be read only once: it is copied to a file
/// that has no name and goes when the program ends.
final class OpenInputs {
  private let inputs: [CaseInput]
  private var copies: [Int: FileHandle] = [:]
  /// The file that was read last, which is likely to be read next.
  private var last: (input: Int, handle: FileHandle)?

  /// Whether every input is read once alone, so that nothing has to be copied.
  private let isReadOnce: Bool

  init(_ inputs: [CaseInput], readOnce: Bool = false) {
    self.inputs = inputs
    isReadOnce = readOnce
  }

  /// The handle of an input; nil if it cannot be opened.
  func handle(of input: Int) throws -> FileHandle? {
    if let copy = copies[input] { return copy }
    if let last, last.input == input { return last.handle }
    switch inputs[input] {
    case .standardInput: return isReadOnce ? .standardInput : try copy(.standardInput, input)
    case .file(let path):
      guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
      guard isReadOnce || FileStatus(path)?.kind == .regular else {
        defer { try? handle.close() }
        return try copy(handle, input)
      }
      try last?.handle.close()
      last = (input, handle)
      return handle
    case .unusable: return nil
    }
  }

  /// The bytes of a case.
  func bytes(of place: CasePlace) throws -> [UInt8]? {
    guard let handle = try handle(of: Int(place.input)) else { return nil }
    try handle.seek(toOffset: UInt64(place.offset))
    return try handle.read(upToCount: Int(place.length))
  }

  private func copy(_ pipe: FileHandle, _ input: Int) throws -> FileHandle {
    let name = "skikk-\(ProcessInfo.processInfo.processIdentifier)-\(input)"
    let file = FileManager.default.temporaryDirectory.appending(path: name)
    let copy = try FileHandle(creating: file.path(percentEncoded: false))
    try FileManager.default.removeItem(at: file)
    while let bytes = try pipe.read(upToCount: 1 << 20) { try copy.write(contentsOf: bytes) }
    try copy.seek(toOffset: 0)
    copies[input] = copy
    return copy
  }
}
