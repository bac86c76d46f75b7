/// Groups of cases that one worker judges one after the other: to hand over each by itself would
/// cost more than to judge a small one.
struct GroupBatch<Group> {
  /// How many cases, and how many bytes of them, are handed over at a time.
  private static var mostCases: Int { 16 }
  private static var mostBytes: Int { 128 << 10 }

  private(set) var groups: [Group] = []
  private(set) var cases = 0
  private(set) var bytes = 0

  /// Whether it is worth handing over before more come.
  var isFull: Bool { cases >= Self.mostCases || bytes >= Self.mostBytes }

  mutating func add(_ group: Group, cases: Int, bytes: Int) {
    groups.append(group)
    self.cases += cases
    self.bytes += bytes
  }
}

extension GroupBatch: Sendable where Group: Sendable {}
