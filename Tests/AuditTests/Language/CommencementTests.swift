import Audit
import Casebook
import Rulebook
import Testing
import Values

@Suite("Law that is not yet in force")
struct CommencementTests {
  /// An old rule on purringer, and a new one in its place; both find every one.
  static func rules(
    _ commences: String = "pending", reviewed: String = "2026-12-31", more: String = ""
  ) throws -> TinyRules {
    let old = """
      # § 1 Old

      gammelloven (1990) § 1 · in force 1989-10-01 –

      ```skikk
      rule old · § 1
        for each purring called sent
        dated sent.date
        forbid sent.date > long-ago
        breach
        nb "Gammelt." en "Old."
      rule old-fee · § 1
        for each item
        limit item to 0 kroner
        nb "Gammelt gebyr." en "Old fee."
      ```
      """
    let new = """
      # § 2 New

      nyloven (2026) § 2 · in force nylov § 2 – · replaces gammelloven (1990) § 1

      ## nylov

      | section | commences |
      | ------- | --------- |
      | § 2     | \(commences) |
      | § 3     | pending   |

      ```skikk
      rule new · § 2
        for each purring called sent
        dated sent.date
        forbid sent.date > long-ago
        breach
        nb "Nytt." en "New."
      rule new-later · § 3
        for each purring called sent
        in force nylov § 3 –, dated sent.date
        forbid sent.date > long-ago
        breach
        nb "Nytt." en "New."
      \(more)
      ```
      """
    return try TinyRules(
      probe("require claim.principal > 0 kroner\n  breach"), reviewed: reviewed,
      others: [("old.md", old), ("new.md", new)])
  }

  static func assuming(_ day: String, in rules: TinyRules) throws -> Program {
    let day = try #require(CivilDay(day))
    return try rules.program.assuming([Assumption(act: "nylov", day: day)])
  }

  /// The verdicts of old, new and new-later on a purring of a day.
  func verdicts(
    _ program: Program, on day: String?, asOf: String = "2027-12-31"
  ) throws -> [Verdict?] {
    let report = try report(program, tinyCase(purring("p", day)), asOf)
    return ["old", "new", "new-later"].map { report.verdicts[$0] }
  }

  func report(_ program: Program, _ text: String, _ asOf: String = "2027-12-31") throws
    -> CaseReport
  {
    let options = AuditOptions(asOf: try #require(CivilDay(asOf)))
    let file = try CaseReader.standard.read(Array(text.utf8), source: "case.json")
    return try Auditor(program: program, options: options).audit(file, source: "case.json")
  }

  @Test("through the last review a pending section judges nothing")
  func pending() throws {
    let program = try Self.rules().program
    #expect(try verdicts(program, on: "2026-12-31") == [.breach, .notApplicable, .notApplicable])
    let undated = try verdicts(program, on: nil, asOf: "2026-12-31")
    #expect(undated == [.breach, .notApplicable, .notApplicable])
  }

  @Test("after it the section is undetermined, and named")
  func afterReview() throws {
    let program = try Self.rules().program
    let report = try report(program, tinyCase(purring("p", "2027-01-01")))
    let open = report.undetermined.filter { $0.rule != "old" }.map { [$0.rule] + $0.missing }
    #expect(
      open == [["new", "commencement:nylov § 2"], ["new-later", "commencement:nylov § 3"]])
  }

  @Test("an assumption fills every pending row, and the replaced rule ends the day before")
  func assumed() throws {
    let program = try Self.assuming("2026-06-01", in: Self.rules())
    #expect(try verdicts(program, on: "2026-05-31") == [.breach, .notApplicable, .notApplicable])
    #expect(try verdicts(program, on: "2026-06-01") == [.notApplicable, .breach, .breach])
    #expect(try verdicts(program, on: "2027-06-01") == [.notApplicable, .breach, .breach])
  }

  @Test("a day after the last review carries the old law to the day before")
  func assumedLater() throws {
    let program = try Self.assuming("2027-07-01", in: Self.rules())
    #expect(try verdicts(program, on: "2027-06-30") == [.breach, .notApplicable, .notApplicable])
    #expect(try verdicts(program, on: "2027-07-01") == [.notApplicable, .breach, .breach])
  }

  @Test("a row with a day begins its own section alone; an assumption leaves it")
  func oneRow() throws {
    let rules = try Self.rules("2026-03-01")
    #expect(
      try verdicts(rules.program, on: "2026-03-01") == [
        .notApplicable, .breach, .notApplicable,
      ])
    let assumed = try Self.assuming("2026-06-01", in: rules)
    #expect(try verdicts(assumed, on: "2026-03-01") == [.notApplicable, .breach, .notApplicable])
    #expect(try verdicts(assumed, on: "2026-06-01") == [.notApplicable, .breach, .breach])
  }

  @Test("an act without a table cannot be assumed")
  func unknown() throws {
    let program = try Self.rules().program
    let day = try #require(CivilDay("2026-06-01"))
    #expect(throws: UnknownAssumption.self) {
      try program.assuming([Assumption(act: "nylo", day: day)])
    }
    #expect(program.acts == ["nylov"])
  }

  @Test("a limit that is replaced holds down what was charged before, and nothing after")
  func limits() throws {
    let program = try Self.assuming("2026-06-01", in: Self.rules())
    let before = tinyCase(purring("p", "2026-05-31", charges(("purring-fee", "35"))))
    let after = tinyCase(purring("p", "2026-06-01", charges(("purring-fee", "35"))))
    #expect(excess(try report(program, before, "2026-12-31"))["old-fee"] == "35")
    #expect(excess(try report(program, after, "2026-12-31"))["old-fee"] == nil)
    let undated = tinyCase(purring("p", nil, charges(("purring-fee", "35"))))
    let open = try report(program, undated, "2026-12-31")
    #expect(open.verdicts["old-fee"] == .undetermined)
    #expect(kroner(open.excess) == "0" && kroner(open.atRisk) == "35")
  }

  @Test("the day of commencement can be compared: pending, it is later than the last review")
  func day() throws {
    let more = """
      define early of purring as purring.date < commencement of nylov § 2
      rule early-only · § 2
        for each purring called sent
        in force 1989-10-01 –, dated sent.date
        require early of sent
        breach
        nb "Sent." en "Late."
      """
    let program = try Self.rules(more: more).program
    func verdict(_ program: Program, _ day: String) throws -> Verdict? {
      try report(program, tinyCase(purring("p", day))).verdicts["early-only"]
    }
    #expect(try verdict(program, "2026-12-31") == .met)
    let assumed = try Self.assuming("2026-06-01", in: Self.rules(more: more))
    #expect(try verdict(assumed, "2026-05-31") == .met)
    #expect(try verdict(assumed, "2026-06-01") == .breach)
  }

  @Test("what an assumption changes: findings that are new, and findings that go")
  func change() throws {
    let rules = try Self.rules()
    let text = tinyCase(purring("p", "2026-05-31"), purring("q", "2026-06-01"))
    let plain = try report(rules.program, text)
    let assumed = try report(try Self.assuming("2026-06-01", in: rules), text)
    let change = try #require(assumed.compared(with: plain).change)
    #expect(
      change.new.map { [$0.rule] + $0.events.map(\.name) } == [["new", "q"], ["new-later", "q"]])
    #expect(change.gone.map { [$0.rule] + $0.events.map(\.name) } == [["old", "q"]])
    var receipt = Receipt()
    receipt.count(plain)
    #expect(receipt.new == nil && receipt.gone == nil)
    receipt.count(assumed.compared(with: plain))
    #expect(receipt.new == 2 && receipt.gone == 1)
  }

  @Test("a table whose row is pending says nothing, and is named")
  func pendingTable() throws {
    let table = "## Sums\n\n| from | kroner |\n|---|---:|\n| pending | |\n"
    #expect(
      try ask("claim.principal > sums on 2026-01-15", tinyCase(), tables: table)
        == .open("table:sums"))
  }
}
