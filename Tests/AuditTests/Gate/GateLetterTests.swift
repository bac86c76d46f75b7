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
