import Audit
import Testing
import Values

@Suite("What was demanded") struct DemandedTests {
  private static let claim = tinyClaim("F-1", #""principal":1000,"due":"2026-06-01""#)
  private static let two = claim + "," + tinyClaim("F-2", #""principal":500,"due":"2026-06-01""#)

  private func asks(_ id: String, _ day: String, _ demands: String, _ more: String = "") -> String {
    event("statement", id, day, more + #""demands":{"interest":0,"# + demands + "}")
  }

  private func lines(
    _ events: String..., claims: String = claim, on day: String = "2026-05-31"
  ) throws -> AccountStatement {
    try account(tinyCase(events.joined(separator: ","), claims: claims, more: allLetters), on: day)
  }

  @Test("is what the last letter asked, named, beside what could be asked on its day")
  func last() throws {
    let credit = event("credit-note", "c", "2026-05-20", #""amount":300"#)
    let statement = try lines(
      asks("a", "2026-05-01", #""principal":900"#), asks("b", "2026-05-10", #""principal":1100"#),
      credit)
    let line = statement.claims[0].lines[0]
    #expect([line.demanded, line.lawfulThen, line.lawful].map(text) == ["1100", "1000", "700"])
    #expect(line.askedIn.map(\.name) == ["b"])
    #expect(line.askedIn.map(\.day) == [CivilDay("2026-05-10")])
    let before = try lines(
      asks("a", "2026-05-01", #""principal":900"#), asks("b", "2026-05-10", #""principal":1100"#),
      on: "2026-05-09"
    ).claims[0].lines[0]
    #expect(before.askedIn.map(\.name) == ["a"] && text(before.demanded) == "900")
  }

  @Test("is nothing where no letter shows it, and then counts as lawful") func nothing() throws {
    let statement = try lines(asks("a", "2026-05-01", #""costs":70"#))
    let line = statement.claims[0].lines[0]
    #expect(line.demanded == nil && line.lawfulThen == nil && line.askedIn.isEmpty)
    #expect(text(statement.balance.sums.demanded) == "1000")
  }

  @Test("is known of claims together that one letter asks for") func together() throws {
    let statement = try lines(asks("a", "2026-05-01", #""principal":1600"#), claims: Self.two)
    #expect(statement.claims.map { text($0.lines[0].demanded) } == ["0 to 1600", "0 to 1600"])
    #expect(statement.claims[0].lines[0].missing == ["/events/0/demands/byClaim"])
    #expect(text(statement.balance.sums.demanded) == "1600")
    #expect(text(statement.balance.sums.lawful) == "1500")
  }

  @Test("is known of each claim that a letter shows apart") func apart() throws {
    let shares = #"[{"claim":"F-1","principal":1050},{"claim":"F-2","principal":550}]"#
    let statement = try lines(
      asks("a", "2026-05-01", #""principal":1600,"byClaim":"# + shares), claims: Self.two)
    #expect(statement.claims.map { text($0.lines[0].demanded) } == ["1050", "550"])
    #expect(text(statement.balance.sums.demanded) == "1600")
  }

  @Test("leaves the claims that nobody asked for at what is lawful") func some() throws {
    let statement = try lines(
      asks("a", "2026-05-01", #""principal":1600"#, #""claims":["F-1"],"#),
      asks("b", "2026-05-02", #""costs":0"#, #""claims":["F-2"],"#), claims: Self.two)
    #expect(statement.claims.map { text($0.lines[0].demanded) } == ["1600", "-"])
    #expect(text(statement.balance.sums.demanded) == "2100")
  }

  @Test("lies between two letters whose order nobody knows") func order() throws {
    let statement = try lines(
      asks("a", "2026-05-01", #""principal":900"#), asks("b", "2026-05-01", #""principal":1100"#))
    let line = statement.claims[0].lines[0]
    #expect(line.askedIn.isEmpty)
    #expect(line.demanded?.known == nil)
  }
}
