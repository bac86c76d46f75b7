/// Which cases a list ranges over, of those that are judged together.
public enum Reach: Int, Comparable, Sendable, CaseIterable {
  /// The case at hand.
  case file
  /// The cases of one creditor and one debtor.
  case pair
  /// All cases of one debtor, whoever the creditor is.
  case debtor

  /// Whether the left reaches less far.
  public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}
