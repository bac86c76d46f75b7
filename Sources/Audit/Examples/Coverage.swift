import Rulebook
import Values

/// Which verdicts the examples reach for each rule and part, and how close to each limit.
struct Coverage {
  private let program: Program
  private var found: Set<String> = []
  private var passed: Set<String> = []
  private var margins: [String: [ComparisonKey: [Margin]]] = [:]

  init(_ program: Program) { self.program = program }

  /// Takes in what an example showed of the rule it asks.
  mutating func take(
    _ example: Example, _ report: CaseReport, _ margins: [ComparisonKey: [Margin]]
  ) {
    note(example.rule, report.verdicts[example.rule])
    for (key, verdict) in report.partVerdicts where key.hasPrefix(example.rule + " ") {
      note(key, verdict)
    }
    self.margins[example.rule, default: [:]].merge(margins) { $0 + $1 }
  }

  private mutating func note(_ key: String, _ verdict: Verdict?) {
    guard let verdict else { return }
    if verdict.isFinding { found.insert(key) }
    if verdict == .met { passed.insert(key) }
  }

  /// What the examples leave out.
  func gaps(where isAsked: (String) -> Bool) -> [(text: String, place: String)] {
    var gaps: [(text: String, place: String)] = []
    for rule in program.rules where isAsked(rule.document) && !program.isWaiting(rule) {
      for key in [rule.id] + parts(of: rule) {
        if !found.contains(key) { gaps.append(("no example finds `\(key)`", rule.span.citation)) }
        if !passed.contains(key) { gaps.append(("no example passes `\(key)`", rule.span.citation)) }
      }
      for (number, limb) in rule.limbs.enumerated() {
        for (test, comparisons) in Auditor.comparisons(of: limb) {
          for place in comparisons.indices {
            let key = ComparisonKey(limb: number, test: test, place: place)
            if !isTight(margins[rule.id]?[key] ?? []) {
              gaps.append(
                (
                  "no two examples of `\(rule.id)` lie on both sides of the limit, "
                    + "with nothing between",
                  limb.tests[test].span.citation
                ))
            }
          }
        }
      }
    }
    return gaps
  }

  /// Names of the parts: of limbs, and of the rows a limb goes through.
  private func parts(of rule: Rule) -> [String] {
    var parts: [String] = []
    for limb in rule.limbs {
      var names = [limb.part].compactMap { $0 }
      for step in limb.scope {
        guard case .rows(let id, _, _, _) = step.over else { continue }
        let table = program.tables[id.rawValue]
        guard let column = table.column("part") else { continue }
        names = table.rows.compactMap { row in
          if case .words(let words) = row.cells[column] { words.joined() } else { nil }
        }
      }
      for name in names where !parts.contains("\(rule.id) \(name)") {
        parts.append("\(rule.id) \(name)")
      }
    }
    return parts
  }

  /// Whether a passing and a finding subject lie a unit or less apart.
  private func isTight(_ margins: [Margin]) -> Bool {
    let found = margins.filter { $0.verdict.isFinding }
    let passed = margins.filter { $0.verdict == .met }
    if !found.isEmpty, found.allSatisfy({ $0.distance == nil }) { return !passed.isEmpty }
    return found.contains { one in
      passed.contains { other in
        guard let a = one.distance, let b = other.distance,
          let distance = try? a.subtracting(b),
          let opposite = try? distance.negated()
        else { return false }
        return max(distance, opposite) <= one.unit && distance != .zero
      }
    }
  }
}
