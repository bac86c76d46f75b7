import Casebook
import Foundation
import Testing

@testable import Rulebook

/// Deliberately broken documents, each with the diagnostics it must give beside it.
@Suite("Broken rule documents are explained")
struct DiagnosticTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")
  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return all.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()
  static let front = (
    path: "README.md", text: "# Rules\n\nreviewed through 2026-12-31 · covers from 1989-10-01\n"
  )

  @Test("the diagnostics are as recorded", arguments: names)
  func diagnostics(name: String) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: name + ".md"), encoding: .utf8)
    let rules = RuleSet(documents: [Self.front, (path: "broken/\(name).md", text: text)])
    let (_, diagnostics) = rules.compiled(with: .standard)
    let actual = diagnostics.map(\.rendered).joined(separator: "\n")
    let recording = Self.folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try actual.write(to: recording, atomically: true, encoding: .utf8)
      Issue.record("recorded \(recording.lastPathComponent); run again without RECORD")
      return
    }
    let expected = try String(contentsOf: recording, encoding: .utf8)
    #expect(actual.split(separator: "\n") == expected.split(separator: "\n"))
  }

  @Test(
    "a day of the front page that cannot be read is a fault there",
    arguments: [
      ("31.12.2027", "write `2027-12-31`"), ("2027-02-30", "February 2027 has 28 days"),
      ("2027-06", "a day is written YYYY-MM-DD"), ("2027-12-311", "a day is written YYYY-MM-DD"),
    ])
  func frontPage(written: String, help: String) throws {
    let text = Self.front.text.replacing("2026-12-31", with: written)
    let (_, diagnostics) = RuleSet(documents: [(Self.front.path, text)]).compiled(with: .standard)
    let line = "reviewed through \(written) · covers from 1989-10-01"
    let carets = String(repeating: "^", count: written.count)
    #expect(
      diagnostics.map(\.rendered) == [
        """
        error: `\(written)` is no day
          rules/README.md:3:18
           3 | \(line)
             |                  \(carets) days are written YYYY-MM-DD
          help: \(help)

        """
      ])
  }

  @Test("every broken document gives at least one diagnostic", arguments: names)
  func isBroken(name: String) throws {
    let recorded = try String(
      contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
    #expect(recorded.hasPrefix("error: "))
  }
}
