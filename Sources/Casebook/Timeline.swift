import Values

/// Puts events in the order of the case format's principle 5.
struct Timeline {
  private let file: CaseFile
  private let core: CoreWords

  init(_ file: CaseFile) {
    self.file = file
    core = file.vocabulary.core
  }

  /// What decides the place of an event.
  private struct Entry {
    let event: Thing
    let day: Int32
    let clock: Int64?
    let seq: Int64?
    let rank: Int
    let id: ArraySlice<UInt8>
  }

  /// By day; in a day by clock where both have one, else by `seq` where both have it, else by rank,
  /// then id. Events without a day come last. The order of the file decides only between events
  /// that are alike in all of this.
  func ordered(_ events: [Thing]) -> [Thing] {
    let entries = events.map(entry).enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.day != b.day { return a.day < b.day }
      return Self.isByRankBefore(a, b) ?? (left.offset < right.offset)
    }.map(\.element)
    var result: [Thing] = []
    result.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].day == entries[start].day { end += 1 }
      result += Self.withinDay(entries[start..<end]).map(\.event)
      start = end
    }
    return result
  }

  private func entry(_ event: Thing) -> Entry {
    let at = file[event, core.at]
    let seq = file[event, core.seq]
    let id = file[event, core.id]
    return Entry(
      event: event, day: file.day(of: event)?.number ?? .max,
      clock: at.state == .value ? at.first : nil, seq: seq.state == .value ? seq.first : nil,
      rank: file.vocabulary[file.kind(of: event)].traits?.rank ?? 0,
      id: id.state == .value ? file.bytes(ofText: id.first) : [])
  }

  private static func isByRankBefore(_ left: Entry, _ right: Entry) -> Bool? {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.id.elementsEqual(right.id) { return nil }
    return left.id.lexicographicallyPrecedes(right.id)
  }

  /// Orders the events of one day, which come sorted by rank and id.
  ///
  /// "Clock where both have one, else `seq`" is no order by itself, so chains are merged: the
  /// events with a clock in its order, those with only a `seq` in that order, and the rest. Where
  /// two heads of chains are not comparable, rank and id decide.
  private static func withinDay(_ day: ArraySlice<Entry>) -> [Entry] {
    guard day.contains(where: { $0.clock != nil || $0.seq != nil }) else { return Array(day) }
    let clocked = stable(day.filter { $0.clock != nil }) { ($0.clock ?? 0, $0.seq ?? .max) }
    let numbered = stable(day.filter { $0.clock == nil && $0.seq != nil }) { ($0.seq ?? 0, 0) }
    let rest = day.filter { $0.clock == nil && $0.seq == nil }
    var least = Int64.max
    var ahead: [Int64] = []  // The least `seq` of each clocked event and those after it.
    for entry in clocked.reversed() {
      least = min(least, entry.seq ?? .max)
      ahead.append(least)
    }
    ahead.reverse()
    let chained = merge(clocked, numbered) { index, clocked, numbered in
      let seq = numbered.seq ?? 0
      if ahead[index] < seq { return true }
      if let own = clocked.seq, own > seq { return false }
      return isByRankBefore(clocked, numbered) ?? true
    }
    return merge(chained, rest) { isByRankBefore($1, $2) ?? true }
  }

  private static func stable(
    _ entries: [Entry], by key: (Entry) -> (Int64, Int64)
  ) -> [Entry] {
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
