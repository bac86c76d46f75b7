import Casebook
import Foundation

/// Reads the cases of all inputs, one after the other; what cannot be read is told and counted, and
/// costs itself alone.
struct CaseStream {
  /// What came of reading one case.
  enum Item {
    case read(CaseFile, source: String)
    /// What is wrong, on one line.
    case rejected(String)
  }

  private let reader: CaseReader
  private let idWord = Vocabulary.standard.word(key: "id")
  /// Where each case number was first seen: a hash of it, and input and line.
  private var seen: [UInt64: (input: Int, line: Int)] = [:]
  private let inputs: [CaseInput]

  /// The cases of these inputs, whose rulings and choices may name what a rule set has.
  init(_ inputs: [CaseInput], names: KnownNames) {
    self.inputs = inputs
    reader = CaseReader(vocabulary: .standard, names: names)
  }

  /// Calls `take` with each case in order.
  mutating func forEach(_ take: (Item) throws -> Void) throws {
    for index in inputs.indices {
      switch inputs[index] {
      case .standardInput: try documents(of: 0, index, form: .either, take)
      case .file(let path): try file(path, index, take)
      case .unusable(let path, let found, let expected, let hint):
        try take(.rejected("\(path): found \(found), expected \(expected), hint: \(hint)"))
      }
    }
  }

  private mutating func file(
    _ path: String, _ index: Int, _ take: (Item) throws -> Void
  ) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      try take(
        .rejected(
          "\(path): found a file that cannot be opened, expected a case file, "
            + "hint: check who may read it"))
      return
    }
    defer { try? handle.close() }
    try documents(
      of: handle.fileDescriptor, index, form: .init(fileName: path), take)
  }

  private mutating func documents(
    of descriptor: Int32, _ index: Int, form: DocumentReader.Form, _ take: (Item) throws -> Void
  ) throws {
    let name = name(of: index)
    var documents = DocumentReader(descriptor: descriptor, form: form)
    while true {
      let next: DocumentReader.Document?
      do throws(LineReader.Failure) { next = try documents.next() } catch {
        try take(.rejected("\(name): could not be read on: \(error)"))
        return
      }
      guard let document = next else { return }
      try take(item(document, name, index, form))
    }
  }

  private mutating func item(
    _ document: DocumentReader.Document, _ name: String, _ index: Int,
    _ form: DocumentReader.Form
  ) -> Item {
    do throws(InputFault) {
      let file = try reader.read(document, source: name)
      let id = id(of: file)
      if let first = note(id, index, document.line) {
        throw InputFault(
          file: name, line: document.line, column: 1, path: "/id",
          found: "\"\(id)\" again", expected: "each case once in a run",
          hint: "first in \(first)")
      }
      let isOnly = if case .document = form { true } else { false }
      return .read(file, source: isOnly ? name : "\(name):\(document.line)")
    } catch {
      return .rejected(error.description)
    }
  }

  /// Notes a case number; where it was seen first, if it was.
  private mutating func note(_ id: String, _ input: Int, _ line: Int) -> String? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if let (input, line) = seen[hash] { return "\(name(of: input)):\(line)" }
    seen[hash] = (input, line)
    return nil
  }

  private func id(of file: CaseFile) -> String {
    guard let idWord else { return "" }
    let slot = file[file.root, idWord]
    return slot.state == .value ? file.text(slot.first) : ""
  }

  private func name(of input: Int) -> String {
    if case .file(let path) = inputs[input] { path } else { "-" }
  }
}
