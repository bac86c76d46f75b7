import Casebook
import Rulebook
import Values

/// The members of a list: those that surely are, and those that may be.
struct Members {
  /// Members in order; `causes` is empty for a sure one.
  var things: [(thing: Thing, causes: [Cause])] = []
  /// Why nothing follows from the list being empty, if so.
  var silence: [Cause] = []
  /// Why it is not known what the list is of; then nothing at all is known of it.
  var unknown: [Cause] = []

  var sureCount: Int { things.count { $0.causes.isEmpty } }
  var possibleCount: Int { things.count - sureCount }
  /// The causes for which some members are only possible.
  var causes: [Cause] { things.reduce([]) { joined($0, $1.causes) } }
  /// Whether it shows nothing although something may have happened.
  var isSilent: Bool { things.isEmpty && !silence.isEmpty }
}

extension Evaluator {
  /// The members of a list.
  func members(_ list: List) -> Members {
    var result = Members()
    guard let candidates = candidates(list, &result) else { return result }
    var showsKind = false
    for (thing, belongs) in candidates where list.kinds.contains(kind(of: thing)) {
      showsKind = true
      let holds = condition(thing, belongs, list)
      switch Kleene.known(holds) {
      case true?: result.things.append((thing, []))
      case false?: continue
      case nil: result.things.append((thing, holds.causes))
      }
    }
    note(list, showsKind: showsKind, &result)
    return result
  }

  private func condition(_ thing: Thing, _ belongs: Value, _ list: List) -> Value {
    recorder?.enterAside(name(of: thing))
    defer { recorder?.leaveAside() }
    var holds = Kleene.and(belongs, within(thing, list.bound))
    bind(list.slot, .thing(thing.index))
    let outer = home
    if file.roots.count > 1, thing.index < file.count { home = file.root(of: thing) }
    defer { home = outer }
    for noun in list.nouns where Kleene.known(holds) != false {
      holds = Kleene.and(holds, call(noun, [.thing(thing.index), .none, .none]))
    }
    if let condition = list.condition, Kleene.known(holds) != false {
      holds = Kleene.and(holds, evaluate(condition))
    }
    return holds
  }

  /// What may be a member before anything is asked of it, and whether it belongs.
  private func candidates(_ list: List, _ result: inout Members) -> [(Thing, Value)]? {
    let yes = Value.flag(true)
    switch list.source {
    case .all:
      return everything(list).map { thing in
        let number = Int(thing.index) - file.count
        return (thing, number < 0 ? yes : flag(consequences[number].causes))
      }
    case .inside(let inner):
      if case .members(let members) = inner.code {
        return self.members(members).things.map { ($0.thing, flag($0.causes)) }
      }
      return inside(evaluate(inner), &result)
    case .of(let thing, let relation):
      switch evaluate(thing) {
      case .thing(let number): return related(Thing(index: number), relation, list.kinds)
      case .list(let things): return relatedToAny(things, relation, list.kinds)
      default:
        result.unknown = evaluate(thing).causes
        return nil
      }
    }
  }

  private func flag(_ causes: [Cause]) -> Value {
    causes.isEmpty ? .flag(true) : .unknownFlag(causes)
  }

  private func inside(_ value: Value, _ result: inout Members) -> [(Thing, Value)]? {
    switch value {
    case .list(let elements):
      return elements.map { (Thing(index: Int32(truncatingIfNeeded: $0)), .flag(true)) }
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else {
        result.unknown = open.causes
        return nil
      }
      return candidates.compactMap { candidate in
        guard case .thing(let number) = candidate else { return nil }
        let causes = open.causes
        return (Thing(index: number), causes.isEmpty ? .flag(true) : .unknownFlag(causes))
      }
    default: return []
    }
  }

  /// What belongs to any claim of a group, each once and in order.
  private func relatedToAny(
    _ claims: [Int64], _ relation: List.Relation, _ kinds: KindSet
  ) -> [(Thing, Value)] {
    var seen: Set<Thing> = []
    var result: [(Thing, Value)] = []
    for claim in claims {
      for (thing, value) in related(Thing(index: Int32(truncatingIfNeeded: claim)), relation, kinds)
      where seen.insert(thing).inserted {
        result.append((thing, value))
      }
    }
    if claims.count == 1 { return result }
    return result.sorted { (index.places[$0.0] ?? .max) < (index.places[$1.0] ?? .max) }
  }

  private func related(
    _ thing: Thing, _ relation: List.Relation, _ kinds: KindSet
  ) -> [(Thing, Value)] {
    let yes = Value.flag(true)
    switch relation {
    case .eventsOfClaim: return (index.eventsOfClaim[thing] ?? []).map { ($0, yes) }
    case .itemsOfClaim: return (index.chargesOfClaim[thing] ?? []).map { ($0, yes) }
    case .claimsOf: return file.claims(of: thing).map { ($0, yes) }
    case .consequencesOf: return consequences(of: thing)
    case .eventsOfEvent: return eventsNaming(thing, kinds)
    case .partsOf:
      return (index.partsOfEvent[event(of: thing)] ?? [])
        .filter { kinds.contains(file.kind(of: $0)) && $0 != thing && isPart($0, of: thing) }
        .map { ($0, yes) }
    }
  }

  private func isPart(_ part: Thing, of whole: Thing) -> Bool {
    var place = part
    while file.parent(of: place) != place {
      place = file.parent(of: place)
      if place == whole { return true }
    }
    return false
  }

  /// Events that are about an event: those that name it; without `of`, those that share a claim
  /// with it, surely where the kind speaks of claims or no other event could be meant.
  private func eventsNaming(_ thing: Thing, _ kinds: KindSet) -> [(Thing, Value)] {
    let claims = index.claimsOfEvent[thing] ?? file.claims(of: thing)
    func shares(_ event: Thing) -> Bool {
      index.claimsOfEvent[event]?.contains { claims.contains($0) } ?? false
    }
    var isAlone: Bool?
    return index.timeline.compactMap { event in
      guard kinds.contains(file.kind(of: event)), event != thing else { return nil }
      let slot = file[event, words.of]
      if slot.state == .list {
        let start = Int(slot.first)
        let names = file.elements[start..<(start + Int(slot.count))].contains(Int64(thing.index))
        return names ? (event, .flag(true)) : nil
      }
      guard shares(event) else { return nil }
      if vocabulary[file.kind(of: event)].traits?.relatesByClaims == true {
        return (event, .flag(true))
      }
      let alone =
        isAlone
        ?? (index.timeline.count { file.kind(of: $0) == file.kind(of: thing) && shares($0) } == 1)
      isAlone = alone
      return (event, alone ? .flag(true) : .unknownFlag([.fact(Fact(event, words.of))]))
    }
  }

  /// Whether a gap in the file proves anything for the kinds of a list.
  private func note(_ list: List, showsKind: Bool, _ result: inout Members) {
    let completeness = noteGaps(list)
    if !showsKind, completeness != .complete {
      result.silence = [.silence(list.kinds, nil)]
    }
  }

  // MARK: Ranges

  /// Whether a thing lies within a range of the order of events.
  private func within(_ thing: Thing, _ bound: List.Bound?) -> Value {
    switch bound {
    case nil: .flag(true)
    case .before(let end):
      place(thing, end) {
        $0 == .before
      } days: {
        .less
      }
    case .after(let start):
      place(thing, start) {
        $0 == .after
      } days: {
        .greater
      }
    case .on(let day): sameDay(thing, day)
    case .through(let end):
      place(thing, end) {
        $0 != .after
      } days: {
        .atMost
      }
    case .from(let start, let end):
      Kleene.and(
        place(thing, start) {
          $0 != .before
        } days: {
          .atLeast
        },
        place(thing, end) {
          $0 != .after
        } days: {
          .atMost
        })
    case .afterThrough(let start, let end):
      Kleene.and(
        place(thing, start) {
          $0 == .after
        } days: {
          .greater
        },
        place(thing, end) {
          $0 != .after
        } days: {
          .atMost
        })
    }
  }

  private func place(
    _ thing: Thing, _ edge: Node, _ isWithin: (Precedence) -> Bool, days: () -> Comparison
  ) -> Value {
    let event = event(of: thing)
    guard edge.type != .day else {
      return arithmetic.compare(days(), day(of: event), evaluate(edge), .day)
    }
    guard case .thing(let number) = evaluate(edge) else {
      return .unknownFlag(evaluate(edge).causes)
    }
    let other = self.event(of: Thing(index: number))
    let end = Thing(index: number)
    if event == other, thing != end {
      // A charge and its own event are at one time; two charges of one event as the file has them.
      if end == other || thing == event { return .flag(isWithin(.same)) }
      return .flag(isWithin(thing < end ? .before : .after))
    }
    let precedence = precedence(of: event, to: other)
    guard precedence == .undecided else { return .flag(isWithin(precedence)) }
    let (days, otherDays) = (day(of: event).days, day(of: other).days)
    // On one day either may have come first.
    if days.high < otherDays.low { return .flag(isWithin(.before)) }
    if days.low > otherDays.high { return .flag(isWithin(.after)) }
    return .unknownFlag(orderDoubt(event, other))
  }

  private func sameDay(_ thing: Thing, _ edge: Node) -> Value {
    let value = evaluate(edge)
    let other: Value =
      if edge.type == .day {
        value
      } else if case .thing(let number) = value {
        day(of: event(of: Thing(index: number)))
      } else {
        .unknown(value.causes)
      }
    return arithmetic.compare(.equal, day(of: event(of: thing)), other, .day)
  }
}
