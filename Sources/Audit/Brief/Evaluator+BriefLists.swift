import Casebook
import Rulebook
import Values

// The members of lists in a few bits.
extension Evaluator {
  /// The members of a list; looking may stop at one that surely is a member, where that is all that
  /// is asked for.
  func briefMembers(_ list: ListPlan, stopsAtOne: Bool = false) -> BriefMembers {
    let thing = list.thing?.brief(self) ?? .none
    guard let memory = list.memory, isAlone, !isTrying else {
      return lookedUp(list, thing, stopsAtOne)
    }
    let of: Int32
    switch thing {
    case .thing(let number): of = number
    case .list(let members) where members.count == 1: of = brief.thing(members.start)
    case .none where list.thing == nil: of = -1
    default: return lookedUp(list, thing, stopsAtOne)
    }
    if let known = memory.briefMembers(of: of, turn: linker.turn) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let members = lookedUp(list, thing, false)
    // What a noun asks of rules may be another thing on another day of account.
    if !hasReadAccount { memory.keep(members, of: of, turn: linker.turn) }
    hasReadAccount = hasReadAccount || before
    return members
  }

  private func lookedUp(_ list: ListPlan, _ of: Brief, _ stopsAtOne: Bool) -> BriefMembers {
    var found = BriefMembers.none
    if !list.isOfTimeline || !index.kinds.intersection(list.kinds).isEmpty {
      // Of cases side by side, days that a list names narrow what is looked at from the outset.
      let range = isAlone ? nil : list.range.map { BriefRange($0, self) }
      found = candidates(list, of, range)
      if found.unknown >= 0 { return found }
      if found.list.count > 0 {
        if list.narrows {
          narrow(&found, list, range ?? list.range.map { BriefRange($0, self) }, stopsAtOne)
        }
        return found
      }
    }
    found.isSilent = noteGaps(list) != .complete
    return found
  }

  /// Leaves those that lie in the range and meet the conditions.
  private func narrow(
    _ found: inout BriefMembers, _ list: ListPlan, _ range: BriefRange?, _ stopsAtOne: Bool
  ) {
    let (start, count) = (found.list.start, found.list.count)
    var end = start
    found.possible = 0
    for place in start..<(start + count) {
      let element = brief.element(place)
      let thing = Int32(truncatingIfNeeded: element)
      let doubt = BriefMembers.doubt(element)
      switch holds(thing, doubt < 0 ? .flag(true) : .open(doubt), list, range) {
      case .flag(true):
        brief.put(Int64(thing), end)
        end += 1
        if stopsAtOne {
          found.list = BriefList(start: start, count: end - start)
          return
        }
      case .flag(false): continue
      case .open(let doubt):
        brief.put(BriefMembers.element(Int64(thing), doubt: doubt), end)
        end += 1
        found.possible += 1
      default: continue
      }
    }
    found.list = BriefList(start: start, count: end - start)
  }

  private func holds(
    _ number: Int32, _ belongs: Brief, _ list: ListPlan, _ range: BriefRange?
  ) -> Brief {
    var holds = belongs
    if let range { holds = and(holds, range.has(Thing(index: number), self)) }
    brief.bind(list.slot, .thing(number))
    let outer = home
    if !isAlone, number < file.count { home = file.root(of: Thing(index: number)) }
    holds = list.test.holds(number, holds, self)
    home = outer
    return holds
  }
}

// What may be members before anything is asked of it.
extension Evaluator {
  /// Those of the right kinds.
  private func candidates(_ list: ListPlan, _ of: Brief, _ range: BriefRange?) -> BriefMembers {
    switch list.source {
    case .all: return everything(list, range)
    case .members: return list.inner.map { gathered(briefMembers($0).list, list.kinds) } ?? .none
    case .inside:
      if case .list(let elements) = of { return gathered(elements, list.kinds) }
      return brief(inside(full(of)), list.kinds)
    case .related(let relation):
      switch of {
      case .thing(let number): return briefRelated(Thing(index: number), relation, list.kinds)
      case .list(let things) where things.count == 1:
        return briefRelated(Thing(index: brief.thing(things.start)), relation, list.kinds)
      case .list(let claims):
        return brief(relatedToAny(brief.elements(claims), relation, list.kinds), list.kinds)
      default:
        let doubt = brief.place(of: Open(.anything, causes(of: of)))
        return BriefMembers(list: .empty, unknown: doubt)
      }
    }
  }

  private func everything(_ list: ListPlan, _ range: BriefRange?) -> BriefMembers {
    let index = index
    guard isAlone, list.isOfEvents else {
      let things = everything(list, between: range?.days)
      guard let last = things.last, last.index >= file.count else {
        return gathered(things[...], list.kinds)
      }
      return brief(withDoubts(things), list.kinds)
    }
    let start = brief.room(for: index.timeline.count)
    var end = start
    for place in index.timeline.indices where list.kinds.contains(index.kindsOfTimeline[place]) {
      brief.put(Int64(index.timeline[place].index), end)
      end += 1
    }
    return BriefMembers(list: BriefList(start: start, count: end - start))
  }

  /// Those of these things that are of the right kinds.
  private func gathered(_ things: ArraySlice<Thing>, _ kinds: KindSet) -> BriefMembers {
    let start = brief.room(for: things.count)
    var end = start
    for thing in things where kinds.contains(kind(of: thing)) {
      brief.put(Int64(thing.index), end)
      end += 1
    }
    return BriefMembers(list: BriefList(start: start, count: end - start))
  }

  /// The same of members of another list.
  private func gathered(_ list: BriefList, _ kinds: KindSet) -> BriefMembers {
    let start = brief.room(for: Int(list.count))
    var members = BriefMembers.none
    var end = start
    for place in 0..<list.count {
      let element = brief[list, place]
      guard kinds.contains(kind(ofThing: Int32(truncatingIfNeeded: element))) else { continue }
      if BriefMembers.doubt(element) >= 0 { members.possible += 1 }
      brief.put(element, end)
      end += 1
    }
    members.list = BriefList(start: start, count: end - start)
    return members
  }

  private func brief(_ candidates: Candidates, _ kinds: KindSet) -> BriefMembers {
    switch candidates {
    case .timeline: gathered(index.timeline[...], kinds)
    case .sure(let things): gathered(things, kinds)
    case .some(let members): brief(members, kinds)
    case .unknown(let causes):
      BriefMembers(list: .empty, unknown: brief.place(of: Open(.anything, causes)))
    }
  }

  private func briefRelated(
    _ thing: Thing, _ relation: List.Relation, _ kinds: KindSet
  ) -> BriefMembers {
    switch relation {
    case .eventsOfClaim where index.kinds.intersection(kinds).isEmpty: .none
    case .eventsOfEvent where index.kinds.intersection(kinds).isEmpty: .none
    case .eventsOfClaim: gathered(index.eventsOfClaim[thing], kinds)
    case .itemsOfClaim: gathered(index.chargesOfClaim[thing], kinds)
    case .claimsOf: gathered(file.claims(of: thing)[...], kinds)
    case .consequencesOf where consequences.isEmpty: .none
    case .consequencesOf, .partsOf, .eventsOfEvent:
      brief(related(thing, relation, kinds), kinds)
    }
  }
}
