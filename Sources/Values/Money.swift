/// An amount in Norwegian kroner, held as a whole number of øre.
///
/// What was charged, asked and paid is money; what the law allows may be a fraction of an øre and
/// is a `Ratio` of øre until a rule rounds it.
public struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of a krone; negative only as the result of a subtraction.
  public let ore: Int64

  /// Nothing.
  public static let zero = Money(ore: 0)

  /// An amount of whole øre.
  public init(ore: Int64) { self.ore = ore }

  /// Whether the left amount is smaller.
  public static func < (left: Money, right: Money) -> Bool { left.ore < right.ore }

  /// The sum. Throws `Overflow` when it does not fit.
  public func adding(_ other: Money) throws(Overflow) -> Money {
    let (sum, overflow) = ore.addingReportingOverflow(other.ore)
    if overflow { throw Overflow("\(self) + \(other)") }
    return Money(ore: sum)
  }

  /// The difference. Throws `Overflow` when it does not fit.
  public func subtracting(_ other: Money) throws(Overflow) -> Money {
    let (difference, overflow) = ore.subtractingReportingOverflow(other.ore)
    if overflow { throw Overflow("\(self) - \(other)") }
    return Money(ore: difference)
  }

  /// The amount in øre as an exact fraction.
  public var ratio: Ratio { Ratio(ore) }
}

extension Money: CustomStringConvertible {
  /// Kroner with two decimals and a point: `1990.00`.
  public var description: String {
    let magnitude = ore.magnitude
    let rest = magnitude % 100
    return "\(ore < 0 ? "-" : "")\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Kroner written with at most two decimals, no sign, exponent or grouping (`1990`, `12.3`,
  /// `12.30`), or nil when the text is written otherwise or does not fit.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8)[...])
  }

  /// As `init(_:)`, from ASCII bytes.
  public init?(bytes: ArraySlice<UInt8>) {
    guard let ore = scaledDecimal(bytes, places: 2) else { return nil }
    self.init(ore: ore)
  }
}
