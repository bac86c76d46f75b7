import Audit
import Casebook
import Testing
import Values

@Suite("The account of a pair") struct PairTests {
  private func file(_ id: String, _ claims: String, _ events: String...) -> String {
    """
    {"format":"skikk-case/1","id":"\(id)",\(allLetters)"creditor":{"id":"C","name":"Kraft AS"},
    "debtor":{"id":"D"},"claims":[\(claims)],"events":[\(events.joined(separator: ",\n"))]}
    """
  }

  private func claim(_ id: String) -> String {
    tinyClaim(id, #""principal":1000,"due":"2026-06-01""#)
  }

  private func letter(_ id: String, _ more: String = "") -> String {
    purring(id, "2026-05-01", more + charges(("purring-fee", "38")))
  }

  @Test("lists the claims of all files, whatever their order") func together() throws {
    let (one, two) = (file("A-1", claim("F-1"), letter("p")), file("A-2", claim("F-2")))
    for statement in [
      try account(one, two, on: "2026-05-31"), try account(two, one, on: "2026-05-31"),
    ] {
      #expect(statement.claims.map(\.id) == ["F-1", "F-2"])
      #expect(statement.claims.map(\.cases) == [["A-1"], ["A-2"]])
      #expect(statement.claims.map { text($0.sums.lawful) } == ["1038", "1000"])
      #expect(text(statement.balance.owed) == "2038")
      #expect(statement.charges.map(\.caseID) == ["A-1"])
      #expect(statement.parties.map(\.name) == ["Kraft AS", "D"])
    }
  }

  @Test("counts a claim that stands in two files once") func sameClaim() throws {
    let statement = try account(
      file("A-1", claim("F-1"), letter("p")), file("A-2", claim("F-1"), letter("q")),
      on: "2026-05-31")
    #expect(statement.claims.map(\.cases) == [["A-1", "A-2"]])
    #expect(text(statement.claims[0].lines[0].lawful) == "1000")
    #expect(statement.charges.count == 2)
    #expect(text(statement.balance.sums.lawful) == "1076")
  }

  @Test("gives both ends where two files tell a claim differently") func otherFacts() throws {
    let other = tinyClaim("F-1", #""principal":900,"due":"2026-06-01""#)
    let statement = try account(
      file("A-1", claim("F-1")), file("A-2", other), on: "2026-05-31")
    #expect(text(statement.claims[0].lines[0].lawful) == "900 to 1000")
  }

  @Test("counts a payment with one sharedId once") func sharedPayment() throws {
    let paid = { (id: String) in
      event("payment", id, "2026-05-02", #""amount":300,"sharedId":"bank-7""#)
    }
    let files = [file("A-1", claim("F-1"), paid("a")), file("A-2", claim("F-2"), paid("b"))]
    let statement = try account(files[0], files[1], on: "2026-05-31")
    #expect(text(statement.balance.paid) == "300")
    #expect(statement.entries.map(\.event.name) == ["a"])
  }

  @Test("sums up the claims that a rule counts together, and their limit") func group() throws {
    let claims = claim("F-1") + "," + claim("F-2") + "," + claim("F-3")
    let joint = purring(
      "p", "2026-05-01", #""claims":["F-1","F-2"],"# + charges(("purring-fee", "38")))
    let more = purring(
      "q", "2026-05-10", #""claims":["F-2"],"# + charges(("purring-fee", "38")))
    let statement = try account(file("A-1", claims, joint, more), on: "2026-05-31")
    let group = try #require(statement.groups.first)
    #expect(statement.groups.count == 1 && group.claims == ["F-1", "F-2"])
    // No letter asks for the principal, which counts as lawful. 38 and 38, together at most 60: 16 too much.
    #expect([group.sums.demanded, group.sums.lawful].map { text($0) } == ["2076", "2060"])
    #expect([group.sums.excess, group.sums.atRisk].map(text) == ["16", "0"])
    let limit = try #require(
      statement.limits.first { $0.rule == "t-together" && $0.claims.count == 2 })
    #expect(limit.charges == [1, 2])
    #expect([limit.charged, limit.left].map(text) == ["76", "60"])
    // The newest is cut first; what stands of it is F-2's alone.
    #expect(statement.charges.map { text($0.lawful) } == ["38", "22"])
    #expect(statement.claims.map { text($0.sums.lawful) } == ["1000", "1022", "1000"])
  }
}

@Suite("The balance of a report") struct ReportBalanceTests {
  private func reports(_ balances: Bool, _ texts: String...) throws -> [CaseReport] {
    let rules = try TinyRules(AccountRules.declarations, tables: AccountRules.tables)
    let day = try #require(CivilDay("2026-05-31"))
    let auditor = try Auditor(
      program: rules.program, options: AuditOptions(asOf: day, balances: balances))
    return auditor.audit(
      together: try texts.map { text in
        (try CaseReader.standard.read(Array(text.utf8), source: "a"), "a")
      })
  }

  private let claim = tinyClaim("F-1", #""principal":2000,"due":"2026-06-01""#)

  @Test("says the same as the account") func same() throws {
    let text = tinyCase(
      purring("p", "2026-05-01", charges(("purring-fee", "40"))),
      payment("a", "2026-05-02", "2100"), claims: claim)
    let balance = try #require(try reports(true, text).first?.balance)
    let statement = try account(text, on: "2026-05-31")
    #expect(AuditTests.text(balance.refundDue) == "62")
    #expect(balance.refundDue == statement.balance.refundDue)
    #expect(balance.sums.demanded == statement.balance.sums.demanded)
    #expect(balance.sums.lawful == statement.balance.sums.lawful)
    #expect(balance.sums.excess == statement.balance.sums.excess)
  }

  @Test("is each case's own, in the order of the input") func each() throws {
    let one = tinyCase(payment("a", "2026-05-02", "100"), claims: claim)
    let two = one.replacing("T-1", with: "S-1").replacing("100", with: "200")
    let balances = try reports(true, one, two).map(\.balance)
    #expect(balances.map { AuditTests.text($0?.paid) } == ["100", "200"])
  }

  @Test("is not worked out unless it is asked for") func unasked() throws {
    #expect(try reports(false, tinyCase(claims: claim)).first?.balance == nil)
  }
}
