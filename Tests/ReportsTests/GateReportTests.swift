import Foundation
import Testing

@testable import Audit
@testable import Reports

@Suite("The gate's answer") struct GateReportTests {
  private static func text(
    _ cases: [CaseReport], _ language: Language, detail: Detail = .normal
  ) -> String {
    var report = ReportFormat.text.report(
      of: Sample.context, in: language, by: ToolInfo(version: "0.1.0"), detail: detail)
    return report.begin() + cases.map { report.add($0) }.joined() + report.end(Receipt())
  }

  @Test("reads as yes or no, what is wrong, and how it could go", arguments: Language.allCases)
  func people(language: Language) throws {
    let text = Self.text([GateSample.held, GateSample.closed, GateSample.free], language)
    try Snapshot.expect(text, is: "gate.\(language).txt")
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test("of one step has no sum below it") func one() {
    #expect(Self.text([GateSample.free], .en).hasSuffix("16 January 2026 (14 days)\n"))
    #expect(
      Self.text([GateSample.free, GateSample.held], .en).hasSuffix(
        "1 of 2 planned steps may go out.\n"))
  }

  @Test("says when what is planned may be charged") func charges() throws {
    #expect(
      Self.text([GateSample.dear(until: "2026-02-14")], .en)
        .contains("Planned charge      salær NOK\u{A0}300.00: 14 February 2026 or later\n"))
    #expect(
      Self.text([GateSample.dear(until: nil)], .nb)
        .contains("Planlagt beløp      salær 300,00\u{A0}kr: ingen til og med 31. desember 2026"))
    for (later, written) in [("2026-02-14", "\"2026-02-14\""), (nil, "null")] {
      let text = JSONReportTests.write([GateSample.dear(until: later)], .en)
      #expect(text.contains("\"earliestForCharges\": \(written)"))
      #expect(try SchemaCheck.faults(in: text, FindingsSchema.text).isEmpty)
    }
    let other = JSONReportTests.write([GateSample.held], .en)
    #expect(!other.contains("earliestForCharges"))
  }

  @Test("is short when only the findings are wanted") func quiet() {
    let text = Self.text([GateSample.held], .en, detail: .quiet)
    #expect(text.contains("BREACH") && !text.contains("Earliest"))
  }

  @Test("stands in the case's entry for programs", arguments: Language.allCases)
  func programs(language: Language) throws {
    let text = JSONReportTests.write(
      [GateSample.held, GateSample.closed, GateSample.free], language)
    try Snapshot.expect(text, is: "gate.\(language).json")
    #expect(try SchemaCheck.faults(in: text, FindingsSchema.text).isEmpty)
  }
}

@Suite("The plan") struct PlanReportTests {
  private static func written(_ report: any PlanReport) -> String {
    var report = report
    return report.begin() + report.add(GateSample.plan) + report.end()
  }

  @Test("reads as a table", arguments: Language.allCases) func people(language: Language) throws {
    let report = PlanFormat.text.report(of: Sample.context, in: language)
    try Snapshot.expect(Self.written(report), is: "plan.\(language).txt")
  }

  @Test("is written for programs as its schema says", arguments: Language.allCases)
  func programs(language: Language) throws {
    let text = Self.written(PlanFormat.json.report(of: Sample.context, in: language))
    try Snapshot.expect(text, is: "plan.\(language).json")
    #expect(try SchemaCheck.faults(in: text, PlanSchema.text).isEmpty)
    let changed = text.replacing("\"searchedThrough\"", with: "\"searched\"")
    #expect(try !SchemaCheck.faults(in: changed, PlanSchema.text).isEmpty)
  }

  @Test("has a schema that is recorded") func schema() throws {
    try Snapshot.expect(PlanSchema.text, is: "plan.schema.json")
  }

  @Test("is written as a calendar that says the same each time", arguments: Language.allCases)
  func calendar(language: Language) throws {
    let text = Self.written(PlanCalendar(language: language))
    try Snapshot.expect(text.replacing("\r\n", with: "\n"), is: "plan.\(language).ics")
    #expect(text == Self.written(PlanCalendar(language: language)))
  }

  @Test("as a calendar keeps to RFC 5545") func form() throws {
    let text = Self.written(PlanCalendar(language: .nb))
    let bytes = Array(text.utf8)
    // Every line feed stands behind a carriage return, and no line is over 75 octets.
    for (place, byte) in bytes.enumerated() where byte == 10 { #expect(bytes[place - 1] == 13) }
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    for line in lines { #expect(line.utf8.count <= 75, "\(line)") }
    let unfolded = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    #expect(unfolded.first == "BEGIN:VCALENDAR" && unfolded.dropLast().last == "END:VCALENDAR")
    #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == 2)
    #expect(unfolded.contains("UID:A\\,1\\;\\\\2/inkassovarsel@skikk"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20260103"))
    #expect(unfolded.contains("DTEND;VALUE=DATE:20260104"))
    #expect(unfolded.count { $0 == "DTSTAMP:20260102T000000Z" } == 2)
    #expect(unfolded.contains { $0.hasPrefix("DESCRIPTION:Korteste frist: 17. januar 2026\\n") })
  }

  @Test("as a calendar folds long lines between characters, never within one") func folding() {
    let plan = StepPlan(
      id: String(repeating: "æøå–😀", count: 40), source: "c", on: Sample.day("2026-01-02"),
      steps: GateSample.plan.steps)
    var calendar = PlanCalendar(language: .nb)
    let text = calendar.begin() + calendar.add(plan) + calendar.end()
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(plan.id): "))
  }
}
