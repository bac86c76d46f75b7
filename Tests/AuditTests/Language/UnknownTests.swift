import Audit
import Casebook
import Testing

@Suite("What is not known")
struct UnknownTests {
  // MARK: Bounding

  /// Sample 9.1 of the design: the first step may come the day after the notice has run out.
  let firstStep = """
    define shortest-end of inkassovarsel as inkassovarsel.date + 14 days
    define real-end of inkassovarsel as
      later of ((inkassovarsel.deadline else never), shortest-end of inkassovarsel)
    define step as betalingsoppfordring where step.by is one of agency, lawyer
    define first-step-day of claim as
      earliest real-end of notice + 1 day over inkassovarsel of claim called notice
    rule probe · § 1 · verbatim
      for each claim
      for the first step of claim
      dated step.date
      require step.date >= first-step-day of claim
      breach
      nb "Brudd." en "Breach."
    """

  func step(_ day: String, notice: String, more: String = "") throws -> Verdict {
    let demand = event("betalingsoppfordring", "b", day, #""by":"agency""#)
    let events = notice.isEmpty ? demand : notice + "," + demand
    return try TinyRules(firstStep).verdict(tinyCase(events, more: more))
  }

  @Test(
    "a missing deadline is no earlier than 14 days after the letter, so a step on the 14th day is still a breach"
  )
  func bounded() throws {
    let stated = event("inkassovarsel", "v", "2026-01-05", deadline("2026-01-19"))
    let unknown = event("inkassovarsel", "v", "2026-01-05")
    #expect(try step("2026-01-20", notice: stated) == .met)
    #expect(try step("2026-01-19", notice: stated) == .breach)
    #expect(try step("2026-01-19", notice: unknown) == .breach)
    #expect(try step("2026-01-20", notice: unknown) == .undetermined)
  }

  @Test("a missing deadline is not before its letter")
  func notBeforeLetter() throws {
    let text = tinyCase(purring("a", "2026-01-05"))
    let last = "((first purring of claim).deadline else never)"
    #expect(try ask("\(last) >= 2026-01-05", text) == .yes)
    #expect(try ask("\(last) > 2026-01-05", text) == .open("/events/0/deadline"))
  }

  @Test("`or` and `and` are decided by the side that is known")
  func kleene() throws {
    let text = tinyCase(claims: tinyClaim("F-1", #""principal":500"#))
    let (open, yes) = ("claim.instalments-missed > 2", "claim.principal = 500 kroner")
    #expect(try ask("\(open) or \(yes)", text) == .yes)
    #expect(try ask("\(open) and not (\(yes))", text) == .no)
    #expect(try ask("\(open) and \(yes)", text) == .open("/claims/0/instalmentsMissed"))
    #expect(try ask("not (\(open))", text) == .open("/claims/0/instalmentsMissed"))
  }

  // MARK: Silence

  @Test("where nothing is declared, a file that shows no letter proves neither way")
  func silent() throws {
    let text = tinyCase()
    #expect(try ask("some purring of claim", text) == .open("/events: purring"))
    #expect(try ask("at least 1 purring of claim", text) == .open("/events: purring"))
    #expect(try ask("first purring of claim is none", text) == .open("/events: purring"))
    #expect(
      try ask("(latest purring.date over purring of claim) = long-ago", text)
        == .open("/events: purring"))
    #expect(try ask("no purring of claim", text) == .yes)
    #expect(try ask("at most 0 purring of claim", text) == .yes)
    #expect(try ask("(count of purring of claim) = 0", text) == .yes)
  }

  @Test("a silent file is judged by the letters of the kind that it shows")
  func shows() throws {
    let text = tinyCase(purring("a", "2026-01-05"))
    #expect(try ask("some purring of claim where purring.date > 2026-02-01", text) == .no)
    #expect(try ask("some inkassovarsel of claim", text) == .open("/events: inkassovarsel"))
    #expect(try step("2026-01-20", notice: "") == .undetermined)
  }

  @Test("a complete file proves that nothing was sent")
  func complete() throws {
    #expect(try ask("some purring of claim", tinyCase(more: allLetters)) == .no)
    #expect(try step("2026-01-20", notice: "", more: allLetters) == .breach)
  }

  @Test("payments are assumed complete, letters are not")
  func assumedComplete() throws {
    #expect(try ask("some payment of claim", tinyCase()) == .no)
    let broken = tinyCase(more: #""complete":{"payments":false},"#)
    #expect(try ask("some payment of claim", broken) == .open("/events: payment"))
  }

  @Test("what read an incomplete list is never met, and a breach stands")
  func broken() throws {
    let text = tinyCase(purring("a", "2026-01-05"), more: notAllLetters)
    #expect(try ask("some purring of claim", text) == .open("/complete/letters"))
    #expect(try ask("no inkassovarsel of claim", text) == .open("/complete/letters"))
    #expect(try ask("at most 0 purring of claim", text) == .no)
  }

  @Test("what read an incomplete list through a definition is never met, however often it is read")
  func brokenTwice() throws {
    let rules = """
      define lonely of claim as no inkassovarsel of claim
      rule one · § 1 · verbatim
        for each claim
        dated 2026-01-15
        require claim is lonely
        breach
        nb "Brudd." en "Breach."
      rule two · § 1 · verbatim
        for each claim
        dated 2026-01-15
        require claim is lonely
        breach
        nb "Brudd." en "Breach."
      """
    let report = try TinyRules(rules).report(tinyCase(more: notAllLetters))
    #expect(report.verdicts == ["one": .undetermined, "two": .undetermined])
  }

  @Test(
    "what rests on rules that read an incomplete list is never met, however often they are asked")
  func brokenMeets() throws {
    let rules = """
      rule letter-alone · § 7 · verbatim
        for each purring of each claim
        dated purring.date
        require no inkassovarsel of claim
        breach
        nb "Brudd." en "Breach."
      rule one · § 1 · verbatim
        for each purring
        dated purring.date
        require purring meets rules of § 7
        breach
        nb "Brudd." en "Breach."
      rule two · § 1 · verbatim
        for each purring
        dated purring.date
        require purring meets rules of § 7
        breach
        nb "Brudd." en "Breach."
      """
    let report = try TinyRules(rules).report(
      tinyCase(purring("a", "2026-01-05"), more: notAllLetters))
    #expect(
      report.verdicts == [
        "letter-alone": .undetermined, "one": .undetermined, "two": .undetermined,
      ])
  }

  // MARK: Things that are not known

  let undated = tinyCase(
    purring("a", "2026-01-05", deadline("2026-01-19")), purring("b", "2026-01-12"),
    event("extension", "x", "2026-01-13", #""until":"2026-02-01","of":["a"]"#))

  @Test("what belongs to a thing that is not known is not known")
  func unknownOwner() throws {
    let dated = "(first purring of claim where (purring.deadline else never) > 2026-01-31)"
    #expect(try ask("(count of extension of \(dated)) = 0", undated) == .open("/events/1/deadline"))
    #expect(try ask("no extension of \(dated)", undated) == .open("/events/1/deadline"))
  }

  @Test("a list that a thing lacks is not an empty one")
  func missingList() throws {
    let text = tinyCase(payment("p", "2026-01-05"))
    let booked = "(sum booked.amount over allocation in paid.allocation called booked)"
    let paid = "(sum \(booked) over payment of claim called paid)"
    #expect(try ask("\(paid) = 0 kroner", text) == .open("/events/0/allocation"))
    #expect(
      try ask("no payment of claim called paid where (some allocation in paid.allocation)", text)
        == .open("/events/0/allocation"))
    #expect(
      try ask(
        "(sum \(booked) if unknown between 0 kroner and paid.amount over payment of claim called paid) <= 100 kroner",
        text) == .yes)
  }

  @Test("two extensions of an undetermined letter may belong to either")
  func reference() throws {
    let text = tinyCase(
      purring("a", "2026-01-05"), purring("b", "2026-01-12"),
      event("mail-return", "x", "2026-01-13"))
    #expect(
      try ask("some mail-return of (first purring of claim)", text) == .open("/events/2/of"))
    let named = text.replacing(#""id":"x""#, with: #""id":"x","of":["b"]"#)
      .replacing(#""claims""#, with: #""complete":{"addresses":true},"claims""#)
    #expect(try ask("some mail-return of (first purring of claim)", named) == .no)
    let one = tinyCase(purring("a", "2026-01-05"), event("mail-return", "x", "2026-01-13"))
    #expect(try ask("some mail-return of (first purring of claim)", one) == .yes)
  }

  // MARK: Contradictions

  @Test("facts that contradict each other are missing, and both are named")
  func conflict() throws {
    let text = tinyCase(purring("a", "2026-01-19", deadline("2026-01-05")))
    let long = "some purring of claim where (purring.deadline else never) >= purring.date + 14 days"
    #expect(try ask(long, text) == .open("/events/0/date", "/events/0/deadline"))
    let rules = try TinyRules(probe("require \(long)\n breach"))
    let report = try rules.report(text)
    #expect(report.undetermined.map(\.reason) == [.conflict])
    #expect(report.conflicts.map(\.name) == ["deadline-before-letter"])
  }

  @Test("a day that is contradicted orders nothing")
  func conflictingOrder() throws {
    let text = tinyCase(
      purring("a", "2026-01-19", deadline("2026-01-05")), event("inkassovarsel", "v", "2026-01-12"))
    #expect(
      try ask("some purring of claim before (first inkassovarsel of claim)", text)
        == .open("/events/0/date", "/events/0/deadline"))
  }

  @Test("the moment of a letter is contradicted as its day is")
  func conflictingMoment() throws {
    let text = tinyCase(
      #"{"type":"purring","id":"a","at":"2026-01-19T10:00","deadline":"2026-01-05"}"#)
    #expect(
      try ask("some purring of claim where purring.date > 2026-01-18", text)
        == .open("/events/0/at", "/events/0/deadline"))
  }

  @Test("a contradiction elsewhere disturbs nothing")
  func conflictElsewhere() throws {
    let text = tinyCase(
      purring("a", "2026-01-19", deadline("2026-01-05")), event("inkassovarsel", "v", "2026-01-12"))
    #expect(
      try ask("some inkassovarsel of claim where inkassovarsel.date = 2026-01-12", text) == .yes)
    #expect(try ask("claim.principal = 2000 kroner", text) == .yes)
  }

  // MARK: Splitting

  @Test("the same verdict whichever way a missing yes or no falls is the verdict")
  func splitFlag() throws {
    let either =
      "(creditor.vat-registered and claim.principal > 100 kroner) "
      + "or (not creditor.vat-registered and claim.principal > 200 kroner)"
    func principal(_ amount: String) throws -> Answer {
      try ask(
        either,
        tinyCase(
          claims: tinyClaim("F-1", #""principal":\#(amount)"#), more: #""creditor":{"id":"9"},"#))
    }
    #expect(try principal("300") == .yes)
    #expect(try principal("50") == .no)
    #expect(try principal("150") == .open("/creditor/vatRegistered"))
  }

  @Test("the same verdict for every word of a missing choice is the verdict")
  func splitWord() throws {
    let cap = """
      define cap of claim as
        when debtor.kind is consumer: 100 kroner
        when debtor.kind is business: 200 kroner
        otherwise 0 kroner
      define unit of claim as
        when debtor.kind is consumer: 1
        when debtor.kind is business: 2
        otherwise 0
      """
    let text = tinyCase(more: #""debtor":{"id":"D"},"#)
    // 100 and 200 kroner for 1 and 2 units: each by itself is a range, together they are not.
    #expect(
      try ask("cap of claim / 100 = unit of claim * 1 krone", text, declarations: cap) == .yes)
    #expect(try ask("cap of claim = 100 kroner", text, declarations: cap) == .open("/debtor/kind"))
  }

  @Test("two missing facts are tried together")
  func splitTwo() throws {
    let both =
      "(creditor.vat-registered and debtor.kind is business) or (not creditor.vat-registered) or debtor.kind is consumer"
    let text = tinyCase(more: #""creditor":{"id":"9"},"debtor":{"id":"D"},"#)
    #expect(try ask(both, text) == .yes)
  }

  @Test("a breach whichever way a fact falls is a breach, also where another test fails")
  func splitTests() throws {
    let rules = try TinyRules(
      probe(
        """
        require creditor.vat-registered or claim.principal > 5000 kroner
          forbid creditor.vat-registered
          breach
        """))
    #expect(try rules.verdict(tinyCase(more: #""creditor":{"id":"9"},"#)) == .breach)
  }

  @Test("what would take too many combinations stays open")
  func tooMany() throws {
    let text = tinyCase(
      purring("a", "2026-01-05"), purring("b", "2026-01-06"), purring("c", "2026-01-07"),
      purring("d", "2026-01-08"), purring("e", "2026-01-09"))
    let everyway =
      "no purring of claim where purring.by is creditor and not (purring.by is creditor)"
    let answer = try ask(everyway, text)
    #expect(answer == .open((0...4).map { "/events/\($0)/by" }))
  }
}
