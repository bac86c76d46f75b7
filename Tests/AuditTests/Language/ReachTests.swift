import Audit
import Casebook
import Testing
import Values

@Suite("Lists and groups across the cases of a debtor")
struct ReachTests {
  /// A case with a claim of its own; `creditor` nil names none.
  func file(_ id: String, of creditor: String?, _ events: String...) -> String {
    let party = creditor.map { #""creditor":{"id":"\#($0)"},"# } ?? ""
    return """
      {"format":"skikk-case/1","id":"\(id)",\(party)"agency":{"id":"A"},"debtor":{"id":"D"},
      "claims":[\(tinyClaim("F-\(id)"))],"events":[\(events.joined(separator: ","))]}
      """
  }

  func call(_ id: String, _ day: String?, _ more: String = "") -> String {
    event("call", id, day, more)
  }

  func reports(_ rules: String, _ files: [String]) throws -> [CaseReport] {
    let program = try TinyRules(rules).program
    let day = try #require(CivilDay("2026-12-31"))
    let auditor = try Auditor(program: program, options: AuditOptions(asOf: day))
    return auditor.audit(
      together: try files.map { text in
        (try CaseReader.standard.read(Array(text.utf8), source: "case.json"), "case.json")
      })
  }

  /// How many calls each case counts.
  func counts(_ reach: String, _ files: [String]) throws -> [Int] {
    let rules = (0...4).map { count in
      """
      rule probe-\(count) · § 1
        for each claim
        dated 2026-01-15
        forbid (count of call \(reach)) = \(count)
        breach
        nb "Brudd." en "Breach."
      """
    }
    return try reports(rules.joined(separator: "\n"), files).map { report in
      report.findings.compactMap { Int($0.rule.dropFirst("probe-".count)) }.first ?? -1
    }
  }

  @Test("a list stays in its file, among the creditor's cases, or takes in all of the debtor's")
  func reach() throws {
    let files = [
      file("1", of: "X", call("c", "2026-01-05")), file("2", of: "Y", call("c", "2026-01-06")),
      file("3", of: "X", call("c", "2026-01-07"), call("d", "2026-01-08")),
    ]
    #expect(try counts("", files) == [1, 1, 2])
    #expect(try counts("in all cases", files) == [3, 1, 3])
    #expect(try counts("in all cases of debtor", files) == [4, 4, 4])
    #expect(
      try counts("in all cases of debtor from 2026-01-06 through 2026-01-07", files) == [2, 2, 2])
    #expect(try counts("in all cases of debtor after 2026-01-06 through 2026-01-08", files)[0] == 2)
    #expect(try counts("in all cases", [files[0]]) == [1])
    #expect(try counts("in all cases of debtor", [files[0]]) == [1])
  }

  @Test("an event without a day may lie in any range")
  func undated() throws {
    let files = [
      file("1", of: "X", call("c", "2026-01-05")),
      file("2", of: "Y", call("c", nil), event("purring", "p", "2026-01-20")),
    ]
    let rule = probe(
      "require at most 1 call in all cases of debtor from 2026-01-01 through 2026-01-31\n breach")
    #expect(
      try reports(rule, files).map { $0.verdicts["probe"] } == [.undetermined, .undetermined])
  }

  @Test("what stands in several files under one sharedId is there once")
  func shared() throws {
    let shared = #""sharedId":"s""#
    let files = [
      file("1", of: "X", call("c", "2026-01-05", shared)),
      file("2", of: "Y", call("c", "2026-01-05", shared)),
      file("3", of: "X", call("c", "2026-01-05", shared), call("d", "2026-01-05")),
    ]
    #expect(try counts("", files) == [1, 1, 2])
    #expect(try counts("in all cases", files) == [2, 1, 2])
    #expect(try counts("in all cases of debtor", files) == [2, 2, 2])
  }

  @Test("copies that contradict each other leave the fact open")
  func contradiction() throws {
    func call(_ outcome: String) -> String {
      event("call", "c", "2026-01-05", #""sharedId":"s","outcome":"\#(outcome)""#)
    }
    let rule = probe("forbid call.outcome is answered\n breach", scope: "for each call")
    let files = [file("1", of: "X", call("answered")), file("2", of: "Y", call("voicemail"))]
    let both = try reports(rule, files)
    #expect(both.map { $0.verdicts["probe"] } == [.undetermined, .undetermined])
    #expect(both.map { $0.conflicts.map(\.name) } == [["copies-differ"], ["copies-differ"]])
    #expect(try reports(rule, [files[0]]).map { $0.verdicts["probe"] } == [.breach])
  }

  // MARK: Groups of events

  /// A breach for more than one call by a caller in a week.
  let weekly = """
    define week of call as week-start of call.date
    rule probe · § 1
      for each group of call in all cases of debtor by call.by-id, week
      dated latest call.date over call in group
      require (count of call in group) <= 1
      breach
      nb "{actual}." en "{actual}."
    """

  func by(_ agency: String) -> String { #""by":"agency","byId":"\#(agency)""# }

  @Test("events with equal keys are judged together, and the finding names the cases")
  func groups() throws {
    let files = [
      file("1", of: "X", call("c", "2026-01-05", by("A")), call("d", "2026-01-12", by("A"))),
      file("2", of: "Y", call("c", "2026-01-11", by("A"))),
      file("3", of: "Y", call("c", "2026-01-06", by("B"))),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let reports = try reports(weekly, order.map { files[$0] })
      let finding = try #require(reports[order.firstIndex(of: 0) ?? 0].findings.first)
      #expect(reports.flatMap(\.findings).count == 1)
      #expect(
        finding.events.map { "\($0.name) \($0.day?.description ?? "")" } == [
          "c 2026-01-05", "c 2026-01-11",
        ])
      #expect(finding.cases == ["1", "2"])
    }
  }

  @Test("one whose key is not known may belong to any group, and is asked about once for each")
  func openKey() throws {
    let text = file(
      "1", of: "X", call("a", "2026-01-05", by("A")), call("b", "2026-01-12", by("A")),
      call("c", nil, by("A")), call("d", nil, by("A")))
    let report = try reports(weekly, [text])[0]
    #expect(report.verdicts["probe"] == .undetermined)
    #expect(
      report.undetermined.map { $0.events.map(\.name) } == [
        ["a", "c", "d"], ["b", "c", "d"], ["c", "d"],
      ])
  }

  @Test("a consequence of a group of events strikes the claims they concern, in every case")
  func consequences() throws {
    let rules = """
      consequence lost of claim nb "tapt" en "lost"
      \(weekly.replacing("breach", with: "breach, lost"))
      rule struck · § 1
        for each claim
        dated 2026-01-15
        forbid some lost of claim
        advice
        nb "Tapt." en "Lost."
      rule cut · § 1
        for each claim where some lost of claim
        limit item of claim to 0 kroner
        nb "Tapt." en "Lost."
      """
    func letter() -> String {
      purring("p", "2026-01-03", charges(("purring-fee", "35")))
    }
    let files = [
      file("1", of: "X", call("c", "2026-01-05", by("A")), letter()),
      file("2", of: "Y", call("c", "2026-01-06", by("A")), letter()),
      file("3", of: "Y", call("c", "2026-01-14", by("A")), letter()),
    ]
    #expect(try reports(rules, files).map { kroner($0.excess) } == ["35", "35", "0"])
  }

  @Test("the account of one creditor is not touched by the cases of another")
  func accounts() throws {
    let rule = """
      rule cut · § 1
        for each claim
        limit item of claim to 50 kroner where today < 2026-02-01
        nb "For mye." en "Too much."
      rule weekly-calls · § 1
        for each call in all cases of debtor
        dated call.date
        forbid call.automatic
        breach
        nb "x." en "x."
      """
    let own = file("1", of: "X", purring("p", "2026-02-10", charges(("purring-fee", "70"))))
    // A charge of January makes a day of account, on which nothing of the first case stands.
    let other = file("2", of: "Y", purring("p", "2026-01-10", charges(("purring-fee", "70"))))
    let together = try reports(rule, [own, other])
    #expect(together[0].findings.isEmpty)
    #expect(together[1].findings.map { $0.day?.description } == ["2026-01-10"])
  }

  @Test("what a definition of claims gives is of the case of the first, whoever asked before")
  func choicesOfCases() throws {
    let rules = """
      choice way = low | high default low because "test"
      define sum-of of claims as when choice way is high: 100 kroner
        otherwise 50 kroner
      rule group · § 1
        for each group of claim in all cases by claim.kind
        dated 2026-01-15
        require sum-of of group > 0 kroner
        advice
        nb "Råd." en "Advice."
      define worthless of claim as each claim called one where one.principal < 0 kroner
      rule own · § 1
        for each claim
        dated 2026-01-15
        require sum-of of claim >= 60 kroner + 0 * sum-of of (worthless of claim)
        practice
        nb "Brudd." en "Breach."
      """
    let high = file("A", of: "C").replacing(
      "\"debtor\"", with: #""choices":{"way":"high"},"debtor""#)
    let verdicts = try reports(rules, [high, file("B", of: "C")]).map { $0.verdicts["own"] }
    #expect(verdicts == [.met, .practice])
  }

  @Test("claims that share a charge of a noun are a lot; where that is not known, perhaps")
  func lotsOfNouns() throws {
    func groups(_ kind: String, _ stage: String) throws -> Verdict? {
      let rules = try TinyRules(
        """
        define heavy as item where heavy.kind is salaer and heavy.stage is heavy
        \(probe("require (count of claim in group) = 1\n  breach", scope: "for each group of claim by lot of heavy"))
        """)
      let letter = event(
        "betalingsoppfordring", "b", "2026-01-05",
        #""charges":[{"kind":"\#(kind)","amount":300\#(stage)}]"#)
      let text = tinyCase(letter, claims: tinyClaim("F-1") + "," + tinyClaim("F-2"))
      return try rules.report(text).verdicts["probe"]
    }
    #expect(try groups("salaer", #","stage":"heavy""#) == .breach)
    #expect(try groups("salaer", #","stage":"light""#) == .met)
    #expect(try groups("purring-fee", "") == .met)
    #expect(try groups("salaer", "") == .undetermined)
  }
}
