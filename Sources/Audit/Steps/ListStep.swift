import Rulebook
import Values

/// Something that is asked of the members of a list.
///
/// Where a case has many charges and the list stands in the condition of another one, it is asked
/// again and again of the same things: then what it gave for them is remembered.
class ListStep: Step {
  final let list: ListPlan
  /// By what its values are remembered; known once there was a case with many charges.
  private var part: ListPart?

  init(_ node: Node, _ list: ListPlan) {
    self.list = list
    super.init(node)
  }

  override final func compute(_ evaluator: Evaluator) -> Value {
    guard evaluator.state.hasManyCharges else { return computed(evaluator) }
    let part = part ?? ListPart(node, evaluator)
    self.part = part
    guard let asked = part.asked(evaluator) else { return computed(evaluator) }
    return evaluator.remembered(asked) { computed(evaluator) }
  }

  /// Computes the value. Every kind says how.
  func computed(_ evaluator: Evaluator) -> Value { .unknown([]) }
}

/// By what the values of a list step are remembered.
private final class ListPart {
  private let number: Int
  /// The slots that it reads and does not bind; nil where it gives other values another time, or
  /// reads too many.
  private let slots: [Int]?

  init(_ node: Node, _ evaluator: Evaluator) {
    number = evaluator.linker.nextPart()
    let (reads, free) = (evaluator.program.reads([node]), node.freeSlots.sorted())
    slots = reads.today || reads.left || free.count > 2 || free.isEmpty ? nil : free
  }

  /// What is asked; nil where it is not asked of things alone.
  func asked(_ evaluator: Evaluator) -> Asked? {
    guard let slots, let first = Self.number(evaluator.bound(slots[0])) else { return nil }
    guard slots.count == 2 else { return Asked(part: number, first, -1) }
    return Self.number(evaluator.bound(slots[1])).map { Asked(part: number, first, $0) }
  }

  /// A number for a thing, and another one for a list of it alone.
  private static func number(_ value: Value) -> Int32? {
    switch value {
    case .thing(let thing): thing
    case .list(let things) where things.count == 1: -2 - Int32(truncatingIfNeeded: things[0])
    default: nil
    }
  }
}
