/// From the parser's records to a case file.
extension CaseFile {
  init(_ parser: CaseParser) {
    vocabulary = parser.plan.vocabulary
    kinds = parser.kinds
    bases = parser.bases
    parents = parser.parents
    places = parser.places
    slots = parser.slots
    elements = parser.elements
    texts = parser.texts.pool
    extensions = parser.extensions
    roots = [Thing(index: 0)]
    claims = []
    events = []
    charges = []
    conflicts = []
    links = []
    claims = things(root, vocabulary.core.claims)
    arrange(things(root, vocabulary.core.events))
    conflicts = conflictsFound()
  }

  /// Puts these events in order, with their charges and with who names whom.
  mutating func arrange(_ unordered: [Thing]) {
    events = inOrder(unordered)
    charges = events.flatMap { things($0, vocabulary.core.charges) }
    links = events.flatMap { event in
      things(event, vocabulary.core.of).map { (target: $0, event: event) }
    }
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

  /// The contradictions among these facts.
  func conflictsFound() -> [DataConflict] {
    ConflictFinder(self).found
  }
}
