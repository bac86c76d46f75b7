import Foundation

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
  private let renaming: (from: String, to: String)?
  private var buffer: [UInt8] = []

  private static let bufferSize = 64 << 10

  /// Standard output.
  init() {
    file = "-"
    handle = .standardOutput
    renaming = nil
  }

  /// A file. What is no regular file (a pipe, a device) is written to as it is.
  init(file: String) throws(OutputFault) {
    self.file = file
    let target = URL(filePath: file).resolvingSymlinksInPath().path(percentEncoded: false)
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    let type = attributes?[.type] as? FileAttributeType
    if let type, type != .typeRegular, type != .typeDirectory {
      renaming = nil
    } else {
      let process = ProcessInfo.processInfo.processIdentifier
      renaming = (from: "\(target).\(process).part", to: target)
    }
    let written = renaming?.from ?? target
    if type == .typeDirectory {
      throw OutputFault(file: file, reason: "it is a folder")
    }
    if renaming != nil, !FileManager.default.createFile(atPath: written, contents: nil) {
      throw OutputFault(file: file, reason: "it cannot be created there")
    }
    guard let handle = FileHandle(forWritingAtPath: written) else {
      throw OutputFault(file: file, reason: "it cannot be written")
    }
    self.handle = handle
  }

  /// Adds text to the report.
  func write(_ text: String) throws(OutputFault) {
    buffer += text.utf8
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Adds bytes to the report.
  func write(_ bytes: [UInt8]) throws(OutputFault) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts what has been written in its place.
  func finish() throws(OutputFault) {
    try flush()
    guard let renaming else { return }
    try attempt { try handle.close() }
    // Both paths are copied before the call and outlive it.
    guard unsafe rename(renaming.from, renaming.to) == 0 else {
      throw OutputFault(file: file, reason: "\(renaming.from) could not be renamed")
    }
  }

  /// Leaves no half report behind.
  func abandon() {
    guard let renaming else { return }
    try? handle.close()
    try? FileManager.default.removeItem(atPath: renaming.from)
  }

  private func flush() throws(OutputFault) {
    guard !buffer.isEmpty else { return }
    let data = Data(buffer)
    buffer.removeAll(keepingCapacity: true)
    try attempt { try handle.write(contentsOf: data) }
  }

  private func attempt(_ step: () throws -> Void) throws(OutputFault) {
    do { try step() } catch {
      throw OutputFault(file: file, reason: error.localizedDescription)
    }
  }
}
