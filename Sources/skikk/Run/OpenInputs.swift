import Casebook
import Files
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
  /// - Throws: `SystemFault` when it cannot be read, `ScratchFault` when it cannot be copied.
  func handle(of input: Int) throws -> FileHandle? {
    if let copy = copies[input] { return copy }
    if let last, last.input == input { return last.handle }
    switch inputs[input] {
    case .standardInput: return isReadOnce ? .standardInput : try copy(.standardInput, input)
    case .file(let path):
      guard var handle = FileHandle(forReadingAtPath: path) else { return nil }
      if !isReadOnce, handle.size == nil { handle = try copy(handle, input) }
      last = (input, handle)
      return handle
    case .unusable: return nil
    }
  }

  /// How cases stand in an input; the name of a pipe says nothing of it.
  func form(of input: Int) -> DocumentReader.Form {
    guard case .file(let path) = inputs[input], copies[input] == nil else { return .either }
    return DocumentReader.Form(fileName: path)
  }

  private func copy(_ pipe: FileHandle, _ input: Int) throws -> FileHandle {
    let file = try ScratchFile(in: Scratch.folder)
    while let bytes = try pipe.read(upToCount: 1 << 20) { try file.append(bytes) }
    let copy = try file.rewound()
    copies[input] = copy
    return copy
  }
}

/// Where a run puts aside what it cannot hold in memory: `TMPDIR`, else the system's own folder.
enum Scratch {
  static var folder: String {
    FileManager.default.temporaryDirectory.path(percentEncoded: false)
  }
}
