public import Values

extension AccountStatement {
  /// An amount that may not be known to the øre, in øre.
  public struct Amount: Hashable, Sendable {
    /// The least it can be; nil when nothing is known of that.
    public let lowest: Ratio?
    /// The most it can be; nil when nothing is known of that.
    public let highest: Ratio?
    /// The amount, when it is known.
    public var known: Ratio? { lowest == highest ? lowest : nil }

    /// Nothing.
    static let zero = Amount(.zero)

    init(lowest: Ratio?, highest: Ratio?) {
      self.lowest = lowest
      self.highest = highest
    }

    init(_ known: Ratio) { self.init(lowest: known, highest: known) }

    static func + (left: Amount, right: Amount) -> Amount {
      Amount(
        lowest: sum(left.lowest, right.lowest), highest: sum(left.highest, right.highest))
    }

    static func - (left: Amount, right: Amount) -> Amount {
      Amount(
        lowest: sum(left.lowest, right.highest.flatMap { try? $0.negated() }),
        highest: sum(left.highest, right.lowest.flatMap { try? $0.negated() }))
    }

    /// The amount, or nothing where it is less.
    var notNegative: Amount {
      Amount(lowest: max(lowest ?? .zero, .zero), highest: highest.map { max($0, .zero) })
    }

    /// How much more it is than another, end by end.
    func above(_ other: Amount) -> Amount {
      let ends = [(lowest, other.lowest), (highest, other.highest)].map { own, other in
        own.flatMap { own in other.flatMap { try? own.subtracting($0) } }
      }.compactMap { $0 }
      guard let least = ends.min(), let most = ends.max() else { return .zero }
      return Amount(lowest: least, highest: most).notNegative
    }

    /// All that either can be.
    func union(_ other: Amount) -> Amount {
      Amount(
        lowest: lowest.flatMap { low in other.lowest.map { min(low, $0) } },
        highest: highest.flatMap { high in other.highest.map { max(high, $0) } })
    }

    /// A sum that does not fit is not known.
    private static func sum(_ left: Ratio?, _ right: Ratio?) -> Ratio? {
      guard let left, let right else { return nil }
      return try? left.adding(right)
    }
  }

  /// Demanded, lawful, and the difference that rules found, in øre.
  public struct Sums: Sendable {
    /// Everything that was asked. A line that nobody asked for counts at what is lawful.
    public let demanded: Amount
    /// Everything that may be claimed.
    public let lawful: Amount
    /// What is too much in any case.
    public let excess: Ratio
    /// What more may be too much.
    public let atRisk: Ratio
  }

  /// The sums, and what has been paid of them, in øre.
  public struct Balance: Sendable {
    /// Before payments.
    public let sums: Sums
    /// What came in.
    public let paid: Amount
    /// What was paid back.
    public let refunded: Ratio
    /// What was rightly set off elsewhere.
    public let setOff: Amount
    /// What the creditor gave up by accepting a sum as full settlement.
    public let waived: Amount
    /// What was paid above what may be claimed, and has not been given back: its lowest end is due
    /// in any case.
    public let refundDue: Amount
    /// What may still be claimed.
    public let owed: Amount
  }
}
