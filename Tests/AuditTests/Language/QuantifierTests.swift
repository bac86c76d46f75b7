import Audit
import Testing

@Suite("Quantifiers over lists")
struct QuantifierTests {
  let none = tinyCase(more: allLetters)
  let two = tinyCase(
    purring("a", "2026-01-05", deadline("2026-01-19")),
    purring("b", "2026-02-05", deadline("2026-02-12")))
  /// One purring whose deadline is not known.
  let one = tinyCase(purring("a", "2026-01-05"))
  let long = "purring of claim where (purring.deadline else never) >= purring.date + 14 days"

  @Test("`some` asks for one member")
  func some() throws {
    #expect(try ask("some \(long)", two) == .yes)
    #expect(try ask("some purring of claim where purring.date > 2026-03-01", two) == .no)
    #expect(try ask("some purring of claim", none) == .no)
    #expect(try ask("some \(long)", one) == .open("/events/0/deadline"))
  }

  @Test("`no` forbids every member")
  func no() throws {
    #expect(try ask("no \(long)", two) == .no)
    #expect(try ask("no purring of claim where purring.date > 2026-03-01", two) == .yes)
    #expect(try ask("no purring of claim", none) == .yes)
    #expect(try ask("no \(long)", one) == .open("/events/0/deadline"))
  }

  @Test("`at least` counts up to a number")
  func atLeast() throws {
    #expect(try ask("at least 2 purring of claim", two) == .yes)
    #expect(try ask("at least 3 purring of claim", two) == .no)
    #expect(try ask("at least 1 \(long)", one) == .open("/events/0/deadline"))
  }

  @Test("`at most` is broken by one sure member too many, whatever is possible")
  func atMost() throws {
    #expect(try ask("at most 2 purring of claim", two) == .yes)
    #expect(try ask("at most 1 purring of claim", two) == .no)
    #expect(try ask("at most 0 \(long)", one) == .open("/events/0/deadline"))
    #expect(try ask("at most 1 \(long)", one) == .yes)
  }

  @Test("`count of` is bounded by the sure and the possible members")
  func count() throws {
    #expect(try ask("(count of purring of claim) = 2", two) == .yes)
    #expect(try ask("(count of purring of claim) > 2", two) == .no)
    #expect(try ask("(count of \(long)) < 2", one) == .yes)
    #expect(try ask("(count of \(long)) = 1", one) == .open("/events/0/deadline"))
  }

  @Test("members of one claim are not those of another")
  func ofClaim() throws {
    let text = tinyCase(
      purring("a", "2026-01-05", #""claims":["F-2"]"#),
      claims: tinyClaim("F-2") + "," + tinyClaim("F-1"),
      more: allLetters)
    let rules = try TinyRules(probe("require some purring of claim\n breach"))
    let report = try rules.report(text)
    #expect(report.findings.map(\.claims) == [["F-1"]])
    #expect(report.met == 1)
  }

  @Test("a noun narrows, a union widens")
  func nouns() throws {
    let declarations = """
      define reminder as purring or inkassovarsel
      define late as reminder where late.date > 2026-01-31
      """
    #expect(try ask("(count of reminder of claim) = 2", two, declarations: declarations) == .yes)
    #expect(try ask("(count of late of claim) = 1", two, declarations: declarations) == .yes)
    let mixed = tinyCase(purring("a", "2026-02-05"), event("inkassovarsel", "b", "2026-02-06"))
    #expect(try ask("(count of late of claim) = 2", mixed, declarations: declarations) == .yes)
  }

  @Test("claims and items of an event are its own")
  func relations() throws {
    let text = tinyCase(
      purring("a", "2026-01-05", charges(("purring-fee", "35"), ("other", "10"))),
      purring("b", "2026-01-06", #""claims":["F-2"],"# + charges(("purring-fee", "30"))),
      claims: tinyClaim("F-1")
    )
    .replacing(#""claims":[{"#, with: #""claims":[{"id":"F-2"},{"#)
    let sums = "(count of item of claim) = 2 and (count of item of (first purring of claim)) = 2"
    let rules = try TinyRules(
      probe(
        """
        require some item of claim where item.amount = 30 kroner and item.event.id = "b"
            and (count of claim of item called one) = 1
          breach
        """))
    #expect(try rules.report(text).met == 1)
    #expect(try rules.report(text).findings.map(\.claims) == [["F-1"]])
    #expect(
      try ask(
        sums, tinyCase(purring("a", "2026-01-05", charges(("purring-fee", "35"), ("other", "10")))))
        == .yes)
  }
}
