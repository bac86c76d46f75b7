import Audit
import Testing

@Suite("Choices")
struct ChoiceTests {
  let cap = """
    choice cap-fees = inside | outside default inside because "both are held"
    choice window = not-required | number of days default not-required because "nothing says"
    """
  let text = tinyCase()

  func answer(_ condition: String, _ text: String? = nil, choices: [String: String] = [:]) throws
    -> Answer
  {
    try ask(
      condition, text ?? self.text, declarations: cap + "\n" + reader, choices: choices)
  }

  /// A choice must be read by some rule or definition.
  let reader = """
    define reads of claim as choice cap-fees is inside and choice window is not-required
    """

  @Test("a choice has its default reading until another is made")
  func standard() throws {
    #expect(try answer("choice cap-fees is inside") == .yes)
    #expect(try answer("choice cap-fees is outside", choices: ["cap-fees": "outside"]) == .yes)
    #expect(try answer("choice cap-fees is one of inside, outside") == .yes)
  }

  @Test("an open choice is a missing fact, unless both readings give the same")
  func open() throws {
    #expect(
      try answer("choice cap-fees is inside", choices: ["cap-fees": "open"])
        == .open("choice:cap-fees"))
    #expect(
      try answer(
        "(choice cap-fees is inside and claim.principal > 0 kroner) or (choice cap-fees is outside and claim.principal > 1 krone)",
        choices: ["cap-fees": "open"]) == .yes)
  }

  @Test("a case file makes its own choice, and the run's wins over it")
  func perCase() throws {
    let own = tinyCase(more: #""choices":{"cap-fees":"outside"},"#)
    #expect(try answer("choice cap-fees is outside", own) == .yes)
    #expect(try answer("choice cap-fees is inside", own, choices: ["cap-fees": "inside"]) == .yes)
    let rules = try TinyRules(cap + "\n" + reader + "\n" + probe("require claim is reads\n breach"))
    let report = try rules.report(own)
    #expect(report.choices.map(\.name) == ["cap-fees"])
    #expect(report.choices.map(\.reading) == ["outside"])
    let used = report.findings.first?.choices.map { "\($0.name) \($0.reading)" }
    #expect(used?.contains("cap-fees outside") == true)
    #expect(try rules.report(text).choices.isEmpty)
  }

  @Test("a reading may be a number")
  func number() throws {
    let day = "2026-01-05 + choice window in days = 2026-01-12"
    #expect(try answer("choice window is not-required") == .yes)
    #expect(try answer("choice window is not-required", choices: ["window": "7"]) == .no)
    #expect(try answer(day, choices: ["window": "7"]) == .yes)
    #expect(try answer(day, choices: ["window": "6"]) == .no)
  }

  @Test("an open choice that may be a number is not decided by its words alone")
  func openNumber() throws {
    #expect(
      try answer("choice window is not-required", choices: ["window": "open"])
        == .open("choice:window"))
  }

  @Test("a choice or a reading that does not exist is refused")
  func unknown() throws {
    let rules = try TinyRules(cap + "\n" + reader + "\n" + probe("require claim is reads\n breach"))
    #expect(throws: UnknownChoice.self) { try rules.report(text, choices: ["cap-fee": "inside"]) }
    #expect(throws: UnknownChoice.self) { try rules.report(text, choices: ["cap-fees": "insid"]) }
    #expect(throws: UnknownChoice.self) { try rules.report(text, choices: ["window": "-7"]) }
  }
}
