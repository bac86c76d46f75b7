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
  /// For each case, by its number: its timeline, its claims, its charges, how many events lie after
  /// the day.
  private let timelines: [[Thing]]
  private let claimsOfCases: [[Thing]]
  private let chargesOfCases: [[Thing]]
  private let eventsAfter: [Int]
  private let roots: [Thing]
  /// Which cases belong together, and what they show.
  let together: CasesTogether
  /// Days of events and of their facts, and the days after them, with the kinds of the events; by
  /// case.
  private let changes: [[(day: Int32, kind: KindID)]]
  /// Facts that are read as unknown because others contradict them.
  let conflicted: [Fact: Int]

  /// Stands for the day of an event that has none.
  static let noDay = CivilDay.longAgo

  init(_ file: CaseFile, asOf: CivilDay, reviewed: CivilDay, words: KnownWords) {
    conflicted = Self.conflicted(file)
    roots = file.roots
    eventOf = Self.eventOf(file, words)
    let days = Self.days(file, words)
    self.days = days
    func isShown(_ event: Thing) -> Bool { days[Int(event.index)] <= asOf.number }
    let timeline = file.events.filter(isShown)
    self.timeline = timeline
    kindsOfTimeline = timeline.map { file.kind(of: $0) }
    kinds = KindSet(kindsOfTimeline)
    let shown =
      timeline.count == file.events.count
      ? file.charges
      : file.charges.filter {
        isShown(file.parent(of: $0))
      }
    func takesBack(_ charge: Thing) -> Bool {
      words.removalKinds.contains(file.kind(of: file.parent(of: charge)))
    }
    let charges = shown.filter { !takesBack($0) }
    self.charges = charges
    removals = charges.count == shown.count ? [] : shown.filter(takesBack)
    let claims = Self.byIdentifier(file)
    self.claims = claims
    let claimsOfEvent = ThingRows(of: timeline, in: file.count) { file.claims(of: $0) }
    self.claimsOfEvent = claimsOfEvent
    eventsOfClaim = ThingRows(for: timeline, in: file.count) { claimsOfEvent[$0] }
    let claimsOfCharge = ThingRows(of: charges, in: file.count) { file.claims(of: $0) }
    self.claimsOfCharge = claimsOfCharge
    sharedCharges = charges.filter { claimsOfCharge[$0].count > 1 }
    chargesOfClaim = ThingRows(for: charges, in: file.count) { claimsOfCharge[$0] }
    partsOfEvent = Self.parts(file, eventOf)
    var places = [Int32](repeating: .max, count: file.count)
    for (place, thing) in (timeline + charges).enumerated() where places[Int(thing.index)] == .max {
      places[Int(thing.index)] = Int32(place)
    }
    self.places = places
    let timelines = Self.byCase(timeline, file)
    self.timelines = timelines
    claimsOfCases = Self.byCase(claims, file)
    chargesOfCases = Self.byCase(charges, file)
    eventsAfter = Self.byCase(
      timeline.count == file.events.count ? [] : file.events.filter { !isShown($0) }, file
    ).map(\.count)
    lastDays = zip(file.roots, timelines).map { [conflicted] root, timeline in
      Self.lastDay(file, root, timeline, days, conflicted, asOf, reviewed, words)
    }
    together = CasesTogether(file, timeline: timeline, claims: claims)
    changes = timelines.map { Self.changes($0, file, days, words) }
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
  func timeline(of root: Thing) -> [Thing] { timelines[number(of: root)] }
  /// The claims of a case, by their ids.
  func claims(of root: Thing) -> [Thing] { claimsOfCases[number(of: root)] }
  /// The charges of the timeline of a case, in order.
  func charges(of root: Thing) -> [Thing] { chargesOfCases[number(of: root)] }
  /// Calls with the days of events and of their facts, and the days after them, and the kinds of
  /// the events; of one case, or of all.
  func eachChange(of root: Thing?, _ take: (Int32, KindID) -> Void) {
    let cases = root.map { number(of: $0)...number(of: $0) } ?? 0...(changes.count - 1)
    for number in cases {
      for change in changes[number] { take(change.day, change.kind) }
    }
  }
  /// How many events of a case lie after the day of evaluation.
  func eventsAfter(_ root: Thing) -> Int { eventsAfter[number(of: root)] }

  /// Whether a removal can be of an item: its event names the item's, or names none and shares a
  /// claim with it.
  func removes(_ removal: Thing, _ item: Thing, _ file: CaseFile, _ words: KnownWords) -> Bool {
    let event = file.parent(of: removal)
    let named = file.things(event, words.of)
    if !named.isEmpty { return named.contains(file.parent(of: item)) }
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
    var events = [Int32](repeating: -1, count: file.count)
    for number in 0..<Int32(file.count) {
      var place = Thing(index: number)
      while !words.eventKinds.contains(file.kind(of: place)) {
        let parent = file.parent(of: place)
        if parent == place { break }
        place = parent
        if events[Int(place.index)] >= 0 {
          place = Thing(index: events[Int(place.index)])
          break
        }
      }
      events[Int(number)] = place.index
    }
    return events
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
    let last = timeline.map { event in
      let day = days[Int(event.index)]
      return day == noDay ? reviewed : CivilDay(number: day)
    }.max()
    return min(asOf, last ?? asOf)
  }

  private static func parts(_ file: CaseFile, _ eventOf: [Int32]) -> ThingRows {
    let things = (0..<Int32(file.count)).map { Thing(index: $0) }
    return ThingRows(for: things[...], in: file.count) { thing in
      let parent = file.parent(of: thing)
      return parent == thing ? nil : Thing(index: eventOf[Int(parent.index)])
    }
  }

  private static func changes(
    _ events: [Thing], _ file: CaseFile, _ days: [Int32], _ words: KnownWords
  ) -> [(day: Int32, kind: KindID)] {
    var changes: [(day: Int32, kind: KindID)] = []
    for event in events {
      let kind = file.kind(of: event)
      func note(_ day: Int32) { changes += [(day, kind), (day + 1, kind)] }
      let day = days[Int(event.index)]
      if day != noDay { note(day) }
      for place in words.dayPlaces[Int(kind.rawValue)] {
        let slot = file.slot(place, of: event)
        if slot.state == .value { note(Int32(truncatingIfNeeded: slot.first)) }
      }
    }
    return changes
  }
}
