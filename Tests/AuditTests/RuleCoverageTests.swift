import Audit
import Casebook
import Foundation
import Rulebook
import Testing

/// Every rule has examples on both sides.
@Suite("The examples of the rules")
struct RuleCoverageTests {
  static let summary = ExampleRunner(program: Shipped.program) { name in
    let lone = Shipped.text("cases/\(name).json")
    guard lone.isEmpty else { return [Array(lone.utf8)] }
    return Shipped.text("cases/\(name).ndjson").split(separator: "\n").map { Array($0.utf8) }
  }.run()

  @Test("come out as their tables say")
  func hold() {
    let faults = Self.summary.results.compactMap { result in
      result.fault.map { "\(result.example.span.citation) \(result.example.rule): \($0)" }
    }
    #expect(faults == [])
    #expect(Self.summary.results.count >= 600)
  }

  @Test("leave no rule, part or limit out")
  func gaps() {
    #expect(Self.summary.gaps.map { "\($0.place): \($0.text)" } == [])
  }

  @Test("every rule has a folder of cases with one that it finds and one that it passes")
  func folders() throws {
    var lacking: [String] = []
    for rule in Shipped.program.rules where !Shipped.program.isWaiting(rule) {
      let auditor = try Shipped.auditor(for: rule.id)
      let names = Set(Shipped.cases(in: rule.id).map { $0.name.prefix { $0 != "." } })
      let verdicts = try names.flatMap { name in
        let files = try Shipped.file(String(name)).map { (file: $0, source: String(name)) }
        return auditor.audit(together: files).map { $0.verdicts[rule.id] }
      }
      if !verdicts.contains(where: { $0?.isFinding == true }) { lacking.append("\(rule.id) finds") }
      // Where a rule speaks only of what a breach left, what is in order gives it no subject.
      let passing: [Verdict?] = [.met, .notApplicable, nil]
      if !verdicts.contains(where: passing.contains) { lacking.append("\(rule.id) passes") }
    }
    #expect(lacking == [])
  }
}
