import Casebook
import Rulebook
import Values

// Steps that follow from the state of the evaluator and at most one value.
extension Linker {
  func plain(_ node: Node) -> Step {
    switch node.code {
    case .root(let thing):
      let of = thing.map { step($0) }
      return PlainStep(
        node, { .thing($0.root(of: of).index) }, brief: { .thing($0.briefRoot(of: of).index) })
    case .today: return today(node)
    case .commencement(let index):
      return PlainStep(
        node, { $0.commencement(index) }, brief: { $0.brief($0.commencement(index)) })
    case .consequence(let thing, let fact):
      let of = step(thing)
      return PlainStep(
        node, { $0.consequence(fact, of: of.value($0)) },
        brief: { $0.brief($0.consequence(fact, of: $0.full(of.brief($0)))) })
    case .calendarFact(let fact, let day):
      let day = step(day)
      return PlainStep(
        node, { $0.calendarFact(fact, day.value($0)) },
        brief: { $0.brief($0.calendarFact(fact, $0.full(day.brief($0)))) })
    case .lookup(let lookup): return LookupStep(node, lookup, self)
    case .calendar(let table, let day):
      let day = step(day)
      return PlainStep(
        node, { $0.calendar(table, day.value($0)) },
        brief: { $0.brief($0.calendar(table, $0.full(day.brief($0)))) })
    case .rowWords, .rowValue, .rowFlag: return row(node)
    case .choice(let id):
      return PlainStep(node, { $0.choice(id) }, brief: { $0.brief($0.choice(id)) })
    case .choiceNumber(let id, let unit):
      return PlainStep(
        node, { $0.choiceNumber(id, unit) }, brief: { $0.brief($0.choiceNumber(id, unit)) })
    case .isReading(let id, let wanted):
      return PlainStep(
        node, { $0.isReading(id, wanted) }, brief: { $0.briefIsReading(id, wanted) })
    default: return ConstantStep(node, .unknown([]))
    }
  }

  private func today(_ node: Node) -> Step {
    PlainStep(
      node,
      { evaluator in
        evaluator.hasReadAccount = true
        return .day(evaluator.today.number)
      },
      brief: { evaluator in
        evaluator.hasReadAccount = true
        return .day(evaluator.today.number)
      })
  }

  /// What stands in the row of a table that is bound.
  private func row(_ node: Node) -> Step {
    switch node.code {
    case .rowWords(let slot, let rows):
      PlainStep(
        node,
        { evaluator in
          guard case .thing(let row) = evaluator.bound(slot) else { return .unknown([]) }
          return .list(rows[Int(row)])
        },
        brief: { evaluator in
          guard case .thing(let row) = evaluator.brief.bound(slot) else {
            return evaluator.brief(.unknown([]))
          }
          return .list(evaluator.brief.list(rows[Int(row)]))
        })
    case .rowValue(let slot, let table, let column):
      PlainStep(
        node, { $0.rowValue(bound: $0.bound(slot), table, column) },
        brief: { $0.brief($0.rowValue(bound: $0.full($0.brief.bound(slot)), table, column)) })
    case .rowFlag(let slot, let flags, let thing):
      RowFlagStep(node, slot, flags.map { $0.map { callee($0) } }, step(thing))
    default: ConstantStep(node, .unknown([]))
    }
  }
}
