import Casebook
import Rulebook
import Values

extension Accountant {
  /// What is left of the sums when payments and settlements have had their effect.
  func balance(
    _ sums: AccountStatement.Sums, _ moves: [Move], _ claims: [Thing]
  ) -> AccountStatement.Balance {
    func total(_ kind: AccountStatement.Entry.Kind) -> AccountStatement.Amount {
      var total = AccountStatement.Amount.zero
      for move in moves where move.kind == kind { total = total + counted(move) }
      return total
    }
    let (paid, refunded, setOff) = (total(.payment), total(.refund), total(.setoff))
    // Whoever gave back more than came in has not lent the debtor the rest.
    let kept = (paid - (refunded + setOff)).notNegative
    let unsettled = sums.lawful - kept
    let left = settledLeft(claims) ?? unsettled
    return AccountStatement.Balance(
      sums: sums, paid: paid, refunded: refunded.highest ?? .zero, setOff: setOff,
      waived: unsettled.above(left), refundDue: (.zero - left).notNegative,
      owed: left.notNegative)
  }

  /// What is left of the claims where some of them were settled; nil where none was.
  ///
  /// Claims that a settlement is for are measured together, and all others together.
  private func settledLeft(_ claims: [Thing]) -> AccountStatement.Amount? {
    let rules = program.accountEntries.filter { $0.left != nil }
    guard let left = rules.first?.left else { return nil }
    var settled: [Set<Thing>] = []
    for event in evaluator.index.timeline
    where rules.contains(where: { $0.type == type(of: event) }) {
      let own = Set(file.claims(of: event)).intersection(claims)
      guard !own.isEmpty else { continue }
      let (joined, others) = (
        settled.filter { !$0.isDisjoint(with: own) }, settled.filter { $0.isDisjoint(with: own) }
      )
      settled = others + [joined.reduce(own) { $0.union($1) }]
    }
    guard !settled.isEmpty else { return nil }
    let rest = Set(claims).subtracting(settled.reduce([]) { $0.union($1) })
    return (rest.isEmpty ? settled : settled + [rest]).reduce(.zero) { sum, group in
      sum + self.left(left, claims.filter(group.contains))
    }
  }

  /// What a definition leaves of claims, from the strict run to the mild one.
  private func left(_ id: DefinitionID, _ claims: [Thing]) -> AccountStatement.Amount {
    let outer = evaluator.standing
    defer { evaluator.standing = outer }
    func run(_ standing: Standing) -> NumberRange {
      evaluator.standing = standing
      let list = Value.list(claims.map { Int64($0.index) })
      return evaluator.call(id, list, on: .day(evaluator.asOf.number)).numbers
    }
    return AccountStatement.Amount(
      lowest: run(ledger.strict.standing).low, highest: run(ledger.mild.standing).high)
  }
}
