import Foundation
import Testing

@Suite("Cases judged side by side") struct JobsTests {
  /// Two hundred debtors with a purring that is too dear or just not, every tenth with two files.
  private static let cases = (0..<200).flatMap { number in
    (0...(number % 10 == 0 ? 1 : 0)).map { file in
      """
      {"format": "skikk-case/1", "id": "c-\(number)-\(file)", "creditor": {"id": "C"}, \
      "debtor": {"id": "D-\(number)", "kind": "consumer", "born": "1980-01-01"}, \
      "claims": [{"id": "F-\(file)", "principal": 2000, "due": "2025-11-20"}], "events": [ \
      {"id": "p", "type": "purring", "date": "2025-12-05", "by": "creditor", "channel": "post", \
      "deadline": "2025-12-19", "charges": [{"kind": "purring-fee", \
      "amount": \(number % 3 == 0 ? 35 : 36), "vat": 0}]}]}
      """
    }
  }

  private func run(_ options: String...) throws -> Workshop.Outcome {
    let workshop = try Workshop()
    try workshop.write(Self.cases.joined(separator: "\n") + "\n", to: "cases.ndjson")
    return try workshop.run(
      Workshop.program, ["check", "--as-of=2026-02-01"] + options + ["cases.ndjson"])
  }

  @Test(
    "give the same bytes however many there are at a time",
    arguments: ["text", "json", "ndjson", "sarif", "junit", "github", "csv"].map {
      "--format=\($0)"
    })
  func sameBytes(format: String) throws {
    let alone = try run("--jobs=1", format)
    #expect(alone.code == 1 && alone.output.contains("c-199-0"))
    for jobs in 2...3 {
      let outcome = try run("--jobs=\(jobs)", format)
      #expect(outcome.output == alone.output && outcome.code == 1, "\(jobs) at a time")
    }
  }

  @Test("are as many as a whole number says", arguments: ["0", "two", "1025"])
  func refused(jobs: String) throws {
    let outcome = try run("--jobs=" + jobs)
    #expect(outcome.code == 2 && outcome.errors.contains("a whole number from 1 to 1024"))
  }
}
