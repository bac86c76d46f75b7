import Audit
import Testing

@Suite("Tables")
struct TableTests {
  let rates = """
    ## Rates

    | from | to | kroner | source |
    |---|---|---:|---|
    | 2026-01-01 | | 750 | newest |
    | 2017-01-01 | | 700 | middle |
    | 2016-01-01 | 2016-12-31 | 670 | oldest |
    """

  func due(_ day: String?) -> String {
    tinyCase(claims: tinyClaim("F-1", day.map { #""due":"\#($0)""# } ?? ""))
  }

  func rate(_ day: String, _ wanted: Int) throws -> Answer {
    try ask("rates on (claim.due else never) = \(wanted) kroner", due(day), tables: rates)
  }

  @Test("a dated table changes on the day a row begins")
  func dated() throws {
    #expect(try rate("2026-01-01", 750) == .yes)
    #expect(try rate("2025-12-31", 700) == .yes)
    #expect(try rate("2017-01-01", 700) == .yes)
    #expect(try rate("2016-12-31", 670) == .yes)
    #expect(try rate("2016-01-01", 670) == .yes)
  }

  @Test("before its first row a table knows nothing, and says which it is")
  func beforeFirst() throws {
    #expect(try rate("2015-12-31", 670) == .open("table:rates"))
  }

  @Test("an open last row is trusted to the day of the last review, and no day longer")
  func review() throws {
    #expect(try rate("2026-12-31", 750) == .yes)
    #expect(try rate("2027-01-01", 750) == .open("table:rates"))
  }

  @Test("an unknown day spans the rows it may hit")
  func unknownDay() throws {
    let text = tinyCase(purring("a"), more: #""extracted":"2026-03-01","#)
    let since2016 = "later of (2016-01-01, ((first purring of claim).date else never))"
    let rate = "rates on (\(since2016))"
    #expect(try ask("\(rate) <= 750 kroner", text, tables: rates) == .yes)
    #expect(try ask("\(rate) >= 670 kroner", text, tables: rates) == .yes)
    #expect(try ask("\(rate) > 750 kroner", text, tables: rates) == .no)
    #expect(try ask("\(rate) = 700 kroner", text, tables: rates) == .open("/events/0/date"))
    let any = "rates on ((first purring of claim).date else never)"
    #expect(
      try ask("\(any) <= 750 kroner", text, tables: rates)
        == .open("/events/0/date", "table:rates"))
  }

  let fractions = """
    ## Fractions

    | due from | kind | fraction |
    |---|---|---:|
    | 2020-10-01 | purring-fee, inkassovarsel-fee | 1/20 |
    | | betalingsoppfordring-fee | 3/20 |
    | 2002-03-01 | purring-fee, inkassovarsel-fee | 1/10 |
    | | betalingsoppfordring-fee | 3/10 |
    """

  @Test("a key picks its row of the period")
  func keyed() throws {
    func fraction(_ kind: String, _ day: String, _ wanted: String) throws -> Answer {
      let text = tinyCase(
        purring("a", "2026-01-05", charges((kind, "35"))),
        claims: tinyClaim("F-1", #""due":"\#(day)""#))
      return try ask(
        "some item of claim where fraction of fractions for item.kind on (claim.due else never) = \(wanted)",
        text, tables: fractions)
    }
    #expect(try fraction("purring-fee", "2020-10-01", "1/20") == .yes)
    #expect(try fraction("inkassovarsel-fee", "2020-09-30", "1/10") == .yes)
    #expect(try fraction("betalingsoppfordring-fee", "2020-10-01", "3/20") == .yes)
    #expect(try fraction("betalingsoppfordring-fee", "2020-09-30", "3/10") == .yes)
    #expect(try fraction("salaer", "2020-10-01", "1/20") == .open("table:fractions"))
  }

  @Test("an unknown day under a known key spans the rows of that key")
  func keyedUnknown() throws {
    let text = tinyCase(
      purring("a", "2026-01-05", charges(("purring-fee", "35"))),
      event("due-moved", "m", nil, #""due":"2026-02-01""#),
      more: #""extracted":"2026-03-01","#)
    let day = "later of (2002-03-01, ((first due-moved of claim).date else never))"
    let fraction = "fraction of fractions for item.kind on (\(day))"
    #expect(try ask("no item of claim where \(fraction) > 1/10", text, tables: fractions) == .yes)
    #expect(
      try ask("no item of claim where \(fraction) > 1/20", text, tables: fractions)
        == .open("/events/1/date"))
  }

  let brackets = """
    ## Brackets

    | due from | up to (kroner) | light (×) | heavy (×) |
    |---|---:|---:|---:|
    | 2020-10-01 | 500 | 0.2 | 0.4 |
    | | 1000 | 0.35 | 0.7 |
    | | | 0.9 | 1.8 |
    | 2002-03-01 | 250 | 0.4 | 0.8 |
    | | | 1 | 2 |
    """

  @Test("a bracket holds its upper limit, and the last has none")
  func bracketEnds() throws {
    func light(_ amount: String, _ wanted: String, due: String = "2026-01-02") throws -> Answer {
      let keys = #""principal":\#(amount),"due":"\#(due)""#
      return try ask(
        "light of brackets at claim.principal on (claim.due else never) = \(wanted)",
        tinyCase(claims: tinyClaim("F-1", keys)), tables: brackets)
    }
    #expect(try light("0", "0.2") == .yes)
    #expect(try light("500", "0.2") == .yes)
    #expect(try light("500.01", "0.35") == .yes)
    #expect(try light("1000", "0.35") == .yes)
    #expect(try light("1000.01", "0.9") == .yes)
    #expect(try light("5000000", "0.9") == .yes)
    #expect(try light("500", "1", due: "2020-09-30") == .yes)
    #expect(try light("250", "0.4", due: "2002-03-01") == .yes)
  }

  @Test("an unknown amount spans the brackets it may fall in")
  func unknownAmount() throws {
    let text = tinyCase(
      claims: tinyClaim("F-1", #""due":"2026-01-02","principal":990"#))
    let sum =
      "(claim.principal + (claim.interest-before-due if unknown between 0 kroner and 20 kroner))"
    let light = "light of brackets at \(sum) on (claim.due else never)"
    #expect(try ask("\(light) >= 0.35", text, tables: brackets) == .yes)
    #expect(
      try ask("\(light) = 0.35", text, tables: brackets) == .open("/claims/0/interestBeforeDue"))
    let low = text.replacing("990", with: "900")
    #expect(try ask("\(light) = 0.35", low, tables: brackets) == .yes)
  }

  @Test("the cells of a unit column carry their unit")
  func units() throws {
    let waits = """
      ## Waits

      | from | wait (days) | share (%) | price (kroner) |
      |---|---:|---:|---:|
      | 1989-10-01 | 14 | 25 | 38.50 |
      """
    let text = tinyCase()
    #expect(
      try ask("2026-01-05 + wait of waits on 2026-01-05 = 2026-01-19", text, tables: waits) == .yes)
    #expect(try ask("share of waits on 2026-01-05 = 1/4", text, tables: waits) == .yes)
    #expect(try ask("price of waits on 2026-01-05 = 38.50 kroner", text, tables: waits) == .yes)
  }

  // MARK: Rows as the scope of a rule

  let contents = """
    ## Contents

    | part | states | from | to | applies |
    |---|---|---|---|---|
    | a | creditor | 1989-10-01 | | |
    | d | interest-rate, interest-from | 1989-10-01 | | asks-interest |
    | f | complaints-board | 2003-01-01 | 2005-12-31 | |
    """

  let content = """
    define asks-interest of betalingsoppfordring as
      betalingsoppfordring.demands.interest > 0 kroner
    """ + "\n"
    + probe(
      "require demand.states has every row.states\n breach",
      scope: """
        for each betalingsoppfordring of each claim called demand
          for each row of contents on demand.date where row.applies of demand
        """, dated: "demand.date")

  func parts(_ day: String, _ keys: String) throws -> [String: Verdict] {
    let rules = try TinyRules(content, tables: contents)
    return try rules.report(tinyCase(event("betalingsoppfordring", "b", day, keys))).partVerdicts
  }

  @Test("each row in force is a subject of its own, and names its part")
  func rows() throws {
    let keys = #""states":["creditor"],"demands":{"interest":10}"#
    #expect(try parts("2026-01-05", keys) == ["probe a": .met, "probe d": .breach])
    #expect(try parts("2003-01-01", keys)["probe f"] == .breach)
    #expect(try parts("2005-12-31", keys)["probe f"] == .breach)
    #expect(try parts("2006-01-01", keys)["probe f"] == nil)
    #expect(try parts("2002-12-31", keys)["probe f"] == nil)
  }

  @Test("a row whose flag does not hold is no subject; one whose flag is unknown may be one")
  func appliesCell() throws {
    #expect(
      try parts("2026-01-05", #""states":["creditor"],"demands":{"interest":0}"#)["probe d"] == nil)
    #expect(
      try parts("2026-01-05", #""states":["creditor"],"demands":{}"#)["probe d"] == .undetermined)
    let full = #""states":["creditor","interest-rate","interest-from"],"demands":{}"#
    #expect(try parts("2026-01-05", full)["probe d"] == .met)
  }

  @Test("what a row lacks is named in the sentence")
  func lacking() throws {
    let rules = try TinyRules(
      content.replacing(#"en "Breach.""#, with: #"en "Lacks {lacking}.""#), tables: contents)
    let text = tinyCase(
      event(
        "betalingsoppfordring", "b", "2026-01-05",
        #""states":["creditor","interest-rate"],"demands":{"interest":10}"#))
    let finding = try #require(try rules.report(text).findings.first)
    #expect(finding.part == "d")
    let words = finding.message.en.compactMap { piece in
      if case .value(let value) = piece { value.plain } else { nil }
    }
    #expect(words == ["[interest-from]"])
  }
}
