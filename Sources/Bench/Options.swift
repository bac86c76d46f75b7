/// What the command line asks for.
struct Options {
  /// How many cases to measure with, one measurement for each.
  var cases = [1_000, 10_000]
  /// About how long a measurement may take; it then stops and says how many cases it got through.
  var seconds = 10.0
  /// The longest that a whole run over all cases may be expected to take, on one core.
  var longest: Double { seconds * 60 }
  /// How many times a program is started.
  var runs = 21
  /// The rules that whole runs apply, as `skikk check --select` names them; all unless given.
  var select: String?
  /// Where the results go as JSON.
  var json: String?

  static let usage = """
    Usage: skikk-bench [--cases N,N,…] [--seconds S] [--runs N] [--select ID,…]
                       [--json FILE]

      --cases    numbers of cases (default 1000,10000; up to 1000000)
      --seconds  about how long each measurement may take (default 10); a whole run over all cases
                 is left out where it would take sixty times as long
      --runs     how often a program is started to see how long that takes (default 21)
      --select   the rules that whole runs apply (default all); of one, what is measured is
                 reading, grouping and writing
      --json     write the results to a file too
    """

  /// The options of a command line; nil where it is not understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--cases":
        cases = value.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }
        guard !cases.isEmpty else { return nil }
      case "--seconds":
        guard let number = Double(value), number > 0 else { return nil }
        seconds = number
      case "--runs":
        guard let number = Int(value), number > 0 else { return nil }
        runs = number
      case "--select": select = value
      case "--json": json = value
      default: return nil
      }
    }
  }
}
