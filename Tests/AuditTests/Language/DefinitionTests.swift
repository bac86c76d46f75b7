import Audit
import Testing

@Suite("Definitions")
struct DefinitionTests {
  let text = tinyCase(
    purring("a", "2026-01-05", deadline("2026-01-19")),
    purring("b", "2026-02-02", deadline("2026-02-10")), more: allLetters)
  let unread = tinyCase(purring("a", "2026-01-05"))

  @Test("a flag is read both ways")
  func flags() throws {
    let long = """
      define long of purring as (purring.deadline else never) >= purring.date + 14 days
      """
    let both =
      "(count of purring of claim where long of purring) = 1 and "
      + "(count of purring of claim where purring is long) = 1"
    #expect(try ask(both, text, declarations: long) == .yes)
    #expect(
      try ask("some purring of claim where purring is long", unread, declarations: long)
        == .open("/events/0/deadline"))
  }

  @Test("a value may be asked on a day and at an amount")
  func arguments() throws {
    let declarations = """
      define open of claim on day as (claim.due else never) < day
      define rate at amount as amount * 10 %
      """
    #expect(try ask("claim is open on 2026-01-03", text, declarations: declarations) == .yes)
    #expect(try ask("open of claim on 2026-01-02", text, declarations: declarations) == .no)
    #expect(
      try ask("rate at claim.principal = 200 kroner", text, declarations: declarations) == .yes)
    #expect(
      try ask("rate at (claim.principal * 2) = 400 kroner", text, declarations: declarations)
        == .yes)
  }

  let size = """
    define size of claim as
      when claim.principal < 1000 kroner: 1
      when claim.principal < 3000 kroner: 2
      otherwise 3
    """

  @Test("the first `when` that holds gives the value")
  func cases() throws {
    #expect(try ask("size of claim = 2", text, declarations: size) == .yes)
    let small = tinyCase(claims: tinyClaim("F-1", #""principal":999.99"#))
    #expect(try ask("size of claim = 1", small, declarations: size) == .yes)
    let large = tinyCase(claims: tinyClaim("F-1", #""principal":3000"#))
    #expect(try ask("size of claim = 3", large, declarations: size) == .yes)
  }

  @Test("with an unknown condition the value spans the branches that are still possible")
  func unknownCase() throws {
    let none = tinyCase(claims: tinyClaim("F-1", ""))
    #expect(try ask("size of claim <= 3", none, declarations: size) == .yes)
    #expect(try ask("size of claim > 3", none, declarations: size) == .no)
    #expect(try ask("size of claim = 2", none, declarations: size) == .open("/claims/0/principal"))
    let twice = """
      define same of claim as
        when claim.principal < 1000 kroner: 7
        otherwise 7
      """
    #expect(try ask("same of claim = 7", none, declarations: twice) == .yes)
  }

  let period = """
    define share of claim as
      dated (claim.due else long-ago)
        from 2026-01-02: 3
        from 2020-10-01: 2
        before: 1
    """

  @Test("a dated value changes on its day")
  func dated() throws {
    func due(_ day: String, _ wanted: Int) throws -> Answer {
      let text = tinyCase(claims: tinyClaim("F-1", #""due":"\#(day)""#))
      return try ask("share of claim = \(wanted)", text, declarations: period)
    }
    #expect(try due("2026-01-02", 3) == .yes)
    #expect(try due("2026-01-01", 2) == .yes)
    #expect(try due("2020-10-01", 2) == .yes)
    #expect(try due("2020-09-30", 1) == .yes)
  }

  @Test("a dated value spans the periods an unknown day may lie in")
  func unknownDay() throws {
    let none = tinyCase(claims: tinyClaim("F-1", ""))
    #expect(try ask("share of claim <= 3", none, declarations: period) == .yes)
    #expect(try ask("share of claim >= 2", none, declarations: period) == .open("/claims/0/due"))
  }

  @Test("`let` names a step, and a later step may read an earlier one")
  func lets() throws {
    let declarations = """
      define fee of claim as
        let tenth be claim.principal / 10
        let half be tenth / 2
        half + tenth
      """
    #expect(try ask("fee of claim = 300 kroner", text, declarations: declarations) == .yes)
  }

  @Test("`each` makes a list that `in` narrows")
  func lists() throws {
    let declarations = """
      define dated-letters of claim as each purring of claim called letter
        where letter.deadline is not none
      """
    #expect(
      try ask(
        "(count of purring in (dated-letters of claim) where purring.date > 2026-01-31) = 1", text,
        declarations: declarations) == .yes)
    let empty = tinyCase(purring("a", "2026-01-05", #""deadline":"none""#))
    #expect(
      try ask("no purring in (dated-letters of claim)", empty, declarations: declarations) == .yes)
    #expect(
      try ask("no purring in (dated-letters of claim)", unread, declarations: declarations)
        == .open("/events/0/deadline"))
    #expect(
      try ask(
        "(count of purring in (dated-letters of claim)) <= 1", unread, declarations: declarations)
        == .yes)
  }

  @Test("an exception gives a definition another value")
  func instead() throws {
    let declarations = """
      define due of claim on day as claim.due else never
      exception moved-due to due · § 2
        of claim on day, when some due-moved of claim through day
        instead (last due-moved of claim through day).due else never
      """
    let moved = tinyCase(event("due-moved", "m", "2026-01-10", #""due":"2026-02-01""#))
    #expect(
      try ask("due of claim on 2026-01-10 = 2026-02-01", moved, declarations: declarations) == .yes)
    #expect(
      try ask("due of claim on 2026-01-09 = 2026-01-02", moved, declarations: declarations) == .yes)
    let undated = tinyCase(
      event("due-moved", "m", nil, #""due":"2026-02-01""#), event("closed", "z", "2026-03-01"))
    #expect(
      try ask("due of claim on 2026-01-10 >= 2026-01-02", undated, declarations: declarations)
        == .yes)
    #expect(
      try ask("due of claim on 2026-01-10 = 2026-02-01", undated, declarations: declarations)
        == .open("/events/0/date"))
  }

  /// Two exceptions to one definition.
  let two = """
    define share of claim as 1
    exception for-loans to share · § 2
      of claim, when claim.kind is loan
      instead 2
    exception for-consumers to share · § 3
      of claim, when claim.debtor-kind is consumer
      instead 3
    """

  @Test("of two exceptions the one that holds gives the value")
  func oneOfTwo() throws {
    func share(_ keys: String, _ wanted: Int) throws -> Answer {
      try ask(
        "share of claim = \(wanted)", tinyCase(claims: tinyClaim("F-1", keys)), declarations: two)
    }
    #expect(try share(#""kind":"rent","debtorKind":"business""#, 1) == .yes)
    #expect(try share(#""kind":"loan","debtorKind":"business""#, 2) == .yes)
    #expect(try share(#""kind":"rent","debtorKind":"consumer""#, 3) == .yes)
    #expect(try share(#""kind":"rent""#, 2) == .no)
    #expect(try share(#""kind":"rent""#, 3) == .open("/claims/0/debtorKind"))
  }

  @Test("two exceptions at once are a conflict: the value is not known, and both are named")
  func conflict() throws {
    let both = tinyCase(claims: tinyClaim("F-1", #""kind":"loan","debtorKind":"consumer""#))
    let answer = try ask("share of claim = 2", both, declarations: two)
    #expect(answer == .open("exception:for-consumers", "exception:for-loans"))
  }

  @Test("two exceptions that both may hold leave the value open")
  func possibleConflict() throws {
    let unknown = tinyCase(claims: tinyClaim("F-1", #""kind":"loan""#))
    #expect(
      try ask("share of claim = 2", unknown, declarations: two) == .open("/claims/0/debtorKind"))
  }
}
