import Casebook
import Testing

@testable import Audit

@Suite("An auditor that is let go of") struct LettingGoTests {
  @Test("leaves nothing of what it linked and computed behind")
  func nothing() throws {
    weak var evaluator: Evaluator?
    weak var linker: Linker?
    let shipped = try #require(InspectionTests.charged.first)
    do {
      let file = try CaseReader.standard.read(shipped.json.bytes, source: "")
      let auditor = try Shipped.auditor(for: shipped.name)
      #expect(!auditor.audit(file, source: "").ruled.byRule.isEmpty)
      (evaluator, linker) = (auditor.evaluator, auditor.evaluator?.linker)
      #expect(evaluator != nil && linker != nil)
    }
    #expect(evaluator == nil && linker == nil)
  }
}
