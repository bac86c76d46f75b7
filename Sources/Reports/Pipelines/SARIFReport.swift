public import Audit
import Rulebook

/// SARIF 2.1.0: a result for each finding, each open question and each rule that an exception set
/// aside.
///
/// Results stand before the tool, so that a long run is written as it goes: only rules that have
/// results are listed, and these are known at the end.
public struct SARIFReport: Report {
  static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let context: RunContext
  private let language: Language
  private let detail: Detail
  private let tool: ToolInfo
  private var rules: SARIFRules
  private var writer = JSONWriter()
  private var unread: [UnreadInput] = []

  /// A report whose messages are in one language; a quiet one has findings alone.
  public init(
    context: RunContext, language: Language, tool: ToolInfo, detail: Detail = .normal
  ) {
    self.context = context
    self.language = language
    self.detail = detail
    self.tool = tool
    rules = SARIFRules(program: tool.program, language: language)
  }

  /// Everything up to the first result.
  public mutating func begin() -> String {
    writer.openObject(.lines)
    writer.key("$schema")
    writer.append(Self.schema)
    writer.key("version")
    writer.append("2.1.0")
    writer.key("runs")
    writer.openList(.lines)
    writer.member()
    writer.openObject(.lines)
    writer.key("results")
    writer.openList(.lines)
    return writer.take()
  }

  /// The results of one case, which tell the places of their rules.
  public mutating func place(_ report: CaseReport) -> String? {
    for finding in report.findings {
      append(SARIFResult(finding, language), of: finding.law, finding.verdict, report)
    }
    guard detail != .quiet else { return writer.take() }
    for question in report.undetermined {
      append(SARIFResult(question, language), of: question.law, question.verdict, report)
    }
    for one in report.setAside {
      append(SARIFResult(one, language), of: nil, nil, report)
    }
    return writer.take()
  }

  private mutating func append(
    _ result: SARIFResult, of law: LawPoint?, _ verdict: Verdict?, _ report: CaseReport
  ) {
    let index = rules.index(of: result.rule, law, verdict)
    writer.member()
    writer.append(result.value(ruleIndex: index, report))
  }

  /// Notes what could not be read.
  public mutating func add(_ unread: UnreadInput) -> String {
    self.unread.append(unread)
    return ""
  }

  /// The tool with its rules, what could not be read, and the end.
  public mutating func end(_ receipt: Receipt) -> String {
    writer.closeList()
    member("tool", .object([("driver", driver)], .lines))
    member("invocations", .list([invocation(receipt)], .lines))
    member("language", .string(language.rawValue))
    member("columnKind", .string("unicodeCodePoints"))
    member(
      "originalUriBaseIds",
      .object([
        (
          SARIFLocation.base,
          .object([("description", Self.message(PipelineTexts.sources[language]))])
        )
      ]))
    writer.key("properties")
    writer.openObject(.lines)
    for field in FindingsFormat.head { field.append(context, language, &writer) }
    writer.key("receipt")
    FindingsFormat.receipt.append(receipt, language, &writer)
    writer.closeObject()
    writer.closeObject()
    writer.closeList()
    writer.closeObject()
    return writer.takeLine()
  }

  private mutating func member(_ key: String, _ value: JSONValue) {
    writer.key(key)
    writer.append(value)
  }

  private var driver: JSONValue {
    .object(
      [
        ("name", .string("skikk")), ("semanticVersion", .string(tool.version)),
        ("language", .string(language.rawValue)), ("rules", .list(rules.descriptors, .lines)),
        (
          "notifications",
          .list([
            .object([
              ("id", .string(Self.unreadID)),
              ("shortDescription", Self.message(PipelineTexts.unread[language] + ".")),
            ])
          ])
        ),
      ], .lines)
  }

  private func invocation(_ receipt: Receipt) -> JSONValue {
    .object(
      [
        ("executionSuccessful", .flag(unread.isEmpty)),
        ("toolExecutionNotifications", .list(unread.map(notification), .lines)),
      ], .lines)
  }

  private static let unreadID = "input-unread"

  private func notification(_ unread: UnreadInput) -> JSONValue {
    let location = unread.file.flatMap { file in
      SARIFLocation.physical(file: file, line: unread.line, column: unread.column)
    }
    return .object(
      [
        ("descriptor", .object([("id", .string(Self.unreadID)), ("index", .number("0"))])),
        ("level", .string("error")), ("message", Self.message(unread.message)),
      ] + (location.map { [("locations", .list([.object([("physicalLocation", $0)])]))] } ?? []))
  }

  /// A message object.
  static func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }
}
