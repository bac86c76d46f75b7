import Casebook
import Rulebook
import Testing
import Values

@testable import Audit

/// What the gate says, beside days and amounts worked out from the statutes by hand.
@Suite("The gate answers as the statute does") struct GateStatuteTests {
  /// A case of one consumer, a creditor and its agency, and these events.
  static func file(
    complete: String = #""letters": true, "charges": true, "payments": true"#,
    principal: String = "1990", due: String = "2025-11-20", events: String = "", planned: String
  ) throws -> CaseFile {
    let text = """
      {"format": "skikk-case/1", "id": "G",
       "complete": {\(complete)},
       "creditor": {"id": "C", "vatRegistered": true},
       "agency": {"id": "B", "licence": "third-party"},
       "debtor": {"id": "D", "kind": "consumer", "entity": "person", "born": "1980-01-01"},
       "claims": [{"id": "F", "kind": "goods", "principal": \(principal), "due": "\(due)",
                   "dueBasis": "agreed", "interestBeforeDue": 0}],
       "events": [\(events)], "planned": \(planned)}
      """
    return try CaseReader.standard.read(Array(text.utf8), source: "g.json")
  }

  static func answer(
    to file: CaseFile, asking kinds: [String] = [], isSearching: Bool = true
  ) throws -> GateAnswer {
    let gate = Gate(auditor: try Shipped.auditor(), program: Shipped.program)
    let step = try #require(PlannedStep(of: file, source: "g.json", asking: kinds))
    let day = try #require(step.day)
    return try #require(gate.report(on: step, for: day, isSearching: isSearching).gate)
  }

  static let notice = """
    {"id": "v", "type": "inkassovarsel", "date": "2025-12-19", "by": "creditor", "channel": "post",
     "deadline": "2026-01-02", "flags": [], "charges": [],
     "states": ["label", "collection-follows", "amount", "creditor", "about"]}
    """

  @Test(
    "a fee for a purring from the fourteenth day after the due date on (fork § 1-2)",
    arguments: [
      ("2025-12-20", "2025-12-21", "2026-01-03"), ("2026-01-10", "2026-01-23", "2026-01-24"),
      ("2026-01-10", "2026-01-24", "2026-01-24"), ("2026-01-10", "2026-02-05", "2026-02-05"),
      ("2024-02-15", "2024-02-16", "2024-02-29"), ("2025-02-15", "2025-02-16", "2025-03-01"),
    ])
  func purring(due: String, asked: String, first: String) throws {
    let file = try Self.file(
      due: due,
      planned: """
        {"type": "purring", "date": "\(asked)", "by": "creditor", "channel": "post",
         "charges": [{"kind": "purring-fee", "amount": 35}]}
        """)
    let answer = try Self.answer(to: file)
    #expect(answer.earliest?.description == first)
    #expect(answer.allowed == (asked >= first))
  }

  /// 1/20 of the inkassosats for claims due from 1 October 2020, to the nearest krone: of 700 kroner
  /// until 2025, 750 from 2026; 1/10 for claims due before.
  @Test(
    "a fee of a twentieth of the inkassosats of the day (fork § 1-2)",
    arguments: [
      ("purring", "2025-12-31", "2025-11-20", Int64(35_00)),
      ("purring", "2026-01-01", "2025-11-20", 38_00),
      ("inkassovarsel", "2026-02-02", "2025-11-20", 38_00),
      ("purring", "2025-12-31", "2020-09-30", 70_00),
      ("purring", "2026-01-01", "2020-09-30", 75_00),
    ])
  func fee(type: String, sent: String, due: String, most: Int64) throws {
    for (ore, isLawful) in [(most, true), (most + 1, false), (most + 100, false)] {
      let file = try Self.file(
        due: due,
        planned: """
          {"type": "\(type)", "date": "\(sent)", "by": "creditor", "channel": "post",
           "charges": [{"kind": "\(type)-fee", "amount": "\(Money(ore: ore))"}]}
          """)
      let answer = try Self.answer(to: file)
      #expect(answer.allowed == isLawful, "\(ore)")
      #expect(answer.largestCharges.map(\.amount) == [Ratio(most)])
      #expect(answer.earliest?.description == sent)
    }
  }

  @Test(
    "fourteen days to pay in an inkassovarsel, counted from the day it is sent (inkl § 9)",
    arguments: [
      ("2025-12-15", "2025-12-29"), ("2026-02-14", "2026-02-28"), ("2024-02-15", "2024-02-29"),
      ("2025-12-24", "2026-01-07"), ("2026-12-24", "2027-01-07"),
    ])
  func notice(sent: String, first: String) throws {
    let shortest = try #require(CivilDay(first))
    for (days, isLawful) in [(-1, false), (0, true), (6, true)] {
      let deadline = try shortest.adding(days: days)
      let file = try Self.file(
        due: "2024-01-10",
        planned: """
          {"type": "inkassovarsel", "date": "\(sent)", "by": "creditor", "channel": "post",
           "deadline": "\(deadline)", "charges": []}
          """)
      let answer = try Self.answer(to: file)
      #expect(answer.allowed == isLawful)
      #expect(answer.shortestDeadline == shortest)
      #expect(answer.earliest?.description == sent)
    }
  }

  @Test(
    "a betalingsoppfordring when the inkassovarsel has run out (inkl §§ 9, 10)",
    arguments: ["2025-12-20", "2026-01-02", "2026-01-03", "2026-01-20"])
  func demand(asked: String) throws {
    let file = try Self.file(
      events: Self.notice,
      planned: """
        {"type": "betalingsoppfordring", "date": "\(asked)", "by": "agency", "channel": "post",
         "charges": [{"kind": "salaer", "amount": 300, "vat": 0}]}
        """)
    let answer = try Self.answer(to: file)
    let first = max(asked, "2026-01-03")
    #expect(answer.allowed == (asked == first))
    #expect(answer.earliest?.description == first)
    #expect(answer.shortestDeadline == (try CivilDay(first)?.adding(days: 14)))
    #expect(answer.largestCharges.map(\.amount) == [Ratio(300_00)])
  }

  /// law/rates: regime 2020 × inkassosats 750, a consumer, without VAT.
  @Test(
    "a light salær by the bracket of the principal (fork § 2-2)",
    arguments: [
      ("500", "187.50"), ("500.01", "262.50"), ("1000", "262.50"), ("1000.01", "300"),
      ("2500", "300"), ("2500.01", "600"), ("10000", "600"), ("10000.01", "1200"),
      ("50000", "1200"), ("50000.01", "2700"), ("250000", "2700"), ("250000.01", "5400"),
    ])
  func salaer(principal: String, cap: String) throws {
    let most = try #require(Money(cap)).ore
    for (ore, isLawful) in [(most, true), (most + 1, false)] {
      let file = try Self.file(
        principal: principal, events: Self.notice,
        planned: """
          {"type": "betalingsoppfordring", "date": "2026-01-05", "by": "agency", "channel": "post",
           "deadline": "2026-01-19",
           "charges": [{"kind": "salaer", "amount": "\(Money(ore: ore))", "vat": 0}]}
          """)
      let answer = try Self.answer(to: file)
      #expect(answer.allowed == isLawful)
      #expect(answer.largestCharges.map(\.amount) == [Ratio(most)])
    }
  }

  /// The warning of legal action may come in a later letter of its own (§ 10(4)).
  @Test("what a demand must contain is named by part, until it is there (inkl § 10)")
  func contents() throws {
    func needs(_ states: String) throws -> Set<String> {
      let file = try Self.file(
        events: Self.notice,
        planned: """
          {"type": "betalingsoppfordring", "date": "2026-01-05", "by": "agency", "channel": "post",
           "deadline": "2026-01-19", "charges": []\(states)}
          """)
      return Set(
        try Self.answer(to: file).needs
          .filter { $0.rule == "inkl-10-content" && $0.kind == .content }.compactMap(\.part))
    }
    #expect(try needs("").isSuperset(of: ["a", "b", "c", "e", "f", "objections"]))
    #expect(try needs(#", "states": []"#) == needs(""))
    let all = """
      , "states": ["label", "creditor", "about", "principal", "interest", "costs", "interest-rate",
      "interest-from", "further-costs", "legal-action", "complaints-board", "objections-invited"]
      """
    #expect(try needs(all) == [])
    #expect(try needs(all.replacing(#""complaints-board", "#, with: "")) == ["f"])
  }

  @Test("no day is lawful while no notice was sent, and the need says so") func clearance() throws {
    let file = try Self.file(
      planned: """
        {"type": "betalingsoppfordring", "date": "2026-01-05", "by": "agency", "channel": "post"}
        """)
    let answer = try Self.answer(to: file)
    #expect(!answer.allowed && answer.earliest == nil && answer.shortestDeadline == nil)
    #expect(answer.searchedThrough == Shipped.program.reviewedThrough)
    #expect(
      answer.needs.contains { $0.kind == .clearance && $0.rule == "inkl-9-before-step" })
  }

  @Test("what nobody has said of a letter is no breach of it") func unknown() throws {
    let file = try Self.file(
      events: Self.notice,
      planned: #"{"type": "betalingsoppfordring", "date": "2026-01-05", "by": "agency"}"#)
    let answer = try Self.answer(to: file, asking: ["salaer"])
    #expect(answer.allowed)
    #expect(answer.largestCharges.map(\.kind) == ["salaer"])
    #expect(answer.needs.contains { $0.kind == .content })
    #expect(answer.needs.contains { $0.kind == .fact })
  }
}
