import Foundation
import Testing

@Suite("skikk rules, explain and schema") struct RulesCommandTests {
  private static let front = "# Rules\n\nreviewed through 2026-12-31 · covers from 1989-10-01\n"

  private static let examples = """

    ## Examples

    | case | with                    | rule       | expect   |
    | ---- | ----------------------- | ---------- | -------- |
    | a    | v.deadline = 2025-12-29 | t-practice | met      |
    |      | v.deadline = 2025-12-28 | t-practice | practice |
    |      | v.deadline = 2025-12-29 | t-advice   | met      |
    |      | v.deadline = 2025-12-28 | t-advice   | advice   |
    |      | v.channel = post        | t-open     | met      |
    |      | v.channel = email       | t-open     | breach   |

    """

  @Test("check counts what a rule set has") func check() throws {
    let workshop = try Workshop()
    try workshop.write(Self.front, to: "rules/README.md")
    try workshop.write(TestCase.rules + Self.examples, to: "rules/test/1.md")
    let outcome = try workshop.skikk("rules", "check", "rules")
    #expect(
      outcome.output == "3 rules, 1 definitions, 0 tables, 0 choices, 0 exceptions, 6 examples "
        + "in 1 documents; no faults.\n")
  }

  @Test("check shows every fault of a rule set, with its place") func faults() throws {
    let workshop = try Workshop()
    let broken = TestCase.rules.replacing("notice.channel", with: "notice.chanel")
    try workshop.write(broken, to: "r/test/1.md")
    for arguments in [["rules", "check", "r"], ["check", "--rules", "r", "-"]] {
      let outcome = try workshop.run(Workshop.program, arguments)
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("  r/test/1.md:23:18\n"))
      #expect(outcome.errors.contains("did you mean `channel`"))
      #expect(outcome.errors.hasSuffix("skikk: 1 fault in the rule set\n"))
    }
  }

  @Test("two tables of one name are both named, each where it stands") func places() throws {
    let workshop = try Workshop()
    let table = "## Vat rate\n\n| from | % |\n|---|---|\n| 2026-01-01 | 25 |\n"
    let law = "# § 1 Test\n\ntestloven (2000) § 1 · in force 2000-01-01 –\n\n"
    try workshop.write(law + table, to: "my/vat.md")
    let own = try workshop.skikk("rules", "check", "my/").errors
    #expect(own.contains("there are two tables `vat-rate`"))
    #expect(own.contains("my/vat.md:7:1\n"))
    #expect(own.contains("rules/satser/merverdiavgift.md#L9"))
    try workshop.write(law + table.replacing("25", with: "25 %"), to: "my/satser/merverdiavgift.md")
    try workshop.write(law, to: "my/vat.md")
    let replaced = try workshop.skikk("check", "--rules", "my", "-").errors
    #expect(replaced.contains("  my/satser/merverdiavgift.md:9:16\n"))
    #expect(replaced.contains("help: write `25`; the unit stands in the header"))
    #expect(replaced.hasSuffix("skikk: 1 fault in the rule set\n"))
  }

  @Test("test shows missing cases along with what does not compile") func missingCases() throws {
    let workshop = try Workshop()
    try workshop.write(Self.front, to: "rules/README.md")
    let examples = Self.examples.replacing("| breach", with: "| brech ")
    try workshop.write(TestCase.rules + examples, to: "rules/test/1.md")
    try workshop.write(TestCase.lawful("A"), to: "cases/b.json")
    let errors = try workshop.skikk("rules", "test", "rules").errors
    #expect(errors.contains("error: `brech` is no verdict\n"))
    #expect(errors.contains("error: there is no case `a`\n  rules/test/1.md:33:3\n"))
    #expect(errors.hasSuffix("skikk: 2 faults in the rule set\n"))
  }

  @Test("test runs the examples with the cases beside the rules") func test() throws {
    let workshop = try Workshop()
    try workshop.write(Self.front, to: "rules/README.md")
    try workshop.write(TestCase.rules + Self.examples, to: "rules/test/1.md")
    try workshop.write(TestCase.lawful("A"), to: "cases/a.json")
    let good = try workshop.skikk("rules", "test", "rules")
    #expect(good.output == "6 examples, 0 do not hold, 0 are missing.\n")
    #expect(good.code == 0)
    let wrong = Self.examples.replacing(
      "| v.channel = email       | t-open     | breach",
      with: "| v.channel = email       | t-open     | met")
    try workshop.write(TestCase.rules + wrong, to: "rules/test/1.md")
    let bad = try workshop.skikk("rules", "test", "rules", "--cases", "cases")
    #expect(bad.code == 1)
    #expect(
      bad.output.contains(
        "rules/test/1.md#L38: a: v.channel = email\n  t-open: expected met, got breach"))
  }

  @Test("list shows the rules by source") func list() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.rules, to: "r/test/1.md")
    let outcome = try workshop.skikk("rules", "list", "--rules", "r")
    #expect(outcome.output.contains("\ntestloven (2000)\n"))
    #expect(outcome.output.contains("  t-practice  § 1  circular    practice  2000-01-01 –\n"))
    #expect(outcome.output.contains("  inkl-9-deadline  "))
  }

  @Test("explain prints the rule as it stands, with the values of a day") func explain() throws {
    let workshop = try Workshop()
    let rule = try workshop.skikk("explain", "inkl-9-deadline").output
    #expect(rule.contains("rule inkl-9-deadline · § 9(2)"))
    let old = try workshop.skikk("explain", "--on", "2025-12-31", "fork-1-2-amount").output
    #expect(old.contains("NOK\u{A0}700.00") && !old.contains("NOK\u{A0}750.00"))
    let new = try workshop.skikk("explain", "--on", "2026-01-01", "fork-1-2-amount").output
    #expect(new.contains("NOK\u{A0}750.00") && !new.contains("NOK\u{A0}700.00"))
    let near = try workshop.skikk("explain", "inkl-9-dedline")
    #expect(near.errors.contains("did you mean `inkl-9-deadline`?"))
  }

  @Test("schema prints JSON", arguments: ["case", "findings"]) func schema(name: String) throws {
    let workshop = try Workshop()
    let text = try workshop.skikk("schema", name).output
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(value?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(value?["title"] as? String == "skikk-\(name)/1")
  }

  @Test("schema case --reference prints the page about the format") func reference() throws {
    let workshop = try Workshop()
    let page = try String(
      contentsOf: Checkout.root.appending(path: "cases/README.md"), encoding: .utf8)
    #expect(try workshop.skikk("schema", "case", "--reference").output == page)
  }

  @Test("vocabulary lists the facts of a thing") func vocabulary() throws {
    let workshop = try Workshop()
    #expect(try workshop.skikk("rules", "vocabulary", "inkassovarsel").output.contains("deadline"))
    #expect(try workshop.skikk("rules", "vocabulary").output.contains("betalingsoppfordring"))
  }

  @Test("the program works wherever it is moved, without its checkout") func moved() throws {
    let workshop = try Workshop()
    let copy = workshop.folder.appending(path: "moved-skikk")
    // Copied by a program of its own: a file that this one has open for writing cannot be run.
    _ = try workshop.run(URL(filePath: "/bin/cp"), [Workshop.program.path, copy.path])
    let outcome = try workshop.run(copy, ["check", "-"], input: TestCase.short("A"))
    #expect(outcome.code == 1, "\(outcome.errors)")
  }

  @Test("a reader that has seen enough ends the program without a word") func brokenPipe() throws {
    let workshop = try Workshop()
    let outcome = try workshop.run(
      URL(filePath: "/bin/sh"),
      ["-c", "\"$0\" schema case --reference | head -n 1", Workshop.program.path])
    #expect(outcome.output == "# The case file `skikk-case/1`\n")
    #expect(outcome.errors.isEmpty && outcome.code == 0)
  }
}
