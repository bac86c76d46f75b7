/// From the parser's records to a case file.
extension CaseParser {
  /// The case that was read, which begins on this line of its input.
  func file(line: Int) -> CaseFile {
    var records = CaseRecords(vocabulary: plan.vocabulary)
    records.kinds = kinds
    records.bases = bases
    records.parents = parents
    records.places = places
    records.slots = slots
    records.elements = elements
    records.texts = texts.pool
    records.extensions = extensions
    records.roots = [Thing(index: 0)]
    records.line = line
    let core = plan.vocabulary.core
    records.claims = things(core.claims, of: 0).map { Thing(index: $0) }
    return .made(of: records, timeline: things(core.events, of: 0).map { Thing(index: $0) })
  }
}

extension CaseFile {
  /// The file of these records, with these events in order, their charges, who names whom, and
  /// what contradicts what. Contradictions that are known are not looked for again; without any,
  /// all are.
  static func made(
    of records: CaseRecords, timeline unordered: [Thing], known: [DataConflict]? = nil
  ) -> CaseFile {
    // What stands in what can be asked of a file; its timeline is empty so far.
    let bare = CaseFile(records, events: [])
    let core = bare.vocabulary.core
    let events = bare.inOrder(unordered)
    var charges: [Thing] = []
    var links: [(target: Thing, event: Thing)] = []
    for event in events {
      bare.eachThing(event, core.charges) { charges.append($0) }
      bare.eachThing(event, core.of) { links.append((target: $0, event: event)) }
    }
    let file = CaseFile(records, events: events, charges: charges, links: links)
    let conflicts = known.map { $0 + file.conflictsOfCopies() } ?? ConflictFinder(file).found
    if conflicts.isEmpty { return file }
    return CaseFile(
      records, events: events, charges: charges, links: links, conflicts: conflicts)
  }

  /// The things that a field holds: one, or those of its list; none when it is absent or `"none"`.
  public func things(_ thing: Thing, _ word: Word) -> [Thing] {
    let slot = self[thing, word]
    switch slot.state {
    case .value: return [Thing(index: Int32(slot.first))]
    case .list:
      let first = Int(slot.first)
      return elements[first..<(first + Int(slot.count))].map { Thing(index: Int32($0)) }
    case .absent, .none: return []
    }
  }

  /// Calls with each of the things that a field holds.
  func eachThing(_ thing: Thing, _ word: Word, _ take: (Thing) -> Void) {
    eachThing(of: self[thing, word], take)
  }

  /// The same of what the field holds.
  func eachThing(of slot: Slot, _ take: (Thing) -> Void) {
    switch slot.state {
    case .value: take(Thing(index: Int32(slot.first)))
    case .list:
      let first = Int(slot.first)
      for place in first..<(first + Int(slot.count)) { take(Thing(index: Int32(elements[place]))) }
    case .absent, .none: return
    }
  }
}
