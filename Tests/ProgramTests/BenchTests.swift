import Foundation
import Testing

@Suite("skikk-bench") struct BenchTests {
  private static let program = Workshop.program.deletingLastPathComponent()
    .appending(path: "skikk-bench")

  @Test("measures every part, and says so as a table and as JSON") func results() throws {
    let workshop = try Workshop()
    let outcome = try workshop.run(
      Self.program, ["--cases", "4", "--seconds", "5", "--runs", "1", "--json", "bench.json"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let json = Data((workshop.read("bench.json") ?? "").utf8)
    let results = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    let names = results.compactMap { $0["name"] as? String }
    for name in [
      "start nothing", "start check", "sample", "read", "judge", "report json", "report text",
      "score", "skikk check", "skikk score",
    ] { #expect(names.contains(name), "\(name)") }
    for name in ["sample", "read", "judge", "skikk check"] {
      #expect(results.first { $0["name"] as? String == name }?["count"] as? Int == 4, "\(name)")
    }
    #expect(outcome.output.split(separator: "\n").count == results.count + 1)
  }

  @Test(
    "says how it is used",
    arguments: [["--cases"], ["--cases", "0"], ["--seconds", "x"], ["now"]])
  func usage(arguments: [String]) throws {
    let outcome = try Workshop().run(Self.program, arguments)
    #expect(outcome.code == 2 && outcome.output.hasPrefix("Usage: skikk-bench"))
  }
}
