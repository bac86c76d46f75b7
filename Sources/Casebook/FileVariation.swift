public import Values

/// A file with a few facts changed: for asking what would be, had a step been otherwise.
public struct FileVariation {
  /// The file as it is; what is asked while changing is asked of it.
  private let file: CaseFile
  private var changed: CaseRecords

  /// A variation of a file that changes nothing yet.
  public init(of file: CaseFile) {
    self.file = file
    changed = CaseRecords(file)
  }

  /// The file with the changes, its timeline in order again.
  /// - Parameter taken: whether the planned step, if there is one, counts as taken.
  /// - Returns: the changed file, without a planned step.
  public func file(takingPlannedStep taken: Bool) -> CaseFile {
    let events = file.things(file.root, file.vocabulary.core.events)
    let planned = taken ? file.planned.map { [$0] } ?? [] : []
    var result = changed
    result.set(.absent, of: file.root, file.vocabulary.core.planned)
    return .made(of: result, timeline: events + planned)
  }

  /// Puts something else into a field of a thing; a field that its kind lacks stays away.
  public mutating func set(_ slot: Slot, of thing: Thing, _ word: Word) {
    changed.set(slot, of: thing, word)
  }

  /// Leaves these of its charges to an event, and no others.
  public mutating func leave(_ charges: [Thing], to event: Thing) {
    for charge in file.charges(of: event) where !charges.contains(charge) {
      // What stands in itself belongs to nothing.
      changed.parents[Int(charge.index)] = charge.index
    }
    set(
      .list(start: changed.elements.count, count: charges.count), of: event,
      file.vocabulary.core.charges)
    changed.elements += charges.map { Int64($0.index) }
  }

  /// Moves an event to another day. What it says of its own day and of days after it moves along:
  /// a letter sent later has its deadline later. What lies before has happened and stays.
  public mutating func move(_ event: Thing, to day: CivilDay) {
    guard let old = file.day(of: event) else {
      return set(.value(Int64(day.number)), of: event, file.vocabulary.core.date)
    }
    let shift = Int64(day.number) - Int64(old.number)
    for field in file.vocabulary[file.kind(of: event)].fields {
      let slot = file[event, field.word]
      guard slot.state == .value else { continue }
      switch field.type {
      case .day where slot.first >= Int64(old.number):
        set(.value(slot.first + shift), of: event, field.word)
      case .time where field.word == file.vocabulary.core.at:
        set(.value(slot.first + shift * 86_400), of: event, field.word)
      default: break
      }
    }
  }

  /// Takes the file to hold everything through a day: as if nothing more happened until then.
  public mutating func extend(through day: CivilDay) {
    let last = max(file.lastDay ?? day, day)
    set(.value(Int64(last.number)), of: file.root, file.vocabulary.core.extracted)
  }
}

extension CaseFile {
  /// The charges of an event, whether or not it is of the timeline.
  public func charges(of event: Thing) -> [Thing] { things(event, vocabulary.core.charges) }
}

extension CaseRecords {
  fileprivate mutating func set(_ slot: Slot, of thing: Thing, _ word: Word) {
    guard let place = vocabulary.slot(of: word, in: kinds[Int(thing.index)]) else { return }
    slots[Int(bases[Int(thing.index)]) + place] = slot
  }
}
