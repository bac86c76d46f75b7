import Rulebook

/// The worst verdict of each limb of each rule over the subjects of one case.
struct RuleVerdicts: Sendable {
  private let rules: [Rule]
  /// Where each rule's limbs begin in `limbs`.
  private let starts: [Int]
  private var limbs: [Verdict?]
  /// Of parts that rows of tables name, by rule and part.
  private var rowParts: [String: Verdict] = [:]
  private var named: [String: Verdict] = [:]

  /// No verdict on any of the limbs.
  init(_ rules: [Rule] = [], starts: [Int] = [0]) {
    self.rules = rules
    self.starts = starts
    limbs = [Verdict?](repeating: nil, count: starts.last ?? 0)
  }

  /// Verdicts that are known by rule id alone.
  init(byRule verdicts: [String: Verdict]) {
    self.init()
    named = verdicts
  }

  /// Where the limbs of each of some rules begin, and where the last one's end.
  static func starts(of rules: [Rule]) -> [Int] {
    rules.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.limbs.count) }
  }

  /// Takes in a verdict on a subject.
  mutating func note(_ verdict: Verdict, rule: Int, limb: Int, part: String?) {
    let place = starts[rule] + limb
    limbs[place] = min(limbs[place] ?? verdict, verdict)
    guard let part, part != rules[rule].limbs[limb].part else { return }
    let key = Self.key(rules[rule], part)
    rowParts[key] = min(rowParts[key] ?? verdict, verdict)
  }

  private static func key(_ rule: Rule, _ part: String) -> String { "\(rule.id) \(part)" }

  /// By rule id.
  var byRule: [String: Verdict] {
    var result = named
    for (number, rule) in rules.enumerated() {
      result[rule.id] = limbs[starts[number]..<starts[number + 1]].compactMap { $0 }.min()
    }
    return result
  }

  /// By rule id and part.
  var byPart: [String: Verdict] {
    var result = rowParts
    for (number, rule) in rules.enumerated() {
      for (place, limb) in rule.limbs.enumerated() {
        guard let part = limb.part, let verdict = limbs[starts[number] + place] else { continue }
        let key = Self.key(rule, part)
        result[key] = min(result[key] ?? verdict, verdict)
      }
    }
    return result
  }
}
