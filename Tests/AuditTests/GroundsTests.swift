import Audit
import Casebook
import Testing
import Values

/// A finding that follows from others names them.
@Suite("What a finding follows from") struct GroundsTests {
  private func findings(_ name: String) throws -> [Finding] {
    let file = try #require(try Shipped.file(name).first)
    return try Shipped.auditor().audit(file, source: "").findings
  }

  @Test("a lost remuneration names the notice that was a day short") func notice() throws {
    let findings = try findings("cost-17-4-notice/thirteen-days")
    let lost = try #require(findings.first { $0.rule == "cost-17-4-notice" })
    let short = try #require(findings.first { $0.rule == "inkl-9-deadline" })
    #expect(
      lost.grounds.contains { ground in
        ground.rule == short.rule && ground.part == short.part && ground.day == short.day
      })
    #expect(short.grounds.isEmpty)
  }

  @Test("every ground is a finding or a question of the case, and none is its own")
  func known() throws {
    for shipped in Shipped.cases.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
      let report = try Shipped.auditor().audit(try shipped.file(), source: "")
      let rules = Set(report.findings.map(\.rule) + report.undetermined.map(\.rule))
      for finding in report.findings {
        #expect(
          finding.grounds.allSatisfy { rules.contains($0.rule) && $0.rule != finding.rule },
          "\(shipped.name)")
      }
    }
  }
}
