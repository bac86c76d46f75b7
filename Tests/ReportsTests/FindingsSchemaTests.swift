import Foundation
import Testing

@testable import Audit
@testable import Reports

@Suite("The schema of the findings") struct FindingsSchemaTests {
  @Test("accepts what is written", arguments: Language.allCases) func accepts(language: Language)
    throws
  {
    let text = JSONReportTests.write([Sample.full, Sample.clean, Sample.open], language)
    #expect(try Self.faults(in: text).isEmpty)
  }

  @Test(
    "refuses what the format does not know",
    arguments: [
      ("\"verdict\": \"breach\"", "\"verdict\": \"sin\""),
      ("\"asOf\": \"2026-11-22\"", "\"asOf\": \"22.11.2026\""),
      ("\"met\": 87", "\"mett\": 87"), ("\"met\": 87", "\"met\": -1"),
      ("\"met\": 87", "\"met\": \"87\""), ("\"excess\": 335.00", "\"excess\": \"335.00\""),
      ("\"format\": \"skikk-findings/1\"", "\"format\": \"skikk-findings/2\""),
      ("\"claims\": [\"F-1001\"]", "\"claims\": \"F-1001\""),
    ])
  func refuses(written: String, changed: String) throws {
    let text = JSONReportTests.write([Sample.full])
    let range = try #require(text.firstRange(of: written))
    #expect(try !Self.faults(in: text.replacingCharacters(in: range, with: changed)).isEmpty)
  }

  @Test("is recorded, so that a change of the format is seen") func snapshot() throws {
    try Snapshot.expect(FindingsSchema.text, is: "findings.schema.json")
  }

  private static func faults(in text: String) throws -> [String] {
    try SchemaCheck.faults(in: text, FindingsSchema.text)
  }
}
