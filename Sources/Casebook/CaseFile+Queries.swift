public import Values

extension CaseFile {
  /// The `id` of a thing, or nil when it has none.
  public func identifier(of thing: Thing) -> String? {
    let id = self[thing, vocabulary.core.id]
    return id.state == .value ? text(id.first) : nil
  }

  /// The JSON pointer of a thing: `/events/1`; of the case itself the empty text.
  public func pointer(to thing: Thing) -> String {
    guard parent(of: thing) != thing else { return "" }
    let place = places[Int(thing.index)]
    let step = pointer(to: Fact(parent(of: thing), place.word))
    return place.index < 0 ? step : "\(step)/\(place.index)"
  }

  /// The JSON pointer of a field, whether the file has it or not: `/events/1/deadline`.
  public func pointer(to fact: Fact) -> String {
    "\(pointer(to: fact.thing))/\(vocabulary.words[Int(fact.word.rawValue)].key)"
  }

  /// The claims that a thing concerns: an event's `claims`, or every claim when it names none; a
  /// line's or charge's own `claim`, or those of what it stands in.
  public func claims(of thing: Thing) -> [Thing] {
    let kind = vocabulary.kinds[Int(kind(of: thing).rawValue)]
    if kind.isClaim { return [thing] }
    if kind.isEvent {
      return self[thing, vocabulary.core.claims].state == .absent
        ? claims(ofCase: root(of: thing)) : things(thing, vocabulary.core.claims)
    }
    let own = things(thing, vocabulary.core.claim)
    if !own.isEmpty { return own }
    return parent(of: thing) == thing ? claims(ofCase: thing) : claims(of: parent(of: thing))
  }

  /// Calls with each of the claims that a thing concerns.
  public func eachClaim(of thing: Thing, _ take: (Thing) -> Void) {
    let kind = vocabulary.kinds[Int(kind(of: thing).rawValue)]
    if kind.isClaim { return take(thing) }
    let own = self[thing, kind.isEvent ? vocabulary.core.claims : vocabulary.core.claim]
    if kind.isEvent ? own.state != .absent : own.state == .value || own.count > 0 {
      return eachThing(of: own, take)
    }
    let parent = parent(of: thing)
    if !kind.isEvent, parent != thing { return eachClaim(of: parent, take) }
    for claim in claims(ofCase: kind.isEvent ? root(of: thing) : thing) { take(claim) }
  }

  /// The events whose `of` names this event, in the order of `events`.
  public func events(naming event: Thing) -> [Thing] {
    links.filter { $0.target == event }.map(\.event)
  }

  /// The day the file was taken from its source, else that of its last event; nil without both.
  public var lastDay: CivilDay? {
    let taken = self[root, vocabulary.core.extracted]
    if taken.state == .value { return CivilDay(number: Int32(taken.first)) }
    return events.compactMap { day(of: $0) }.max()
  }

  /// The names and texts of a map, such as `choices`, in the order of the file.
  public func entries(_ thing: Thing, _ word: Word) -> [(name: String, text: String)] {
    let slot = self[thing, word]
    guard slot.state == .list else { return [] }
    return stride(from: Int(slot.first), to: Int(slot.first) + Int(slot.count), by: 2).map {
      (text(elements[$0]), text(elements[$0 + 1]))
    }
  }

  /// The step that has not been taken, if the file has one; it is not among `events`.
  public var planned: Thing? { things(root, vocabulary.core.planned).first }

  /// The file as it would be had the planned step been taken: `planned` stands among `events`.
  public func takingPlannedStep() -> CaseFile {
    guard let planned, !events.contains(planned) else { return self }
    return .made(
      of: CaseRecords(self), timeline: things(root, vocabulary.core.events) + [planned])
  }
}

/// What a file says of whether it holds everything of a group.
public enum Completeness: Hashable, Sendable {
  /// `true`: what is not there did not happen.
  case declaredComplete
  /// `false`: there is more that is not in the file.
  case declaredIncomplete
  /// The file does not say.
  case undeclared
}

/// How much a file shows of a kind of thing.
public enum Coverage: Hashable, Sendable {
  /// The file says that it holds all.
  case complete
  /// The file says nothing; the case format assumes that it holds all.
  case assumedComplete
  /// The file says nothing, and a gap proves nothing.
  case silent
  /// The file says that there is more.
  case broken
}

extension CaseFile {
  /// What `complete` says of a group, by its key (`letters`, `legalSteps`).
  public func completeness(ofGroup group: String, in case: Thing? = nil) -> Completeness {
    vocabulary.word(key: group).map { completeness(of: $0, in: `case` ?? root) } ?? .undeclared
  }

  /// What `complete` says of a group, by its field.
  public func completeness(of group: Word, in case: Thing) -> Completeness {
    let complete = self[`case`, vocabulary.core.complete]
    guard complete.state == .value else { return .undeclared }
    let slot = self[Thing(index: Int32(truncatingIfNeeded: complete.first)), group]
    guard slot.state == .value else { return .undeclared }
    return slot.first == 1 ? .declaredComplete : .declaredIncomplete
  }

  /// How much the file shows of this kind of event; of charges, what `complete.charges` says.
  /// Of other things a file always shows what it is about.
  public func coverage(of kind: KindID, in case: Thing? = nil) -> Coverage {
    let kind = vocabulary[kind]
    guard let group = kind.traits?.completeness ?? (kind.name == "item" ? "charges" : nil) else {
      return .assumedComplete
    }
    switch completeness(ofGroup: group, in: `case`) {
    case .declaredComplete: return .complete
    case .declaredIncomplete: return .broken
    case .undeclared:
      return kind.traits?.silentUnlessDeclared == true ? .silent : .assumedComplete
    }
  }
}
