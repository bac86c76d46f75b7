import Audit
import Rulebook
import Values

/// One result of a SARIF report.
struct SARIFResult {
  /// The id of its rule.
  let rule: String
  private let kind: String
  private let level: String
  private let message: String
  private let events: [EventReference]
  /// The place of what decides, where no event does.
  private let path: String?
  private let fingerprint: String?
  private let properties: [(key: String, value: JSONValue)]
  private let language: Language

  /// A finding fails; the worse, the higher its level.
  init(_ finding: Finding, _ language: Language) {
    rule = finding.rule
    kind = "fail"
    level = Self.level(of: finding.verdict)
    message = finding.message.text(in: language)
    events = finding.events
    path = finding.facts.first?.path
    fingerprint = finding.fingerprint
    self.language = language
    let law = language.citation(finding.law.citation)
    properties =
      [("verdict", .string(finding.verdict.rawValue)), ("law", .string(law))]
      + Self.part(finding.part) + Self.names(finding.claims, finding.events)
      + [
        ("expected", finding.expected?.json), ("actual", finding.actual?.json),
        ("excess", finding.excess.map(JSONValue.kroner)),
        ("atRisk", finding.atRisk.map(JSONValue.kroner)),
        ("day", finding.day.map(JSONValue.day)),
      ].compactMap { key, value in value.map { (key, $0) } }
      + (finding.consequences.isEmpty
        ? []
        : [("consequences", .list(finding.consequences.map { .string($0.name) }))])
  }

  /// What could not be decided: for a person to review, or open until a fact is known.
  init(_ question: Undetermined, _ language: Language) {
    rule = question.rule
    kind = question.reason == .human ? "review" : "open"
    level = "none"
    message = question.sentence(in: language)
    events = question.events
    path = question.missing.first { $0.hasPrefix("/") && !$0.contains(" ") }
    fingerprint = nil
    self.language = language
    properties =
      [("verdict", .string(Verdict.undetermined.rawValue))]
      + [("reason", .string(question.reason.rawValue))]
      + Self.part(question.part) + Self.names(question.claims, question.events)
      + [("missing", .list(question.missing.map(JSONValue.string)))]
      + (question.atRisk.map { [("atRisk", .kroner($0))] } ?? [])
  }

  /// A rule that an exception set aside does not apply.
  init(_ one: SetAside, _ language: Language) {
    rule = one.rule
    kind = "notApplicable"
    level = "none"
    message = PipelineTexts.setAside(one.exception, language.citation(one.law))[language]
    events = one.events
    path = nil
    fingerprint = nil
    self.language = language
    properties =
      [("verdict", .string(Verdict.notApplicable.rawValue))]
      + [("exception", .string(one.exception))]
      + Self.part(one.part) + Self.names(one.claims, one.events)
  }

  /// The result object; its rule stands at an index of the tool's rules.
  func value(ruleIndex: Int, _ report: CaseReport) -> JSONValue {
    let places = events.map(\.path) + (events.isEmpty ? [path ?? "/"] : [])
    let main = SARIFLocation.value(report, path: places[0])
    let related = events.dropFirst().enumerated().map { number, event in
      SARIFLocation.value(
        report, path: event.path, id: number + 1, message: language.events([event]))
    }
    var members: [(key: String, value: JSONValue)] = [
      ("ruleId", .string(rule)), ("ruleIndex", .whole(Int64(ruleIndex))), ("kind", .string(kind)),
      ("level", .string(level)), ("message", SARIFReport.message(message)),
      ("locations", .list([main])),
    ]
    if !related.isEmpty { members.append(("relatedLocations", .list(related))) }
    if let fingerprint {
      members.append(
        ("partialFingerprints", .object([("skikkFinding/v1", .string(fingerprint))])))
    }
    members.append(("properties", .object([("case", .string(report.id))] + properties)))
    return .object(members, .lines)
  }

  /// How SARIF calls the weight of a verdict.
  static func level(of verdict: Verdict) -> String {
    switch verdict {
    case .breach: "error"
    case .practice: "warning"
    case .advice: "note"
    case .undetermined, .met, .notApplicable: "none"
    }
  }

  private static func part(_ part: String?) -> [(key: String, value: JSONValue)] {
    part.map { [("part", .string($0))] } ?? []
  }

  private static func names(
    _ claims: [String], _ events: [EventReference]
  ) -> [(key: String, value: JSONValue)] {
    [
      ("claims", .list(claims.map(JSONValue.string))),
      ("events", .list(events.map { .string($0.name) })),
    ]
  }
}
