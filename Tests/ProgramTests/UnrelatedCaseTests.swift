import Foundation
import Testing

/// What is judged in the same run must not touch a case of another debtor.
@Suite("A case of another debtor")
struct UnrelatedCaseTests {
  /// Files whose cases are of one debtor, or stand alone.
  static let names = [
    "merge-excess/thousand-each-files.ndjson", "merge-excess/heavy-files.ndjson",
    "merge-one-letter-fee/notices-files.ndjson", "fork-2-2-light-cap/one-krone-more.json",
    "contact-call-frequency/two-creditors.ndjson",
  ]

  /// The report of each case, as it is written, by its id.
  static func entries(_ output: String) -> [String: String] {
    var entries: [String: String] = [:]
    for entry in output.split(separator: "\n    {\n").dropFirst() {
      guard let end = entry.firstRange(of: "\n    }"), let id = entry.firstMatch(of: /"id": "(.*)"/)
      else { continue }
      entries[String(id.output.1)] = String(entry[..<end.lowerBound])
    }
    return entries
  }

  @Test("changes no byte of the others' reports, wherever it stands", arguments: names)
  func unrelated(name: String) throws {
    let workshop = try Workshop()
    let file = Checkout.root.appending(path: "cases/\(name)")
    let own = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let text = name.hasSuffix(".ndjson") ? own.joined(separator: "\n") : own.joined()
    // The same course against another debtor, under names that sort before and after.
    let others = ["a-", "z-"].map { prefix in
      text.replacing(/"debtor": ?{"id": ?"/) { "\($0.output)other-" }
        .replacing(/"skikk-case\/1", *"id": ?"/) { "\($0.output)\(prefix)" }
        .replacing("\"F-", with: "\"\(prefix)F-")
    }
    #expect(Set(others + [text]).count == 3)
    func check(_ lines: [String]) throws -> [String: String] {
      try workshop.write(lines.joined(separator: "\n"), to: "s.ndjson")
      return Self.entries(
        try workshop.skikk("check", "--format=json", "--as-of=2026-11-22", "s.ndjson").output)
    }
    let alone = try check([text])
    #expect(!alone.isEmpty)
    for lines in [[others[0], text], [text, others[1]], [others[1], text, others[0]]] {
      let together = try check(lines)
      #expect(together.count == lines.count * alone.count)
      for (id, entry) in alone {
        #expect(together[id] == entry, "\(id)")
      }
    }
  }
}
