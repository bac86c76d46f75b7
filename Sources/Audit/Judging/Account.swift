import Casebook
import Rulebook
import Values

/// What a limb's effects do to items.
struct CutMaker {
  private let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// The cuts of a failed or doubtful limb for the bound subject.
  func cuts(of limb: Limb, _ outcome: Judge.Outcome) -> [Cut] {
    var cuts: [Cut] = []
    for effect in limb.effects where !effect.atRisk && holds(effect.condition) {
      guard case .itemVoid(let item) = effect.form,
        case .thing(let number) = evaluator.evaluate(item)
      else { continue }
      cuts.append(Cut(items: [Thing(index: number)], ceiling: .zero, tolerance: .zero))
    }
    guard let test = outcome.test,
      case .limit(let items, let most, let tolerance, _) = limb.tests[test].form
    else { return cuts }
    // The ceiling most favourable to the collector.
    guard let ceiling = evaluator.evaluate(most).numbers.high else { return cuts }
    let accepted = tolerance.map { evaluator.evaluate($0).numbers.high ?? .zero } ?? .zero
    cuts.append(Cut(items: self.items(items), ceiling: ceiling, tolerance: accepted))
    return cuts
  }

  private func holds(_ condition: Node?) -> Bool {
    guard let condition else { return true }
    return Kleene.known(evaluator.evaluate(condition)) == true
  }

  /// The items whose amounts a limit sums.
  private func items(_ node: Node) -> [Thing] {
    switch node.code {
    case .field(let item, _):
      if case .thing(let number) = evaluator.evaluate(item) { return [Thing(index: number)] }
      return []
    case .aggregate(_, _, let list):
      return evaluator.members(list).things.filter(\.causes.isEmpty).map(\.thing)
    default: return []
    }
  }
}

/// The items of a case and what the rules leave of them: each krone is taken once.
///
/// Void items come before maxima, in the order of the rules; what is only doubtful is counted
/// after all that is certain.
struct Account {
  private let evaluator: Evaluator
  private var left: [Thing: Ratio] = [:]

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// Books every cut on the finding that names it, and what is at risk on what is undetermined.
  func settle(
    _ findings: inout [Finding], _ undetermined: inout [Undetermined]
  ) -> (excess: Ratio, atRisk: Ratio) {
    var account = self
    var excess = Ratio.zero
    for void in [true, false] {
      for index in findings.indices {
        for cut in findings[index].cuts where (cut.ceiling == .zero) == void {
          let amount = account.take(cut)
          findings[index].excess = sum(findings[index].excess ?? .zero, amount)
          excess = sum(excess, amount)
        }
      }
    }
    var atRisk = Ratio.zero
    for index in undetermined.indices {
      for cut in undetermined[index].cuts {
        let amount = account.take(cut)
        undetermined[index].atRisk = sum(undetermined[index].atRisk ?? .zero, amount)
        atRisk = sum(atRisk, amount)
      }
    }
    return (excess, atRisk)
  }

  private func sum(_ left: Ratio, _ right: Ratio) -> Ratio { (try? left.adding(right)) ?? left }

  /// Takes items down to a ceiling, the last ones first; returns how much was taken.
  private mutating func take(_ cut: Cut) -> Ratio {
    let standing = cut.items.map { left[$0] ?? amount(of: $0) }
    let total = standing.reduce(Ratio.zero) { sum($0, $1) }
    guard let over = try? total.subtracting(cut.ceiling), over > cut.tolerance, over > .zero else {
      return .zero
    }
    var open = over
    for (item, amount) in zip(cut.items, standing).reversed() {
      let taken = min(amount, open)
      left[item] = (try? amount.subtracting(taken)) ?? amount
      open = (try? open.subtracting(taken)) ?? .zero
    }
    return over
  }

  private func amount(of item: Thing) -> Ratio {
    let slot = evaluator.file[item, evaluator.words.amount]
    return slot.state == .value ? Ratio(slot.first) : .zero
  }
}
