import Foundation
import Testing

@Suite("skikk with --assume") struct AssumeTests {
  static let assume = "--assume=act26=2025-01-01"

  /// A case whose inkassovarsel the creditor sent, a day short.
  static let input = TestCase.short("A")

  private func json(_ outcome: Workshop.Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("check says in the text what is assumed, what is new and what goes") func text() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "check", Self.assume, "--as-of=2026-11-22", "-", input: Self.input)
    #expect(outcome.output.contains("Assumes         act26 in force from 1 January 2025"))
    #expect(outcome.output.contains("What the assumption changes\n"))
    #expect(outcome.output.contains("inkl-9-deadline days: "))
    let plain = try workshop.skikk("check", "--as-of=2026-11-22", "-", input: Self.input)
    #expect(!plain.output.contains("ssum"))
  }

  @Test("check says it to programs, and the receipt counts it") func programs() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "check", Self.assume, "--as-of=2026-11-22", "--format=json", "-", input: Self.input)
    let report = try json(outcome)
    let rules = try #require(report["ruleSet"] as? [String: Any])
    #expect(rules["assumptions"] as? [String: String] == ["act26": "2025-01-01"])
    let entry = try #require((report["cases"] as? [[String: Any]])?.first)
    let change = try #require(entry["change"] as? [String: Any])
    let gone = try #require(change["gone"] as? [[String: Any]])
    #expect(gone.contains { $0["rule"] as? String == "inkl-9-deadline" })
    let receipt = try #require(report["receipt"] as? [String: Any])
    #expect(receipt["gone"] as? Int == gone.count)
    #expect(receipt["new"] as? Int == (change["new"] as? [String])?.count)
  }

  @Test("gives the same bytes in whatever order the cases come") func order() throws {
    let workshop = try Workshop()
    let lines = [TestCase.short("A"), TestCase.lawful("B"), TestCase.short("C")]
    let outputs = try [lines, lines.reversed()].map { lines in
      try workshop.skikk(
        "check", Self.assume, "--as-of=2026-11-22", "--format=json", "--gather", "-",
        input: lines.joined(separator: "\n")
      ).output
    }
    #expect(outputs[0] == outputs[1] && !outputs[0].isEmpty)
  }

  @Test("several cases end with a table of what changes, rule by rule") func table() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "check", Self.assume, "--as-of=2026-11-22", "-",
      input: TestCase.short("A") + "\n" + TestCase.short("B"))
    let table = outcome.output.components(separatedBy: "What the assumption changes\n").last
    #expect(table?.contains("Rule") == true && table?.contains("Gone") == true)
    #expect(outcome.output.contains("inkl-9-deadline "))
  }

  @Test("amounts prints what is assumed") func amounts() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "amounts", Self.assume, "--on=2026-11-22", "-", input: Self.input)
    #expect(outcome.output.contains("act26 in force from 1 January 2025"), "\(outcome.errors)")
  }

  @Test("an act that is not known, and a day that is none, are refused") func refused() throws {
    let workshop = try Workshop()
    let act = try workshop.skikk("check", "--assume=act25=2026-01-01", "-")
    #expect(act.code == 2)
    #expect(
      act.errors.hasPrefix("skikk: unknown act to assume `act25`; did you mean `act26`?"))
    let day = try workshop.skikk("check", "--assume=act26=tomorrow", "-")
    #expect(day.code == 2 && day.errors.contains("NAME=DATE"))
  }
}
