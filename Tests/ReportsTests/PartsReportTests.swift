import Testing

@testable import Reports

@Suite("What skikk parts says") struct PartsReportTests {
  private let placement = CasePlacement(
    part: 3, id: "A\"1\n", source: "innsjø/\\a.ndjson", line: 71)

  @Test("is one line of JSON") func line() {
    #expect(
      placement.jsonLine
        == #"{"part":3,"case":"A\"1\n","source":"innsjø/\\a.ndjson","line":71}"# + "\n")
  }

  @Test("has a schema that is recorded, and keeps to it") func schema() throws {
    try Snapshot.expect(PartsSchema.text, is: "parts.schema.json")
    #expect(try SchemaCheck.faults(in: placement.jsonLine, PartsSchema.text).isEmpty)
    let changed = placement.jsonLine.replacing("\"part\":3", with: "\"part\":-3")
    #expect(try !SchemaCheck.faults(in: changed, PartsSchema.text).isEmpty)
  }
}
