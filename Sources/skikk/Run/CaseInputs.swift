import Casebook
import Files
import FoundationEssentials

/// The inputs that a command line names, folders taken apart.
enum CaseInput: Equatable {
  /// `-`
  case standardInput
  /// A file, as messages name it.
  case file(String)
  /// Something that cannot be an input, and why.
  case unusable(path: String, found: String, expected: String, hint: String)

  /// What reports and messages call it.
  var name: String { if case .file(let path) = self { path } else { "-" } }

  /// The endings of case files that are looked for in folders.
  private static let endings = [".json", ".ndjson", ".jsonl"]
  /// What compressed files end with after that.
  private static let compressions = [".gz", ".bz2", ".xz", ".zst"]

  /// Inputs in the order given; those of a folder by name. A file that is named twice is read once.
  static func all(_ operands: [String]) -> [CaseInput] {
    if operands.count == 1 { return inputs(operands[0]) }
    var seen: Set<String> = []
    return operands.flatMap(inputs).filter { input in
      guard case .file(let path) = input else { return true }
      return seen.insert(URL(filePath: path).standardizedFileURL.path()).inserted
    }
  }

  /// How many bytes there are to read; nil where that is not known before it has been read.
  static func size(of inputs: [CaseInput]) -> Int? {
    var sum = 0
    for input in inputs {
      switch input {
      case .unusable: continue
      case .standardInput:
        guard let size = FileHandle.standardInput.size else { return nil }
        sum += size
      case .file(let path):
        guard let handle = FileHandle(forReadingAtPath: path) else { continue }
        guard let size = handle.size else { return nil }
        sum += size
      }
    }
    return sum
  }

  private static func inputs(_ operand: String) -> [CaseInput] {
    if operand == "-" { return [.standardInput] }
    switch FileStatus(operand)?.kind {
    case .folder?:
      let inputs = contents(of: operand)
      return inputs.isEmpty ? [empty(operand)] : inputs
    case nil:
      return [
        .unusable(
          path: operand, found: "no such file", expected: "a case file, a folder or -",
          hint: "check the path")
      ]
    default: return [.file(operand)]
    }
  }

  /// Whether a file of a folder is a case by its name.
  static func isNamedCase(_ name: String) -> Bool {
    endings.contains { name.lowercased().hasSuffix($0) }
  }

  /// Whether a file of a folder has cases by its name, and is compressed.
  private static func isNamedCompressed(_ name: String) -> Bool {
    compressions.contains { ending in
      name.lowercased().hasSuffix(ending) && isNamedCase(String(name.dropLast(ending.count)))
    }
  }

  private static func empty(_ folder: String) -> CaseInput {
    .unusable(
      path: folder, found: "a folder without case files",
      expected: "files that end with \(endings.joined(separator: ", "))",
      hint: "name a file of another name itself")
  }

  /// Case files below a folder, name by name; what begins with a point is left out. Links to
  /// folders could lead in circles: they are told of, and so are cases that are compressed.
  private static func contents(of folder: String) -> [CaseInput] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return [
        .unusable(
          path: folder, found: "a folder that cannot be opened", expected: "case files in it",
          hint: "check who may read it")
      ]
    }
    let sorted = names.filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.flatMap { name -> [CaseInput] in
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if FileStatus(path, followingLinks: false)?.kind == .folder { return contents(of: path) }
      let kind = FileStatus(path)?.kind
      if kind == .folder {
        return [
          .unusable(
            path: path, found: "a link to a folder", expected: "a case file or a folder",
            hint: "name it itself to read what is in it")
        ]
      }
      if isNamedCompressed(name) {
        return [
          .unusable(
            path: path, found: "a compressed file", expected: "a case file",
            hint: "unpack it, or pipe it to skikk: zcat FILE | skikk check -")
        ]
      }
      guard isNamedCase(name) else { return [] }
      return switch kind {
      case .regular?: [.file(path)]
      case .other?, .folder?:
        [
          .unusable(
            path: path, found: "a pipe or device", expected: "a case file",
            hint: "name it itself to read it")
        ]
      case nil:
        [
          .unusable(
            path: path, found: "a link that leads nowhere", expected: "a case file",
            hint: "check where it leads")
        ]
      }
    }
  }
}
