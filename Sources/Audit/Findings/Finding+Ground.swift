public import Values

extension Finding {
  /// Another finding, by way of what follows from it.
  public struct Ground: Hashable, Sendable {
    /// Its rule.
    public let rule: String
    /// The part of that rule, if it has parts.
    public let part: String?
    /// Its deciding day, if known.
    public let day: CivilDay?
  }
}
