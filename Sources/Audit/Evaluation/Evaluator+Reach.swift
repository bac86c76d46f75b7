import Casebook
import Rulebook
import Values

// What a list ranges over before anything is asked of it.
extension Evaluator {
  /// Everything of the case at hand, or of the cases that the list ranges over.
  func everything(_ list: List) -> [Thing] {
    if file.roots.count == 1 { return everything(list.kinds) }
    if list.kinds.isSubset(of: words.eventKinds) {
      guard list.reach != .file else { return index.timelineOf[home] ?? [] }
      return near(list, index.together.timeline(list.reach, of: home))
    }
    if list.kinds.isSubset(of: words.claimKinds) {
      guard list.reach != .file else { return index.claimsOf[home] ?? [] }
      return index.together.claims(list.reach, of: home)
    }
    let things = everything(list.kinds)
    guard list.reach != .debtor else { return things }
    let cases = list.reach == .file ? [home] : index.together.pair(of: home)
    return things.filter { $0.index >= file.count || cases.contains(file.root(of: $0)) }
  }

  /// The events that can lie between two days that a list names, so that a look at a few days of a
  /// long timeline costs little. Where silence, or a contradiction, tells something, all are kept.
  private func near(_ list: List, _ events: [Thing]) -> [Thing] {
    let (start, end): (Node, Node)
    switch list.bound {
    case .from(let from, let through): (start, end) = (from, through)
    case .afterThrough(let after, let through): (start, end) = (after, through)
    default: return events
    }
    guard start.type == .day, end.type == .day, index.conflicted.isEmpty,
      completeness(of: list.kinds, list.reach) == .complete
    else { return events }
    let recorder = recorder
    self.recorder = nil
    let (low, high) = (evaluate(start).days.low, evaluate(end).days.high)
    self.recorder = recorder
    func first(where isPast: (Int32) -> Bool) -> Int {
      var (low, high) = (0, events.count)
      while low < high {
        let middle = (low + high) / 2
        let day = file.day(of: events[middle])?.number ?? .max
        if isPast(day) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let undated = first { $0 == .max }
    let range = first { $0 >= low }..<max(first { $0 >= low }, min(first { $0 > high }, undated))
    return Array(events[range] + events[undated...])
  }

  private func everything(_ kinds: KindSet) -> [Thing] {
    if kinds.isSubset(of: words.eventKinds) { return index.timeline }
    if kinds.isSubset(of: words.claimKinds) { return index.claims }
    if kinds.isSubset(of: words.itemKinds) { return index.charges }
    if kinds.isSubset(of: words.consequenceKinds) {
      return consequences.indices.map { Thing(index: Int32(file.count + $0)) }
    }
    return (0..<file.count).map { Thing(index: Int32($0)) }
  }

  // MARK: Gaps

  /// Whether the cases that a list ranges over hold all of its kinds; that one says it does not is
  /// written down.
  @discardableResult
  func noteGaps(_ list: List) -> Completeness {
    guard list.kinds.isSubset(of: words.eventKinds) else { return .complete }
    let completeness = self.completeness(of: list.kinds, list.reach)
    if completeness == .broken {
      let cause = Cause.incomplete(list.kinds)
      if !broken.contains(cause) { broken.append(cause) }
    }
    return completeness
  }

  private func completeness(of kinds: KindSet, _ reach: Reach) -> Completeness {
    let key = CompletenessKey(kinds: kinds, home: home, reach: reach)
    if let known = completenessKept[key] { return known }
    let cases =
      switch reach {
      case .file: [home]
      case .pair: index.together.pair(of: home)
      case .debtor: file.roots
      }
    var result = Completeness.complete
    for kind in kinds.members(of: vocabulary) {
      for root in cases {
        switch file.coverage(of: kind.id, in: root) {
        case .complete, .assumedComplete: continue
        case .silent: result = max(result, .silent)
        case .broken: result = .broken
        }
      }
    }
    completenessKept[key] = result
    return result
  }
}

/// How much the cases that a list ranges over show of its kinds.
enum Completeness: Int, Comparable {
  /// All.
  case complete
  /// Nothing is said, and a gap proves nothing.
  case silent
  /// One says that there is more.
  case broken

  static func < (left: Completeness, right: Completeness) -> Bool {
    left.rawValue < right.rawValue
  }
}
