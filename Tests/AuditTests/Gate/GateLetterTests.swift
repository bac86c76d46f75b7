import Casebook
import Testing
import Values

@testable import Audit

/// What may be charged does not hang on what the letter can still be made to say.
@Suite("The gate gives the charge of a letter that is put right") struct GateLetterTests {
  private static let words = """
    "label", "creditor", "about", "principal", "interest", "costs", "interest-rate",
    "interest-from", "further-costs", "legal-action", "complaints-board", "objections-invited"
    """

  private static func demand(
    deadline: String = "2026-01-19", states: String? = nil, salaer: Int = 300
  ) -> String {
    """
    {"type": "betalingsoppfordring", "date": "2026-01-05", "by": "agency", "channel": "post",
     "deadline": "\(deadline)"\(states.map { #", "states": [\#($0)]"# } ?? ""),
     "charges": [{"kind": "salaer", "amount": \(salaer), "vat": 0}]}
    """
  }

  private static func answer(
    to planned: String, events: String = GateStatuteTests.notice, asking kinds: [String] = []
  ) throws -> GateAnswer {
    let file = try GateStatuteTests.file(events: events, planned: planned)
    return try GateStatuteTests.answer(to: file, asking: kinds)
  }

  @Test("a salær in a demand whose deadline is too short (inkl § 10)", arguments: [0, 1, 9, 13])
  func shortDemand(days: Int) throws {
    let deadline = try #require(CivilDay("2026-01-05")).adding(days: days)
    for salaer in [300, 301] {
      let answer = try Self.answer(to: Self.demand(deadline: "\(deadline)", salaer: salaer))
      #expect(!answer.allowed && answer.earliest?.description == "2026-01-05")
      #expect(answer.shortestDeadline?.description == "2026-01-19")
      let charge = try #require(answer.largestCharges.first)
      #expect(charge.amount == Ratio(300_00) && charge.deadline == nil)
    }
  }

  @Test(
    "a salær in a demand that does not say what it must (inkl § 10)",
    arguments: ["\"further-costs\", ", "\"complaints-board\", ", "\"principal\", ", Self.words])
  func lackingDemand(left: String) throws {
    let states = Self.words.replacing(left, with: "")
    let answer = try Self.answer(to: Self.demand(states: states))
    #expect(!answer.allowed && answer.earliest?.description == "2026-01-05")
    #expect(answer.largestCharges.map(\.amount) == [Ratio(300_00)])
    #expect(answer.needs.contains { $0.kind == .content && $0.rule == "inkl-10-content" })
    let short = try Self.answer(to: Self.demand(deadline: "2026-01-06", states: states))
    #expect(short.largestCharges.map(\.amount) == [Ratio(300_00)])
    #expect(short.shortestDeadline == answer.shortestDeadline)
  }

  @Test(
    "a fee in a notice that gives too little time, or says too little (inkl § 9, fork § 1-2)",
    arguments: [
      ("2026-01-18", #""collection-follows", "amount", "creditor", "about""#),
      ("2026-01-19", #""amount", "creditor", "about""#), ("2026-01-06", ""),
    ])
  func notice(deadline: String, states: String) throws {
    let answer = try Self.answer(
      to: """
        {"type": "inkassovarsel", "date": "2026-01-05", "by": "creditor", "channel": "post",
         "deadline": "\(deadline)", "states": [\(states)],
         "charges": [{"kind": "inkassovarsel-fee", "amount": 38}]}
        """, events: "")
    #expect(!answer.allowed && answer.shortestDeadline?.description == "2026-01-19")
    #expect(answer.largestCharges.map(\.amount) == [Ratio(38_00)])
  }

  /// Without a fee it need not give fourteen days; 3/20 of 750 kroner, to the nearest krone.
  @Test("a fee that a lawful letter leaves out comes with the deadline it takes (fork § 1-2)")
  func lawfulWithout() throws {
    let answer = try Self.answer(
      to: """
        {"type": "betalingsoppfordring", "date": "2026-01-05", "by": "creditor",
         "channel": "post", "deadline": "2026-01-08"}
        """, asking: ["betalingsoppfordring-fee"])
    let charge = try #require(answer.largestCharges.first)
    #expect(answer.allowed && charge.amount == Ratio(113_00))
    #expect(charge.deadline?.description == "2026-01-19")
  }

  @Test("no charge that the day, and not the letter, forbids (fork § 1-2)") func day() throws {
    let answer = try Self.answer(
      to: """
        {"type": "purring", "date": "2025-11-25", "by": "creditor", "channel": "post",
         "deadline": "2025-12-01", "states": ["amount"]}
        """, events: "", asking: ["purring-fee"])
    #expect(answer.allowed && answer.largestCharges.map(\.amount) == [.zero])
  }
}

/// When what is planned to be charged may be, where that is not when anything may.
@Suite("The gate says when the planned charge is lawful") struct GateChargeDayTests {
  /// A demand of the fifth that charges so much of the light salær of 300 kroner.
  private static func demand(salaer: Int) -> String {
    """
    \(GateStatuteTests.notice),
    {"id": "b", "type": "betalingsoppfordring", "date": "2026-01-05", "by": "agency",
     "channel": "post", "deadline": "2026-01-19", "flags": [],
     "states": ["label", "creditor", "about", "principal", "interest", "costs", "interest-rate",
       "interest-from", "further-costs", "legal-action", "complaints-board", "objections-invited"],
     "charges": [{"kind": "salaer", "amount": \(salaer), "vat": 0, "stage": "light"}]}
    """
  }

  private static func answer(
    on day: String, charging salaer: Int, after earlier: Int
  ) throws -> GateAnswer {
    try GateStatuteTests.answer(
      to: GateStatuteTests.file(
        events: demand(salaer: earlier),
        planned: """
          {"type": "statement", "date": "\(day)", "by": "agency", "channel": "post",
           "charges": [{"kind": "salaer", "amount": \(salaer), "vat": 0}]}
          """))
  }

  /// The heavy salær of 600 kroner may be claimed when 28 days have passed since the deadline.
  @Test(
    "a heavy salær after 28 days, where a light one left a little room (fork § 2-3)",
    arguments: [("2026-01-20", 299), ("2026-02-15", 200), ("2026-02-16", 1)])
  func heavy(asked: String, earlier: Int) throws {
    let answer = try Self.answer(on: asked, charging: 600 - earlier, after: earlier)
    #expect(!answer.allowed && answer.earliest?.description == asked)
    #expect(answer.largestCharges.map(\.amount) == [Ratio(Int64(300 - earlier) * 100)])
    let planned = try #require(answer.planned)
    #expect(planned.earliest?.description == "2026-02-17")
    #expect(planned.charges.map(\.amount) == [Ratio(Int64(600 - earlier) * 100)])
    let first = try Self.answer(on: "2026-02-17", charging: 600 - earlier, after: earlier)
    #expect(first.allowed && first.planned == nil)
  }

  @Test("nothing more where no room was left, or the amount is lawful") func same() throws {
    let full = try Self.answer(on: "2026-01-20", charging: 300, after: 300)
    #expect(full.earliest?.description == "2026-02-17" && full.planned == nil)
    #expect(try Self.answer(on: "2026-01-20", charging: 1, after: 299).planned == nil)
  }

  @Test("no day where the amount is too much on every day", arguments: [302, 700, 100_000])
  func never(salaer: Int) throws {
    let planned = try #require(
      try Self.answer(on: "2026-01-20", charging: salaer, after: 299).planned)
    #expect(planned.earliest == nil)
  }

  /// On no day before it may be charged so: asked day by day.
  @Test("no day before it is lawful") func dayByDay() throws {
    let asked = try #require(CivilDay("2026-01-28"))
    let day = try #require(
      try Self.answer(on: "\(asked)", charging: 290, after: 299).planned?.earliest)
    for number in asked.number...day.number {
      let one = CivilDay(number: number)
      let answer = try Self.answer(on: "\(one)", charging: 290, after: 299)
      #expect(answer.allowed == (one == day), "\(one)")
    }
  }

  @Test("nothing of a deadline that is too short, or of words that lack") func letter() throws {
    let answer = try GateStatuteTests.answer(
      to: GateStatuteTests.file(
        events: GateStatuteTests.notice,
        planned: """
          {"type": "betalingsoppfordring", "date": "2025-12-30", "by": "agency",
           "channel": "post", "deadline": "2026-01-05", "states": ["amount"],
           "charges": [{"kind": "salaer", "amount": 300, "vat": 0}]}
          """))
    #expect(!answer.allowed && answer.earliest?.description == "2026-01-03")
    #expect(answer.planned == nil)
  }
}
