import Audit
import Casebook
import Testing
import Values

/// What letters ask for, by the rules that are shipped.
@Suite("What letters asked for") struct ShippedDemandTests {
  private static let claims = """
    {"id":"A","kind":"goods","principal":1000,"due":"2026-01-10","dueBasis":"agreed"},
    {"id":"B","kind":"goods","principal":600,"due":"2026-01-10","dueBasis":"agreed"}
    """

  private func statement(_ events: String..., on day: String = "2026-03-01") throws
    -> AccountStatement
  {
    let text = tinyCase(events.joined(separator: ","), claims: Self.claims, more: allLetters)
    let file = try CaseReader.standard.read(Array(text.utf8), source: "t")
    return try Shipped.auditor(asOf: try #require(CivilDay(day)))
      .account(together: [(file, "t.json")])
  }

  private func letter(
    _ id: String, _ day: String, _ demands: String, claims: String = #"["A","B"]"#
  ) -> String {
    event("statement", id, day, #""claims":\#(claims),"demands":{\#(demands)}"#)
  }

  private func asked(_ statement: AccountStatement, _ line: Int) -> [String] {
    statement.claims.map { text($0.lines[line].demanded) }
  }

  @Test("for several claims are known of them together") func together() throws {
    let statement = try statement(
      letter("a", "2026-02-10", #""principal":1600,"interest":16.31,"total":1616.31"#))
    #expect(asked(statement, 0) == ["0 to 1600", "0 to 1600"])
    #expect(asked(statement, 1) == ["0 to 16.31", "0 to 16.31"])
    #expect(text(statement.balance.sums.demanded) == "1616.31")
    #expect(statement.claims[0].lines[0].missing == ["/events/0/demands/byClaim"])
  }

  @Test("are not to be paid before the claim falls due", arguments: ["2026-01-09", "2026-01-10"])
  func due(day: String) throws {
    let statement = try statement(on: day)
    let due: AccountStatement.Due? =
      day == "2026-01-10" ? nil : .on(try #require(CivilDay("2026-01-10")))
    #expect(statement.claims.map { $0.lines[0].due } == [due, due])
    #expect(text(statement.notYetDue) == (due == nil ? "0" : "1600"))
  }

  @Test("have no day to fall due where no valid invoice was sent") func undelivered() throws {
    let invoice = event("invoice", "i", "2026-01-05", #""deliveryValid":false"#)
    #expect(try statement(invoice).claims.map { $0.lines[0].due } == [.notSet, .notSet])
  }

  @Test("are known of each claim that the letter shows apart") func apart() throws {
    let shares = """
      "byClaim":[{"claim":"A","principal":1000,"interest":10.19},
      {"claim":"B","principal":600,"interest":6.12}]
      """
    let statement = try statement(
      letter("a", "2026-02-10", #""principal":1600,"interest":16.31,"# + shares))
    #expect(asked(statement, 0) == ["1000", "600"])
    #expect(asked(statement, 1) == ["10.19", "6.12"])
    #expect(text(statement.balance.sums.demanded) == "1616.31")
  }

  @Test("of a claim are what the last letter for it says") func newer() throws {
    let statement = try statement(
      letter("a", "2026-02-10", #""principal":1600,"interest":16.31"#),
      letter("b", "2026-02-20", #""principal":1000,"interest":13.48"#, claims: #"["A"]"#))
    #expect(asked(statement, 0) == ["1000", "0 to 1600"])
    #expect(statement.claims.map { $0.lines[0].askedIn.map(\.name) } == [["b"], ["a"]])
  }

  @Test("leave out a line that the last letter does not show") func dropped() throws {
    let statement = try statement(
      letter("a", "2026-02-10", #""principal":1600,"interest":16.31"#),
      letter("b", "2026-02-20", #""principal":1600"#))
    #expect(asked(statement, 1) == ["-", "-"])
    #expect(text(statement.balance.sums.lawful) == text(statement.balance.sums.demanded))
  }

  @Test("of a total alone are not known line by line") func totalAlone() throws {
    let statement = try statement(letter("a", "2026-02-10", #""total":1616.31"#))
    #expect(statement.claims.allSatisfy { $0.lines.allSatisfy { $0.demanded != nil } })
    #expect(statement.claims.allSatisfy { $0.lines.allSatisfy { $0.demanded?.known == nil } })
  }

  @Test("count on the day of the account, not before") func later() throws {
    let letter = letter("a", "2026-02-10", #""principal":1600,"interest":16.31"#)
    #expect(asked(try statement(letter, on: "2026-02-09"), 0) == ["-", "-"])
    #expect(asked(try statement(letter, on: "2026-02-10"), 0) == ["0 to 1600", "0 to 1600"])
  }

  @Test("come to nothing more once everything is paid, whatever the payment covered")
  func paidUp() throws {
    let paid = { (kroner: String) in
      event("payment", "p", "2026-02-10", #""ordered":"2026-02-10","amount":"# + kroner)
    }
    // 1000 × 12 % × 31 / 365 = 10.19, 600 × 12 % × 31 / 365 = 6.12.
    let statement = try statement(paid("1616.31"))
    #expect(statement.claims.map { text($0.lines[1].lawful) } == ["10.19", "6.12"])
    #expect(text(statement.balance.owed) == "0" && text(statement.balance.refundDue) == "0")
    let short = try self.statement(paid("1600"))
    #expect(short.balance.owed.lowest.map { $0 > Ratio(1600) } ?? false)
  }

  @Test("add what had been paid before, and not what was paid since") func paid() throws {
    let paid = { (id: String, day: String) in
      event(
        "payment", id, day,
        #""claims":["A"],"amount":100,"allocation":[{"claim":"A","to":"principal","amount":100}]"#)
    }
    let statement = try statement(
      paid("p", "2026-02-09"),
      letter("a", "2026-02-10", #""principal":900,"interest":9"#, claims: #"["A"]"#),
      paid("q", "2026-02-11"))
    #expect(asked(statement, 0) == ["1000", "-"])
    #expect(text(statement.balance.paid) == "200")
  }
}
