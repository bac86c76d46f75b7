import Casebook
import Testing
import Values

@testable import Audit

/// Comparing a run with what is known.
@Suite("A baseline") struct BaselineComparisonTests {
  private static func known(
    _ caseID: String = "A", _ print: String = "1", verdict: Verdict = .practice,
    excess: Int64 = 1000, atRisk: Int64 = 500, claims: Int = 2, events: Int = 2
  ) -> KnownFinding {
    KnownFinding(
      caseID: caseID, rule: "r", part: nil, fingerprint: print, verdict: verdict,
      excess: Ratio(excess), atRisk: Ratio(atRisk), claims: claims, events: events)
  }

  @Test("says that a finding is worse in every respect in which it can be")
  func worse() {
    let before = Self.known()
    let worse = [
      Self.known(verdict: .breach), Self.known(excess: 1001, atRisk: 499),
      Self.known(atRisk: 501), Self.known(claims: 3), Self.known(events: 3),
      // Milder, but dearer.
      Self.known(verdict: .advice, excess: 2000),
    ]
    for finding in worse { #expect(finding.isWorse(than: before)) }
    let better = [
      before, Self.known(verdict: .advice), Self.known(excess: 0), Self.known(atRisk: 0),
      Self.known(claims: 1), Self.known(events: 0), Self.known(excess: 900, atRisk: 600),
    ]
    for finding in better { #expect(!finding.isWorse(than: before)) }
  }

  @Test("compares amounts as it writes them, so that a third of an øre is no worsening")
  func thirds() throws {
    let third = try Ratio(1, 3)
    let exact = KnownFinding(
      caseID: "A", rule: "r", part: nil, fingerprint: "1", verdict: .breach, excess: third,
      atRisk: .zero, claims: 0, events: 0)
    #expect(exact.excess == (try Ratio(3333, 10_000)))
  }

  private func report(_ deadline: String, id: String = "T-1") throws -> CaseReport {
    let rules = try TinyRules(probe("require (claim.due else 2025-01-01) >= \(deadline)\n  breach"))
    return try rules.report(
      tinyCase(claims: tinyClaim("F-1")).replacing("T-1", with: id))
  }

  @Test("keeps what it knows quiet, tells the rest, and says what is gone and what is outside")
  func told() throws {
    let report = try report("2026-01-03")
    let finding = try #require(report.findings.first)
    let now = KnownFinding(finding, in: "T-1")
    let gone = Self.known("T-1", "gone")
    let elsewhere = Self.known("other")
    var comparison = BaselineComparison(with: Baseline([elsewhere, gone, now]))
    let told = comparison.told(report)
    #expect(told.findings.isEmpty && told.known == 1)
    var receipt = Receipt()
    receipt.baseline = BaselineReceipt()
    receipt.count(told)
    comparison.close(&receipt) { _ in true }
    #expect(receipt.baseline?.known == 1 && receipt.breach == 0)
    #expect(receipt.baseline?.stale == [gone] && receipt.baseline?.outside == 1)
    #expect(comparison.outside { _ in true } == [elsewhere])
    // What this run does not ask about is neither gone nor to be dropped.
    var other = Receipt()
    comparison.close(&other) { $0 != gone }
    #expect(other.baseline?.stale == [] && other.baseline?.outside == 2)
  }

  @Test("tells what has become worse, with what was known of it") func worsened() throws {
    let report = try report("2026-01-03")
    let finding = try #require(report.findings.first)
    let milder = KnownFinding(
      caseID: "T-1", rule: finding.rule, part: nil, fingerprint: finding.fingerprint,
      verdict: .advice, excess: .zero, atRisk: .zero, claims: 1, events: 0)
    var comparison = BaselineComparison(with: Baseline([milder]))
    let told = comparison.told(report)
    #expect(told.findings.map(\.was) == [milder] && told.known == 0)
    // The same finding of another case is another finding.
    var elsewhere = BaselineComparison(with: Baseline([milder]))
    let fresh = elsewhere.told(try self.report("2026-01-03", id: "T-2"))
    #expect(fresh.findings.map(\.was) == [nil])
  }

  @Test("is in one order, whatever order it was given in") func order() {
    let findings = [
      Self.known("B"), Self.known("A", "2"), Self.known("A", "1"), Self.known("Å"),
    ]
    let sorted = Baseline(findings).findings
    #expect(sorted.map(\.caseID) == ["A", "A", "B", "Å"])
    #expect(Baseline(findings.reversed()).findings == sorted)
  }
}

/// Which rules are applied and told.
@Suite("Selecting rules") struct RuleFilterTests {
  private static let rules = """
    rule law-one · § 1 · verbatim
      for each claim
      dated 2026-01-15
      require (claim.due else 2025-01-01) >= 2027-01-01
      breach
      nb "Brudd." en "Breach."
    rule mixed · § 1 · verbatim
      part first
        for each claim
        dated 2026-01-15
        require (claim.due else 2025-01-01) >= 2027-01-01
        practice
        nb "Skikk." en "Practice."
      part second
        for each claim
        dated 2026-01-15
        require (claim.due else 2025-01-01) >= 2027-01-01
        advice
        nb "Råd." en "Advice."
    rule open-one · § 1 · verbatim
      for each claim
      dated 2026-01-15
      require claim.origin >= 2024-01-01
      breach
      nb "Åpent." en "Open."
    """

  private static func told(_ select: [String], _ ignore: [String] = []) throws -> [String] {
    let report = try report(select, ignore)
    return report.findings.map { "\($0.rule) \($0.verdict)" }.sorted()
      + report.undetermined.map { "\($0.rule) open" }
  }

  private static func report(_ select: [String], _ ignore: [String]) throws -> CaseReport {
    let rules = try TinyRules(Self.rules)
    let day = try #require(CivilDay("2026-12-31"))
    let auditor = try Auditor(
      program: rules.program, options: AuditOptions(asOf: day, select: select, ignore: ignore))
    let file = try CaseReader.standard.read(Array(tinyCase().utf8), source: "")
    return auditor.audit(file, source: "")
  }

  private static let all = ["law-one breach", "mixed advice", "mixed practice", "open-one open"]

  @Test(
    "by id, folder and verdict tells what is named",
    arguments: [
      ([], [], all), (["law"], [], ["law-one breach"]),
      (["practice"], [], ["mixed practice"]),
      (["advice", "law-one"], [], ["law-one breach", "mixed advice"]),
      (["rules"], [], all),
      (["rules"], ["advice"], ["law-one breach", "mixed practice", "open-one open"]),
      ([], ["breach"], ["mixed advice", "mixed practice"]), ([], ["rules"], []),
      ([], ["undetermined"], ["law-one breach", "mixed advice", "mixed practice"]),
      (["undetermined"], [], ["open-one open"]),
      (["undetermined", "practice"], [], ["mixed practice", "open-one open"]),
      (["breach"], ["undetermined"], ["law-one breach"]),
    ] as [([String], [String], [String])])
  func named(select: [String], ignore: [String], told: [String]) throws {
    #expect(try Self.told(select, ignore) == told)
  }

  @Test("counts what is judged and not told") func counted() throws {
    #expect(try Self.report([], ["undetermined"]).ignored == 1)
    #expect(try Self.report(["undetermined"], []).ignored == 3)
    #expect(try Self.report([], ["practice"]).ignored == 0)
  }

  @Test("knows every name of the rules of this checkout") func names() {
    for name in RuleFilter.names(in: Shipped.program) + ["inkl-9", "a"] {
      #expect(RuleFilter.isKnown(name, in: Shipped.program), "\(name)")
    }
    for name in ["", "inkassolov", "met", "x-kontrakt"] {
      #expect(!RuleFilter.isKnown(name, in: Shipped.program), "\(name)")
    }
    let names = RuleFilter.names(in: Shipped.program)
    for folder in ["inkassoloven", "inkassoloven-2026", "anbefalinger", "god-skikk"] {
      #expect(names.contains(folder))
    }
  }
}
