/// How the program ends; the contract with pipelines.
///
/// Where several apply, the largest wins: a run that left something out never looks complete.
enum ExitCode: Int32, Comparable, CaseIterable {
  /// Nothing at or above `--fail-on`.
  case clean = 0
  /// Findings at or above `--fail-on`, or examples that do not hold.
  case findings = 1
  /// Wrong usage, or a rule set that does not compile.
  case usage = 2
  /// Some input could not be read or audited (the rest was), or a report could not be written.
  case incomplete = 3

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}
