public import Rulebook

/// What a report says of the program that made it.
public struct ToolInfo: Sendable {
  /// The version of the program.
  public let version: String
  /// The rules that were applied, whose documents explain findings; nil where there are none.
  public let program: Program?

  /// What a report says of the program that made it.
  public init(version: String, program: Program? = nil) {
    self.version = version
    self.program = program
  }
}
