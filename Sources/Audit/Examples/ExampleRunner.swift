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
  private let load: (String) throws -> [UInt8]

  /// A runner that finds the JSON of a case by its name below `cases/`.
  ///
  /// Examples are judged at the end of what a case shows, so that they do not change with the day.
  public init(program: Program, load: @escaping (String) throws -> [UInt8]) {
    self.program = program
    self.load = load
  }

  /// Runs every example.
  public func run() -> Summary {
    guard let auditor = try? Auditor(program: program, options: AuditOptions(asOf: .last)) else {
      return Summary(results: [], gaps: [])
    }
    var results: [Result] = []
    var coverage = Coverage(program)
    for example in program.examples {
      var fault: String?
      do {
        let file = try varied(example)
        fault = judge(example, file, auditor, &coverage)
      } catch { fault = "\(error)" }
      results.append(Result(example: example, fault: fault))
    }
    return Summary(results: results, gaps: coverage.gaps())
  }

  private func varied(_ example: Example) throws -> CaseFile {
    let source = "cases/\(example.caseName).json"
    var bytes = try load(example.caseName)
    if !example.changes.isEmpty {
      var variation = try CaseVariation(bytes, source: source)
      for change in example.changes { try variation.apply(change) }
      bytes = variation.bytes
    }
    return try CaseReader.standard.read(bytes, source: source)
  }

  /// What the example says against what the rules say.
  private func judge(
    _ example: Example, _ file: CaseFile, _ auditor: Auditor, _ coverage: inout Coverage
  ) -> String? {
    let report = auditor.audit(file, source: example.caseName)
    let key = example.part.map { "\(example.rule) \($0)" } ?? example.rule
    let verdict =
      (example.part == nil ? report.verdicts[key] : report.partVerdicts[key]) ?? .notApplicable
    if let rule = program.rules.firstIndex(where: { $0.id == example.rule }) {
      coverage.take(example, report, auditor.margins(file, rule: rule))
    }
    guard verdict.rawValue == example.expected else {
      return "expected \(example.expected), got \(verdict.rawValue)" + why(report, example)
    }
    guard let expected = example.excess else { return nil }
    let excess = report.findings.filter { $0.rule == example.rule }
      .reduce(Ratio.zero) { sum, finding in (try? sum.adding(finding.excess ?? .zero)) ?? sum }
    if excess == expected { return nil }
    return "expected excess \(Shown.money(expected).plain), got \(Shown.money(excess).plain)"
  }

  private func why(_ report: CaseReport, _ example: Example) -> String {
    let open = report.undetermined.filter { $0.rule == example.rule }.flatMap(\.missing)
    let aside = report.setAside.filter { $0.rule == example.rule }.map(\.exception)
    if !open.isEmpty { return "; missing \(Set(open).sorted().joined(separator: ", "))" }
    return aside.isEmpty ? "" : "; set aside by \(Set(aside).sorted().joined(separator: ", "))"
  }
}
