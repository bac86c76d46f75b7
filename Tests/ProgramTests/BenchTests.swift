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
      "start nothing", "start check", "start gate", "start gate, closed case", "sample", "read",
      "judge", "report json", "report text",
      "score", "skikk check", "skikk score", "skikk check -",
    ] { #expect(names.contains(name), "\(name)") }
    for name in ["sample", "read", "judge", "skikk check", "skikk check -"] {
      #expect(results.first { $0["name"] as? String == name }?["count"] as? Int == 4, "\(name)")
    }
    #expect(outcome.output.split(separator: "\n").count == results.count + 1)
  }

  @Test("says how the time grows with the cases, from a file and from a pipe") func growth() throws
  {
    let workshop = try Workshop()
    let outcome = try workshop.run(
      Self.program,
      [
        "--cases", "2,20", "--select", "inkl-9-deadline", "--runs", "1", "--json", "bench.json",
      ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let json = Data((workshop.read("bench.json") ?? "").utf8)
    let results = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    for name in ["skikk check", "skikk check -", "skikk score"] {
      let runs = results.filter { $0["name"] as? String == name }
      #expect(runs.map { $0["asked"] as? Int } == [2, 20])
      let times = runs.compactMap { $0["seconds"] as? Double }
      let growth = try #require(runs.last?["growth"] as? Double)
      #expect(abs(growth - times[1] / times[0] / 10) < 1e-6 && runs[0]["growth"] == nil)
    }
  }

  @Test(
    "says how it is used",
    arguments: [["--cases"], ["--cases", "0"], ["--seconds", "x"], ["now"]])
  func usage(arguments: [String]) throws {
    let outcome = try Workshop().run(Self.program, arguments)
    #expect(outcome.code == 2 && outcome.output.hasPrefix("Usage: skikk-bench"))
  }
}
