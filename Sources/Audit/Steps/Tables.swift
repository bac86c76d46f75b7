import Rulebook

/// A read of a table.
final class LookupStep: Step {
  private let lookup: Lookup
  private let key: Step?
  private let amount: Step?
  private let day: Step?

  init(_ node: Node, _ lookup: Lookup, _ linker: Linker) {
    self.lookup = lookup
    key = lookup.key.map { linker.step($0) }
    amount = lookup.amount.map { linker.step($0) }
    day = lookup.day.map { linker.step($0) }
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    evaluator.lookup(
      lookup, key: key?.value(evaluator), amount: amount?.value(evaluator),
      day: day?.value(evaluator), node)
  }
}

/// A yes-or-no cell of the bound row, which names a definition of a thing.
final class RowFlagStep: Step {
  private let slot: Int
  private let flags: [Callee?]
  private let thing: Step

  init(_ node: Node, _ slot: Int, _ flags: [Callee?], _ thing: Step) {
    (self.slot, self.flags, self.thing) = (slot, flags, thing)
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    guard case .thing(let row) = evaluator.bound(slot) else { return .unknown([]) }
    guard let flag = flags[Int(row)] else { return .flag(true) }
    return evaluator.call(flag, thing.value(evaluator), at: .none, on: .none)
  }
}
