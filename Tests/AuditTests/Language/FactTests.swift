import Audit
import Testing

@Suite("Reading the file")
struct FactTests {
  func claim(_ keys: String) -> String {
    tinyCase(claims: tinyClaim("F-1", keys))
  }

  @Test("a known fact is compared, a missing one is named")
  func absent() throws {
    #expect(try ask("claim.principal > 1000 kroner", claim(#""principal":1000.01"#)) == .yes)
    #expect(try ask("claim.principal > 1000 kroner", claim(#""principal":"1000""#)) == .no)
    #expect(try ask("claim.principal > 1000 kroner", claim("")) == .open("/claims/0/principal"))
  }

  @Test("a missing amount is not negative, a missing share lies between 0 and 1")
  func natural() throws {
    #expect(try ask("claim.principal >= 0 kroner", claim("")) == .yes)
    let share = tinyCase(more: #""creditor":{"id":"9"},"#)
    #expect(try ask("creditor.objection-rate <= 100 %", share) == .yes)
    #expect(try ask("creditor.objection-rate < 100 %", share) == .open("/creditor/objectionRate"))
  }

  @Test("`none` is known, absent is not")
  func none() throws {
    #expect(try ask("claim.due is none", claim(#""due":"none""#)) == .yes)
    #expect(try ask("claim.due is none", claim(#""due":"2026-01-02""#)) == .no)
    #expect(try ask("claim.due is none", claim("")) == .open("/claims/0/due"))
    #expect(try ask("claim.due is not none", claim(#""due":"none""#)) == .no)
  }

  @Test("`else` stands in for none, and only for none")
  func otherwise() throws {
    let due = "(claim.due else never)"
    #expect(try ask("\(due) = never", claim(#""due":"none""#)) == .yes)
    #expect(try ask("\(due) = 2026-01-02", claim(#""due":"2026-01-02""#)) == .yes)
    #expect(try ask("\(due) = never", claim("")) == .open("/claims/0/due"))
    #expect(try ask("(claim.due else 2026-01-05) = 2026-01-05", claim(#""due":"none""#)) == .yes)
  }

  @Test("`if unknown` stands in for absent, and only for absent")
  func ifUnknown() throws {
    let paid = "(claim.instalments-missed if unknown 3)"
    #expect(try ask("\(paid) = 3", claim("")) == .yes)
    #expect(try ask("\(paid) = 3", claim(#""instalmentsMissed":2"#)) == .no)
    let due = "(claim.due else never if unknown long-ago)"
    #expect(try ask("\(due) = never", claim(#""due":"none""#)) == .yes)
    #expect(try ask("\(due) = long-ago", claim("")) == .yes)
  }

  @Test("`if unknown between` bounds without assuming")
  func between() throws {
    let interest =
      "(claim.interest-before-due if unknown between 0 kroner and 5 % * claim.principal)"
    let open = claim(#""principal":1000"#)
    #expect(try ask("\(interest) <= 50 kroner", open) == .yes)
    #expect(try ask("\(interest) > 50 kroner", open) == .no)
    #expect(try ask("\(interest) < 50 kroner", open) == .open("/claims/0/interestBeforeDue"))
    let known = claim(#""principal":1000,"interestBeforeDue":60"#)
    #expect(try ask("\(interest) <= 50 kroner", known) == .no)
  }

  @Test("what the case format assumes is read, and printed with a finding")
  func assumed() throws {
    let rules = try TinyRules(probe("forbid claim.kind is other\n breach"))
    let finding = try #require(try rules.report(claim("")).findings.first)
    #expect(finding.assumptions.map(\.path) == ["/claims/0/kind"])
    #expect(try rules.report(claim(#""kind":"loan""#)).met == 1)
    let stated = try #require(try rules.report(claim(#""kind":"other""#)).findings.first)
    #expect(stated.assumptions.isEmpty)
  }

  @Test("`if unknown` is printed as an assumption only where it was needed")
  func printed() throws {
    let rules = try TinyRules(
      probe("require (claim.instalments-missed if unknown 0) > 2\n breach"))
    let assumed = try #require(try rules.report(claim("")).findings.first)
    #expect(assumed.assumptions.count == 1)
    let known = try #require(try rules.report(claim(#""instalmentsMissed":1"#)).findings.first)
    #expect(known.assumptions.isEmpty)
    #expect(known.facts.map(\.path) == ["/claims/0/instalmentsMissed"])
  }

  @Test("words of a closed list")
  func words() throws {
    let loan = claim(#""kind":"loan","debtorKind":"consumer""#)
    #expect(try ask("claim.kind is loan", loan) == .yes)
    #expect(try ask("claim.kind is not loan", loan) == .no)
    #expect(try ask("claim.kind is one of rent, seller-credit, loan", loan) == .yes)
    #expect(try ask("claim.debtor-kind is consumer", claim("")) == .open("/claims/0/debtorKind"))
  }

  @Test("lists of words")
  func lists() throws {
    let text = tinyCase(purring("a", "2026-01-05", #""states":["amount","about"]"#))
    let states = "(first purring of claim).states"
    #expect(try ask("\(states) has every amount, about", text) == .yes)
    #expect(try ask("\(states) has every amount, creditor", text) == .no)
    #expect(try ask("\(states) has creditor, amount", text) == .yes)
    #expect(try ask("\(states) has creditor, label", text) == .no)
    let unread = tinyCase(purring("a", "2026-01-05"))
    #expect(try ask("\(states) has amount", unread) == .open("/events/0/states"))
  }

  @Test("an interval holds both its ends")
  func interval() throws {
    let text = claim(#""principal":500"#)
    #expect(try ask("claim.principal is from 500 kroner through 600 kroner", text) == .yes)
    #expect(try ask("claim.principal is from 400 kroner through 500 kroner", text) == .yes)
    #expect(try ask("claim.principal is from 500.01 kroner through 600 kroner", text) == .no)
    #expect(
      try ask("claim.principal is from 1 krone through 2 kroner", claim(""))
        == .open("/claims/0/principal"))
  }

  @Test("texts are the same or not")
  func texts() throws {
    let parties = #""creditor":{"id":"9"},"agency":{"id":"9"},"#
    #expect(try ask("agency.id = creditor.id", tinyCase(more: parties)) == .yes)
    #expect(
      try ask(
        "agency.id = creditor.id",
        tinyCase(more: parties.replacing(#"id":"9"},"#, with: #"id":"8"},"#, maxReplacements: 1)))
        == .no)
    #expect(try ask("creditor.id = \"9\"", tinyCase(more: parties)) == .yes)
    #expect(
      try ask("agency.id = creditor.id", tinyCase(more: #""creditor":{"id":"9"},"agency":{},"#))
        == .open("/agency/id"))
  }

  @Test("a letter that states only a number of days has a last day")
  func deadlineDays() throws {
    let text = tinyCase(purring("a", "2026-01-05", #""deadlineDays":14"#))
    let last = "((first purring of claim).deadline else never)"
    #expect(try ask("\(last) = 2026-01-19", text) == .yes)
    let undated = tinyCase(
      purring("a", nil, #""deadlineDays":14"#), event("closed", "z", "2026-03-01"))
    #expect(try ask("\(last) = 2026-01-19", undated) == .open("/events/0/date"))
  }

  @Test("a dot follows things")
  func chain() throws {
    let text = tinyCase(
      event(
        "betalingsoppfordring", "b", "2026-01-05",
        #""demands":{"principal":2000,"costs":300},"charges":[{"kind":"salaer","amount":300}]"#))
    let demand = "(first betalingsoppfordring of claim)"
    #expect(
      try ask("(\(demand).demands.principal else 0 kroner) = claim.principal", text) == .yes)
    #expect(
      try ask("(\(demand).demands.interest else 0 kroner) = 0 kroner", text)
        == .open("/events/0/demands/interest"))
    #expect(try ask("(first item of claim).event.type is betalingsoppfordring", text) == .yes)
    #expect(try ask("((first item of claim).date else never) = 2026-01-05", text) == .yes)
  }
}
