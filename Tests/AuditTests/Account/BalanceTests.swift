import Audit
import Casebook
import Testing
import Values

@Suite("The balance of an account") struct BalanceTests {
  /// A claim of 2000 kroner without interest: not due before the day of the account.
  static let claim = tinyClaim("F-1", #""principal":2000,"due":"2026-06-01""#)

  private func balance(_ events: String...) throws -> AccountStatement.Balance {
    try account(
      tinyCase(events.joined(separator: ","), claims: Self.claim), on: "2026-05-31"
    ).balance
  }

  @Test("is what is lawful less what was paid") func paid() throws {
    let part = try balance(payment("a", "2026-05-01", "500"), payment("b", "2026-05-02", "250"))
    #expect([part.paid, part.owed, part.refundDue].map(text) == ["750", "1250", "0"])
    let full = try balance(payment("a", "2026-05-01", "2000"))
    #expect([full.paid, full.owed, full.refundDue].map(text) == ["2000", "0", "0"])
    let over = try balance(payment("a", "2026-05-01", "2000.01"))
    #expect([over.paid, over.owed, over.refundDue].map(text) == ["2000.01", "0", "0.01"])
  }

  @Test("does not owe again what was paid back or set off elsewhere") func returned() throws {
    let paid = payment("a", "2026-05-01", "2300")
    let back = event("refund", "r", "2026-05-02", #""amount":200"#)
    let off = event("setoff", "o", "2026-05-03", #""amount":60,"sameCreditor":true"#)
    let some = try balance(paid, back, off)
    #expect(text(some.refunded) == "200" && text(some.setOff) == "60")
    #expect([some.refundDue, some.owed].map(text) == ["40", "0"])
    let tooMuch = try balance(
      paid, event("refund", "r", "2026-05-02", #""amount":2400"#))
    #expect([tooMuch.refundDue, tooMuch.owed].map(text) == ["0", "2000"])
  }

  @Test("counts a setoff only where it was rightful") func setoffs() throws {
    let paid = payment("a", "2026-05-01", "2100")
    let refund = { (right: String) in
      try self.balance(paid, event("setoff", "o", "2026-05-03", #""amount":60"# + right))
    }
    let wrong = try refund(#","sameCreditor":false"#)
    #expect([wrong.setOff, wrong.refundDue].map(text) == ["0", "100"])
    let right = try refund(#","sameCreditor":true"#)
    #expect([right.setOff, right.refundDue].map(text) == ["60", "40"])
    let open = try refund("")
    #expect([open.setOff, open.refundDue].map(text) == ["0 to 60", "40 to 100"])
  }

  @Test("says of an entry that does not count in full why, and by which law") func remarks() throws
  {
    let statement = try account(
      tinyCase(
        payment("a", "2026-05-01", "100"),
        event("setoff", "o", "2026-05-03", #""amount":60,"sameCreditor":false"#),
        event("payout", "t", "2026-05-04", #""amount":90"#),
        event("settlement", "s", "2026-05-05", #""amount":500"#), claims: Self.claim),
      on: "2026-05-31")
    let entries = statement.entries
    #expect(entries.map(\.kind) == [.payment, .setoff, .payout, .settlement])
    #expect(entries.map(\.counts) == [true, false, true, true])
    #expect(entries.map { $0.remark?.law } == [nil, "p § 8", nil, "p § 9"])
    #expect(entries.map { $0.remark?.text.en } == [nil, "if right", nil, "in full"])
  }

  @Test("leaves no more than a sum accepted as full settlement") func settlements() throws {
    let accord = event("settlement", "s", "2026-05-05", #""amount":1500"#)
    let open = try balance(accord)
    #expect([open.owed, open.waived, open.refundDue].map(text) == ["1500", "500", "0"])
    let paid = try balance(accord, payment("a", "2026-05-10", "1500"))
    #expect([paid.owed, paid.waived, paid.refundDue].map(text) == ["0", "500", "0"])
    let over = try balance(accord, payment("a", "2026-05-10", "1510"))
    #expect([over.owed, over.refundDue].map(text) == ["0", "10"])
    let none = try balance(payment("a", "2026-05-10", "1500"))
    #expect([none.owed, none.waived].map(text) == ["500", "0"])
  }

  @Test("leaves other claims as they are when one is settled") func settledApart() throws {
    let claims = Self.claim + "," + tinyClaim("F-2", #""principal":700,"due":"2026-06-01""#)
    let accord = event("settlement", "s", "2026-05-05", #""amount":1500,"claims":["F-1"]"#)
    let paid = event("payment", "a", "2026-05-10", #""amount":200,"claims":["F-2"]"#)
    let statement = try account(tinyCase(accord, paid, claims: claims), on: "2026-05-31")
    #expect(text(statement.balance.owed) == "2000" && text(statement.balance.waived) == "500")
  }

  @Test("leaves out a payment that failed") func failed() throws {
    let (one, two) = (payment("a", "2026-05-01", "300"), payment("b", "2026-05-02", "400"))
    let named = event("payment-failed", "f", "2026-05-03", #""of":["a"]"#)
    #expect(text(try balance(one, two, named).paid) == "400")
    let unnamed = event("payment-failed", "f", "2026-05-03")
    #expect(text(try balance(one, unnamed).paid) == "0")
    // Either may be meant.
    #expect(text(try balance(one, two, unnamed).paid) == "0 to 700")
  }

  @Test("takes a credit note off the principal, not off the payments") func credited() throws {
    let balance = try balance(
      payment("a", "2026-05-01", "1500"),
      event("credit-note", "c", "2026-05-02", #""amount":700"#))
    #expect(
      [balance.paid, balance.sums.lawful, balance.refundDue].map(text) == ["1500", "1300", "200"])
  }

  @Test("leaves out what happens after the day") func later() throws {
    let balance = try balance(payment("a", "2026-06-02", "500"))
    #expect(text(balance.paid) == "0")
  }

  @Test("is certain of a refund only above everything that may stand") func certain() throws {
    let notice = event("inkassovarsel", "v", "2026-05-01", charges(("inkassovarsel-fee", "35")))
    let balance = try balance(notice, payment("a", "2026-05-02", "2040"))
    #expect(text(balance.refundDue) == "5 to 40")
    #expect(text(balance.owed) == "0")
  }

  @Test("is not known where the rules name no lines of an account") func noLines() throws {
    let statement = try account(
      tinyCase(
        purring("p", "2026-05-01", charges(("purring-fee", "35"))),
        payment("a", "2026-05-02", "9000"), claims: Self.claim),
      on: "2026-05-31", declarations: "define one of claim as 1", tables: "")
    #expect(!statement.hasLines)
    #expect(text(statement.balance.sums.lawful) == "35 to ?")
    #expect(text(statement.balance.sums.demanded) == "35 to ?")
    #expect(text(statement.balance.refundDue) == "0 to 8965")
  }
}
