import Casebook
public import Rulebook
import Values

/// Runs the examples of a rule set, and measures whether they cover it.
public struct ExampleRunner {
  /// What came of one example.
  public struct Result: Sendable {
    /// The example.
    public let example: Example
    /// What went wrong, or nil.
    public let fault: String?
  }

  /// What came of all of them.
  public struct Summary: Sendable {
    /// One result for each example, in document order.
    public let results: [Result]
    /// Rules and parts that lack an example, with where they are declared.
    public let gaps: [(text: String, place: String)]
    /// Whether everything held.
    public var isClean: Bool { gaps.isEmpty && results.allSatisfy { $0.fault == nil } }
  }

  private let program: Program
  private let documents: Set<String>?
  private let load: (String) throws -> [[UInt8]]

  /// A runner that finds cases by a name below `cases/`: the one of a `.json`, or those of an
  /// `.ndjson` or a folder, which are then judged together.
  ///
  /// Examples are judged at the end of what a case shows, so that they do not change with the day.
  ///
  /// - Parameters:
  ///   - program: the compiled rules.
  ///   - documents: paths of the documents whose examples are run; nil for all.
  ///   - load: reads the cases of a name.
  public init(
    program: Program, documents: Set<String>? = nil,
    load: @escaping (String) throws -> [[UInt8]]
  ) {
    self.program = program
    self.documents = documents
    self.load = load
  }

  /// Runs every example.
  public func run() -> Summary {
    var results: [Result] = []
    var coverage = Coverage(program)
    var auditors: [[Assumption]: Auditor] = [:]
    for example in program.examples where isAsked(example.span.file.path) {
      var fault: String?
      do { fault = try judge(example, try varied(example), &coverage, &auditors) } catch {
        fault = "\(error)"
      }
      results.append(Result(example: example, fault: fault))
    }
    return Summary(results: results, gaps: coverage.gaps(where: isAsked))
  }

  private func isAsked(_ path: String) -> Bool { documents?.contains(path) ?? true }

  private func varied(_ example: Example) throws -> [CaseFile] {
    let source = "cases/\(example.caseName).json"
    var cases = try load(example.caseName)
    for change in example.changes {
      let (index, own) = try Self.addressed(change, cases)
      var variation = try CaseVariation(cases[index], source: source)
      try variation.apply(own)
      cases[index] = variation.bytes
    }
    return try cases.map { try CaseReader.standard.read($0, source: source) }
  }

  /// `CASEID:v.date = …` changes one case of several.
  private static func addressed(
    _ change: String, _ cases: [[UInt8]]
  ) throws -> (index: Int, change: String) {
    let sides = change.split(separator: ":", maxSplits: 1).map(String.init)
    guard cases.count > 1, sides.count == 2 else { return (0, change) }
    for (index, bytes) in cases.enumerated() {
      let file = try CaseReader.standard.read(bytes, source: sides[0])
      if file.identifier(of: file.root) == sides[0] { return (index, sides[1]) }
    }
    return (0, change)
  }

  /// What the example says against what the rules say.
  private func judge(
    _ example: Example, _ files: [CaseFile], _ coverage: inout Coverage,
    _ auditors: inout [[Assumption]: Auditor]
  ) throws -> String? {
    let lastDay = files.compactMap(\.lastDay).max() ?? program.reviewedThrough
    let auditor =
      try auditors[example.assumptions]
      ?? Auditor(
        program: program.assuming(example.assumptions), options: AuditOptions(asOf: lastDay))
    auditors[example.assumptions] = auditor
    let reports = auditor.audit(together: files.map { ($0, example.caseName) }, asOf: lastDay)
    let key = example.part.map { "\(example.rule) \($0)" } ?? example.rule
    let verdict =
      reports.compactMap { example.part == nil ? $0.verdicts[key] : $0.partVerdicts[key] }.min()
      ?? .notApplicable
    if let rule = program.rules.firstIndex(where: { $0.id == example.rule }) {
      let margins = auditor.margins(rule: rule)
      for report in reports { coverage.take(example, report, margins) }
    }
    guard verdict.rawValue == example.expected else {
      return "expected \(example.expected), got \(verdict.rawValue)" + why(reports, example)
    }
    return moneyFault(example, reports)
  }

  private func moneyFault(_ example: Example, _ reports: [CaseReport]) -> String? {
    if let expected = example.atRisk {
      let found = reports.flatMap(\.findings).filter { $0.rule == example.rule }.map(\.atRisk)
      let open = reports.flatMap(\.undetermined).filter { $0.rule == example.rule }.map(\.atRisk)
      let atRisk = (found + open).reduce(Ratio.zero) { (try? $0.adding($1 ?? .zero)) ?? $0 }
      if atRisk != expected {
        return "expected at risk \(Shown.money(expected).plain), got \(Shown.money(atRisk).plain)"
      }
    }
    guard let expected = example.excess else { return nil }
    let excess = reports.flatMap(\.findings).filter { $0.rule == example.rule }
      .reduce(Ratio.zero) { sum, finding in (try? sum.adding(finding.excess ?? .zero)) ?? sum }
    if excess == expected { return nil }
    return "expected excess \(Shown.money(expected).plain), got \(Shown.money(excess).plain)"
  }

  private func why(_ reports: [CaseReport], _ example: Example) -> String {
    let open = reports.flatMap(\.undetermined).filter { $0.rule == example.rule }.flatMap(\.missing)
    let aside = reports.flatMap(\.setAside).filter { $0.rule == example.rule }.map(\.exception)
    if !open.isEmpty { return "; missing \(Set(open).sorted().joined(separator: ", "))" }
    return aside.isEmpty ? "" : "; set aside by \(Set(aside).sorted().joined(separator: ", "))"
  }
}
