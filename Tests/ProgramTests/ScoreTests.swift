import Foundation
import Testing

@Suite("skikk score") struct ScoreTests {
  /// The small mixed portfolio: one case for each debtor.
  private static let cases =
    Checkout.texts.first { $0.path == "cases/portfolio/blandet.ndjson" }
    .map { $0.lines.filter { !$0.isEmpty }.map(String.init) } ?? []

  private static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(cases.joined(separator: "\n") + "\n", to: "all.ndjson")
    for part in 0..<3 {
      let lines = cases.enumerated().filter { $0.offset * 7 % 3 == part }.map(\.element)
      try workshop.write(lines.joined(separator: "\n") + "\n", to: "part\(part).ndjson")
    }
    return workshop
  }

  private static func parsed(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("counts what skikk check finds") func counts() throws {
    let workshop = try Self.workshop()
    let options = ["--as-of=2026-11-20", "--format=json", "all.ndjson"]
    let score = try workshop.run(Workshop.program, ["score"] + options)
    let check = try workshop.run(Workshop.program, ["check"] + options)
    #expect(score.code == 0 && check.code == 1)
    let card = try Self.parsed(score.output)
    let total = try #require(card["total"] as? [String: Any])
    let cases = try #require(try Self.parsed(check.output)["cases"] as? [[String: Any]])
    let findings = cases.map { $0["findings"] as? [[String: Any]] ?? [] }
    let wrong = findings.count { $0.contains { $0["verdict"] as? String != "advice" } }
    #expect(total["cases"] as? Int == 48 && total["withFindings"] as? Int == wrong)
    func sum(_ key: String) -> Int {
      cases.reduce(0) { sum, one in
        let amounts = one["amounts"] as? [String: Any]
        return sum + Int(((amounts?[key] as? Double ?? 0) * 1_000_000).rounded())
      }
    }
    for key in ["excess", "atRisk", "refundDue"] {
      #expect(Int(((total[key] as? Double ?? -1) * 1_000_000).rounded()) == sum(key), "\(key)")
    }
    let causes = try #require(total["causes"] as? [[String: Any]])
    #expect(causes.reduce(0) { $0 + ($1["findings"] as? Int ?? 0) } == findings.joined().count)
    let agencies = try #require(card["agencies"] as? [[String: Any]])
    #expect(agencies.map { $0["id"] as? String } == [nil, "999000033", "999000044"])
  }

  @Test("of parts, put together, is that of the whole to the last byte") func merges() throws {
    let workshop = try Self.workshop()
    func score(_ arguments: String...) throws -> Workshop.Outcome {
      try workshop.run(Workshop.program, ["score", "--format=json"] + arguments)
    }
    let whole = try score("--as-of=2026-11-20", "all.ndjson")
    for part in 0..<3 {
      let outcome = try score("--as-of=2026-11-20", "part\(part).ndjson")
      #expect(outcome.code == 0)
      try workshop.write(outcome.output, to: "part\(part).json")
    }
    for order in [[0, 1, 2], [2, 0, 1]] {
      let merged = try score(
        "--merge", "part\(order[0]).json", "part\(order[1]).json", "part\(order[2]).json")
      #expect(merged.code == 0 && merged.output == whole.output)
    }
    let text = try workshop.skikk("score", "--merge", "--by=month", "part0.json", "part1.json")
    #expect(text.code == 0 && text.output.contains("Scorecard of 32 cases as of 20 November 2026"))
    #expect(text.output.contains("  2026-06 "))
  }

  @Test("names a scorecard it cannot add, and adds the rest") func leftOut() throws {
    let workshop = try Self.workshop()
    for (name, day) in [("a", "2026-11-20"), ("b", "2026-11-19")] {
      let outcome = try workshop.skikk(
        "score", "--as-of=\(day)", "--format=json=\(name).json", "part0.ndjson")
      #expect(outcome.code == 0 && outcome.output.isEmpty)
    }
    try workshop.write("{\"format\": 1}", to: "c.json")
    let merged = try workshop.skikk("score", "--merge", "a.json", "b.json", "c.json", "d.json")
    #expect(merged.code == 3 && merged.output.contains("Scorecard of 16 cases"))
    #expect(
      merged.complaints == [
        """
        b.json: the day of evaluation is 2026-11-19, expected 2026-11-20 as in the first scorecard; \
        left out
        """,
        """
        c.json:1:1: /: found an object, expected a key "ruleSet", hint: use a file as skikk wrote it
        """,
        """
        d.json:1:1: /: found nothing that can be read, expected a scorecard of skikk score \
        --format json, hint: check the path
        """,
      ])
  }

  @Test("takes no options for judging when it only adds") func options() throws {
    let workshop = try Self.workshop()
    for option in ["--as-of=2026-11-20", "--select=inkl-9", "--jobs=2", "--choose=a=b"] {
      let outcome = try workshop.skikk("score", "--merge", option, "a.json")
      #expect(outcome.code == 2 && outcome.errors.contains("with --merge the scorecards have it"))
    }
    let by = try workshop.skikk("score", "--by=debtor", "all.ndjson")
    #expect(by.code == 2 && by.errors.contains("one of agency, creditor, month"))
    let format = try workshop.skikk("score", "--format=sarif", "all.ndjson")
    #expect(format.code == 2 && format.errors.contains("one of text, json, csv"))
  }

  @Test("fails a run only when it is told to") func failOn() throws {
    let workshop = try Self.workshop()
    let outcome = try workshop.skikk(
      "score", "--as-of=2026-11-20", "--fail-on=breach", "--quiet", "all.ndjson")
    #expect(outcome.code == 1 && outcome.output.contains("Inkasso Eksempel Ost AS"))
  }
}
