import Rulebook

extension Finding {
  /// How what was done would have to stand to what was required.
  public enum Relation: String, Sendable, CaseIterable {
    /// At least as much, or no earlier.
    case atLeast = "at-least"
    /// At most as much, or no later.
    case atMost = "at-most"
    /// More, or later.
    case moreThan = "more-than"
    /// Less, or earlier.
    case lessThan = "less-than"
    /// Not that.
    case otherThan = "other-than"

    /// What a comparison asks for that decided against somebody: itself if it failed, the opposite
    /// if it held.
    static func required(by order: Comparison, holds: Bool) -> Relation? {
      switch (order, holds) {
      case (.less, false), (.atLeast, true): .lessThan
      case (.atMost, false), (.greater, true): .atMost
      case (.atLeast, false), (.less, true): .atLeast
      case (.greater, false), (.atMost, true): .moreThan
      case (.equal, false): nil
      case (.equal, true): .otherThan
      }
    }
  }
}
