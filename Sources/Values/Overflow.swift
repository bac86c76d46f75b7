/// An amount, day or fraction grew past what can be represented exactly.
///
/// Nothing in skikk wraps or rounds silently: the calculation stops and says where.
public struct Overflow: Error, Hashable, CustomStringConvertible {
  /// The calculation that did not fit, in words.
  public let calculation: String

  /// An overflow in this calculation.
  public init(_ calculation: String) { self.calculation = calculation }

  /// What happened, for a person.
  public var description: String { "\(calculation) is too large to be computed exactly" }
}
