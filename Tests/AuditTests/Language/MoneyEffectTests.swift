import Audit
import Testing
import Values

@Suite("What money rules leave, and what follows from them")
struct MoneyEffectTests {
  @Test("money that is no item: the excess is what lies between the two sides")
  func notItems() throws {
    let rules = try TinyRules(
      """
      rule principal-asked · § 1 · verbatim
        for each betalingsoppfordring of each claim called demand
        dated demand.date
        require demand.demands.principal <= claim.principal
        breach, excess
        nb "Brudd." en "Breach."
      """)
    func report(_ keys: String) throws -> CaseReport {
      try rules.report(
        tinyCase(event("betalingsoppfordring", "b", "2026-01-05", #""demands":{\#(keys)}"#)))
    }
    #expect(try kroner(report(#""principal":2035.50"#).excess) == "35.5")
    #expect(try report(#""principal":2000"#).verdicts == ["principal-asked": .met])
    #expect(try report("").verdicts == ["principal-asked": .undetermined])
  }

  @Test("what is left is not known while it is not known what falls away")
  func leftInDoubt() throws {
    let rules = try TinyRules(
      """
      define fee as item where fee.kind is purring-fee
      rule early · § 1 · verbatim
        for each fee of each claim
        dated fee.date
        forbid debtor.kind is consumer
        breach, item-void fee
        nb "Brudd." en "Breach."
      rule overpaid · § 2 · verbatim
        for each payment of each claim
        dated payment.date
        require payment.amount <= claim.principal + left of item of claim
        practice, excess
        nb "Brudd." en "Breach."
      """)
    func verdict(_ keys: String, paid: String) throws -> Verdict? {
      try rules.report(
        tinyCase(
          purring("p", "2026-01-05", charges(("purring-fee", "35"))),
          payment("b", "2026-02-05", paid), more: #""debtor":{"id":"D"\#(keys)},"#)
      ).verdicts["overpaid"]
    }
    #expect(try verdict(#","kind":"consumer""#, paid: "2035") == .practice)
    #expect(try verdict(#","kind":"business""#, paid: "2035") == .met)
    #expect(try verdict("", paid: "2035") == .undetermined)
    #expect(try verdict("", paid: "2000") == .met)
    #expect(try verdict("", paid: "2036") == .practice)
  }

  @Test("a consequence is named with the finding, and at risk where it is")
  func consequences() throws {
    let rules = try TinyRules(
      """
      consequence fee-lost of claim nb "Gebyret faller." en "The fee falls."
      consequence all-lost of claim nb "Alt faller." en "All falls."
      rule cause · § 1 · verbatim
        for each claim
        dated 2026-01-15
        require claim.principal < 1000 kroner
        breach, fee-lost, at-risk all-lost, all-lost where claim.kind is loan
        nb "Brudd." en "Breach."
      rule effect · § 2 · verbatim
        for each fee-lost of each claim called fault
        limit item of claim to 0 kroner
        nb "Brudd." en "Breach."
      rule doubt · § 3 · verbatim
        for each all-lost of each claim called fault
        limit item of claim to 0 kroner where not (claim.kind is rent)
        nb "Brudd." en "Breach."
      """)
    let text = tinyCase(purring("p", "2026-01-05", charges(("other", "35"))))
    let report = try rules.report(text)
    let cause = try #require(report.findings.first { $0.rule == "cause" })
    #expect(
      cause.consequences.map { "\($0.name) \($0.isAtRisk)" } == ["fee-lost false", "all-lost true"])
    #expect(cause.excess == nil)
    #expect(excess(report)["effect"] == "35")
    #expect(kroner(report.excess) == "35")
    let small = tinyCase(
      purring("p", "2026-01-05", charges(("other", "35"))),
      claims: tinyClaim("F-1", #""principal":500"#))
    #expect(try rules.report(small).findings.isEmpty)
  }

  @Test("a trace names a consequence that a condition ranges over")
  func tracedConsequence() throws {
    let rules = try TinyRules(
      """
      consequence fee-lost of claim nb "Gebyret faller." en "The fee falls."
      rule cause · § 1 · verbatim
        for each claim
        dated 2026-01-15
        require claim.principal < 1000 kroner
        breach, fee-lost
        nb "Brudd." en "Breach."
      rule effect · § 2 · verbatim
        for each claim
        limit item of claim to 0 kroner
          where some fee-lost of claim called fault where fault.date = 2026-01-15
        nb "Brudd." en "Breach."
      """)
    let report = try rules.report(
      tinyCase(purring("p", "2026-01-05", charges(("other", "35")))))
    let effect = try #require(report.findings.first { $0.rule == "effect" })
    #expect(kroner(effect.excess ?? .zero) == "35")
    #expect(effect.trace.contains { $0.text.contains("fee-lost F-1") }, "\(effect.trace)")
    #expect(effect.trace.contains { $0.worked == "35 > 0" }, "\(effect.trace)")
  }

  @Test("a limit that a person must raise takes nothing until it is raised")
  func raisedLimit() throws {
    let rules = try TinyRules(
      """
      rule probe · § 1 · verbatim
        for each claim
        limit item of claim to 0 kroner
        breach when raised
        nb "Brudd." en "Breach."
      """)
    func text(_ more: String) -> String {
      tinyCase(purring("p", "2026-01-05", charges(("other", "35"))), more: more)
    }
    #expect(try rules.report(text("")).findings.isEmpty)
    #expect(try rules.report(text("")).undetermined.isEmpty)
    let confirmed = #""rulings":[{"rule":"probe","ruling":"confirmed"}],"#
    #expect(try rules.report(text(confirmed)).findings.map { kroner($0.excess ?? .zero) } == ["35"])
  }

  @Test("a charge without a day is too much on no day before the last, but may be")
  func undated() throws {
    let rules = try TinyRules(
      """
      define ceiling on day as
        when day < 2026-02-01: 30 kroner
        otherwise 100 kroner
      rule cap · § 1 · verbatim
        for each claim
        limit item of claim to ceiling on today
        nb "Brudd {charged}." en "Breach {charged}."
      """)
    func report(_ day: String?, _ amount: String = "20") throws -> CaseReport {
      try rules.report(
        tinyCase(
          purring("a", "2026-01-05", charges(("other", "20"))),
          purring("b", day, charges(("other", amount))), more: #""extracted":"2026-03-01","#))
    }
    let dated = try report("2026-01-06")
    #expect(dated.findings.map { kroner($0.excessThen ?? .zero) } == ["10"])
    #expect(dated.findings.map { kroner($0.excess ?? .zero) } == ["0"])
    let open = try report(nil)
    #expect(open.findings.isEmpty)
    #expect(open.undetermined.map(\.missing) == [["/events/1/date"]])
    // Whatever the day, 110 are more than 100; and the figures are those of the last day.
    let sure = try report(nil, "90")
    #expect(sure.findings.map { kroner($0.excess ?? .zero) } == ["10"])
    #expect(sure.findings.map { $0.actual } == [.money(Ratio(11_000))])
  }

  @Test("what rules say of a letter on one day of account is not taken for another day's answer")
  func askedOnEachDay() throws {
    let rules = try TinyRules(
      """
      rule known · § 7 · verbatim
        for each purring
        dated purring.date
        require today >= 2026-02-01
        breach
        nb "Brudd." en "Breach."
      define ceiling of claim as
        when some purring of claim where purring meets rules of § 7: 100 kroner
        otherwise 30 kroner
      rule cap · § 1 · verbatim
        for each claim
        limit item of claim to ceiling of claim
        nb "Brudd {charged}." en "Breach {charged}."
      """)
    let report = try rules.report(
      tinyCase(
        purring("a", "2026-01-05", charges(("other", "20"))),
        purring("b", "2026-01-06", charges(("other", "40"))), more: #""extracted":"2026-03-01","#))
    // 60 were 30 too much in January; from February on 100 may stand.
    let cap = report.findings.filter { $0.rule == "cap" }
    #expect(cap.map { kroner($0.excessThen ?? .zero) } == ["30"])
    #expect(cap.map { kroner($0.excess ?? .zero) } == ["0"])
  }
}
