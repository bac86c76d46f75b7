import Audit
import Testing

@Suite("Verdicts")
struct VerdictTests {
  let small = tinyCase(claims: tinyClaim("F-1", #""principal":500"#))
  let large = tinyCase(claims: tinyClaim("F-1", #""principal":2000"#))
  let none = tinyCase(claims: tinyClaim("F-1", ""))

  @Test(
    "a failed test gives the verdict written below it", arguments: ["breach", "practice", "advice"])
  func kinds(word: String) throws {
    let rules = try TinyRules(probe("require claim.principal < 1000 kroner\n \(word)"))
    #expect(try rules.verdict(large).rawValue == word)
    #expect(try rules.verdict(small) == .met)
    #expect(try rules.verdict(none) == .undetermined)
  }

  @Test("what does not apply gives no verdict, whatever the test says")
  func applicability() throws {
    let rules = try TinyRules(
      probe("where claim.kind is loan\n require claim.principal < 1000 kroner\n breach"))
    func verdict(_ keys: String) throws -> Verdict {
      try rules.verdict(tinyCase(claims: tinyClaim("F-1", keys)))
    }
    #expect(try verdict(#""principal":2000,"kind":"rent""#) == .notApplicable)
    #expect(try verdict(#""principal":2000,"kind":"loan""#) == .breach)
    #expect(try verdict(#""kind":"rent""#) == .notApplicable)
  }

  @Test("where it is unknown whether it applies, only a met test decides")
  func doubtfulApplicability() throws {
    let rules = try TinyRules(
      probe("where claim.debtor-kind is consumer\n require claim.principal < 1000 kroner\n breach"))
    #expect(try rules.verdict(small) == .met)
    #expect(try rules.verdict(large) == .undetermined)
    let report = try rules.report(large)
    #expect(report.undetermined.map(\.missing) == [["/claims/0/debtorKind"]])
    #expect(report.undetermined.map(\.reason) == [.missing])
  }

  @Test("the first test that fails is reported; one that is open waits for the others")
  func severalTests() throws {
    let rules = try TinyRules(
      probe(
        """
        require claim.principal >= 100 kroner
          require claim.instalments-missed < 3
          forbid claim.principal > 1000 kroner
          breach
        """))
    let report = try rules.report(large)
    #expect(report.findings.first?.expected?.plain == "1000")
    #expect(report.findings.first?.actual?.plain == "2000")
    let open = try rules.report(small)
    #expect(open.undetermined.map(\.missing) == [["/claims/0/instalmentsMissed"]])
  }

  @Test("one limb can be law and the next a recommendation")
  func limbs() throws {
    let rules = try TinyRules(
      probe(
        """
        require claim.principal < 3000 kroner
          breach
          require claim.principal < 1000 kroner
          advice
        """))
    let report = try rules.report(large)
    #expect(report.findings.map(\.verdict) == [.advice])
    #expect(report.met == 1)
    #expect(report.verdicts == ["probe": .advice])
  }

  // MARK: In force

  func inForce(_ day: String, _ period: String) throws -> Verdict {
    let rules = try TinyRules(
      probe(
        "require purring.channel is post\n breach", scope: "for each purring of each claim",
        dated: "purring.date\n  in force \(period)"))
    return try rules.verdict(tinyCase(purring("a", day, #""channel":"email""#)), of: "probe")
  }

  @Test("a rule holds on the first and on the last day of its period, and not a day outside")
  func period() throws {
    let period = "2002-01-01 – 2017-04-17"
    #expect(try inForce("2001-12-31", period) == .notApplicable)
    #expect(try inForce("2002-01-01", period) == .breach)
    #expect(try inForce("2017-04-17", period) == .breach)
    #expect(try inForce("2017-04-18", period) == .notApplicable)
  }

  @Test("a rule without an end is trusted to the day of the last review")
  func review() throws {
    #expect(try inForce("2026-12-31", "2017-04-18 –") == .breach)
    let rules = try TinyRules(
      probe(
        "require purring.channel is post\n breach", scope: "for each purring of each claim",
        dated: "purring.date"))
    let text = tinyCase(purring("a", "2027-01-01", #""channel":"email""#))
    let report = try rules.report(text, asOf: "2027-06-30")
    #expect(report.undetermined.map(\.missing) == [["rules: reviewed through 2026-12-31"]])
    #expect(report.undetermined.map(\.reason) == [.law])
    #expect(
      try rules.report(tinyCase(purring("a", "1989-09-30", #""channel":"email""#))).findings.isEmpty
    )
  }

  @Test("an unknown deciding day may lie on either side of the day of entry into force")
  func unknownDay() throws {
    let rules = try TinyRules(
      probe(
        "require purring.channel is post\n breach", scope: "for each purring of each claim",
        dated: "purring.date\n  in force 2017-04-18 –"))
    let text = tinyCase(
      purring("a", nil, #""channel":"email""#), event("closed", "z", "2020-01-01"))
    #expect(try rules.report(text).undetermined.map(\.missing) == [["/events/0/date"]])
    let before = tinyCase(
      purring("a", nil, #""channel":"email""#), more: #""extracted":"2017-04-17","#)
    #expect(try rules.report(before).undetermined.isEmpty)
    #expect(try rules.report(before).findings.isEmpty)
  }

  // MARK: Facts for a person

  let human = probe("require claim.principal < 1000 kroner\n breach when confirmed")

  func ruled(_ ruling: String, _ more: String = "") -> String {
    tinyCase(
      claims: tinyClaim("F-1", #""principal":2000"#),
      more: #""rulings":[{"rule":"probe","ruling":"\#(ruling)"\#(more)}],"#)
  }

  @Test("what a person must judge is open until it is judged")
  func confirmed() throws {
    let rules = try TinyRules(human)
    let open = try rules.report(large)
    #expect(open.undetermined.map(\.missing) == [["ruling:probe"]])
    #expect(open.undetermined.map(\.reason) == [.human])
    #expect(open.undetermined.map(\.verdict) == [.breach])
    #expect(try rules.verdict(ruled("confirmed")) == .breach)
    #expect(try rules.verdict(ruled("dismissed")) == .met)
    #expect(try rules.verdict(small) == .met)
  }

  @Test("what a person must raise is no question until it is raised")
  func raised() throws {
    let rules = try TinyRules(human.replacing("confirmed", with: "raised"))
    let large = tinyCase(claims: tinyClaim("F-1", #""principal":2000"#))
    #expect(try rules.verdict(large) == .notApplicable)
    #expect(try rules.verdict(tinyCase(claims: tinyClaim("F-1"))) == .notApplicable)
    #expect(try rules.verdict(ruled("confirmed")) == .breach)
    #expect(try rules.verdict(ruled("dismissed")) == .met)
  }

  @Test("a ruling holds for the claims it names")
  func rulingOfClaim() throws {
    let rules = try TinyRules(human)
    let two = ruled("confirmed", #","claims":["F-2"]"#).replacing(
      #""claims":[{"#, with: #""claims":[{"id":"F-2","principal":3000},{"#)
    let report = try rules.report(two)
    #expect(report.findings.map(\.claims) == [["F-2"]])
    #expect(report.undetermined.map(\.claims) == [["F-1"]])
  }

  // MARK: Subjects

  @Test("`for the first` of none is not applicable")
  func firstOfNone() throws {
    let rules = try TinyRules(
      probe(
        "require purring.channel is post\n breach",
        scope: "for the first purring of each claim", dated: "purring.date"))
    #expect(try rules.verdict(tinyCase(more: allLetters)) == .notApplicable)
    #expect(try rules.verdict(tinyCase()) == .notApplicable)
    let two = tinyCase(
      purring("a", "2026-01-05", #""channel":"email""#),
      purring("b", "2026-01-12", #""channel":"post""#))
    #expect(try rules.report(two).findings.map { $0.events.map(\.name) } == [["a"]])
  }

  @Test("`for the last` takes the last")
  func last() throws {
    let rules = try TinyRules(
      probe(
        "require purring.channel is post\n breach",
        scope: "for the last purring of each claim", dated: "purring.date"))
    let two = tinyCase(
      purring("a", "2026-01-05", #""channel":"post""#),
      purring("b", "2026-01-12", #""channel":"email""#))
    #expect(try rules.report(two).findings.map { $0.events.map(\.name) } == [["b"]])
  }

  @Test("findings that differ only in the claim are one")
  func merged() throws {
    let rules = try TinyRules(
      probe(
        "require purring.channel is post\n breach", scope: "for each purring of each claim",
        dated: "purring.date"))
    let text = tinyCase(
      purring("a", "2026-01-05", #""channel":"email""#),
      claims: tinyClaim("F-1") + "," + tinyClaim("F-2"))
    #expect(try rules.report(text).findings.map(\.claims) == [["F-1", "F-2"]])
  }

  // MARK: Asking other rules

  let meets = """
    rule letter-way · § 7 · verbatim
      for each purring
      dated purring.date
      require purring.channel is post
      breach
      nb "Brudd." en "Breach."
    rule letter-tone · § 7 · verbatim
      for each purring
      dated purring.date
      require purring.states has about
      practice
      nb "Brudd." en "Breach."
    """

  @Test("`meets` asks the law of a section, not its recommendations")
  func meetsRules() throws {
    func answer(_ keys: String) throws -> Answer {
      try ask(
        "some purring of claim where purring meets rules of § 7",
        tinyCase(purring("a", "2026-01-05", keys)), declarations: meets)
    }
    #expect(try answer(#""channel":"post","states":[]"#) == .yes)
    #expect(try answer(#""channel":"email","states":["about"]"#) == .no)
    #expect(try answer(#""states":["about"]"#) == .open("/events/0/channel"))
  }
}
