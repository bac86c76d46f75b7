import Values

/// The order of the case format's principle 5.
struct Timeline {
  /// What decides the place of an event in its day.
  struct Entry {
    let event: Thing
    /// Its place in the file.
    let offset: Int
    let clock: Int64?
    let seq: Int64?
    let rank: Int
    /// Its id as a text number, or -1.
    let id: Int
  }

  private let texts: TextPool

  /// A timeline of events whose ids stand in `texts`.
  init(texts: TextPool) { self.texts = texts }

  /// Puts events that come by day into the order of the timeline: in a day by clock where both
  /// have one, else by `seq` where both have it, else by rank, then id. Events without a day come
  /// last. The order of the file decides only between events that are alike in all of this.
  func order(_ events: inout [Thing], days: [Int32], _ entry: (Int) -> Entry) {
    var start = 0
    while start < events.count {
      var end = start + 1
      while end < events.count, days[end] == days[start] { end += 1 }
      if end > start + 1 {
        let day = (start..<end).map(entry)
        let isInOrder = zip(day, day.dropFirst()).allSatisfy {
          $0.clock == nil && $0.seq == nil && $1.clock == nil && $1.seq == nil
            && isByRankBefore($0, $1)
        }
        if !isInOrder {
          for (place, entry) in withinDay(day.sorted(by: isByRankBefore)).enumerated() {
            events[start + place] = entry.event
          }
        }
      }
      start = end
    }
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
  private func withinDay(_ day: [Entry]) -> [Entry] {
    guard day.contains(where: { $0.clock != nil || $0.seq != nil }) else { return day }
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
    var days = events.map { day(of: $0)?.number ?? .max }
    var (ordered, offsets) = (events, Array(events.indices))
    if zip(days, days.dropFirst()).contains(where: { $0 > $1 }) {
      offsets.sort { (days[$0], $0) < (days[$1], $1) }
      (ordered, days) = (offsets.map { events[$0] }, offsets.map { days[$0] })
    }
    let unordered = ordered
    Timeline(texts: texts).order(&ordered, days: days) { entry(unordered[$0], offsets[$0]) }
    return ordered
  }

  private func entry(_ event: Thing, _ offset: Int) -> Timeline.Entry {
    let at = self[event, vocabulary.core.at]
    let seq = self[event, vocabulary.core.seq]
    let id = self[event, vocabulary.core.id]
    return Timeline.Entry(
      event: event, offset: offset,
      clock: at.state == .value ? at.first : nil, seq: seq.state == .value ? seq.first : nil,
      rank: vocabulary.kinds[Int(kind(of: event).rawValue)].rank,
      id: id.state == .value ? Int(id.first) : -1)
  }
}
