import Casebook
import Values

/// One case arranged for judging: its timeline to the day of evaluation, by claim.
struct CaseIndex {
  /// Events up to the day of evaluation, in order; those without a day last.
  let timeline: [Thing]
  /// How many events lie after that day.
  let eventsAfter: Int
  /// Charges of the timeline, in order.
  let charges: [Thing]
  /// For each claim, its events in order.
  let eventsOfClaim: [Thing: [Thing]]
  /// For each claim, its charges in order.
  let chargesOfClaim: [Thing: [Thing]]
  /// The last day that an event of the file can have happened on: when the file was taken, else
  /// its last event, and never after the day of evaluation.
  let lastDay: CivilDay
  /// Facts that are read as unknown because others contradict them.
  let conflicted: [Fact: Int]

  init(_ file: CaseFile, asOf: CivilDay, extracted: Word) {
    let taken = file[file.root, extracted]
    let last =
      taken.state == .value
      ? CivilDay(number: Int32(truncatingIfNeeded: taken.first))
      : file.events.compactMap { file.day(of: $0) }.max()
    lastDay = min(asOf, last ?? asOf)
    let kept = file.events.filter { event in file.day(of: event).map { $0 <= asOf } ?? true }
    timeline = kept
    eventsAfter = file.events.count - kept.count
    let shown = Set(kept)
    charges = file.charges.filter { shown.contains(file.parent(of: $0)) }
    eventsOfClaim = Self.byClaim(kept, file)
    chargesOfClaim = Self.byClaim(charges, file)
    var conflicted: [Fact: Int] = [:]
    for (index, conflict) in file.conflicts.enumerated() {
      for fact in conflict.facts { conflicted[fact] = index }
    }
    self.conflicted = conflicted
  }

  private static func byClaim(_ things: [Thing], _ file: CaseFile) -> [Thing: [Thing]] {
    var result: [Thing: [Thing]] = [:]
    for thing in things {
      for claim in file.claims(of: thing) { result[claim, default: []].append(thing) }
    }
    return result
  }
}
