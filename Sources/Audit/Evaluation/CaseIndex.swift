import Casebook
import Values

/// One case arranged for judging: its timeline to the day of evaluation, by claim.
struct CaseIndex {
  /// Events up to the day of evaluation, in order; those without a day last.
  let timeline: [Thing]
  /// For each case, how many events lie after that day.
  let eventsAfter: [Thing: Int]
  /// Charges that take something back, in order.
  let removals: [Thing]
  /// Charges of the timeline, in order.
  let charges: [Thing]
  /// For each claim, its events in order.
  let eventsOfClaim: [Thing: [Thing]]
  /// For each claim, its charges in order.
  let chargesOfClaim: [Thing: [Thing]]
  /// For each case, the last day that an event of it can have happened on: when the file was
  /// taken, else its last event, and never after the day of evaluation. Where that may be an event
  /// without a day, it is the day to which the rules are reviewed, if that is later.
  let lastDay: [Thing: CivilDay]
  /// The claims by their ids, so that nothing depends on the order of the file.
  let claims: [Thing]
  /// The place of each event and charge in time.
  let places: [Thing: Int]
  /// For each case, its timeline and its claims.
  let timelineOf: [Thing: [Thing]]
  let claimsOf: [Thing: [Thing]]
  /// Which cases belong together, and what they show.
  let together: CasesTogether
  /// For each event, what stands in it, in order.
  let partsOfEvent: [Thing: [Thing]]
  /// For each event of the timeline, the claims it concerns.
  let claimsOfEvent: [Thing: [Thing]]
  /// Days of events and of their facts, and the days after them.
  let changes: Set<Int32>
  /// Facts that are read as unknown because others contradict them.
  let conflicted: [Fact: Int]

  init(_ file: CaseFile, asOf: CivilDay, reviewed: CivilDay, extracted: Word, dayWords: [Word]) {
    var conflicted: [Fact: Int] = [:]
    for (index, conflict) in file.conflicts.enumerated() {
      for fact in conflict.facts { conflicted[fact] = index }
    }
    self.conflicted = conflicted
    let kept = file.events.filter { event in file.day(of: event).map { $0 <= asOf } ?? true }
    timelineOf = Dictionary(grouping: kept) { file.root(of: $0) }
    var lastDay: [Thing: CivilDay] = [:]
    for root in file.roots {
      let taken = file[root, extracted]
      if taken.state == .value, conflicted[Fact(root, extracted)] == nil {
        lastDay[root] = min(asOf, CivilDay(number: Int32(truncatingIfNeeded: taken.first)))
        continue
      }
      let days = (timelineOf[root] ?? []).map { file.day(of: $0) ?? reviewed }
      lastDay[root] = min(asOf, days.max() ?? asOf)
    }
    self.lastDay = lastDay
    timeline = kept
    var eventsAfter: [Thing: Int] = [:]
    for event in file.events where file.day(of: event).map({ $0 > asOf }) ?? false {
      eventsAfter[file.root(of: event), default: 0] += 1
    }
    self.eventsAfter = eventsAfter
    let shown = Set(kept)
    let all = file.charges.filter { shown.contains(file.parent(of: $0)) }
    func takesBack(_ charge: Thing) -> Bool {
      file.vocabulary[file.kind(of: file.parent(of: charge))].name == "charge-removed"
    }
    charges = all.filter { !takesBack($0) }
    removals = all.filter(takesBack)
    claimsOfEvent = Dictionary(uniqueKeysWithValues: kept.map { ($0, file.claims(of: $0)) })
    partsOfEvent = Self.byEvent(file)
    let byID = file.claims.map { ($0, file.identifier(of: $0) ?? "") }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    claims = byID
    claimsOf = Dictionary(grouping: byID) { file.root(of: $0) }
    together = CasesTogether(file, timeline: kept, claims: byID)
    places = Dictionary(
      zip(kept + charges, 0...), uniquingKeysWith: { first, _ in first })
    changes = Self.changes(kept, file, dayWords)
    eventsOfClaim = Self.byClaim(kept, file)
    chargesOfClaim = Self.byClaim(charges, file)
  }

  /// Whether a removal can be of an item: its event names the item's, or names none and shares a
  /// claim with it.
  func removes(_ removal: Thing, _ item: Thing, _ file: CaseFile, _ words: KnownWords) -> Bool {
    let event = file.parent(of: removal)
    let named = file.things(event, words.of)
    if !named.isEmpty { return named.contains(file.parent(of: item)) }
    return !Set(file.claims(of: removal)).isDisjoint(with: file.claims(of: item))
  }

  private static func byEvent(_ file: CaseFile) -> [Thing: [Thing]] {
    var result: [Thing: [Thing]] = [:]
    for number in 0..<Int32(file.count) {
      let thing = Thing(index: number)
      var place = file.parent(of: thing)
      guard place != thing else { continue }
      while file.vocabulary[file.kind(of: place)].traits == nil, file.parent(of: place) != place {
        place = file.parent(of: place)
      }
      result[place, default: []].append(thing)
    }
    return result
  }

  private static func changes(
    _ events: [Thing], _ file: CaseFile, _ dayWords: [Word]
  ) -> Set<Int32> {
    var days: Set<Int32> = []
    for event in events {
      if let day = file.day(of: event) { days.formUnion([day.number, day.number + 1]) }
      for word in dayWords {
        let slot = file[event, word]
        guard slot.state == .value else { continue }
        let day = Int32(truncatingIfNeeded: slot.first)
        days.formUnion([day, day + 1])
      }
    }
    return days
  }

  private static func byClaim(_ things: [Thing], _ file: CaseFile) -> [Thing: [Thing]] {
    var result: [Thing: [Thing]] = [:]
    for thing in things {
      for claim in file.claims(of: thing) { result[claim, default: []].append(thing) }
    }
    return result
  }
}
