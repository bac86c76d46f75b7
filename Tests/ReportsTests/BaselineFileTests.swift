import Casebook
import Testing
import Values

@testable import Audit
@testable import Reports

@Suite("The file of known findings") struct BaselineFileTests {
  private static let baseline = Baseline([
    KnownFinding(Sample.earlyFee, in: "B-2"), KnownFinding(Sample.shortNotice, in: "A-1"),
    KnownFinding(Sample.callAdvice, in: "A-1 «æ»\""),
  ])

  private func read(_ text: String) throws(InputFault) -> Baseline {
    try BaselineFile.baseline(of: Array(text.utf8), source: "b.json")
  }

  @Test("looks like this") func snapshot() throws {
    try Snapshot.expect(BaselineFile.text(of: Self.baseline), is: "baseline.json")
  }

  @Test("has a schema that is recorded, and keeps to it") func schema() throws {
    try Snapshot.expect(BaselineSchema.text, is: "baseline.schema.json")
    let text = BaselineFile.text(of: Self.baseline)
    #expect(try SchemaCheck.faults(in: text, BaselineSchema.text) == [])
  }

  @Test("reads what it writes, and writes it again byte by byte") func roundTrip() throws {
    for baseline in [Self.baseline, Baseline([])] {
      let text = BaselineFile.text(of: baseline)
      let again = try read(text)
      #expect(again.findings == baseline.findings)
      #expect(BaselineFile.text(of: again) == text)
    }
  }

  private static let entry = """
    {"case": "A", "rule": "r", "fingerprint": "00f1e2d3c4b5a697", "verdict": "breach", \
    "excess": 1.00, "atRisk": 0.00, "claims": 1, "events": 1}
    """
  private static func file(_ entries: String...) -> String {
    "{\n  \"format\": \"skikk-baseline/1\",\n  \"findings\": [\n    "
      + entries.joined(separator: ",\n    ") + "\n  ]\n}\n"
  }

  @Test(
    "says where it is broken, what stands there and what should",
    arguments: [
      ("", "b.json:1:1: "), ("[]", "b.json:1:1: /: found a list, expected an object"),
      ("{}", "b.json:1:1: /: found no \"format\", expected it in a baseline"),
      ("{\"format\": \"skikk-findings/1\", \"findings\": []}", "b.json:1:12: /format: found"),
      ("{\"format\": \"skikk-baseline/1\", \"findings\": {}}", "b.json:1:44: /findings: found"),
      (
        file(entry.replacing("\"rule\"", with: "\"rul\"")),
        "b.json:4:19: /findings/0: found \"rul\", expected a key of a finding, "
          + "hint: did you mean \"rule\"?"
      ),
      (
        file(entry, entry.replacing("\"A\"", with: "\"B\"").replacing("1.00", with: "-1")),
        "b.json:5:98: /findings/1/excess: found -1, expected kroner"
      ),
      (
        file(entry.replacing("breach", with: "met")),
        "b.json:4:78: /findings/0/verdict: found \"met\", expected one of breach, practice, advice"
      ),
      (
        file(entry.replacing("00f1", with: "00F1")),
        "b.json:4:47: /findings/0/fingerprint: found \"00F1e2d3c4b5a697\", expected sixteen"
      ),
      (
        file(entry.replacing("\"claims\": 1", with: "\"claims\": 1.5")),
        "b.json:4:130: /findings/0/claims: found 1.5, expected a whole number"
      ),
      (
        file(entry, entry),
        "b.json:5:47: /findings/1/fingerprint: found \"00f1e2d3c4b5a697\" again, expected each"
      ),
      (file(entry.replacing(", \"events\": 1", with: "")), "b.json:4:5: /findings/0: found no"),
    ])
  func faults(text: String, message: String) {
    let fault = #expect(throws: InputFault.self) { try read(text) }
    #expect(fault?.description.hasPrefix(message) == true, "\(fault?.description ?? "")")
  }

  @Test("is read or refused at a place inside it, whatever is done to it") func fuzz() {
    var dice = SystemRandomNumberGenerator()
    let bytes = Array(BaselineFile.text(of: Self.baseline).utf8)
    var refused = 0
    for _ in 0..<2000 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let place = Int.random(in: 0..<broken.count, using: &dice)
        if Bool.random(using: &dice) {
          broken[place] = UInt8.random(in: 0...255, using: &dice)
        } else {
          broken.removeSubrange(place..<min(broken.count, place + 5))
        }
      }
      do throws(InputFault) {
        let baseline = try BaselineFile.baseline(of: broken, source: "b.json")
        let text = BaselineFile.text(of: baseline)
        let again = try BaselineFile.baseline(of: Array(text.utf8), source: "b.json")
        #expect(again.findings == baseline.findings)
      } catch {
        refused += 1
        let lines = broken.split(separator: 10, omittingEmptySubsequences: false)
        #expect((1...lines.count).contains(error.line), "\(error)")
      }
    }
    #expect(refused > 500)
  }
}

@Suite("What a report says of known findings") struct BaselineReportTests {
  /// A case of which one finding is known and one has become worse.
  private static let report: CaseReport = {
    var report = Sample.full
    var worse = Sample.earlyFee
    let was = KnownFinding(Sample.earlyFee, in: report.id)
    worse.was = KnownFinding(
      caseID: was.caseID, rule: was.rule, part: was.part, fingerprint: was.fingerprint,
      verdict: .advice, excess: Sample.kroner("35"), atRisk: Sample.kroner("10"), claims: 1,
      events: 1)
    report.findings = [worse]
    report.known = 2
    report.ignored = 3
    return report
  }()

  private static let stale = (1...12).map { number in
    KnownFinding(
      caseID: "A-\(number)", rule: "inkl-9-deadline", part: "days",
      fingerprint: "00000000000000\(number + 10)", verdict: .breach, excess: .zero, atRisk: .zero,
      claims: 1, events: 1)
  }

  private static func text(
    of cases: [CaseReport], _ report: consuming any Report
  ) -> String {
    var report = report
    var receipt = Receipt()
    receipt.baseline = BaselineReceipt()
    var text = report.begin()
    for one in cases {
      receipt.count(one)
      text += report.add(one)
    }
    receipt.baseline?.stale = stale
    receipt.baseline?.outside = 4
    return text + report.end(receipt)
  }

  private static var context: RunContext {
    var context = Sample.context
    context.settings = ".skikk.json"
    return context
  }

  @Test("for people", arguments: Language.allCases) func people(language: Language) throws {
    let letter = TextReport(
      context: Self.context, language: language, style: .plain, detail: .normal)
    try Snapshot.expect(
      Self.text(of: [Self.report], letter), is: "baseline-letter.\(language).txt")
    let several = Self.text(of: [Self.report, Sample.clean], letter)
    #expect(several.contains("2, 2 "))
    try Snapshot.expect(several, is: "baseline-several.\(language).txt")
  }

  @Test("in a letter in which nothing is new") func nothingNew() {
    var report = Self.report
    report.findings = []
    let letter = TextReport(context: Self.context, language: .en, style: .plain, detail: .normal)
    let text = Self.text(of: [report], letter)
    #expect(text.contains("Nothing new was found; 2 findings are known."))
    #expect(!text.contains("No breach"))
  }

  @Test("for programs, as its schema has it") func programs() throws {
    let text = Self.text(
      of: [Self.report], JSONReport(context: Self.context, language: .en))
    try Snapshot.expect(text, is: "baseline-findings.json")
    #expect(try SchemaCheck.faults(in: text, FindingsSchema.text) == [])
  }
}
