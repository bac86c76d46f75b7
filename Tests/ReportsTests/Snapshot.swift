import Foundation
import Testing

/// A file beside the tests that holds what a report is to look like.
///
/// With `RECORD=1` in the environment the file is written and the test fails, so that nothing can
/// be recorded unseen.
enum Snapshot {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "there is no snapshot \(name); run the tests with RECORD=1 and read what they wrote",
        sourceLocation: sourceLocation)
      return
    }
    // Compared as lines, so that a failure shows which ones differ.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines == expected, "\(name)", sourceLocation: sourceLocation)
  }
}
