/// Where the value of an option comes from.
enum Origin: Equatable, Sendable {
  /// The command line.
  case commandLine
  /// A file of settings, with line and column: `.skikk.json:3:12`.
  case file(String)
  /// The environment, as `LANG`.
  case environment
  /// What holds where nothing is given.
  case standard
}
