import Foundation
import Casebook
import Testing
import Values

@testable import Audit
@testable import Reports

@Suite("The report for programs") struct JSONReportTests {
  static func write(_ cases: [CaseReport], _ language: Language = .nb) -> String {
    var report = JSONReport(context: Sample.context, language: language)
    var receipt = Receipt()
    receipt.rules = Sample.context.rules
    var text = report.begin()
    for one in cases {
      receipt.count(one)
      text += report.add(one)
    }
    return text + report.end(receipt)
  }

  static func parsed(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("looks like this", arguments: Language.allCases) func snapshot(language: Language) throws {
    try Snapshot.expect(
      Self.write([Sample.full, Sample.clean], language), is: "findings.\(language).json")
  }

  @Test("is JSON with no, one and several cases", arguments: [0, 1, 3]) func valid(count: Int)
    throws
  {
    let report = try Self.parsed(Self.write(Array(repeating: Sample.full, count: count)))
    #expect((report["cases"] as? [Any])?.count == count)
    #expect((report["receipt"] as? [String: Int])?["cases"] == count)
  }

  @Test("is the same bytes for the same cases") func deterministic() {
    let cases = [Sample.full, Sample.open]
    #expect(Self.write(cases) == Self.write(cases))
  }

  @Test("has the keys of the contract, in its order") func keys() throws {
    let text = Self.write([Sample.full])
    let keys = [
      "format", "ruleSet", "version", "reviewedThrough", "choices", "asOf", "cases", "id",
      "findings", "rule", "verdict", "law", "claims", "events", "message", "expected", "actual",
      "excess", "consequence", "facts", "values", "fingerprint", "trace",
    ]
    var rest = text[...]
    for key in keys {
      let range = try #require(rest.firstRange(of: "\"\(key)\": "), "\(key)")
      rest = rest[range.upperBound...]
    }
    #expect(text.contains("\"undetermined\": ["))
    #expect(text.contains("\"amounts\": {\"excess\": 335.00, \"atRisk\": 234.37}"))
  }

  @Test(
    "writes money exactly",
    arguments: [
      (199_000, 1, "1990.00"), (46_875, 2, "234.375"), (5, 1, "0.05"), (-5, 1, "-0.05"),
      (100, 3, "0.333333"), (200, 3, "0.666667"),
    ] as [(Int64, Int64, String)])
  func money(ore: Int64, over: Int64, expected: String) throws {
    #expect(JSONValue.kroner(try Ratio(ore, over)).text() == expected)
  }

  @Test(
    "writes values by their kind",
    arguments: [
      (.day(Sample.day("2026-01-02")), "\"2026-01-02\""), (.never, "\"never\""),
      (.none, "\"none\""), (.flag(false), "false"), (.text("a\"b"), "\"a\\\"b\""),
      (.duration(14, .days), "\"14 days\""), (.clock(33_300), "\"09:15\""),
      (.list([.flag(true), .text("x")]), "[true, \"x\"]"),
      (.unknown(lowest: nil, highest: nil), "{\"unknown\": true}"),
      (
        .unknown(lowest: .day(Sample.day("2026-01-02")), highest: .number(.one)),
        "{\"unknown\": true, \"lowest\": \"2026-01-02\", \"highest\": 1}"
      ),
    ] as [(Shown, String)])
  func values(shown: Shown, expected: String) {
    #expect(shown.json.text() == expected)
    #expect(Shape.shown.write(shown, .en).text() == expected)
  }

  @Test("writes a line of a trace as key by key, whatever it has") func traceLines() {
    let values: [Shown?] = [
      nil, .flag(true), .day(Sample.day("2026-01-02")), .money(Ratio(5)), .text("a\"b"),
      .word("call", Label(nb: "x", en: "y")), .number(Ratio(3)), .list([.never]), Shown.none,
    ]
    for number in 0..<(values.count * 16) {
      let line = TraceLine(
        depth: number, text: "a \"b\"", value: values[number / 16],
        source: number & 1 == 0 ? nil : "/events/1", worked: number & 2 == 0 ? nil : "1 + 1",
        isAssumption: number & 4 == 0)
      let keyByKey = FindingsFormat.traceLineByKeys.write(line, .nb).text()
      #expect(FindingsFormat.traceLine.write(line, .nb).text() == keyByKey)
    }
  }

  @Test("writes a fraction without a decimal as text") func fraction() throws {
    #expect(Shown.number(try Ratio(1, 3)).json.text() == "\"1/3\"")
    #expect(Shown.number(try Ratio(1, 8)).json.text() == "0.125")
  }

  @Test("escapes what JSON or a terminal could stumble on") func escapes() throws {
    let text = "\u{0}\u{1B}\"\\\n\t\r\u{7F}\u{2028}å – §"
    let written = JSONValue.string(text).text()
    #expect(!written.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
    let read = try JSONSerialization.jsonObject(with: Data("[\(written)]".utf8)) as? [String]
    #expect(read == [text])
  }
}
