import Casebook
import Rulebook
import Values

/// Draws up the account of a settled ledger.
struct Accountant {
  let evaluator: Evaluator
  let ledger: Ledger
  /// One for each case.
  let reports: [CaseReport]

  var file: CaseFile { evaluator.file }
  var program: Program { evaluator.program }

  /// The whole account of the cases that were laid together.
  func statement(limits notes: LimitNotes) -> AccountStatement {
    // What rules read of the charges is what stands of them.
    evaluator.standing = ledger.mild.standing
    defer { evaluator.standing = nil }
    let charges = evaluator.index.charges.map { charge($0) }
    let overcharges = reports.flatMap { self.overcharges($0) }
    let claims = claimsByID.map { claim($0, charges, overcharges) }
    let limits = notes.notes.map { limit($0) }
    let moves = moves(of: nil)
    return AccountStatement(
      day: evaluator.asOf, toldUntil: evaluator.index.lastDays.max(),
      cases: reports.map(\.id), parties: parties, claims: claims, charges: charges,
      limits: limits, groups: groups(limits, charges, overcharges),
      overcharges: overcharges, entries: moves.map { entry($0) },
      balance: balance(total(charges), moves, claimsByID.map { $0[0] }),
      hasLines: hasLines, reports: reports)
  }

  /// The bottom line of one of the cases; nil where the rules name no lines of an account.
  func balance(of root: Thing, _ report: CaseReport) -> AccountStatement.Balance? {
    guard hasLines else { return nil }
    evaluator.standing = ledger.mild.standing
    defer { evaluator.standing = nil }
    let isAlone = file.roots.count == 1
    let claims = isAlone ? file.claims : file.claims.filter { file.root(of: $0) == root }
    let lines = self.lines(of: claims.map { [$0] })
    var (costs, charged) = (AccountStatement.Amount.zero, Ratio.zero)
    for item in evaluator.index.charges(of: root) {
      costs = costs + kept(item)
      charged = sum(charged, self.charged(item))
    }
    let sums = self.sums(
      lines, charged: charged, kept: costs, excess: report.excess, atRisk: report.atRisk)
    return balance(sums, moves(of: root), claims)
  }

  /// Whether the rules say what is owed beside the charges.
  var hasLines: Bool { !program.accountLines.isEmpty }

  /// Each name of a role once.
  private var parties: [(role: String, name: String)] {
    var seen: [(role: String, name: String)] = []
    for party in reports.flatMap(\.parties) where !seen.contains(where: { $0 == party }) {
      seen.append(party)
    }
    return seen
  }
}

// MARK: Sums

extension Accountant {
  func sum(_ left: Ratio, _ right: Ratio) -> Ratio { (try? left.adding(right)) ?? left }
  func difference(_ left: Ratio, _ right: Ratio) -> Ratio {
    (try? left.subtracting(right)) ?? .zero
  }

  private func total(_ charges: [AccountStatement.Charge]) -> AccountStatement.Sums {
    sums(
      lines(of: claimsByID), charges,
      excess: reports.reduce(.zero) { sum($0, $1.excess) },
      atRisk: reports.reduce(.zero) { sum($0, $1.atRisk) })
  }

  /// The sums of some claims: their lines, what was charged for them alone, and what else is too
  /// much of them alone.
  func sums(
    of claims: [String], _ lines: [LineAmounts], _ charges: [AccountStatement.Charge],
    _ overcharges: [AccountStatement.Overcharge]
  ) -> AccountStatement.Sums {
    func isTheirs(_ ids: [String]) -> Bool { !ids.isEmpty && ids.allSatisfy(claims.contains) }
    let charges = charges.filter { isTheirs($0.claims) }
    let overcharges = overcharges.filter { isTheirs($0.claims) }
    let excess = charges.map { difference($0.charged, $0.lawful) } + overcharges.map(\.excess)
    return sums(
      lines, charges, excess: excess.reduce(.zero, sum),
      atRisk: (charges.map(\.atRisk) + overcharges.map(\.atRisk)).reduce(.zero, sum))
  }

  private func sums(
    _ lines: [LineAmounts], _ charges: [AccountStatement.Charge], excess: Ratio, atRisk: Ratio
  ) -> AccountStatement.Sums {
    let kept = charges.reduce(AccountStatement.Amount.zero) { total, charge in
      total
        + AccountStatement.Amount(
          lowest: difference(charge.lawful, charge.atRisk), highest: charge.lawful)
    }
    return sums(
      lines, charged: charges.reduce(.zero) { sum($0, $1.charged) }, kept: kept, excess: excess,
      atRisk: atRisk)
  }

  private func sums(
    _ lines: [LineAmounts], charged: Ratio, kept: AccountStatement.Amount, excess: Ratio,
    atRisk: Ratio
  ) -> AccountStatement.Sums {
    // Without lines nobody knows the principal.
    let open = AccountStatement.Amount(lowest: .zero, highest: nil)
    let start = hasLines ? AccountStatement.Amount.zero : open
    return AccountStatement.Sums(
      demanded: lines.reduce(start + AccountStatement.Amount(charged)) {
        $0 + ($1.demanded ?? $1.lawful)
      },
      lawful: lines.reduce(start + kept) { $0 + $1.lawful }, excess: excess, atRisk: atRisk)
  }
}
