public import Values

// What the sums rest on without anyone having said or judged it.
extension AccountStatement {
  /// Of what was demanded: lines that no letter in the files states, counted at what is lawful.
  public var unstated: Amount {
    claims.flatMap(\.lines).filter { $0.demanded == nil }.reduce(.zero) { $0 + $1.lawful }
  }

  /// Of what is lawful: lines that have not fallen due by the day.
  public var notYetDue: Amount {
    claims.flatMap(\.lines).filter { $0.due != nil }.reduce(.zero) { $0 + $1.lawful }
  }

  /// Of what is lawful, in øre: charges that no rule of the set limits.
  public var unlimited: Ratio {
    charges.indices.filter { !isLimited(charges[$0], at: $0 + 1) }
      .reduce(.zero) { (try? $0.adding(charges[$1].lawful)) ?? $0 }
  }

  /// Whether a rule limits a charge, or has something against it.
  /// - Parameters:
  ///   - charge: the charge.
  ///   - place: its place in the statement, from 1.
  /// - Returns: false where nothing in the rule set speaks of it.
  public func isLimited(_ charge: Charge, at place: Int) -> Bool {
    !charge.cuts.isEmpty || !charge.risks.isEmpty
      || limits.contains { $0.charges.contains(place) }
  }
}
