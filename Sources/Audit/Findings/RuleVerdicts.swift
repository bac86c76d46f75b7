import Rulebook

/// The worst verdict of each limb of each rule over the subjects of one case.
struct RuleVerdicts: Sendable {
  private let rules: [Rule]
  /// Where each rule's limbs begin in `limbs`.
  private let starts: [Int]
  /// For each limb the place of the worst verdict among all of them; past the last where it has
  /// none.
  private var limbs: [UInt8]
  /// Of parts that rows of tables name, by limb as they came; one may be there twice.
  private var rowParts: [(limb: Int32, verdict: Verdict, part: String)] = []
  private var named: [String: Verdict] = [:]

  /// No verdict on any of the limbs.
  init(_ rules: [Rule] = [], starts: [Int] = [0]) {
    self.rules = rules
    self.starts = starts
    limbs = [UInt8](repeating: .max, count: starts.last ?? 0)
  }

  /// Verdicts that are known by rule id alone.
  init(byRule verdicts: [String: Verdict]) {
    self.init()
    named = verdicts
  }

  /// Where the limbs of each of some rules begin, and where the last one's end.
  static func starts(of rules: [Rule]) -> [Int] {
    rules.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.outlines.count) }
  }

  /// Takes in a verdict on a subject, and on the part that a table's row names.
  mutating func note(_ verdict: Verdict, rule: Int, limb: Int, rowPart part: String?) {
    let place = starts[rule] + limb
    if verdict.severity < limbs[place] { limbs[place] = verdict.severity }
    guard let part else { return }
    // The subjects of a limb come one after the other.
    var last = rowParts.count - 1
    while last >= 0, rowParts[last].limb == Int32(place) {
      if rowParts[last].part == part {
        rowParts[last].verdict = min(rowParts[last].verdict, verdict)
        return
      }
      last -= 1
    }
    if rowParts.isEmpty { rowParts.reserveCapacity(Self.manyRowParts) }
    rowParts.append((Int32(place), verdict, part))
  }

  /// Where a limb speaks of rows, there are mostly many.
  private static let manyRowParts = 32

  /// The verdict on a limb; nil where it has none.
  private func verdict(at place: Int) -> Verdict? {
    let number = Int(limbs[place])
    return number < Verdict.allCases.count ? Verdict.allCases[number] : nil
  }

  private static func key(_ rule: Rule, _ part: String) -> String { "\(rule.id) \(part)" }

  /// By rule id.
  var byRule: [String: Verdict] {
    var result = named
    for (number, rule) in rules.enumerated() {
      result[rule.id] = (starts[number]..<starts[number + 1]).compactMap { verdict(at: $0) }.min()
    }
    return result
  }

  /// By rule id and part.
  var byPart: [String: Verdict] {
    var result: [String: Verdict] = [:]
    for (limb, verdict, part) in rowParts {
      let rule = (starts.firstIndex { $0 > Int(limb) } ?? starts.count) - 1
      let key = Self.key(rules[rule], part)
      result[key] = min(result[key] ?? verdict, verdict)
    }
    for (number, rule) in rules.enumerated() {
      for place in rule.limbs.indices {
        guard let verdict = verdict(at: starts[number] + place), let part = rule.limbs[place].part
        else { continue }
        let key = Self.key(rule, part)
        result[key] = min(result[key] ?? verdict, verdict)
      }
    }
    return result
  }
}
