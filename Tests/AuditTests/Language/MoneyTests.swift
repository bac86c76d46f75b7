import Audit
import Testing
import Values

@Suite("Money rules")
struct MoneyTests {
  /// Each fee at most 100 kroner, all together at most 150, of a purring none by phone.
  let rules = """
    define fee as item where fee.kind is purring-fee
    rule void-fee · § 1 · verbatim
      for each fee of each claim
      dated fee.date
      forbid fee.event.seq = 9
      breach, item-void fee
      nb "Brudd {excess}." en "Breach {excess}."
    rule one-fee · § 2 · verbatim
      for each fee of each claim
      dated fee.date
      limit fee to 100 kroner
      nb "Brudd {charged} {limit} {excess}." en "Breach {charged} {limit} {excess}."
    rule all-fees · § 3 · verbatim
      for each claim
      limit fee of claim to 150 kroner
      nb "Brudd." en "Breach."
    """

  func fees(_ fees: (day: String, amount: String)..., void: Int? = nil, more: String = "") -> String
  {
    let letters = fees.enumerated().map { index, fee in
      purring(
        "p\(index)", fee.day,
        "\"seq\":\(index == void ? 9 : index),"
          + charges(("purring-fee", fee.amount)))
    }
    return tinyCase((letters + (more.isEmpty ? [] : [more])).joined(separator: ","))
  }

  @Test("at the limit is in order, an øre above is an øre too much")
  func oneItem() throws {
    let rules = try TinyRules(rules)
    let at = try rules.report(fees((day: "2026-01-05", amount: "100")))
    #expect(at.findings.isEmpty && at.undetermined.isEmpty)
    #expect(at.excess == .zero)
    let above = try rules.report(fees((day: "2026-01-05", amount: "100.01")))
    #expect(excess(above) == ["one-fee": "0.01"])
    #expect(kroner(above.excess) == "0.01")
    let finding = try #require(above.findings.first)
    #expect(finding.actual?.plain == "100.01")
    #expect(finding.expected?.plain == "100")
    let values = finding.message.en.compactMap { piece in
      if case .value(let value) = piece { value.plain } else { nil }
    }
    #expect(values == ["100.01", "100", "0.01"])
  }

  @Test("a limit of several items takes from the newest, and each krone once")
  func several() throws {
    let rules = try TinyRules(rules)
    let report = try rules.report(
      fees((day: "2026-01-05", amount: "120"), (day: "2026-02-05", amount: "80")))
    // 120 is cut to 100; then 100 + 80 is 30 above 150.
    #expect(excess(report) == ["one-fee": "20", "all-fees": "30"])
    #expect(kroner(report.excess) == "50")
  }

  @Test("a void item is gone whole, and what is gone counts towards no limit")
  func void() throws {
    let rules = try TinyRules(rules)
    let report = try rules.report(
      fees((day: "2026-01-05", amount: "120"), (day: "2026-02-05", amount: "80"), void: 0))
    #expect(excess(report) == ["void-fee": "120"])
    #expect(kroner(report.excess) == "120")
    #expect(report.undetermined.isEmpty)
  }

  @Test("what surely stays within the limit after a certain cut is no open question")
  func afterCut() throws {
    let rules = try TinyRules(rules)
    let report = try rules.report(
      fees((day: "2026-01-05", amount: "90"), (day: "2026-01-05", amount: "80"), void: 0))
    #expect(excess(report) == ["void-fee": "90"])
    #expect(report.undetermined.isEmpty)
    #expect(report.verdicts["all-fees"] == .met)
  }

  @Test("the order of consequences says which rule takes first")
  func order() throws {
    let table = """
      ## Order

      | step | rules |
      |---|---|
      | caps | all-fees, one-fee |
      | conditions | void-fee |
      """
    let report = try TinyRules(rules, tables: table).report(
      fees((day: "2026-01-05", amount: "120"), (day: "2026-02-05", amount: "80")))
    // 200 is 50 above 150: 30 is left of the newest; 120 is then 20 above 100.
    #expect(excess(report) == ["all-fees": "50", "one-fee": "20"])
    #expect(kroner(report.excess) == "70")
  }

  @Test("what was taken back is no longer too much, and the finding of its day stands")
  func removed() throws {
    let removal = event(
      "charge-removed", "r", "2026-03-01", #""of":["p0"],"# + charges(("purring-fee", "20")))
    let report = try TinyRules(rules).report(
      fees((day: "2026-01-05", amount: "120"), more: removal))
    #expect(excess(report) == ["one-fee": "0"])
    #expect(report.excess == .zero)
    let half = try TinyRules(rules).report(
      fees((day: "2026-01-05", amount: "120"), more: removal.replacing("20}", with: "5}")))
    #expect(excess(half) == ["one-fee": "15"])
  }

  // MARK: Certain and at risk

  let caps = """
    define fee as item where fee.kind is purring-fee
    define cap of claim as
      when debtor.kind is business: 200 kroner
      otherwise 100 kroner
    rule capped · § 1 · verbatim
      for each claim
      limit fee of claim to cap of claim
      nb "Brudd." en "Breach."
    """

  func capped(_ amount: String) throws -> CaseReport {
    try TinyRules(caps).report(
      tinyCase(
        purring("p", "2026-01-05", charges(("purring-fee", amount))),
        more: #""debtor":{"id":"D"},"#))
  }

  @Test("an unknown limit is between its lowest and its highest")
  func unknownLimit() throws {
    let below = try capped("100")
    #expect(below.verdicts == ["capped": .met])
    #expect(below.atRisk == .zero)
    let between = try capped("150")
    #expect(between.verdicts == ["capped": .undetermined])
    #expect(between.undetermined.map(\.missing) == [["/debtor/kind"]])
    #expect((kroner(between.excess), kroner(between.atRisk)) == ("0", "50"))
    #expect(between.undetermined.map { kroner($0.atRisk) } == ["50"])
    let above = try capped("250")
    #expect(above.verdicts == ["capped": .breach])
    #expect((kroner(above.excess), kroner(above.atRisk)) == ("50", "100"))
    #expect(above.findings.map { kroner($0.atRisk) } == ["100"])
  }

  @Test("an item that only may be meant is at risk")
  func possibleItem() throws {
    let rules = try TinyRules(
      """
      define agency-fee as item where agency-fee.cost-of is agency
      rule capped · § 1 · verbatim
        for each claim
        limit agency-fee of claim to 100 kroner
        nb "Brudd." en "Breach."
      """)
    let text = tinyCase(
      purring(
        "p", "2026-01-05",
        #""charges":[{"kind":"other","amount":90,"costOf":"agency"},{"kind":"other","amount":30}]"#)
    )
    let report = try rules.report(text)
    #expect(report.verdicts == ["capped": .undetermined])
    #expect(report.undetermined.map(\.missing) == [["/events/0/charges/1/costOf"]])
    #expect((kroner(report.excess), kroner(report.atRisk)) == ("0", "20"))
  }

  @Test("a void item for a person to confirm is at risk until then")
  func unconfirmed() throws {
    let rules = try TinyRules(
      """
      define fee as item where fee.kind is purring-fee
      rule doubtful · § 1 · verbatim
        for each fee of each claim
        dated fee.date
        forbid fee.amount > 0 kroner
        breach when confirmed, item-void fee
        nb "Brudd." en "Breach."
      """)
    func report(_ more: String) throws -> CaseReport {
      try rules.report(
        tinyCase(purring("p", "2026-01-05", charges(("purring-fee", "35"))), more: more))
    }
    let open = try report("")
    #expect((kroner(open.excess), kroner(open.atRisk)) == ("0", "35"))
    let confirmed = try report(#""rulings":[{"rule":"doubtful","ruling":"confirmed"}],"#)
    #expect((kroner(confirmed.excess), kroner(confirmed.atRisk)) == ("35", "0"))
    let dismissed = try report(#""rulings":[{"rule":"doubtful","ruling":"dismissed"}],"#)
    #expect((kroner(dismissed.excess), kroner(dismissed.atRisk)) == ("0", "0"))
  }

  @Test("a guard that does not hold lifts the limit; one that may hold leaves the sum at risk")
  func guarded() throws {
    let rules = try TinyRules(
      """
      rule guarded · § 1 · verbatim
        for each claim
        limit item of claim to 10 kroner where debtor.kind is consumer
        nb "Brudd." en "Breach."
      """)
    func report(_ keys: String) throws -> CaseReport {
      try rules.report(
        tinyCase(
          purring("p", "2026-01-05", charges(("other", "35"))),
          more: #""debtor":{"id":"D"\#(keys)},"#))
    }
    #expect(try report(#","kind":"consumer""#).excess == Ratio(2500))
    let business = try report(#","kind":"business""#)
    #expect((kroner(business.excess), kroner(business.atRisk)) == ("0", "0"))
    let unknown = try report("")
    #expect((kroner(unknown.excess), kroner(unknown.atRisk)) == ("0", "25"))
    #expect(unknown.undetermined.map(\.missing) == [["/debtor/kind"]])
  }

  @Test("what is tolerated is in order; above it all is too much")
  func tolerance() throws {
    let rules = try TinyRules(
      """
      rule tolerant · § 1 · verbatim
        for each claim
        limit item of claim to 10 kroner tolerating 0.05 kroner
        nb "Brudd." en "Breach."
      """)
    func report(_ amount: String) throws -> CaseReport {
      try rules.report(tinyCase(purring("p", "2026-01-05", charges(("other", amount)))))
    }
    #expect(try report("10.05").verdicts == ["tolerant": .met])
    #expect(try report("10.06").verdicts == ["tolerant": .breach])
    #expect(try kroner(report("10.06").excess) == "0.06")
  }

  @Test("a limit is compared in whole øre, rounded half up")
  func wholeOre() throws {
    func breaks(_ limit: String, _ amount: String) throws -> Bool {
      let rules = try TinyRules(
        """
        rule thirds · § 1 · verbatim
          for each claim
          limit item of claim to \(limit)
          nb "Brudd." en "Breach."
        """)
      return try !rules.report(tinyCase(purring("p", "2026-01-05", charges(("other", amount)))))
        .findings.isEmpty
    }
    #expect(try !breaks("100 kroner / 3", "33.33"))
    #expect(try breaks("100 kroner / 3", "33.34"))
    #expect(try !breaks("100 kroner / 1.6", "62.50"))
    #expect(try !breaks("0.25 kroner / 2", "0.13"))
    #expect(try breaks("0.25 kroner / 2", "0.14"))
  }
}
