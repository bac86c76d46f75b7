import Casebook
import Testing

@testable import Audit

@Suite("Trials") struct TrialTests {
  /// What a comparison of findings looks at, and what an answer says.
  private static func said(_ finding: Finding) -> String {
    [
      finding.fingerprint, finding.verdict.rawValue, "\(finding.message.en)",
      "\(finding.expected, default: "-")", "\(finding.actual, default: "-")",
      "\(finding.relation, default: "-")", "\(finding.excess, default: "-")",
      "\(finding.day, default: "-")",
    ].joined(separator: " ")
  }

  @Test("findings say the same whether or not they are explained")
  func brief() throws {
    var compared = 0
    for shipped in Shipped.cases {
      guard let file = try? shipped.file() else { continue }
      let auditor = try Shipped.auditor(for: shipped.name)
      let day = Shipped.isOfNewAct(shipped.name) ? Shipped.asOf : file.lastDay ?? Shipped.asOf
      let full = auditor.trial(file, source: "-", asOf: day, explaining: .all)
      let brief = auditor.trial(file, source: "-", asOf: day, explaining: .none)
      #expect(full.findings.map(Self.said) == brief.findings.map(Self.said), "\(shipped.name)")
      #expect(full.excess == brief.excess && full.atRisk == brief.atRisk, "\(shipped.name)")
      #expect(brief.findings.allSatisfy { $0.trace.isEmpty && !$0.isExplained })
      #expect(full.findings.allSatisfy { !$0.trace.isEmpty && $0.isExplained })
      compared += full.findings.count
    }
    #expect(compared > 300)
  }

  @Test("what is seen first is among what is found in all, and nothing only when that is nothing")
  func sight() throws {
    var early = 0
    for shipped in Shipped.cases(in: "portfolio") + Shipped.cases(in: "real") {
      guard let file = try? shipped.file() else { continue }
      let auditor = try Shipped.auditor(for: shipped.name)
      let whole = auditor.trial(file, source: "-", asOf: Shipped.asOf, explaining: .none)
      let all = Set(whole.findings.map(\.fingerprint))
      switch auditor.sight(file, source: "-", asOf: Shipped.asOf, of: { $0.verdict == .breach }) {
      case .found(let findings):
        early += 1
        #expect(!findings.isEmpty && findings.allSatisfy { $0.verdict == .breach })
        #expect(all.isSuperset(of: findings.map(\.fingerprint)), "\(shipped.name)")
      case .whole(let report):
        #expect(report.findings.map(Self.said) == whole.findings.map(Self.said))
      }
    }
    #expect(early > 5)
  }
}
