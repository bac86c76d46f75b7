extension CaseFile {
  /// The id of the creditor of a case; nil when the file does not name it.
  public func creditorID(of root: Thing) -> String? {
    things(root, vocabulary.core.creditor).first.flatMap { identifier(of: $0) }
  }

  /// The id of the debtor of a case; nil when the file does not name it.
  public func debtorID(of root: Thing) -> String? {
    things(root, vocabulary.core.debtor).first.flatMap { identifier(of: $0) }
  }

  /// What makes events of several files one: their type and `sharedId`.
  private struct Shared: Hashable {
    let kind: KindID
    let id: Int64
  }

  private func shared(_ event: Thing) -> Shared? {
    let id = self[event, vocabulary.core.sharedId]
    return id.state == .value ? Shared(kind: kind(of: event), id: id.first) : nil
  }

  /// These events, each that stands in several files once (principle 8): where its copies tell
  /// more or less, by one that gives the hour.
  public func withoutCopies(_ events: [Thing]) -> [Thing] {
    var places: [Shared: Int] = [:]
    var result: [Thing] = []
    result.reserveCapacity(events.count)
    for event in events {
      guard let shared = shared(event) else {
        result.append(event)
        continue
      }
      if let place = places[shared] {
        if clock(of: result[place]) == nil, clock(of: event) != nil { result[place] = event }
      } else {
        places[shared] = result.count
        result.append(event)
      }
    }
    return result
  }

  /// Contradictions between the copies of an event that stands in several files (section 5).
  func conflictsOfCopies() -> [DataConflict] {
    var first: [Shared: Thing] = [:]
    var found: [DataConflict] = []
    for event in events {
      guard let shared = shared(event) else { continue }
      guard let copy = first[shared] else {
        first[shared] = event
        continue
      }
      found += conflicts(between: copy, and: event)
    }
    return found
  }

  private func conflicts(between one: Thing, and other: Thing) -> [DataConflict] {
    var facts: [[Fact]] = []
    if let day = day(of: one), let otherDay = self.day(of: other) {
      let (clock, otherClock) = (clock(of: one), self.clock(of: other))
      let areTimed = clock != nil && otherClock != nil
      if day != otherDay || (areTimed && clock != otherClock) {
        facts.append([one, other].map(dayFact))
      }
    }
    for field in vocabulary[kind(of: one)].fields where isCompared(field) {
      if differ(self[one, field.word], self[other, field.word]) {
        facts.append([Fact(one, field.word), Fact(other, field.word)])
      }
    }
    return facts.map { facts in
      DataConflict(
        name: "copies-differ",
        message: Label(
          nb: "to saker forteller ulikt om det samme, som har én sharedId",
          en: "two cases tell differently of one thing, which has one sharedId"),
        facts: facts, paths: facts.map { pointer(to: $0) })
    }
  }

  private func dayFact(_ event: Thing) -> Fact {
    let isDay = self[event, vocabulary.core.date].state == .value
    return Fact(event, isDay ? vocabulary.core.date : vocabulary.core.at)
  }

  /// What happened is the same in every copy; ids, references, charges and remarks are its own.
  private func isCompared(_ field: Field) -> Bool {
    if field.word == vocabulary.core.date || field.word == vocabulary.core.at { return false }
    return switch field.type {
    case .day, .time, .money, .bool, .choice, .list(.choice): true
    default: false
    }
  }

  private func differ(_ one: Slot, _ other: Slot) -> Bool {
    guard one.state != .absent, other.state != .absent else { return false }
    guard one.state == other.state else { return true }
    switch one.state {
    case .value: return one.first != other.first
    case .list: return Set(members(one)) != Set(members(other))
    case .absent, .none: return false
    }
  }

  private func members(_ slot: Slot) -> ArraySlice<Int64> {
    elements[Int(slot.first)..<(Int(slot.first) + Int(slot.count))]
  }
}
