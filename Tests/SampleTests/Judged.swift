import Audit
import Casebook
import EmbeddedRules
import Rulebook
import Values

@testable import Sample

/// A sample with what an audit says of it, judged once for all tests.
enum Judged {
  static let count = 250
  static let asOf = CivilDay("2026-09-30") ?? .last

  static let program = RuleSet.embedded.compiled(with: .standard, readingExamples: false).program

  static func portfolio(
    seed: UInt64 = 1, by program: Program = program
  ) throws -> SamplePortfolio {
    try SamplePortfolio(seed: seed, until: asOf, by: program)
  }

  /// The first cases, each with what was planned for it.
  static let cases: [(plot: Plot, line: [UInt8])] = {
    guard var portfolio = try? portfolio() else { return [] }
    return (0..<count).map { _ in
      var line: [UInt8] = []
      portfolio.next(into: &line)
      return (portfolio.plot, line)
    }
  }()

  static func file(_ line: [UInt8]) throws -> CaseFile {
    try CaseReader.standard.read(line.dropLast(), source: "sample")
  }

  /// The reports by case number, those of one debtor judged together.
  static let reports: [String: CaseReport] = {
    guard let auditor = try? Auditor(program: program, options: AuditOptions(asOf: asOf)) else {
      return [:]
    }
    let files = cases.compactMap { try? file($0.line) }
    let groups = Dictionary(grouping: files) { $0.debtorID(of: $0.root) ?? "" }
    let reports = groups.values.flatMap { group in
      auditor.audit(together: group.map { ($0, "sample") })
    }
    return Dictionary(reports.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  static func report(of plot: Plot) -> CaseReport? {
    let digits = String(plot.number)
    return reports["S-" + String(repeating: "0", count: 7 - digits.count) + digits]
  }
}

extension CaseReport {
  /// Findings that break the law or good practice.
  var wrong: [Finding] { findings.filter { $0.verdict < .advice } }
}
