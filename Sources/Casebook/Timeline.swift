import Values

/// The order of the case format's principle 5.
struct Timeline {
  /// What decides the place of an event.
  struct Entry {
    let event: Thing
    /// Its place in the file.
    let offset: Int
    let day: Int32
    let clock: Int64?
    let seq: Int64?
    let rank: Int
    /// Its id as a text number, or -1.
    let id: Int
  }

  private let texts: TextPool

  /// A timeline of events whose ids stand in `texts`.
  init(texts: TextPool) { self.texts = texts }

  /// By day; in a day by clock where both have one, else by `seq` where both have it, else by rank,
  /// then id. Events without a day come last. The order of the file decides only between events
  /// that are alike in all of this.
  func ordered(_ entries: [Entry]) -> [Entry] {
    if zip(entries, entries.dropFirst()).allSatisfy({ $0.day < $1.day }) { return entries }
    let sorted = entries.sorted { left, right in
      left.day != right.day ? left.day < right.day : isByRankBefore(left, right)
    }
    var result: [Entry] = []
    result.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].day == sorted[start].day { end += 1 }
      result += withinDay(sorted[start..<end])
      start = end
    }
    return result
  }

  private func isByRankBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.id == right.id { return left.offset < right.offset }
    if left.id < 0 || right.id < 0 { return left.id < 0 }
    return texts[left.id].lexicographicallyPrecedes(texts[right.id])
  }

  /// Orders the events of one day, which come sorted by rank and id.
  ///
  /// "Clock where both have one, else `seq`" is no order by itself, so chains are merged: the
  /// events with a clock in its order, those with only a `seq` in that order, and the rest. Where
  /// two heads of chains are not comparable, rank and id decide.
  private func withinDay(_ day: ArraySlice<Entry>) -> [Entry] {
    guard day.count > 1, day.contains(where: { $0.clock != nil || $0.seq != nil }) else {
      return Array(day)
    }
    let clocked = Self.stable(day.filter { $0.clock != nil }) { ($0.clock ?? 0, $0.seq ?? .max) }
    let numbered = Self.stable(day.filter { $0.clock == nil && $0.seq != nil }) { ($0.seq ?? 0, 0) }
    let rest = day.filter { $0.clock == nil && $0.seq == nil }
    let ahead = Self.leastAhead(clocked)
    let chained = Self.merge(clocked, numbered) { index, clocked, numbered in
      let seq = numbered.seq ?? 0
      if ahead[index] < seq { return true }
      if let own = clocked.seq, own > seq { return false }
      return isByRankBefore(clocked, numbered)
    }
    return Self.merge(chained, rest) { isByRankBefore($1, $2) }
  }

  /// For each event of a chain the least `seq` of it and those after it.
  private static func leastAhead(_ chain: [Entry]) -> [Int64] {
    var least = Int64.max
    var ahead: [Int64] = []
    for entry in chain.reversed() {
      least = min(least, entry.seq ?? .max)
      ahead.append(least)
    }
    return ahead.reversed()
  }

  private static func stable(_ entries: [Entry], by key: (Entry) -> (Int64, Int64)) -> [Entry] {
    entries.enumerated().sorted { left, right in
      let (a, b) = (key(left.element), key(right.element))
      return a != b ? a < b : left.offset < right.offset
    }.map(\.element)
  }

  /// Merges two chains; `isFirst` says whether the left head, whose position it gets, goes first.
  private static func merge(
    _ left: [Entry], _ right: [Entry], _ isFirst: (Int, Entry, Entry) -> Bool
  ) -> [Entry] {
    var (i, j) = (0, 0)
    var merged: [Entry] = []
    while i < left.count || j < right.count {
      if j == right.count || (i < left.count && isFirst(i, left[i], right[j])) {
        merged.append(left[i])
        i += 1
      } else {
        merged.append(right[j])
        j += 1
      }
    }
    return merged
  }
}

extension CaseFile {
  /// These events in the order of the timeline.
  func inOrder(_ events: [Thing]) -> [Thing] {
    var entries: [Timeline.Entry] = []
    entries.reserveCapacity(events.count)
    for (offset, event) in events.enumerated() { entries.append(entry(event, offset)) }
    return Timeline(texts: texts).ordered(entries).map(\.event)
  }

  private func entry(_ event: Thing, _ offset: Int) -> Timeline.Entry {
    let at = self[event, vocabulary.core.at]
    let seq = self[event, vocabulary.core.seq]
    let id = self[event, vocabulary.core.id]
    return Timeline.Entry(
      event: event, offset: offset, day: day(of: event)?.number ?? .max,
      clock: at.state == .value ? at.first : nil, seq: seq.state == .value ? seq.first : nil,
      rank: rank(of: event), id: id.state == .value ? Int(id.first) : -1)
  }

  private func rank(of event: Thing) -> Int {
    if case .event(let traits) = vocabulary.kinds[Int(kind(of: event).rawValue)].role {
      return traits.rank
    }
    return 0
  }
}
