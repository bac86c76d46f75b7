/// What definitions gave while facts that are not known were tried with values.
///
/// Many limbs of a case are undetermined for the same facts, and try the same values: what was
/// computed under an assignment holds whenever it is tried again.
struct BriefTrials {
  private struct Trial {
    var memo = Memo<Brief>(.none, room: 64)
    /// What holds as long as the money rules take nothing.
    var left = Memo<Brief>(.none, room: 64)
  }

  private var trials: [Trial] = []
  private var assignments: [Assignment] = []
  /// The number of the first of them; a number is given once in a case.
  private var first = 1

  /// How many are remembered of a case.
  private static let most = 64

  /// The number of an assignment, from one.
  mutating func number(of assignment: Assignment) -> Int {
    if let known = assignments.firstIndex(of: assignment) { return first + known }
    if assignments.count == Self.most {
      first += Self.most
      forgetAll()
    }
    assignments.append(assignment)
    if trials.count < assignments.count { trials.append(Trial()) }
    return first + assignments.count - 1
  }

  /// Turns to another case.
  mutating func forget() {
    first = 1
    forgetAll()
  }

  private mutating func forgetAll() {
    for place in assignments.indices {
      trials[place].memo.clear()
      trials[place].left.clear()
    }
    assignments.removeAll(keepingCapacity: true)
  }

  /// Forgets what depends on what the money rules have left.
  mutating func forgetLeft() {
    for place in assignments.indices { trials[place].left.clear() }
  }

  func kept(_ key: MemoKey, _ trial: Int, _ readsLeft: Bool) -> Brief? {
    readsLeft ? trials[trial - first].left[key] : trials[trial - first].memo[key]
  }

  mutating func keep(_ value: Brief, _ key: MemoKey, _ trial: Int, _ readsLeft: Bool) {
    if readsLeft {
      trials[trial - first].left.keep(value, key)
    } else {
      trials[trial - first].memo.keep(value, key)
    }
  }
}
