import Casebook
import Reports
import Values

/// Reads the cases of all inputs, one after the other; what cannot be read is told and counted, and
/// costs itself alone.
struct CaseStream {
  /// What came of reading one case.
  enum Item {
    case read(CaseFile, at: CasePlace)
    /// What is wrong with a case.
    case rejected(UnreadInput)
    /// Why there is nothing to read; that is no case.
    case missing(UnreadInput)
  }

  private let reader: CaseReader
  /// Where each case number was first seen: a hash of it, and input and line.
  private var seen: [UInt64: (input: Int, line: Int)] = [:]
  private let inputs: [CaseInput]
  private let open: OpenInputs
  private let isReadOnce: Bool

  /// The cases of these inputs, whose rulings and choices may name what a rule set has; where they
  /// are read once alone, none can be read again.
  init(_ inputs: [CaseInput], names: KnownNames, readOnce: Bool = false) {
    self.inputs = inputs
    isReadOnce = readOnce
    open = OpenInputs(inputs, readOnce: readOnce)
    reader = CaseReader(vocabulary: .standard, names: names)
  }

  /// Calls `take` with each case in order.
  mutating func forEach(_ take: (Item) throws -> Void) throws {
    for index in inputs.indices {
      if case .unusable(let path, let found, let expected, let hint) = inputs[index] {
        let message = "\(path): found \(found), expected \(expected), hint: \(hint)"
        try take(.missing(UnreadInput(file: path, message: message)))
      } else {
        try documents(of: index, take)
      }
    }
  }

  /// Reads a case again.
  func again(_ place: CasePlace) -> Item {
    let name = name(of: Int(place.input))
    let changed = "\(name):\(place.line): changed while it was read; run again"
    guard let bytes = try? open.bytes(of: place), bytes.count == place.length,
      let file = try? reader.read(bytes, source: name, line: Int(place.line))
    else { return .rejected(UnreadInput(file: name, line: Int(place.line), message: changed)) }
    return .read(file, at: place)
  }

  private mutating func documents(
    of index: Int, _ take: (Item) throws -> Void
  ) throws {
    let name = name(of: index)
    let opened: FileHandle?
    do { opened = try open.handle(of: index) } catch {
      return try reject(name, "could not be read: \(error)", take)
    }
    guard let handle = opened else {
      return try reject(
        name,
        "found a file that cannot be opened, expected a case file, hint: check who may read it",
        take)
    }
    var documents = DocumentReader(descriptor: handle.fileDescriptor, form: form(of: index))
    while true {
      let next: DocumentReader.Document?
      do throws(LineReader.Failure) { next = try documents.next() } catch {
        return try reject(name, "could not be read on: \(error)", take)
      }
      guard let document = next else { return }
      try take(item(document, name, index))
    }
  }

  /// Tells of a file that could not be read at all, or not to its end.
  private func reject(
    _ name: String, _ reason: String, _ take: (Item) throws -> Void
  ) rethrows {
    try take(.rejected(UnreadInput(file: name, message: "\(name): \(reason)")))
  }

  private mutating func item(
    _ document: DocumentReader.Document, _ name: String, _ index: Int
  ) -> Item {
    do throws(InputFault) {
      let file = try reader.read(document, source: name)
      let id = file.identifier(of: file.root) ?? ""
      // What is read once and answered alone may come again.
      if !isReadOnce, let first = note(id, index, document.line) {
        throw InputFault(
          file: name, line: document.line, column: 1, path: "/id",
          found: "\"\(id)\" again", expected: "each case once in a run",
          hint: "first in \(first)")
      }
      return .read(file, at: CasePlace(input: index, of: document))
    } catch {
      return .rejected(UnreadInput(error))
    }
  }

  /// Notes a case number; where it was seen first, if it was.
  private mutating func note(_ id: String, _ input: Int, _ line: Int) -> String? {
    let hash = ContentHash(of: id).value
    if let (input, line) = seen[hash] { return "\(name(of: input)):\(line)" }
    seen[hash] = (input, line)
    return nil
  }

  private func form(of input: Int) -> DocumentReader.Form {
    if case .file(let path) = inputs[input] { .init(fileName: path) } else { .either }
  }

  /// What reports and messages call an input.
  func name(of input: Int) -> String {
    inputs[input].name
  }
}
