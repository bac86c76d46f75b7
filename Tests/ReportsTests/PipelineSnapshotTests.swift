import Foundation
import Testing
import Values

@testable import Audit
@testable import Reports
@testable import Rulebook

@Suite("The reports for pipelines") struct PipelineSnapshotTests {
  static let formats: [ReportFormat] = [.ndjson, .sarif, .junit, .github, .csv]

  /// What could not be read: a line of a stream, and a path that leads nowhere.
  static let unread = [
    UnreadInput(
      file: "cases/portfolio.ndjson", line: 3, column: 14,
      message: "cases/portfolio.ndjson:3:14: /id: found 5, expected text, hint: write \"5\""),
    UnreadInput(file: "none.json", message: "none.json: found no such file"),
  ]

  static func write(
    _ format: ReportFormat, _ cases: [CaseReport], _ unread: [UnreadInput] = [],
    _ language: Language = .en, detail: Detail = .normal
  ) -> String {
    var report = format.report(
      of: Sample.context, in: language, by: ToolInfo(version: "0.1.0"), detail: detail)
    var receipt = Receipt()
    receipt.rules = Sample.context.rules
    var text = report.begin()
    for one in cases {
      receipt.count(one)
      text += report.add(one)
    }
    for one in unread { text += report.add(one) }
    receipt.countRejected(unread.count)
    return text + report.end(receipt)
  }

  /// A case whose rules have verdicts, as an audit gives them.
  static var judged: CaseReport {
    let verdicts: [String: Verdict] = [
      "inkl-9-deadline": .breach, "fork-1-2-amount": .practice, "trade-call-summary": .advice,
      "inkl-9-content": .undetermined, "inkl-9-form": .met, "act26-20": .notApplicable,
    ]
    var report = Sample.report(
      Sample.full.id, findings: Sample.full.findings, undetermined: Sample.full.undetermined,
      excess: Sample.full.excess, atRisk: Sample.full.atRisk, setAside: Sample.full.setAside,
      verdicts: verdicts, source: "cases/portfolio.ndjson")
    report.line = 14
    return report
  }

  @Test("look like this", arguments: formats, Language.allCases)
  func snapshot(format: ReportFormat, language: Language) throws {
    try Snapshot.expect(
      Self.write(format, [Self.judged, Sample.clean], Self.unread, language),
      is: "pipeline.\(language).\(format.rawValue)")
  }

  @Test("have the same bytes for the same cases", arguments: formats)
  func deterministic(format: ReportFormat) {
    let cases = [Self.judged, Sample.open]
    #expect(Self.write(format, cases, Self.unread) == Self.write(format, cases, Self.unread))
  }

  @Test("leave out what is open when they are quiet, as far as they tell it")
  func quiet() throws {
    let loud = Self.write(.sarif, [Sample.full])
    #expect(loud.contains(#""kind": "review""#) && loud.contains(#""kind": "notApplicable""#))
    let quiet = Self.write(.sarif, [Sample.full], detail: .quiet)
    #expect(quiet.matches(of: /"ruleId"/).count == 3 && !quiet.contains(#""level": "none""#))
    #expect(Self.write(.github, [Sample.full], detail: .quiet).matches(of: /\n[:]{2}/).count == 3)
    let rows = { Self.write(.csv, [Sample.full], detail: $0).matches(of: /\r\n/).count }
    #expect(rows(.quiet) == 4 && rows(.normal) == 4 && rows(.verbose) == 10)
  }

  @Test("in SARIF list a rule once, where its results say") func sarifRules() throws {
    let log = try JSONReportTests.parsed(Self.write(.sarif, [Sample.full, Sample.full]))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]]).compactMap {
      $0["id"] as? String
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(Set(rules).count == rules.count)
    #expect(results.count == 2 * (3 + 6 + 2))
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
    }
  }

  @Test(
    "in SARIF name files by URIs",
    arguments: [
      ("cases/a b.json", "cases/a%20b.json"), ("./å,%:c.json", "%C3%A5%2C%25%3Ac.json"),
      ("/srv/x.json", "file:///srv/x.json"), ("../up.json", "../up.json"),
    ])
  func uris(file: String, expected: String) throws {
    let place = try #require(SARIFLocation.physical(file: file, line: 2))
    let text = place.text()
    #expect(text.contains("\"uri\": \"\(expected)\""))
    #expect(
      text.contains("uriBaseId") == !(expected.hasPrefix("file:") || expected.hasPrefix("..")))
    #expect(text.contains(#""region": {"startLine": 2}"#))
  }

  @Test("name no file for standard input") func standardInput() {
    #expect(SARIFLocation.physical(file: "-", line: 1) == nil)
  }

  @Test(
    "in NDJSON are the cases of the report in JSON, a line each, traces where all is asked for",
    arguments: [Detail.normal, .verbose])
  func lines(detail: Detail) throws {
    let cases = [Sample.full, Sample.clean, Sample.open]
    let told = detail == .verbose ? cases : cases.map(\.withoutTraces)
    #expect(cases[0].findings.contains { !$0.trace.isEmpty })
    let lines = Self.write(.ndjson, cases, Self.unread, detail: detail).split(separator: "\n")
    let entries = try JSONReportTests.parsed(JSONReportTests.write(told, .en))["cases"] as? [Any]
    #expect(lines.count == 3)
    let read = try lines.map { try JSONReportTests.parsed(String($0)) }
    #expect(read as NSArray == (entries ?? []) as NSArray)
    let schema = try JSONReportTests.parsed(FindingsSchema.text)
    let check = SchemaCheck(schema)
    let entry = try #require(check.definitions["case"])
    for line in read { #expect(check.faults(in: line, entry, at: "") == []) }
  }

  @Test("in NDJSON tell what the run did beside it") func aside() throws {
    var report = NDJSONReport(context: Sample.context, language: .en)
    var receipt = Receipt()
    receipt.count(Sample.full)
    let told = report.aside(receipt)
    #expect(told.hasSuffix("}\n") && told.matches(of: /\n/).count == 1)
    let value = try JSONReportTests.parsed(told)
    #expect((value["receipt"] as? [String: Int])?["audited"] == 1)
    #expect(value["asOf"] as? String == "2026-11-22")
    var quiet = NDJSONReport(context: Sample.context, language: .en, detail: .quiet)
    #expect(quiet.aside(receipt).isEmpty)
  }
}
