import Foundation
import Testing

@Suite("Measures of a run") struct MeasureTests {
  /// A case with one inbound call.
  private static func call(
    _ id: String, _ day: String, wait: Int?, agency: String = "912345678"
  ) -> String {
    let seconds = wait.map { #""waitSeconds": \#($0), "# } ?? ""
    return """
      {"format": "skikk-case/1", "id": "\(id)", "creditor": {"id": "C"}, \
      "agency": {"id": "\(agency)", "licence": "third-party"}, \
      "debtor": {"id": "D-\(id)", "kind": "consumer"}, \
      "claims": [{"id": "F", "principal": 500, "due": "2026-01-10"}], \
      "events": [{"id": "i", "type": "call", "at": "\(day)T10:00", "by": "debtor", \
      "direction": "inbound", \(seconds)"outcome": "answered"}]}
      """
  }

  /// 930 of 1 000 calls of the first quarter in time, the boundary of the reference; one of the
  /// next is not known; and one of another agency.
  private static let cases =
    (1...1000).map { call("a\($0)", "2026-03-31", wait: $0 <= 930 ? 30 : 31) }
    + [
      call("b", "2026-04-01", wait: nil), call("c", "2026-04-01", wait: 31),
      call("d", "2026-03-31", wait: 5, agency: "987654321"),
    ]

  private func run(_ lines: [String], _ options: String...) throws -> Workshop.Outcome {
    let workshop = try Workshop()
    try workshop.write(lines.joined(separator: "\n") + "\n", to: "cases.ndjson")
    return try workshop.run(
      Workshop.program,
      ["check", "--as-of=2026-06-01", "--select=trade-scorecard"] + options + ["cases.ndjson"])
  }

  @Test("count by agency and quarter, and what is not known apart") func counts() throws {
    let outcome = try run(Self.cases, "--format=json")
    #expect(outcome.code == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let measures = try #require(report["measures"] as? [[String: Any]])
    let answered = measures.filter { $0["part"] as? String == "answered" }
    #expect(
      answered.map { line in
        ["party", "quarter", "reached", "counted", "unknown", "share", "reference"]
          .map { line[$0].map { "\($0)" } ?? "-" }.joined(separator: " ")
      } == [
        "912345678 2026-Q1 930 1000 0 0.93 0.93", "912345678 2026-Q2 0 1 1 - 0.93",
        "987654321 2026-Q1 1 1 0 - 0.93",
      ])
    #expect((report["receipt"] as? [String: Any])?["advice"] as? Int == 0)
  }

  @Test("are the same in whatever order the cases come") func order() throws {
    func measures(_ lines: [String]) throws -> Substring? {
      try run(lines, "--format=json").output.split(separator: "\"measures\"").last
    }
    #expect(try measures(Self.cases) == measures(Self.cases.reversed()))
  }

  @Test("stand in a table of their own, all quarters together") func table() throws {
    let text = try run(Self.cases).output.replacing("\u{A0}", with: " ")
    #expect(text.contains("Measures\n"))
    let line = text.split(separator: "\n").first { $0.contains("Incoming calls") }
    #expect(
      line?.split(separator: " ").joined(separator: " ")
        == "Incoming calls answered within 30 seconds 912345678 92.9 per cent 930 of 1001"
        + " 93 per cent 1")
  }
}
