import Casebook
import Rulebook
import Values

/// Writes down the limits that are held against charges on the day of evaluation, for the account.
final class LimitNotes {
  /// One limit's turn.
  struct Note {
    let key: Ledger.Key
    /// The charges it holds down.
    let items: [Thing]
    /// The claims it counts together; empty: those of the charges.
    let claims: [Thing]
    let ceiling: Value
    let basis: AccountStatement.Basis
    /// What stands once it has had its turn.
    var left = Ratio.zero
  }

  private(set) var notes: [Note] = []
  private var pending: Note?

  /// A limit that surely holds is about to take its turn.
  func begin(
    _ money: MoneyLimit, _ key: Ledger.Key, _ items: [Thing], _ evaluator: Evaluator
  ) {
    guard !items.isEmpty else { return }
    let limb = evaluator.program.rules[key.rule].limbs[key.limb]
    let (ceiling, basis) = evaluator.explained { evaluator.evaluate(money.ceiling) }
    pending = Note(
      key: key, items: items, claims: Self.claims(of: limb, evaluator), ceiling: ceiling,
      basis: basis)
  }

  /// It has had its turn.
  func end(_ evaluator: Evaluator) {
    guard var note = pending else { return }
    pending = nil
    note.left = note.items.reduce(.zero) { sum, item in
      (try? sum.adding(evaluator.standing?[item] ?? .zero)) ?? sum
    }
    notes.append(note)
  }

  /// The group that is bound, or the claims a bound consequence strikes.
  private static func claims(of limb: Limb, _ evaluator: Evaluator) -> [Thing] {
    for subject in limb.subject {
      switch evaluator.bound(subject.slot) {
      case .list(let claims): return claims.map { Thing(index: Int32(truncatingIfNeeded: $0)) }
      case .thing(let number) where Int(number) >= evaluator.file.count:
        return evaluator.consequences[Int(number) - evaluator.file.count].claims
      default: continue
      }
    }
    return []
  }
}
