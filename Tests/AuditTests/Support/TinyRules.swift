import Audit
import Casebook
import Rulebook
import Testing
import Values

/// What a condition of the rule language comes to in a case.
enum Answer: Equatable, CustomStringConvertible {
  case yes
  case no
  /// Not known, for want of these.
  case open([String])

  static func open(_ missing: String...) -> Answer { .open(missing.sorted()) }

  var description: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .open(let missing): "open: " + missing.joined(separator: ", ")
    }
  }
}

/// A rule set of one document, written in a test.
struct TinyRules {
  let program: Program

  /// Compiles a `skikk` block, with Markdown tables before it; a fault of it fails the test.
  init(
    _ declarations: String, tables: String = "", reviewed: String = "2026-12-31",
    others: [(path: String, text: String)] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let document = """
      # A rule set for a test

      prøveloven (1990) § 1 · in force 1989-10-01 – · https://example.org/lov

      \(tables)

      ```skikk
      \(declarations)
      ```
      """
    let front = "# Rules\n\nreviewed through \(reviewed) · covers from 1989-10-01\n"
    let rules = RuleSet(
      documents: [("README.md", front), ("tiny.md", document)] + others)
    let (program, diagnostics) = rules.compiled(with: .standard)
    let complaints = diagnostics.map(\.rendered).joined(separator: "\n")
    try #require(diagnostics.isEmpty, "\(complaints)", sourceLocation: sourceLocation)
    self.program = program
  }

  /// Judges a case.
  func report(
    _ text: String, asOf: String = "2026-12-31", choices: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> CaseReport {
    let day = try #require(CivilDay(asOf), sourceLocation: sourceLocation)
    let auditor = try Auditor(program: program, options: AuditOptions(asOf: day, choices: choices))
    return auditor.audit(
      try CaseReader.standard.read(Array(text.utf8), source: "case.json"), source: "case.json")
  }

  /// The verdict of `probe`; `.notApplicable` when it has no subject.
  func verdict(_ text: String, of rule: String = "probe") throws -> Verdict {
    try report(text).verdicts[rule] ?? .notApplicable
  }
}

/// A rule `probe` over each claim, decided on 15 January 2026.
func probe(_ tests: String, scope: String = "for each claim", dated: String = "2026-01-15")
  -> String
{
  """
  rule probe · § 1 · verbatim
    \(scope)
    dated \(dated)
    \(tests)
    nb "Brudd." en "Breach."
  """
}

/// What a condition about `claim` comes to in a case.
func ask(
  _ condition: String, _ text: String, declarations: String = "", tables: String = "",
  reviewed: String = "2026-12-31", asOf: String = "2026-12-31", choices: [String: String] = [:],
  others: [(path: String, text: String)] = [], sourceLocation: SourceLocation = #_sourceLocation
) throws -> Answer {
  let rules = try TinyRules(
    declarations + "\n" + probe("require \(condition)\n  breach"), tables: tables,
    reviewed: reviewed, others: others, sourceLocation: sourceLocation)
  let report = try rules.report(
    text, asOf: asOf, choices: choices, sourceLocation: sourceLocation)
  switch report.verdicts["probe"] {
  case .met: return .yes
  case .breach: return .no
  case .undetermined: return .open(report.undetermined.first?.missing ?? [])
  case let other:
    Issue.record("probe came to \(other?.rawValue ?? "nothing")", sourceLocation: sourceLocation)
    return .open([])
  }
}

/// A case file; one claim F-1 of 2000 kroner, due 2026-01-02, when none is given.
func tinyCase(
  _ events: String..., claims: String = tinyClaim("F-1"), more: String = ""
) -> String {
  """
  {"format":"skikk-case/1","id":"T-1",\(more)"claims":[\(claims)],
  "events":[\(events.joined(separator: ",\n"))]}
  """
}

/// A claim of 2000 kroner, due 2026-01-02; `more` adds keys.
func tinyClaim(_ id: String, _ more: String = #""principal":2000,"due":"2026-01-02""#) -> String {
  #"{"id":"\#(id)"\#(more.isEmpty ? "" : ",")\#(more)}"#
}

/// An event; without a date its day is not known.
func event(_ type: String, _ id: String, _ date: String? = nil, _ more: String = "") -> String {
  var text = #"{"type":"\#(type)","id":"\#(id)""#
  if let date { text += #","date":"\#(date)""# }
  if !more.isEmpty { text += "," + more }
  return text + "}"
}

func purring(_ id: String, _ date: String? = nil, _ more: String = "") -> String {
  event("purring", id, date, more)
}

func payment(_ id: String, _ date: String? = nil, _ amount: String = "100") -> String {
  event("payment", id, date, #""amount":\#(amount)"#)
}

/// A key `deadline` for `more`.
func deadline(_ day: String) -> String { #""deadline":"\#(day)""# }

/// A key `charges` for `more`: pairs of kind and amount.
func charges(_ charges: (kind: String, amount: String)...) -> String {
  let items = charges.map { #"{"kind":"\#($0.kind)","amount":\#($0.amount)}"# }
  return #""charges":[\#(items.joined(separator: ","))]"#
}

/// All letters are in the file.
let allLetters = #""complete":{"letters":true},"#
/// The file says that it lacks letters.
let notAllLetters = #""complete":{"letters":false},"#

/// An amount of a report in kroner, for comparing.
func kroner(_ value: Ratio?) -> String { value.map { Shown.money($0).plain } ?? "-" }

/// What each rule found too much, in kroner, one after the other.
func excess(_ report: CaseReport) -> [String: String] {
  var result: [String: String] = [:]
  for finding in report.findings { result[finding.rule, default: ""] += kroner(finding.excess) }
  return result
}
