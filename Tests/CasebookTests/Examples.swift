import Foundation
import Testing

@testable import Casebook

/// The example files of `cases/examples`, one entry for each case.
enum Examples {
  struct Document: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let bytes: [UInt8]
    var testDescription: String { "\(file):\(line)" }
  }

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder = repository.appending(path: "cases/examples")

  static let all: [Document] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().flatMap { name -> [Document] in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return [] }
      if name.hasSuffix(".json") { return [Document(file: name, line: 1, bytes: Array(data))] }
      let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return lines.enumerated().filter { !$1.isEmpty }
        .map { Document(file: name, line: $0 + 1, bytes: Array($1)) }
    }
  }()

  static func read(_ id: String) throws -> CaseFile {
    for document in all {
      let file = try CaseReader.standard.read(document.bytes, source: document.file)
      if file.identifier(of: file.root) == id { return file }
    }
    throw Missing(id: id)
  }

  struct Missing: Error { let id: String }
}

/// A case around these claims and events, one thing a line.
func caseText(
  _ events: String..., claims: String = #"{"id":"F-1"}"#, more: String = ""
) -> String {
  """
  {"format":"skikk-case/1","id":"A-1",\(more)
  "claims":[\(claims)],
  "events":[
  \(events.joined(separator: ",\n"))
  ]}
  """
}

/// The case in a text that must be sound.
func read(_ text: String) throws -> CaseFile {
  try CaseReader.standard.read(Array(text.utf8), source: "case.json")
}

/// What is said of a faulty text, without the file name; empty when there is no fault.
func fault(_ text: String) -> String { fault(bytes: Array(text.utf8)) }

/// What is said of faulty bytes, without the file name; empty when there is no fault.
func fault(bytes: [UInt8], line: Int = 1) -> String {
  do throws(InputFault) {
    _ = try CaseReader.standard.read(bytes, source: "f", line: line)
    return ""
  } catch {
    return String(error.description.dropFirst(2))
  }
}
