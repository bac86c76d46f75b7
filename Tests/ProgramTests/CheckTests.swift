import Foundation
import Testing

@Suite("skikk check") struct CheckTests {
  private static let select = "--select=inkl-9-deadline"

  @Test("reads one case as a letter on standard output") func letter() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A-1"), to: "a.json")
    let outcome = try workshop.skikk("check", Self.select, "--as-of", "2026-11-22", "a.json")
    #expect(outcome.output.hasPrefix("Case A-1\n"))
    #expect(outcome.output.contains("BREACH  inkl-9-deadline"))
    #expect(outcome.output.contains("as of 22 November 2026"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.errors.isEmpty)
  }

  @Test("speaks the language of --lang, else of the environment") func language() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A-1"), to: "a.json")
    let norwegian = try workshop.skikk("check", "a.json", environment: ["LANG": "nb_NO.UTF-8"])
    #expect(norwegian.output.hasPrefix("Sak A-1\n"))
    let chosen = try workshop.skikk(
      "check", "--lang", "en", "a.json", environment: ["LANG": "nb_NO.UTF-8"])
    #expect(chosen.output.hasPrefix("Case A-1\n"))
    let before = try workshop.skikk("--lang=nb", "check", "a.json")
    #expect(before.output.hasPrefix("Sak A-1\n"))
    let wrong = try workshop.skikk("chek", environment: ["LC_ALL": "nb_NO"])
    #expect(wrong.errors.hasPrefix("skikk: ukjent kommando «chek»; mente du «check»?\n"))
  }

  @Test("takes a folder apart by name and leaves other files alone") func folder() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("B"), to: "f/b.json")
    try workshop.write(TestCase.short("A"), to: "f/a/deep.JSON")
    try workshop.write(TestCase.short("C") + "\n\n" + TestCase.short("D"), to: "f/c.ndjson")
    try workshop.write("about", to: "f/README.md")
    try workshop.write("{", to: "f/.hidden.json")
    let outcome = try workshop.skikk("check", "--format", "json", "f")
    #expect(
      try Self.sources(outcome.output) == [
        "f/a/deep.JSON", "f/b.json", "f/c.ndjson", "f/c.ndjson",
      ])
  }

  @Test("reads a file that is named twice once, but refuses a case number that comes again")
  func again() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "a.json")
    try workshop.write(TestCase.lawful("A"), to: "b.json")
    let same = try workshop.skikk("check", "--format=json", "a.json", "./a.json", ".")
    #expect(try Self.sources(same.output) == ["a.json"])
    #expect(
      same.complaints == [
        "./b.json:1:1: /id: found \"A\" again, expected each case once in a run, "
          + "hint: first in a.json:1"
      ])
    #expect(same.code == 3)
  }

  @Test("a path that leads nowhere is told, and is no case") func missingPath() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk("check", "--format=json", "none.json")
    #expect(outcome.code == 3)
    #expect(outcome.complaints.map { $0.hasPrefix("none.json: found no such file") } == [true])
    #expect(outcome.output.contains(#""cases": 0"#))
    #expect(outcome.output.contains(#""rejected": 0"#))
  }

  @Test("loses a broken line alone, and says where it stands") func brokenLine() throws {
    let workshop = try Workshop()
    let lines = [TestCase.lawful("A"), "{\"format\": 1}", TestCase.short("C")]
    try workshop.write(lines.joined(separator: "\n"), to: "s.ndjson")
    let outcome = try workshop.skikk("check", Self.select, "s.ndjson")
    #expect(outcome.code == 3)
    #expect(outcome.complaints.count == 1)
    #expect(outcome.errors.hasPrefix("s.ndjson:2:12: /format: found 1, expected "))
    #expect(outcome.output.contains("Case C  s.ndjson"))
    #expect(outcome.output.contains("3, 2 audited, 1 without findings, 1 rejected"))
  }

  @Test("reads standard input, written as one case or as one case a line") func standardInput()
    throws
  {
    let workshop = try Workshop()
    let one = try workshop.skikk(
      "check", "--format=json", "-",
      input: TestCase.lawful("A").replacing(", \"", with: ",\n  \""))
    #expect(try Self.sources(one.output) == ["-"])
    let two = try workshop.skikk(
      "check", "--format=json", "-", input: TestCase.lawful("A") + "\n" + TestCase.lawful("B"))
    #expect(try Self.sources(two.output) == ["-", "-"])
  }

  @Test("writes reports to files beside the one on standard output") func files() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A"), to: "a.json")
    try workshop.write("old", to: "out.json")
    let outcome = try workshop.skikk(
      "check", "--format", "json=out.json", "--format", "text", "a.json")
    #expect(outcome.output.hasPrefix("Case A\n"))
    #expect(try Self.sources(workshop.read("out.json") ?? "") == ["a.json"])
    #expect(try workshop.names == ["a.json", "out.json"])
    let alone = try workshop.skikk("check", "--format=text=-", "a.json")
    #expect(alone.output == outcome.output)
  }

  @Test("refuses two reports for one place, and a report without a place") func formats() throws {
    let workshop = try Workshop()
    let twice = try workshop.skikk("check", "--format=json", "--format=text", "a.json")
    #expect(twice.errors.hasPrefix("skikk: two reports cannot go to standard output\n"))
    let nowhere = try workshop.skikk("check", "--format=json=", "a.json")
    #expect(nowhere.errors.hasPrefix("skikk: found `json=` after --format; expected the name"))
    let unknown = try workshop.skikk("check", "--format=yaml", "a.json")
    let expected = "text, json, ndjson, sarif, junit, github, csv\n"
    #expect(
      unknown.errors.hasPrefix("skikk: found `yaml` after --format; expected one of " + expected))
    #expect(try workshop.names == [])
  }

  @Test("says that a planned step was not judged") func planned() throws {
    let workshop = try Workshop()
    let planned = #""planned": {"type": "purring", "date": "2026-12-01"}, "claims""#
    let input = TestCase.lawful("A").replacing(#""claims""#, with: planned, maxReplacements: 1)
    let outcome = try workshop.skikk("check", "-", input: input)
    #expect(outcome.output.contains("One planned step was not judged."), "\(outcome)")
    let json = try workshop.skikk("check", "--format=json", "-", input: input)
    #expect(json.output.contains(#""planned": 1"#))
  }

  @Test("gives the same bytes in whatever order the cases come") func order() throws {
    let workshop = try Workshop()
    let cases = try String(
      contentsOf: Checkout.root.appending(path: "cases/portfolio/blandet.ndjson"), encoding: .utf8
    ).split(separator: "\n")
    var random = SystemRandomNumberGenerator()
    var outputs: Set<String> = []
    for lines in [cases, cases.reversed(), cases.shuffled(using: &random)] {
      let outcome = try workshop.run(
        Workshop.program, ["check", "--gather", "--format=json", "--as-of=2026-11-20", "-"],
        input: lines.joined(separator: "\n"))
      outputs.insert(outcome.output)
    }
    #expect(outputs.count == 1 && outputs.first?.isEmpty == false)
  }

  @Test("gives the same bytes for the same input") func deterministic() throws {
    let workshop = try Workshop()
    let arguments = ["check", "--format=json", "--as-of=2026-11-22", "-"]
    let input = TestCase.short("A") + "\n" + TestCase.lawful("B")
    let first = try workshop.run(Workshop.program, arguments, input: input)
    let second = try workshop.run(Workshop.program, arguments, input: input)
    #expect(first.output == second.output && !first.output.isEmpty)
  }

  @Test("prints the readings that were chosen, and refuses unknown ones") func choices() throws {
    let workshop = try Workshop()
    let rules = TestCase.rules.replacing(
      "rule t-practice",
      with: "choice t-way = one | other default one because \"a test\"\nrule t-practice"
    ).replacing("require notice.channel is post", with: "forbid choice t-way is other")
    try workshop.write(rules, to: "r/test/1.md")
    let arguments = ["check", "--rules=r", "--select=t-open", "--format=json"]
    let chosen = try workshop.run(
      Workshop.program, arguments + ["--choose", "t-way=other", "-"], input: TestCase.short("A"))
    #expect(chosen.code == 1)
    #expect(chosen.output.contains("\"t-way\": \"other\""))
    let wrong = try workshop.run(Workshop.program, arguments + ["--choose=t-way=othr", "-"])
    #expect(
      wrong.errors.hasPrefix("skikk: unknown choice or reading `othr`; did you mean `other`?"))
  }

  @Test("prints findings alone when quiet, and refuses to be verbose as well") func quiet() throws {
    let workshop = try Workshop()
    let clean = try workshop.skikk("check", Self.select, "-q", "-", input: TestCase.lawful("A"))
    #expect(clean.output.isEmpty && clean.code == 0)
    let found = try workshop.skikk("check", Self.select, "-q", "-", input: TestCase.short("A"))
    #expect(found.output.hasPrefix("1  BREACH  inkl-9-deadline"))
    let both = try workshop.skikk("check", "-qv", "-")
    #expect(both.code == 2)
  }

  @Test("reads what follows -- as paths") func dashes() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "--help")
    let outcome = try workshop.skikk("check", "--format=json", "--", "--help")
    #expect(try Self.sources(outcome.output) == ["--help"])
  }

  @Test("judges the cases of one creditor and one debtor together where a rule says so")
  func together() throws {
    let workshop = try Workshop()
    let rule = """
      rule t-open · § 1 · verbatim
        for each claim, dated (claim.due else 2025-01-01)
        forbid at least 2 inkassovarsel in all cases
        practice
        nb "To varsler."
        en "Two notices."
      ```
      """
    let start = try #require(TestCase.rules.firstRange(of: "rule t-open"))
    try workshop.write(TestCase.rules[..<start.lowerBound] + rule, to: "r/test/1.md")
    let creditor = { (id: String) in "\"creditor\": {\"id\": \"\(id)\"}, \"claims\"" }
    let cases = [("A", "1"), ("B", "2"), ("C", "1")].map { id, party in
      TestCase.lawful(id).replacing("\"claims\"", with: creditor(party))
    }
    try workshop.write(cases.joined(separator: "\n"), to: "s.ndjson")
    let outcome = try workshop.skikk(
      "check", "--rules=r", "--select=t-open", "--format=json", "--fail-on=practice", "s.ndjson")
    #expect(outcome.code == 1, "\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let entries = try #require(value?["cases"] as? [[String: Any]])
    let found = entries.map { ($0["findings"] as? [Any])?.count ?? -1 }
    // The rules built in look across creditors too, so all cases of the debtor come together.
    #expect(entries.compactMap { $0["id"] as? String } == ["A", "B", "C"])
    #expect(found == [1, 0, 1])
  }

  @Test("judges the cases of one debtor together, whoever the creditor is and however they come")
  func debtor() throws {
    let workshop = try Workshop()
    let file = Checkout.root.appending(path: "cases/contact-call-frequency/two-creditors.ndjson")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    // Between them a case of a debtor without an id, which joins nothing.
    let other = lines[0].replacing(/"debtor":{"id":"[^"]*",/, with: "\"debtor\":{")
      .replacing("two-creditors-a", with: "two-creditors-aa")
    var outputs: Set<String> = []
    for order in [[lines[0], other, lines[1]], [lines[1], lines[0], other]] {
      try workshop.write(order.joined(separator: "\n"), to: "s.ndjson")
      let outcome = try workshop.skikk(
        "check", "--select=contact-call-frequency", "--as-of=2026-11-22", "--format=json",
        "--fail-on=practice", "s.ndjson")
      #expect(outcome.code == 1, "\(outcome.errors)")
      outputs.insert(outcome.output.replacing(/s\.ndjson:\d/, with: "s.ndjson"))
    }
    #expect(outputs.count == 1)
    let output = try #require(outputs.first)
    #expect(output.matches(of: /"rule": "contact-call-frequency"/).count == 1)
    let cases = #""cases": ["contact-two-creditors-a", "contact-two-creditors-b"]"#
    #expect(output.contains(cases))
    for line in lines {
      let alone = try workshop.skikk(
        "check", "--select=contact-call-frequency", "--fail-on=practice", "-", input: line)
      #expect(alone.code == 0)
    }
  }

  /// Where each case of a JSON report was read.
  private static func sources(_ report: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
    let cases = try #require(value?["cases"] as? [[String: Any]])
    return cases.compactMap { $0["source"] as? String }
  }
}
