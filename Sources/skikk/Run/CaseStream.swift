import Casebook
import Files
import Reports
import Rulebook

/// The cases of all inputs, one input after the other; what cannot be read costs itself alone.
struct CaseStream {
  /// What comes of an input at a time.
  enum Batch {
    /// Some of its cases, not read yet.
    case documents([DocumentReader.Document])
    /// Why it ends here.
    case unread(UnreadInput, isCase: Bool)
  }

  private let inputs: [CaseInput]
  /// The inputs, open.
  let open: OpenInputs
  /// Reads the cases.
  let reader: CaseReader

  /// The cases of these inputs, whose rulings and choices may name what a rule set has; where they
  /// are read once alone, none can be read again.
  init(_ inputs: [CaseInput], names: KnownNames, readOnce: Bool = false) {
    self.inputs = inputs
    open = OpenInputs(inputs, readOnce: readOnce)
    reader = CaseReader(vocabulary: .standard, names: names)
  }

  /// What reports and messages call an input.
  func name(of input: Int) -> String { inputs[input].name }

  /// Calls `take` with each case in order.
  func forEach(_ take: (ReadCase) throws -> Void) throws {
    try forEachBatch { batch, input in
      switch batch {
      case .documents(let documents):
        for document in documents {
          try take(ReadCase(document, of: input, name: name(of: input), by: reader))
        }
      case .unread(let fault, let isCase):
        try take(isCase ? .rejected(fault) : .missing(fault))
      }
    }
  }

  /// Calls `take` with the cases of each input, a few at a time, and the number of the input.
  /// - Throws: what `take` throws, and `ScratchFault` when an input cannot be copied.
  func forEachBatch(_ take: (Batch, Int) throws -> Void) throws {
    for index in inputs.indices {
      if case .unusable(let path, let found, let expected, let hint) = inputs[index] {
        let message = "\(path): found \(found), expected \(expected), hint: \(hint)"
        try take(.unread(UnreadInput(file: path, message: message), isCase: false), index)
      } else {
        try batches(of: index, take)
      }
    }
  }

  private static func empty(_ name: String) -> InputFault {
    InputFault(
      file: name, line: 1, column: 1, path: "/", found: "nothing", expected: "a case file",
      hint: "the file is empty")
  }

  private func batches(of index: Int, _ take: (Batch, Int) throws -> Void) throws {
    func reject(_ reason: String) throws {
      try take(.unread(unreadInput(name(of: index), reason), isCase: true), index)
    }
    let opened: FileHandle?
    do { opened = try open.handle(of: index) } catch let fault as SystemFault {
      return try reject("could not be read: \(fault)")
    }
    guard let handle = opened else {
      return try reject(
        "found a file that cannot be opened, expected a case file, hint: check who may read it")
    }
    var documents = DocumentReader(
      descriptor: handle.fileDescriptor, form: open.form(of: index))
    var isEmpty = true
    while true {
      let batch: [DocumentReader.Document]
      do throws(LineReader.Failure) { batch = try documents.nextBatch() } catch {
        return try reject("could not be read on: \(error)")
      }
      guard !batch.isEmpty else {
        if isEmpty {
          try take(.unread(UnreadInput(Self.empty(name(of: index))), isCase: true), index)
        }
        return
      }
      isEmpty = false
      try take(.documents(batch), index)
    }
  }
}

/// An input that could not be read at all, or not to its end.
func unreadInput(_ name: String, _ reason: String) -> UnreadInput {
  UnreadInput(file: name, message: "\(name): \(reason)")
}
