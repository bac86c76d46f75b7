/// Where the time of judging goes: by rule, and what belongs to none.
public struct Profile: Sendable {
  /// The time of one rule.
  public struct OfRule: Sendable {
    /// Its id.
    public let id: String
    /// All of its time.
    public internal(set) var time = Duration.zero
    /// Whether it was applied.
    public internal(set) var isApplied = false
  }

  /// How many cases were judged.
  public private(set) var cases = 0
  /// By rule, in the order of the rule set.
  public private(set) var rules: [OfRule]
  /// Arranging cases, choosing readings, making reports.
  public private(set) var beside = Duration.zero

  /// Nothing yet, for these rules.
  init(_ ids: [String], applied: [Int]) {
    rules = ids.map { OfRule(id: $0) }
    for rule in applied { rules[rule].isApplied = true }
  }

  /// All of the time.
  public var total: Duration { rules.reduce(beside) { $0 + $1.time } }

  /// With the time of another worker.
  public mutating func add(_ other: Profile) {
    cases += other.cases
    beside += other.beside
    for place in rules.indices { rules[place].time += other.rules[place].time }
  }

  mutating func add(_ time: Duration, ofRule rule: Int) { rules[rule].time += time }

  mutating func addGroup(of cases: Int, _ time: Duration, before: Duration) {
    self.cases += cases
    // What the rules took is a part of what the group took.
    beside += time - (total - before)
  }
}

/// Measures the work of one evaluator.
final class Stopwatch {
  private let clock = ContinuousClock()
  var profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  /// Does something for a rule.
  func rule(_ rule: Int, _ work: () -> Void) {
    let start = clock.now
    work()
    profile.add(clock.now - start, ofRule: rule)
  }

  /// Judges a group of cases.
  func group<Result>(of cases: Int, _ work: () -> Result) -> Result {
    let (start, before) = (clock.now, profile.total)
    let result = work()
    profile.addGroup(of: cases, clock.now - start, before: before)
    return result
  }
}
