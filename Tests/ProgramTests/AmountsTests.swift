import Foundation
import Testing

@Suite("skikk amounts") struct AmountsTests {
  /// A claim of 2 000 kroner, due 20 November 2025; a fee of 40 kroner in a purring of 2025, where
  /// 35 is the most (inkassoforskriften § 1-2, a twentieth of 700); a payment.
  private static func file(_ id: String, creditor: String = "C", claim: String = "F-1") -> String {
    """
    {"format": "skikk-case/1", "id": "\(id)", "creditor": {"id": "\(creditor)"}, \
    "debtor": {"id": "D", "kind": "consumer", "born": "1990-05-01"}, \
    "claims": [{"id": "\(claim)", "principal": 2000, "due": "2025-11-20"}], "events": [ \
    {"id": "p", "type": "purring", "date": "2025-12-05", "by": "creditor", "channel": "post", \
    "deadline": "2025-12-19", "charges": [{"kind": "purring-fee", "amount": 40, "vat": 0}]}, \
    {"id": "b", "type": "payment", "date": "2025-12-10", "amount": 500}]}
    """
  }

  /// A line of an account: 2 000 kroner at the rate of late interest, for one year.
  private static let lines = """
    # Lines for tests

    testloven (2000) § 1 · in force 2000-01-01 – · https://example.no/1

    ## Test lines

    | account | lawful  | asked | nb         | en        | law           |
    | ------- | ------- | ----- | ---------- | --------- | ------------- |
    | t-rent  | t-rents |       | prøverente | test rent | testloven § 1 |

    ```skikk
    define t-rents of claim on day as claim.principal * late-rate on day
    ```

    """

  private static func parsed(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func statements(_ text: String) throws -> [[String: Any]] {
    try #require(try parsed(text)["statements"] as? [[String: Any]])
  }

  private static func line(_ name: String, _ text: String) throws -> [String: Any] {
    let claims = try #require(try statements(text).first?["claims"] as? [[String: Any]])
    let lines = try #require(claims.first?["lines"] as? [[String: Any]])
    return try #require(lines.first { $0["name"] as? String == name })
  }

  @Test("lays a case out as an account, and ends well although too much was charged")
  func text() throws {
    let workshop = try Workshop()
    try workshop.write(Self.file("A-1"), to: "a.json")
    let outcome = try workshop.skikk("amounts", "--on=2026-02-01", "a.json")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("Statement of account as of 1 February 2026\n"))
    let plain = outcome.output.replacing("\u{A0}", with: " ")
    #expect(plain.contains("Claimed too much: NOK 5.00."))
    #expect(plain.contains("NOK 5.00 falls away: inkassoforskriften (1989) § 1-2(1)–(4)"))
    #expect(plain.contains("(rules/satser/inkassosats.md#L"))
    #expect(plain.contains("payment 10 December 2025 (b)"))
    let norwegian = try workshop.skikk("amounts", "--lang", "nb", "--on=2026-02-01", "a.json")
    #expect(norwegian.output.hasPrefix("Oppstilling per 1. februar 2026\n"))
  }

  @Test("gives programs every charge with what stands of it") func json() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "amounts", "--format=json", "--on=2026-02-01", "-", input: Self.file("A-1"))
    #expect(try Self.parsed(outcome.output)["on"] as? String == "2026-02-01")
    let statement = try #require(try Self.statements(outcome.output).first)
    let charges = try #require(statement["charges"] as? [[String: Any]])
    #expect(charges.count == 1)
    #expect(charges.first?["charged"] as? Double == 40)
    #expect(charges.first?["lawful"] as? Double == 35)
    let amounts = try #require(statement["amounts"] as? [String: Any])
    #expect(amounts["excess"] as? Double == 5 && amounts["paid"] as? Double == 500)
  }

  @Test("lays what a letter asked beside what could be asked then and can be asked now")
  func demanded() throws {
    let workshop = try Workshop()
    try workshop.write(
      """
      {"format": "skikk-case/1", "id": "A-1", "complete": {"letters": true}, \
      "debtor": {"id": "D", "kind": "consumer"}, \
      "claims": [{"id": "F-1", "kind": "goods", "principal": 2000, "due": "2025-11-20", \
      "dueBasis": "agreed"}], "events": [{"id": "s", "type": "statement", \
      "date": "2026-01-10", "by": "creditor", "demands": {"principal": 2000, "interest": 50}}]}
      """, to: "a.json")
    let json = try workshop.skikk("amounts", "--format=json", "--on=2026-02-01", "a.json").output
    // 12.25 % for 41 days, 27.52; 12 % for 10 days, 6.58, and for 32 days, 21.04.
    let line = try Self.line("interest", json)
    #expect(line["demanded"] as? Double == 50)
    #expect(line["askedIn"] as? [String] == ["s"])
    #expect(line["lawfulThen"] as? Double == 34.10)
    #expect(line["lawful"] as? Double == 48.56)
    let amounts = try #require(try Self.statements(json).first?["amounts"] as? [String: Any])
    #expect(amounts["demanded"] as? Double == 2050)
    #expect(amounts["excess"] as? Double == 15.90)
    let nb = try workshop.skikk("amounts", "--lang=nb", "--on=2026-02-01", "a.json").output
      .replacing("\u{A0}", with: " ")
    #expect(
      nb.contains("Krevd i oppstilling 10. januar 2026 (s); da kunne 34,10 kr lovlig kreves"))
    #expect(nb.contains("late-rate per 21. november 2025: 12,25 % ("))
    let en = try workshop.skikk("amounts", "--lang=en", "--on=2026-02-01", "a.json").output
    #expect(en.replacing("\u{A0}", with: " ").contains("1 January 2026: 12 per cent ("))
  }

  @Test("draws up one account for each creditor and debtor") func pairs() throws {
    let workshop = try Workshop()
    let lines = [
      Self.file("A"), Self.file("B", creditor: "E"), Self.file("C", claim: "F-2"),
    ]
    try workshop.write(lines.joined(separator: "\n"), to: "s.ndjson")
    let outcome = try workshop.skikk("amounts", "--format=json", "--on=2026-02-01", "s.ndjson")
    let statements = try Self.statements(outcome.output)
    let cases = statements.map { statement in
      (statement["cases"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    #expect(cases == [["A", "C"], ["B"]])
    let claims = statements.map { ($0["claims"] as? [Any])?.count }
    #expect(claims == [2, 1])
  }

  @Test("reads what the rules say is owed on any day, but no rate past the review")
  func lines() throws {
    let workshop = try Workshop()
    try workshop.write(Self.lines, to: "r/test/2.md")
    try workshop.write(Self.file("A-1"), to: "a.json")
    let run = { (day: String) in
      try workshop.skikk("amounts", "--rules=r", "--format=json", "--on", day, "a.json").output
    }
    // 12 % in the first half of 2026, 12.25 % in the second.
    for (day, kroner) in [("2026-06-30", 240.0), ("2026-07-01", 245.0), ("2026-12-31", 245.0)] {
      #expect(try Self.line("t-rent", run(day))["lawful"] as? Double == kroner, "\(day)")
    }
    let later = try Self.line("t-rent", run("2027-01-01"))
    #expect((later["lawful"] as? [String: Any])?["highest"] is NSNull)
    let basis = try #require(later["basis"] as? [String: Any])
    #expect(basis["missing"] as? [String] == ["table:late-rate"])
  }

  @Test("fails from the level that is asked for") func failOn() throws {
    let workshop = try Workshop()
    try workshop.write(Self.file("A-1"), to: "a.json")
    let failing = try workshop.skikk("amounts", "--fail-on=breach", "--on=2026-02-01", "a.json")
    #expect(failing.code == 1 && !failing.output.isEmpty)
    let never = try workshop.skikk("amounts", "--fail-on=never", "--on=2026-02-01", "a.json")
    #expect(never.code == 0 && never.output == failing.output)
    let wrong = try workshop.skikk("amounts", "--fail-on=always", "a.json")
    #expect(wrong.code == 2 && wrong.output.isEmpty)
  }

  @Test("a path that leads nowhere is no case") func missingPath() throws {
    let workshop = try Workshop()
    try workshop.write(Self.file("A-1"), to: "a.json")
    let outcome = try workshop.skikk(
      "amounts", "--format=json", "--on=2026-02-01", "a.json", "none.json")
    #expect(outcome.code == 3)
    #expect(outcome.complaints.map { $0.hasPrefix("none.json: found no such file") } == [true])
    let receipt = try #require(try Self.parsed(outcome.output)["receipt"] as? [String: Int])
    #expect(receipt["cases"] == 1 && receipt["rejected"] == 0)
  }

  @Test("loses an input that cannot be read alone") func rejected() throws {
    let workshop = try Workshop()
    try workshop.write(Self.file("A-1"), to: "a.json")
    try workshop.write("{}", to: "b.json")
    let outcome = try workshop.skikk(
      "amounts", "--format=json", "--on=2026-02-01", "a.json", "b.json")
    #expect(outcome.code == 3 && outcome.complaints.count == 1)
    #expect(try Self.statements(outcome.output).count == 1)
    let receipt = try #require(try Self.parsed(outcome.output)["receipt"] as? [String: Int])
    #expect(receipt["cases"] == 2 && receipt["rejected"] == 1)
  }

  @Test("writes to files, and refuses days and forms it does not know") func usage() throws {
    let workshop = try Workshop()
    try workshop.write(Self.file("A-1"), to: "a.json")
    let both = try workshop.skikk(
      "amounts", "--format=json=out.json", "--format=text", "--on=2026-02-01", "a.json")
    #expect(both.output.hasPrefix("Statement of account"))
    #expect(try Self.statements(workshop.read("out.json") ?? "").count == 1)
    let day = try workshop.skikk("amounts", "--on=2026-02-30", "a.json")
    #expect(day.code == 2)
    #expect(day.errors.hasPrefix("skikk: found `2026-02-30` after --on; expected a day"))
    let form = try workshop.skikk("amounts", "--format=xml", "a.json")
    #expect(form.code == 2)
    #expect(form.errors.hasPrefix("skikk: found `xml` after --format; expected one of "))
    #expect(try workshop.skikk("amounts").code == 2)
  }

  @Test("gives the same bytes for the same input, in whatever order it comes") func deterministic()
    throws
  {
    let workshop = try Workshop()
    try workshop.write(Self.file("A"), to: "a.json")
    try workshop.write(Self.file("B", claim: "F-2"), to: "b.json")
    let claims = { (output: String) in
      let statement = try Self.statements(output).first
      let claims = try #require(statement?["claims"] as? NSArray)
      return claims
    }
    let arguments = ["amounts", "--format=json", "--on=2026-02-01"]
    let first = try workshop.run(Workshop.program, arguments + ["a.json", "b.json"])
    let again = try workshop.run(Workshop.program, arguments + ["a.json", "b.json"])
    let other = try workshop.run(Workshop.program, arguments + ["b.json", "a.json"])
    #expect(first.output == again.output)
    #expect(try claims(first.output) == claims(other.output))
  }

  @Test("has its schema beside that of the findings") func schema() throws {
    let workshop = try Workshop()
    let schema = try Self.parsed(workshop.skikk("schema", "amounts").output)
    #expect(schema["title"] as? String == "skikk-amounts/1")
  }
}

@Suite("The amounts of a finding report") struct CheckAmountsTests {
  @Test("stand beside the excess where the rules name the lines of an account") func amounts()
    throws
  {
    let workshop = try Workshop()
    let lines = """
      # Lines for tests

      testloven (2000) § 1 · in force 2000-01-01 – · https://example.no/1

      ## Test lines

      | account | lawful | asked | nb    | en    | law           |
      | ------- | ------ | ----- | ----- | ----- | ------------- |
      | t-sum   | t-sums |       | prøve | test  | testloven § 1 |

      ```skikk
      define t-sums of claim on day as 0 kroner
      ```

      """
    try workshop.write(lines, to: "r/test/2.md")
    let outcome = try workshop.skikk(
      "check", "--rules=r", "--format=json", "--as-of=2026-02-01", "-",
      input: TestCase.lawful("A"))
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let entry = try #require((value?["cases"] as? [[String: Any]])?.first)
    let amounts = try #require(entry["amounts"] as? [String: Any])
    #expect(
      Set(amounts.keys) == ["demanded", "lawful", "excess", "atRisk", "refundDue"])
    #expect(amounts["refundDue"] as? Double == 0)
  }
}
