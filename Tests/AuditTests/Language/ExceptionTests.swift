import Audit
import Testing

@Suite("Exceptions set rules aside")
struct ExceptionTests {
  /// Two rules of two sections; the second has two parts.
  let rules = """
    rule first-rule · § 1 · verbatim
      for each claim
      dated 2026-01-15
      require claim.principal < 1000 kroner
      breach
      nb "Brudd." en "Breach."
    rule second-rule · § 2 · verbatim
      for each purring of each claim
      dated 2026-01-15
      part day
        require purring.date > 2026-01-31
        breach
      part way
        require purring.channel is post
        breach
      nb "Brudd." en "Breach."
    """

  func verdicts(_ exception: String, _ keys: String = #""principal":2000"#) throws -> CaseReport {
    try TinyRules(rules + "\n" + exception).report(
      tinyCase(
        purring("a", "2026-01-05", #""channel":"email""#), claims: tinyClaim("F-1", keys)))
  }

  @Test("without an exception both rules find")
  func without() throws {
    let report = try verdicts("")
    #expect(report.partVerdicts == ["second-rule day": .breach, "second-rule way": .breach])
    #expect(report.verdicts == ["first-rule": .breach, "second-rule": .breach])
  }

  @Test("an exception to a rule makes it not apply, and is named")
  func toRule() throws {
    let report = try verdicts(
      "exception for-loans to first-rule · § 9(3)\n  of claim, when claim.kind is loan",
      #""principal":2000,"kind":"loan""#)
    #expect(report.verdicts["first-rule"] == .notApplicable)
    #expect(report.setAside.map(\.rule) == ["first-rule"])
    #expect(report.setAside.map(\.exception) == ["for-loans"])
    #expect(report.setAside.map(\.law) == ["prøveloven (1990) § 9(3)"])
    #expect(report.verdicts["second-rule"] == .breach)
  }

  @Test("an exception that does not hold changes nothing")
  func notHolding() throws {
    let report = try verdicts(
      "exception for-loans to first-rule · § 9(3)\n  of claim, when claim.kind is loan",
      #""principal":2000,"kind":"rent""#)
    #expect(report.verdicts["first-rule"] == .breach)
    #expect(report.setAside.isEmpty)
  }

  @Test("a possible exception leaves a breach open, and what is in order in order")
  func possible() throws {
    let exception = """
      exception for-business to first-rule · § 9(3)
        of claim, when claim.debtor-kind is business
      """
    let open = try verdicts(exception)
    #expect(open.verdicts["first-rule"] == .undetermined)
    #expect(open.undetermined.map(\.missing) == [["/claims/0/debtorKind"]])
    let met = try verdicts(exception, #""principal":500"#)
    #expect(met.verdicts["first-rule"] == .met)
  }

  @Test("an exception to a part spares the other part")
  func toPart() throws {
    let report = try verdicts(
      "exception by-mail to second-rule part way · § 3\n  of purring, when purring.channel is email"
    )
    #expect(report.partVerdicts["second-rule way"] == .notApplicable)
    #expect(report.partVerdicts["second-rule day"] == .breach)
  }

  @Test("an exception to sections holds for their rules and no others")
  func toSections() throws {
    let one = try verdicts("exception all to rules of § 2 · § 3\n  of claim, when true")
    #expect(one.verdicts["first-rule"] == .breach)
    #expect(one.verdicts["second-rule"] == .notApplicable)
    let both = try verdicts("exception all to rules of § 1, § 2 · § 3\n  of claim, when true")
    #expect(both.verdicts == ["first-rule": .notApplicable, "second-rule": .notApplicable])
  }

  @Test("an exception speaks of subjects that bind all its kinds")
  func kinds() throws {
    let report = try verdicts(
      "exception with-letter to rules of § 2 · § 3\n  of claim, purring, when claim.kind is other and purring.channel is email"
    )
    #expect(report.verdicts["second-rule"] == .notApplicable)
  }

  @Test("an exception may ask the deciding day")
  func onDay() throws {
    let declarations = "exception later-on to first-rule · § 3\n  of claim on day, when day >= "
    #expect(try verdicts(declarations + "2026-01-15").verdicts["first-rule"] == .notApplicable)
    #expect(try verdicts(declarations + "2026-01-16").verdicts["first-rule"] == .breach)
  }
}
