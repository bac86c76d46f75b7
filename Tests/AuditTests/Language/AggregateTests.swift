import Testing

@Suite("First, last, sums and extremes")
struct AggregateTests {
  let empty = tinyCase(more: allLetters)
  /// Two payments; of the second it is not known whom it went to.
  let paid = tinyCase(
    event("payment", "a", "2026-01-05", #""amount":100,"payee":"agency""#),
    event("payment", "b", "2026-01-12", #""amount":250.50"#))
  /// A reminder with a deadline, one without one, and one of which it is not known.
  let letters = tinyCase(
    purring("a", "2026-01-05", deadline("2026-01-19")),
    purring("b", "2026-01-12", #""deadline":"none""#), purring("c", "2026-01-26"))

  @Test("a sum adds the sure members, and bounds what the possible ones add")
  func sum() throws {
    #expect(try ask("(sum payment.amount over payment of claim) = 350.50 kroner", paid) == .yes)
    let agency = "(sum payment.amount over payment of claim where payment.payee is agency)"
    #expect(try ask("\(agency) >= 100 kroner", paid) == .yes)
    #expect(try ask("\(agency) > 350.50 kroner", paid) == .no)
    #expect(try ask("\(agency) > 100 kroner", paid) == .open("/events/1/payee"))
    #expect(try ask("(sum payment.amount over payment of claim) = 0 kroner", empty) == .yes)
  }

  @Test("earliest and latest days, of nothing `never` and `long-ago`")
  func days() throws {
    let all = "over purring of claim"
    #expect(try ask("(earliest purring.date \(all)) = 2026-01-05", letters) == .yes)
    #expect(try ask("(latest purring.date \(all)) = 2026-01-26", letters) == .yes)
    #expect(try ask("(earliest purring.date \(all)) = never", empty) == .yes)
    #expect(try ask("(latest purring.date \(all)) = long-ago", empty) == .yes)
  }

  @Test("an unknown day bounds the earliest and the latest")
  func unknownDays() throws {
    let earliest = "(earliest (purring.deadline else never) over purring of claim)"
    #expect(try ask("\(earliest) = 2026-01-19", letters) == .yes)
    let latest = "(latest (purring.deadline else long-ago) over purring of claim)"
    #expect(try ask("\(latest) >= 2026-01-19", letters) == .yes)
    #expect(try ask("\(latest) >= 2026-01-20", letters) == .open("/events/2/deadline"))
    #expect(
      try ask(
        "(earliest purring.date over purring of claim) <= 2026-01-10",
        tinyCase(
          purring("a"), purring("b", "2026-01-10"), event("closed", "z", "2026-03-01"))) == .yes)
  }

  @Test("largest and smallest amounts, of nothing zero")
  func amounts() throws {
    let all = "payment.amount over payment of claim"
    #expect(try ask("(largest \(all)) = 250.50 kroner", paid) == .yes)
    #expect(try ask("(smallest \(all)) = 100 kroner", paid) == .yes)
    #expect(try ask("(largest \(all)) = 0 kroner", empty) == .yes)
    #expect(try ask("(smallest \(all)) = 0 kroner", empty) == .yes)
    let agency = "\(all) where payment.payee is agency"
    #expect(try ask("(largest \(agency)) >= 100 kroner", paid) == .yes)
    #expect(try ask("(largest \(agency)) > 100 kroner", paid) == .open("/events/1/payee"))
    #expect(try ask("(smallest \(agency)) <= 100 kroner", paid) == .yes)
  }

  @Test("the smallest of what only may be there is zero, or it")
  func smallestOfPossible() throws {
    let text = tinyCase(payment("a", "2026-01-05"))
    let agency = "(smallest payment.amount over payment of claim where payment.payee is agency)"
    #expect(try ask("\(agency) >= 100 kroner", text) == .open("/events/0/payee"))
    #expect(try ask("\(agency) <= 100 kroner", text) == .yes)
  }

  @Test("`first` and `last` pick by the order of events")
  func pick() throws {
    #expect(try ask("((first purring of claim).date else never) = 2026-01-05", letters) == .yes)
    #expect(try ask("((last purring of claim).date else never) = 2026-01-26", letters) == .yes)
    #expect(try ask("((first purring of claim).date else never) = never", empty) == .yes)
    #expect(try ask("first purring of claim is none", empty) == .yes)
  }

  @Test("one that may be first is one of several, and every missing fact is named")
  func doubtfulFirst() throws {
    let text = tinyCase(
      purring("a", "2026-01-05"), purring("b", "2026-01-12", #""channel":"post""#))
    let byPost = "((first purring of claim where purring.channel is post).date else never)"
    #expect(try ask("\(byPost) <= 2026-01-12", text) == .yes)
    #expect(try ask("\(byPost) < 2026-01-05", text) == .no)
    #expect(try ask("\(byPost) = 2026-01-12", text) == .open("/events/0/channel"))
  }

  @Test("which of two of one day is first is undecided, unless it makes no difference")
  func firstOfOneDay() throws {
    let text = tinyCase(
      purring("a", "2026-01-05", #""channel":"post""#),
      purring("b", "2026-01-05", #""channel":"email""#))
    let first = "(first purring of claim)"
    #expect(try ask("\(first).channel is post", text) == .open("/events/0/seq", "/events/1/seq"))
    #expect(try ask("(\(first).date else never) = 2026-01-05", text) == .yes)
    #expect(try ask("\(first).channel is one of post, email", text) == .yes)
  }

  @Test("the last event of an undated one and another may be either")
  func undatedLast() throws {
    let text = tinyCase(
      purring("a", "2026-01-05", #""channel":"post""#), purring("b", nil, #""channel":"email""#),
      event("closed", "z", "2026-03-01"))
    #expect(try ask("(last purring of claim).channel is post", text) == .open("/events/1/date"))
  }
}
