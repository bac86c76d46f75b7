import Casebook
import Rulebook
import Values

/// One case arranged for judging: its timeline to the day of evaluation, by claim.
final class CaseIndex: Sendable {
  /// Events up to the day of evaluation, in order; those without a day last.
  let timeline: [Thing]
  /// Charges that take something back, in order.
  let removals: [Thing]
  /// Charges of the timeline, in order.
  let charges: [Thing]
  /// Those of them that concern several claims.
  let sharedCharges: [Thing]
  /// For each charge of the timeline, the claims it concerns.
  let claimsOfCharge: ThingRows
  /// The claims by their ids, so that nothing depends on the order of the file.
  let claims: [Thing]
  /// For each claim, its events in order.
  let eventsOfClaim: ThingRows
  /// For each claim, its charges in order.
  let chargesOfClaim: ThingRows
  /// For each event, what stands in it, in order.
  let partsOfEvent: ThingRows
  /// For each event of the timeline, the claims it concerns.
  let claimsOfEvent: ThingRows
  /// For each thing, the event it is or stands in, or the case.
  let eventOf: [Int32]
  /// For each event its day, or `noDay`.
  let days: [Int32]
  /// For each event and charge of the timeline its place in time, or the largest number.
  let places: [Int32]
  /// The kinds of the events of the timeline.
  let kinds: KindSet
  /// The kind of each event of the timeline, in its order.
  let kindsOfTimeline: [KindID]
  /// For each case, by its number, the last day that an event of it can have happened on: when the
  /// file was taken, else its last event, and never after the day of evaluation. Where that may be
  /// an event without a day, it is the day to which the rules are reviewed, if that is later.
  let lastDays: [CivilDay]
  /// Where several cases lie side by side, for each by its number: its timeline, its claims, its
  /// charges, how many events lie after the day. Else nothing, and the number of the one case.
  private let timelines: [[Thing]]
  private let claimsOfCases: [[Thing]]
  private let chargesOfCases: [[Thing]]
  private let eventsAfter: [Int]
  private let roots: [Thing]
  /// Which cases belong together, and what they show.
  let together: CasesTogether
  /// Days of events and of their facts, and the days after them, with the kinds of the events; by
  /// case, and where those of each case end.
  private let changes: [(day: Int32, kind: KindID)]
  private let endsOfChanges: [Int]
  /// Facts that are read as unknown because others contradict them.
  let conflicted: [Fact: Int]

  /// Stands for the day of an event that has none.
  static let noDay = CivilDay.longAgo

  init(_ file: CaseFile, asOf: CivilDay, reviewed: CivilDay, words: KnownWords) {
    let conflicted = Self.conflicted(file)
    self.conflicted = conflicted
    roots = file.roots
    let isAlone = file.roots.count == 1
    let eventOf = Self.eventOf(file, words)
    self.eventOf = eventOf
    let days = Self.days(file, words)
    self.days = days
    func isShown(_ event: Thing) -> Bool { days[Int(event.index)] <= asOf.number }
    let timeline = file.events.kept(where: isShown)
    self.timeline = timeline
    kindsOfTimeline = timeline.map { file.kind(of: $0) }
    kinds = KindSet(kindsOfTimeline)
    let shown =
      timeline.count == file.events.count
      ? file.charges : file.charges.filter { isShown(file.parent(of: $0)) }
    func takesBack(_ charge: Thing) -> Bool {
      words.removalKinds.contains(file.kind(of: file.parent(of: charge)))
    }
    let charges = shown.kept { !takesBack($0) }
    self.charges = charges
    removals = charges.count == shown.count ? [] : shown.filter(takesBack)
    let claims = Self.byIdentifier(file)
    self.claims = claims
    let claimsOfEvent = ThingRows(claimsOf: timeline, in: file)
    self.claimsOfEvent = claimsOfEvent
    eventsOfClaim = ThingRows(whose: claimsOfEvent, of: timeline, in: file.count)
    let claimsOfCharge = ThingRows(claimsOf: charges, in: file)
    self.claimsOfCharge = claimsOfCharge
    sharedCharges = charges.filter { claimsOfCharge[$0].count > 1 }
    chargesOfClaim = ThingRows(whose: claimsOfCharge, of: charges, in: file.count)
    partsOfEvent = ThingRows(partsOf: eventOf, in: file)
    places = Self.places(timeline, charges, in: file.count)
    let timelines = isAlone ? [] : Self.byCase(timeline, file)
    self.timelines = timelines
    claimsOfCases = isAlone ? [] : Self.byCase(claims, file)
    chargesOfCases = isAlone ? [] : Self.byCase(charges, file)
    let hidden =
      timeline.count == file.events.count ? [] : file.events.filter { !isShown($0) }
    eventsAfter = isAlone ? [hidden.count] : Self.byCase(hidden, file).map(\.count)
    var (lastDays, changes, ends): ([CivilDay], [(day: Int32, kind: KindID)], [Int]) = ([], [], [])
    changes.reserveCapacity(4 * timeline.count)
    for (number, root) in file.roots.enumerated() {
      let own = isAlone ? timeline : timelines[number]
      lastDays.append(
        Self.lastDay(file, root, own, days, conflicted, asOf, reviewed, words))
      Self.noteChanges(own, file, days, words, in: &changes)
      ends.append(changes.count)
    }
    (self.lastDays, self.changes, endsOfChanges) = (lastDays, changes, ends)
    together = CasesTogether(file, timeline: timeline, claims: claims)
  }

  /// The number of a case among those of the file.
  func number(of root: Thing) -> Int {
    if roots.count == 1 { return 0 }
    var (low, high) = (0, roots.count)
    while low < high {
      let middle = (low + high) / 2
      if roots[middle] < root { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The timeline of a case.
  func timeline(of root: Thing) -> [Thing] {
    roots.count == 1 ? timeline : timelines[number(of: root)]
  }
  /// The claims of a case, by their ids.
  func claims(of root: Thing) -> [Thing] {
    roots.count == 1 ? claims : claimsOfCases[number(of: root)]
  }
  /// The charges of the timeline of a case, in order.
  func charges(of root: Thing) -> [Thing] {
    roots.count == 1 ? charges : chargesOfCases[number(of: root)]
  }
  /// Calls with the days of events and of their facts, and the days after them, and the kinds of
  /// the events; of one case, or of all.
  func eachChange(of root: Thing?, _ take: (Int32, KindID) -> Void) {
    var part = 0..<changes.count
    if let number = root.map({ number(of: $0) }), roots.count > 1 {
      part = (number == 0 ? 0 : endsOfChanges[number - 1])..<endsOfChanges[number]
    }
    for place in part { take(changes[place].day, changes[place].kind) }
  }
  /// How many events of a case lie after the day of evaluation.
  func eventsAfter(_ root: Thing) -> Int { eventsAfter[number(of: root)] }

  /// Whether a removal can be of an item: it shares a claim with it, and its event names the item's
  /// or none.
  func removes(_ removal: Thing, _ item: Thing, _ file: CaseFile, _ words: KnownWords) -> Bool {
    let event = file.parent(of: removal)
    let named = file.things(event, words.of)
    guard named.isEmpty || named.contains(file.parent(of: item)) else { return false }
    return !Set(file.claims(of: removal)).isDisjoint(with: file.claims(of: item))
  }
}

// How it is arranged.
extension CaseIndex {
  private static func conflicted(_ file: CaseFile) -> [Fact: Int] {
    var conflicted: [Fact: Int] = [:]
    for (index, conflict) in file.conflicts.enumerated() {
      for fact in conflict.facts { conflicted[fact] = index }
    }
    return conflicted
  }

  private static func eventOf(_ file: CaseFile, _ words: KnownWords) -> [Int32] {
    var events: [Int32] = []
    events.reserveCapacity(file.count)
    for number in 0..<Int32(file.count) {
      // What a thing stands in comes before it.
      let parent = file.parent(of: Thing(index: number)).index
      let isOwn =
        parent == number || words.eventKinds.contains(file.kind(of: Thing(index: number)))
      events.append(isOwn ? number : events[Int(parent)])
    }
    return events
  }

  private static func places(
    _ timeline: [Thing], _ charges: [Thing], in count: Int
  ) -> [Int32] {
    var places = [Int32](repeating: .max, count: count)
    var next: Int32 = 0
    for things in [timeline, charges] {
      for thing in things {
        places[Int(thing.index)] = next
        next += 1
      }
    }
    return places
  }

  private static func days(_ file: CaseFile, _ words: KnownWords) -> [Int32] {
    var days = [Int32](repeating: noDay, count: file.count)
    for number in 0..<Int32(file.count) {
      let thing = Thing(index: number)
      guard words.eventKinds.contains(file.kind(of: thing)), let day = file.day(of: thing) else {
        continue
      }
      days[Int(number)] = day.number
    }
    return days
  }

  private static func byIdentifier(_ file: CaseFile) -> [Thing] {
    guard file.claims.count > 1 else { return file.claims }
    return file.claims.map { ($0, file.identifier(of: $0) ?? "") }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private static func byCase(_ things: [Thing], _ file: CaseFile) -> [[Thing]] {
    guard file.roots.count > 1 else { return [things] }
    var places: [Thing: Int] = [:]
    for (number, root) in file.roots.enumerated() { places[root] = number }
    var result = [[Thing]](repeating: [], count: file.roots.count)
    for thing in things {
      if let place = places[file.root(of: thing)] { result[place].append(thing) }
    }
    return result
  }

  private static func lastDay(
    _ file: CaseFile, _ root: Thing, _ timeline: [Thing], _ days: [Int32],
    _ conflicted: [Fact: Int], _ asOf: CivilDay, _ reviewed: CivilDay, _ words: KnownWords
  ) -> CivilDay {
    let taken = file[root, words.extracted]
    if taken.state == .value, conflicted[Fact(root, words.extracted)] == nil {
      return min(asOf, CivilDay(number: Int32(truncatingIfNeeded: taken.first)))
    }
    var last = timeline.isEmpty ? asOf.number : CivilDay.longAgo
    for event in timeline {
      let day = days[Int(event.index)]
      last = max(last, day == noDay ? reviewed.number : day)
    }
    return min(asOf, CivilDay(number: last))
  }

  private static func noteChanges(
    _ events: [Thing], _ file: CaseFile, _ days: [Int32], _ words: KnownWords,
    in changes: inout [(day: Int32, kind: KindID)]
  ) {
    for event in events {
      let kind = file.kind(of: event)
      let day = days[Int(event.index)]
      if day != noDay {
        changes.append((day, kind))
        changes.append((day + 1, kind))
      }
      for place in words.dayPlaces[Int(kind.rawValue)] {
        let slot = file.slot(place, of: event)
        guard slot.state == .value else { continue }
        let day = Int32(truncatingIfNeeded: slot.first)
        changes.append((day, kind))
        changes.append((day + 1, kind))
      }
    }
  }
}

extension [Thing] {
  /// Those of which something holds; without a copy where it holds of all.
  fileprivate func kept(where holds: (Thing) -> Bool) -> [Thing] {
    allSatisfy(holds) ? self : filter(holds)
  }
}
