import Casebook
import Rulebook
import Values

/// Which comparison of a rule's tests a margin belongs to.
struct ComparisonKey: Hashable {
  let limb: Int
  let test: Int
  let place: Int
}

/// How far apart the two sides of a comparison were in one subject.
struct Margin {
  /// Left less right, in days, øre or number; nil when one side is `never`: then it is a yes or no.
  let distance: Ratio?
  /// One day, one krone or one of a count.
  let unit: Ratio
  /// What the rule said of the subject.
  let verdict: Verdict
}

extension Auditor {
  /// The margins of every comparison of days, amounts or counts that stands in a rule's tests, for
  /// the cases that were audited last.
  func margins(rule: Int) -> [ComparisonKey: [Margin]] {
    guard let evaluator else { return [:] }
    let judge = Judge(evaluator)
    var result: [ComparisonKey: [Margin]] = [:]
    for (number, limb) in evaluator.program.rules[rule].limbs.enumerated() {
      let plan = evaluator.linker.limb(rule, number)
      evaluator.withFrame(limb.slots) {
        judge.eachSubject(of: plan) { subject in
          let outcome = judge.judge(plan, subject)
          for (test, comparisons) in Self.comparisons(of: limb) {
            for (place, comparison) in comparisons.enumerated() {
              result[ComparisonKey(limb: number, test: test, place: place), default: []].append(
                Margin(
                  distance: comparison.distance(evaluator), unit: comparison.unit,
                  verdict: limb.isMoney && outcome.verdict == .met
                    && comparison.distance(evaluator) ?? .zero > .zero
                    ? limb.verdict.verdict : outcome.verdict))
            }
          }
        }
      }
    }
    return result
  }

  /// The ordered comparisons that stand in each test of a limb.
  static func comparisons(of limb: Limb) -> [(test: Int, [OrderedComparison])] {
    limb.tests.enumerated().map { index, test in
      switch test.form {
      case .require(let node), .forbid(let node): (index, OrderedComparison.all(in: node))
      case .limit(let money):
        (
          index,
          [
            OrderedComparison(
              left: .node(money.charged), right: .node(money.ceiling), unit: Ratio(100))
          ]
        )
      }
    }
  }
}

/// A comparison of days, amounts or counts.
struct OrderedComparison {
  enum Side {
    case node(Node)
    case count(List)
  }
  let left: Side
  let right: Side
  let unit: Ratio

  /// Those that decide a condition by themselves or together.
  static func all(in node: Node) -> [OrderedComparison] {
    switch node.code {
    case .compare(let order, let left, let right):
      guard order != .equal else { return [] }
      switch left.type {
      case .day, .duration, .number, .clock:
        return [OrderedComparison(left: .node(left), right: .node(right), unit: .one)]
      case .money:
        return [OrderedComparison(left: .node(left), right: .node(right), unit: Ratio(100))]
      default: return []
      }
    case .quantified(.atMost(let count), let list), .quantified(.atLeast(let count), let list):
      return [OrderedComparison(left: .count(list), right: .node(count), unit: .one)]
    case .not(let inner): return all(in: inner)
    case .all(let parts): return parts.flatMap { all(in: $0) }
    default: return []
    }
  }

  /// Whether it compares amounts.
  var isMoney: Bool {
    if case .node(let node) = left { node.type == .money } else { false }
  }

  /// How far the left side lies above the right: at least, and at most.
  func over(_ evaluator: Evaluator) -> (certain: Ratio, possible: Ratio)? {
    guard case .node(let left) = left, case .node(let right) = right else { return nil }
    let (a, b) = (evaluator.evaluate(left).numbers, evaluator.evaluate(right).numbers)
    guard let high = a.high, let possible = try? high.subtracting(b.low ?? .zero) else {
      return nil
    }
    let certain = b.high.flatMap { most in a.low.flatMap { try? $0.subtracting(most) } } ?? .zero
    return (max(certain, .zero), possible)
  }

  func distance(_ evaluator: Evaluator) -> Ratio? {
    guard let left = number(left, evaluator), let right = number(right, evaluator) else {
      return nil
    }
    return try? left.subtracting(right)
  }

  private func number(_ side: Side, _ evaluator: Evaluator) -> Ratio? {
    switch side {
    case .count(let list):
      let plan = evaluator.linker.plan(list)
      return Ratio(Int64(evaluator.count(evaluator.subjects(of: plan), plan).sure))
    case .node(let node):
      switch evaluator.evaluate(node) {
      case .day(let day) where day != CivilDay.never && day != CivilDay.longAgo:
        return Ratio(Int64(day))
      case .number(let number): return number
      case .duration(let count, _): return Ratio(Int64(count))
      case .clock(let second): return Ratio(Int64(second))
      default: return nil
      }
    }
  }
}
