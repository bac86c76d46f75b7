import Casebook
import Rulebook
import Values

// What a list ranges over before anything is asked of it.
extension Evaluator {
  /// Everything of the case at hand, or of the cases that the list ranges over.
  func everything(_ list: ListPlan) -> [Thing] { everything(list, between: days(of: list)) }

  /// The same, where only what lies between two days can be a member.
  func everything(_ list: ListPlan, between days: @autoclosure () -> DayRange?) -> [Thing] {
    if isAlone { return everything(list.kinds) }
    if list.kinds.isSubset(of: words.eventKinds) {
      guard list.reach != .file else { return index.timeline(of: home) }
      return near(list, index.together.timeline(list.reach, of: home), days)
    }
    if list.kinds.isSubset(of: words.claimKinds) {
      guard list.reach != .file else { return index.claims(of: home) }
      return index.together.claims(list.reach, of: home)
    }
    if list.kinds.isSubset(of: words.itemKinds) {
      guard list.reach != .file else { return index.charges(of: home) }
      guard list.reach != .debtor else { return index.charges }
      let (file, home, together) = (file, home, index.together)
      return index.charges.filter { together.arePair(file.root(of: $0), home) }
    }
    return everything(list.kinds, of: list.reach)
  }

  /// Things that are none of a timeline: of one case after the other, in which they lie in a row.
  private func everything(_ kinds: KindSet, of reach: Reach) -> [Thing] {
    let isConsequence = kinds.isSubset(of: words.consequenceKinds)
    guard reach != .debtor, !isConsequence else { return everything(kinds) }
    let cases = reach == .file ? [home] : index.together.pair(of: home)
    return cases.flatMap { root in file.things(ofCase: root).map { Thing(index: $0) } }
  }

  /// The days that a list names as the ends of its range.
  private func days(of list: ListPlan) -> DayRange? {
    guard let range = list.range, range.form.hasTwoEnds, range.start.node.type == .day,
      range.end.node.type == .day
    else { return nil }
    let recorder = recorder
    self.recorder = nil
    defer { self.recorder = recorder }
    return DayRange(low: range.start.value(self).days.low, high: range.end.value(self).days.high)
  }

  /// The events that can lie between two days that a list names, so that a look at a few days of a
  /// long timeline costs little. Where silence, or a contradiction, tells something, all are kept.
  private func near(_ list: ListPlan, _ events: [Thing], _ days: () -> DayRange?) -> [Thing] {
    guard index.conflicted.isEmpty, completeness(of: list.kinds, list.reach) == .complete,
      let days = days()
    else { return events }
    let (low, high) = (days.low, days.high)
    func first(where isPast: (Int32) -> Bool) -> Int {
      var (low, high) = (0, events.count)
      while low < high {
        let middle = (low + high) / 2
        let day = index.days[Int(events[middle].index)]
        if isPast(day == CaseIndex.noDay ? .max : day) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let undated = first { $0 == .max }
    let start = first { $0 >= low }
    let dated = start..<max(start, min(first { $0 > high }, undated))
    return Array(events[dated] + events[undated...])
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
  func noteGaps(_ list: ListPlan) -> Completeness {
    guard list.isOfEvents else { return .complete }
    let completeness = self.completeness(of: list.kinds, list.reach)
    if completeness == .broken {
      let cause = Cause.incomplete(list.kinds)
      if !broken.contains(cause) { broken.append(cause) }
    }
    return completeness
  }

  private func completeness(of kinds: KindSet, _ reach: Reach) -> Completeness {
    if isAlone || reach == .debtor { return gaps.completeness(of: kinds) }
    guard reach == .pair else {
      return gaps.completeness(of: kinds, in: index.number(of: home))
    }
    return gaps.completeness(
      of: kinds, in: index.together.pair(of: home).map { index.number(of: $0) })
  }
}
