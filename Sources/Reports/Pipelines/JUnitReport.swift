public import Audit
import Rulebook
import Values

/// A test report as JUnit and Ant write it: a suite for each case, in it a test for each rule that
/// speaks of the case.
///
/// So a viewer lists the rules that failed under the number of the case, and knows from one run to
/// the next which test it was. A breach and bad practice are failures; what could not be decided is
/// skipped; advice passes and is told in the output of the suite; what could not be read is an
/// error. Attributes and their order satisfy the schemas of Ant and of Jenkins alike.
public struct JUnitReport: Report {
  private let context: RunContext
  private let language: Language
  private var xml = XMLWriter()
  private var suites = 0
  private var unread: [UnreadInput] = []

  /// One test of a suite.
  private struct TestCase {
    let name: String
    var result: Result = .passed

    enum Result {
      case passed
      case skipped(String)
      case failed(type: String, [String])
      case error(String)
    }

    var isFailed: Bool { if case .failed = result { true } else { false } }
    var isError: Bool { if case .error = result { true } else { false } }
    var isSkipped: Bool { if case .skipped = result { true } else { false } }
  }

  /// A report whose messages are in one language.
  public init(context: RunContext, language: Language) {
    self.context = context
    self.language = language
  }

  /// The head of the document.
  public mutating func begin() -> String {
    xml.declaration()
    xml.start("testsuites")
    return xml.take()
  }

  /// The suite of one case, with its number.
  public mutating func place(_ report: CaseReport) -> String? {
    let advice = report.findings.filter { $0.verdict == .advice }
      .map { "\($0.rule): \(text($0))" }
    suite(
      report.id, tests: tests(report),
      properties: [("source", report.source), ("line", "\(report.line)")],
      output: advice.joined(separator: "\n"))
    return xml.take()
  }

  /// Notes what could not be read.
  public mutating func add(_ unread: UnreadInput) -> String {
    self.unread.append(unread)
    return ""
  }

  /// The suite of the run as a whole, and the end.
  public mutating func end(_ receipt: Receipt) -> String {
    let faults = unread.map { one in
      TestCase(name: one.message, result: .error(one.message))
    }
    let whole = TestCase(name: PipelineTexts.input[language])
    suite(
      "skikk", tests: faults.isEmpty ? [whole] : faults,
      properties: [
        ("asOf", context.asOf.description), ("ruleSet", context.ruleSetVersion),
        ("reviewedThrough", context.reviewedThrough.description),
      ] + context.choices.map { ("choice:\($0.name)", $0.reading) },
      output: PipelineTexts.receipt(receipt, context, language))
    xml.end()
    return xml.take()
  }

  /// The rules that speak of a case, each with what it says: also those whose verdict is another
  /// case's, when cases were judged together.
  private func tests(_ report: CaseReport) -> [TestCase] {
    let findings = Dictionary(grouping: report.findings, by: \.rule)
    let open = Dictionary(grouping: report.undetermined, by: \.rule)
    let spoken = report.verdicts.filter { $0.value != .notApplicable }.keys
    return Set(spoken).union(findings.keys).union(open.keys).sorted().map { rule in
      let failed = (findings[rule] ?? []).filter { $0.verdict < .advice }
      if let worst = failed.first {
        let texts = failed.map(text)
        return TestCase(name: rule, result: .failed(type: worst.verdict.rawValue, texts))
      }
      guard let questions = open[rule] else { return TestCase(name: rule) }
      return TestCase(name: rule, result: .skipped(questions.map(text).joined(separator: "\n")))
    }
  }

  /// A finding in words, with its law.
  private func text(_ finding: Finding) -> String {
    let law = language.citation(finding.law.citation)
    return part(finding.part) + "\(finding.message.text(in: language)) (\(law))"
  }

  private func text(_ question: Undetermined) -> String {
    part(question.part) + question.sentence(in: language)
  }

  private func part(_ name: String?) -> String { name.map { "\($0): " } ?? "" }

  private mutating func suite(
    _ name: String, tests: [TestCase], properties: [(String, String)], output: String
  ) {
    xml.start(
      "testsuite",
      [
        "id": "\(suites)", "package": "skikk", "name": Self.token(name),
        "timestamp": "\(context.asOf)T00:00:00", "hostname": "localhost",
        "tests": "\(tests.count)", "failures": "\(tests.count { $0.isFailed })",
        "errors": "\(tests.count { $0.isError })", "skipped": "\(tests.count { $0.isSkipped })",
        "time": "0",
      ])
    suites += 1
    xml.start("properties")
    for (key, value) in properties { xml.element("property", ["name": key, "value": value]) }
    xml.end()
    for test in tests { write(test, of: name) }
    xml.element("system-out", [:], output)
    xml.element("system-err")
    xml.end()
  }

  private mutating func write(_ test: TestCase, of suite: String) {
    let attributes: KeyValuePairs = [
      "classname": Self.token(suite), "name": Self.token(test.name), "time": "0",
    ]
    if case .passed = test.result { return xml.element("testcase", attributes) }
    xml.start("testcase", attributes)
    switch test.result {
    case .passed: break
    case .skipped(let text): xml.element("skipped", ["message": text])
    case .failed(let type, let texts):
      xml.element(
        "failure", ["type": type, "message": texts.first ?? ""], texts.joined(separator: "\n"))
    case .error(let text): xml.element("error", ["type": "unread", "message": text], text)
    }
    xml.end()
  }

  /// A name without line ends and double spaces, which schemas do not allow there.
  private static func token(_ text: String) -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    return words.isEmpty ? "-" : words
  }
}
