/// From the parser's records to a case file.
extension CaseFile {
  convenience init(_ parser: CaseParser, line: Int) {
    var records = CaseRecords(vocabulary: parser.plan.vocabulary)
    records.kinds = parser.kinds
    records.bases = parser.bases
    records.parents = parser.parents
    records.places = parser.places
    records.slots = parser.slots
    records.elements = parser.elements
    records.texts = parser.texts.pool
    records.extensions = parser.extensions
    records.roots = [Thing(index: 0)]
    records.line = line
    // What stands in what can be asked of a file; its timeline is empty so far.
    let bare = CaseFile(records, events: [])
    records.claims = bare.things(bare.root, bare.vocabulary.core.claims)
    self.init(records, timeline: bare.things(bare.root, bare.vocabulary.core.events))
  }

  /// The file of these records, with these events in order, their charges, who names whom, and
  /// what contradicts what. Contradictions that are known are not looked for again; without any,
  /// all are.
  convenience init(
    _ records: CaseRecords, timeline unordered: [Thing], known: [DataConflict]? = nil
  ) {
    let bare = CaseFile(records, events: [])
    let core = bare.vocabulary.core
    let events = bare.inOrder(unordered)
    let charges = events.flatMap { bare.things($0, core.charges) }
    let links = events.flatMap { event in
      bare.things(event, core.of).map { (target: $0, event: event) }
    }
    let ordered = CaseFile(records, events: events, charges: charges, links: links)
    self.init(
      records, events: events, charges: charges, links: links,
      conflicts: known.map { $0 + ordered.conflictsOfCopies() } ?? ConflictFinder(ordered).found)
  }

  /// The things that a field holds: one, or those of its list; none when it is absent or `"none"`.
  public func things(_ thing: Thing, _ word: Word) -> [Thing] {
    let slot = self[thing, word]
    switch slot.state {
    case .value: return [Thing(index: Int32(slot.first))]
    case .list:
      return (0..<Int(slot.count)).map { Thing(index: Int32(elements[Int(slot.first) + $0])) }
    case .absent, .none: return []
    }
  }
}
