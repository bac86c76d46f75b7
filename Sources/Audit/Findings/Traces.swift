/// How far findings say, line by line, how they came about.
///
/// A trace has a line for all that was looked at: of a case with a hundred charges it may have
/// thousands.
public enum Traces: Int, Comparable, Sendable {
  /// Not at all.
  case none
  /// In the outermost lines, with the number of the others.
  case outer
  /// In all lines.
  case whole

  /// How deep the outermost lines stand at most.
  public static let outerDepth = 1

  /// Whether less is said.
  public static func < (left: Traces, right: Traces) -> Bool { left.rawValue < right.rawValue }
}
