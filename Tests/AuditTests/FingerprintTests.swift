import Casebook
import Testing

@testable import Audit

/// What a finding is recognised by from run to run.
@Suite("A fingerprint") struct FingerprintTests {
  private let now: Auditor
  private let later: Auditor

  init() throws {
    now = try Shipped.auditor()
    later = try Shipped.auditor(for: "act26-")
  }

  private func report(_ json: JSON, _ name: String) throws -> CaseReport {
    let file = try CaseReader.standard.read(json.bytes, source: "")
    return (Shipped.isOfNewAct(name) ? later : now).audit(file, source: "")
  }

  @Test("is that of one finding alone, in every shipped case") func unique() throws {
    var found = 0
    for (name, dump) in SamenessTests.dumps {
      let prints = dump.split(separator: "\n").filter { $0.hasPrefix("  fingerprint ") }
      #expect(Set(prints).count == prints.count, "\(name)")
      found += prints.count
    }
    #expect(found > 300)
  }

  @Test("does not depend on the order of claims and events") func order() throws {
    var found = 0
    for shipped in SamenessTests.named where (shipped.json["claims"]?.members.count ?? 0) > 1 {
      var turned = shipped.json
      for list in ["claims", "events"] {
        guard let members = shipped.json[list]?.members else { continue }
        turned[list] = .list(members.reversed())
      }
      let before = try report(shipped.json, shipped.name).findings.map(\.fingerprint).sorted()
      let after = try report(turned, shipped.name).findings.map(\.fingerprint).sorted()
      #expect(before == after, "\(shipped.name)")
      found += before.count
    }
    #expect(found > 20)
  }

  @Test("stays when another claim with a course of its own is added") func addition() throws {
    let old = SamenessTests.named.filter { !Shipped.isOfNewAct($0.name) }
    // Every fifth is enough; that nothing else changes is tried on all elsewhere.
    for (number, shipped) in old.enumerated() where number.isMultiple(of: 5) {
      let (alone, together) = AdditionTests.besides(shipped.json)
      guard let before = try? report(alone, shipped.name),
        let after = try? report(together, shipped.name)
      else { continue }  // A claim may be one too many for what the file says of its letters.
      let prints = Set(after.findings.map(\.fingerprint))
      for finding in before.findings {
        // The other claim may settle what was owed, or be owed in its place.
        let verdict =
          finding.part.map { after.partVerdicts["\(finding.rule) \($0)"] }
          ?? after.verdicts[finding.rule]
        guard verdict == finding.verdict else { continue }
        #expect(prints.contains(finding.fingerprint), "\(shipped.name) \(finding.rule)")
      }
    }
  }

  // MARK: Small rules

  private static let short = """
    rule probe · § 1 · verbatim
      for each purring of each claim called reminder, dated reminder.date
      require reminder.channel is post
      breach
      nb "Brudd." en "Breach."
    """

  private static func purring(_ more: String) -> String {
    #"{"type":"purring","date":"2026-02-01","by":"creditor","channel":"email"\#(more)}"#
  }

  @Test("tells two letters of one day without ids apart, whichever stands first") func sameDay()
    throws
  {
    let rules = try TinyRules(Self.short)
    let letters = [Self.purring(#","deadline":"2026-02-20""#), Self.purring("")]
    var seen: Set<Set<String>> = []
    for events in [letters, letters.reversed()] {
      let report = try rules.report(tinyCase(events[0], events[1]))
      #expect(report.findings.count == 2)
      seen.insert(Set(report.findings.map(\.fingerprint)))
    }
    #expect(seen.count == 1 && seen.first?.count == 2)
  }

  @Test("is that of the claim first by name, where a finding concerns several") func merged()
    throws
  {
    let rules = try TinyRules(Self.short)
    let letter = Self.purring(#","id":"p""#)
    func print(_ claims: String...) throws -> (String?, [String]?) {
      let report = try rules.report(
        tinyCase(letter, claims: claims.map { tinyClaim($0) }.joined(separator: ",")))
      #expect(report.findings.count == 1)
      return (report.findings.first?.fingerprint, report.findings.first?.claims.sorted())
    }
    let one = try print("F-1")
    let two = try print("F-2", "F-1")
    #expect(one.0 != nil && one.0 == two.0)
    #expect(two.1 == ["F-1", "F-2"])
    #expect(try print("F-2").0 != one.0)
  }

  @Test("of a group is that of its first member, so that the group may grow") func group() throws {
    let rules = try TinyRules(
      """
      rule probe · § 1 · verbatim
        for each group of purring by purring.date
        dated 2026-03-01
        require (count of purring in group) <= 1
        breach
        nb "Brudd." en "Breach."
      """)
    let days = ["\"a\"", "\"b\"", "\"c\""].map { Self.purring(#","id":\#($0)"#) }
    let two = try rules.report(tinyCase(days[0], days[1]))
    let three = try rules.report(tinyCase(days[0], days[1], days[2]))
    #expect(two.findings.count == 1 && three.findings.count == 1)
    #expect(two.findings.first?.fingerprint == three.findings.first?.fingerprint)
    #expect(three.findings.first?.events.count == 3)
  }
}
