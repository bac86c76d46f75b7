/// A sample cannot be made with these rules.
public struct SampleFault: Error, Sendable, CustomStringConvertible {
  /// The table that is missing, or that lacks a column.
  public let table: String
  /// What is wrong and what to do.
  public var description: String {
    "found no table `\(table)` as the sample reads it, expected the one of rules/; "
      + "use the rules built in"
  }
}
