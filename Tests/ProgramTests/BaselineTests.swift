import Foundation
import Testing

@Suite("check --baseline") struct BaselineTests {
  private static let check = ["check", "--select=inkl-9-deadline", "--as-of=2026-11-22"]

  /// A workshop with two cases whose notices are too short, and what is known of them.
  private func adopted() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A") + "\n" + TestCase.short("B") + "\n", to: "s.ndjson")
    let outcome = try run(workshop, "--write-baseline=known.json")
    #expect(outcome.code == 1 && outcome.errors.isEmpty)
    return workshop
  }

  private func run(_ workshop: borrowing Workshop, _ options: String...) throws -> Workshop.Outcome
  {
    try workshop.run(Workshop.program, Self.check + options + ["s.ndjson"])
  }

  @Test("keeps what was written quiet, and says how much that was") func roundTrip() throws {
    let workshop = try adopted()
    let outcome = try run(workshop, "--baseline=known.json")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("2 known findings not shown; 0 known findings have become"))
    let json = try run(workshop, "--baseline=known.json", "--format=json")
    #expect(
      json.output.contains(
        #""baseline": {"known": 2, "worse": 0, "stale": [], "outside": 0}"#))
    #expect(try run(workshop).code == 1)
  }

  @Test("writes the same bytes whatever order the cases and their keys come in") func bytes()
    throws
  {
    let workshop = try adopted()
    let first = workshop.read("known.json")
    let turned = TestCase.short("A").replacing(
      #""id": "v", "type": "inkassovarsel", "date": "2025-12-15", "by": "creditor","#,
      with: #""by": "creditor", "date": "2025-12-15", "type": "inkassovarsel", "id": "v","#)
    #expect(turned != TestCase.short("A"))
    try workshop.write(TestCase.short("B") + "\n" + turned + "\n", to: "s.ndjson")
    _ = try run(workshop, "--write-baseline=known.json")
    #expect(workshop.read("known.json") == first && first?.contains("skikk-baseline/1") == true)
  }

  @Test("knows a finding again when keys are shuffled and events have been added") func changed()
    throws
  {
    let workshop = try adopted()
    let payment = #"{"type": "payment", "date": "2025-11-01", "amount": 1}, {"id": "v""#
    let more = TestCase.short("A").replacing(#"{"id": "v""#, with: payment)
    try workshop.write(more + "\n" + TestCase.short("B"), to: "s.ndjson")
    #expect(try run(workshop, "--baseline=known.json").code == 0)
  }

  @Test("tells a new finding and one that has become worse") func worse() throws {
    let workshop = try adopted()
    let known = workshop.read("known.json") ?? ""
    try workshop.write(
      known.replacing(#""verdict": "breach""#, with: #""verdict": "advice""#), to: "milder.json")
    let outcome = try run(workshop, "--baseline=milder.json")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("Before         advice, 1 claim, 1 event"))
    #expect(outcome.output.contains("0 known findings not shown; 2 known findings have become"))
    try workshop.write(TestCase.short("A") + "\n" + TestCase.short("C"), to: "s.ndjson")
    let fresh = try run(workshop, "--baseline=known.json")
    #expect(fresh.code == 1 && fresh.output.contains("Case C") && !fresh.output.contains("Case A"))
  }

  @Test("tells what no longer occurs, and lets it go when it is written again") func stale() throws
  {
    let workshop = try adopted()
    try workshop.write(TestCase.lawful("A") + "\n", to: "s.ndjson")
    let outcome = try run(workshop, "--baseline=known.json", "--write-baseline=known.json")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("1 known finding no longer occurs"))
    #expect(outcome.output.contains("A: inkl-9-deadline days ("))
    #expect(outcome.output.contains("1 known finding is of cases or rules not judged now."))
    // B was not in the run, and is kept.
    let known = workshop.read("known.json") ?? ""
    #expect(known.contains(#""case": "B""#) && !known.contains(#""case": "A""#))
  }

  @Test("says nothing is gone where its rule was not asked") func otherRules() throws {
    let workshop = try adopted()
    let outcome = try workshop.skikk(
      "check", "--ignore=inkl-9-deadline", "--fail-on=never", "--baseline=known.json", "s.ndjson")
    #expect(outcome.output.contains("2 known findings are of cases or rules not judged now."))
  }

  @Test("refuses a file that is none, with line and column") func broken() throws {
    let workshop = try adopted()
    try workshop.write("{\"format\": \"skikk-baseline/1\",\n \"finding\": []}", to: "b.json")
    let outcome = try run(workshop, "--baseline=b.json")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix(
        "skikk: b.json:2:2: /: found \"finding\", expected a key of a baseline, "
          + "hint: did you mean \"findings\"?\n"))
    let missing = try run(workshop, "--baseline=none.json")
    #expect(missing.code == 2)
    #expect(missing.errors.hasPrefix("skikk: none.json cannot be read; --write-baseline"))
  }

  @Test("leaves the old file where a new one cannot be written") func unwritable() throws {
    let workshop = try adopted()
    let outcome = try run(workshop, "--write-baseline=nowhere/known.json")
    #expect(outcome.code == 3 && outcome.errors.contains("nowhere/known.json"))
  }
}

@Suite("check --select and --ignore") struct SelectTests {
  private func rules(_ options: String...) throws -> Set<String> {
    let workshop = try Workshop()
    try workshop.write(TestCase.rules, to: "pack/husets-regler/1.md")
    try workshop.write(TestCase.short("A"), to: "a.json")
    let outcome = try workshop.run(
      Workshop.program,
      ["check", "--rules=pack", "--format=json", "--as-of=2026-11-22"] + options + ["a.json"])
    #expect(outcome.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let report = try #require(object as? [String: Any])
    let first = try #require((report["cases"] as? [[String: Any]])?.first)
    let told = ["findings", "undetermined"].flatMap { first[$0] as? [[String: Any]] ?? [] }
    return Set(told.compactMap { $0["rule"] as? String })
  }

  @Test("name rules by the folder of law in which they stand, of packs too") func folders() throws {
    #expect(try rules("--select=husets-regler") == ["t-practice", "t-advice", "t-open"])
    let law = try rules("--select=inkassoloven", "--ignore=undetermined")
    #expect(law == ["inkl-9-deadline"])
    #expect(try rules("--ignore=husets-regler").isDisjoint(with: ["t-practice", "t-open"]))
  }

  @Test("name rules by verdict") func verdicts() throws {
    #expect(
      try rules("--select=husets-regler", "--ignore=advice,undetermined") == ["t-practice"])
    #expect(try rules("--select=husets-regler", "--ignore=practice") == ["t-advice", "t-open"])
    #expect(
      try rules("--select=t-,undetermined", "--ignore=inkl,fork,cost,rent,trade,legal")
        .isSuperset(of: ["t-practice", "t-advice", "t-open"]))
  }

  @Test("say which name was meant") func unknown() throws {
    let outcome = try Workshop().skikk("check", "--ignore=anbefalnger", "-")
    #expect(
      outcome.errors.hasPrefix(
        "skikk: unknown rule, folder or verdict `anbefalnger`; did you mean `anbefalinger`?"))
  }
}
