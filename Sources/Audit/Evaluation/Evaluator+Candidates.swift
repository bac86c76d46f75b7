import Casebook
import Rulebook

/// What may be members of a list before anything is asked of it.
enum Candidates {
  /// The events of the case.
  case timeline
  /// All belong to it.
  case sure(ArraySlice<Thing>)
  /// Some may not.
  case some(Members)
  /// It is not known what it is of.
  case unknown([Cause])
}

extension Evaluator {
  /// What may be a member of a list.
  func candidates(_ list: ListPlan) -> Candidates {
    switch list.source {
    case .all where isAlone && list.isOfEvents: return .timeline
    case .all: return everythingSure(list)
    case .members:
      return .some(list.inner.map { members($0) } ?? Members())
    case .inside: return inside(list.thing?.value(self) ?? .none)
    case .related(let relation):
      let value = list.thing?.value(self) ?? .none
      switch value {
      case .thing(let number): return related(Thing(index: number), relation, list.kinds)
      case .list(let things) where things.count == 1:
        return related(Thing(index: Int32(truncatingIfNeeded: things[0])), relation, list.kinds)
      case .list(let things): return relatedToAny(things, relation, list.kinds)
      default: return .unknown(value.causes)
      }
    }
  }

  private func everythingSure(_ list: ListPlan) -> Candidates {
    let things = everything(list)
    guard let last = things.last, last.index >= file.count else { return .sure(things[...]) }
    return withDoubts(things)
  }

  /// Things some of which are consequences, which may not be sure.
  func withDoubts(_ things: [Thing]) -> Candidates {
    var members = Members()
    for thing in things {
      let number = Int(thing.index) - file.count
      members.add(thing, number < 0 ? [] : consequences[number].causes)
    }
    return .some(members)
  }

  func inside(_ value: Value) -> Candidates {
    var members = Members()
    switch value {
    case .list(let elements):
      for element in elements { members.add(Thing(index: Int32(truncatingIfNeeded: element))) }
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else {
        return .unknown(open.causes)
      }
      for case .thing(let number) in candidates { members.add(Thing(index: number), open.causes) }
    default: break
    }
    return .some(members)
  }

  /// What belongs to any claim of a group, each once and in order.
  func relatedToAny(
    _ claims: [Int64], _ relation: List.Relation, _ kinds: KindSet
  ) -> Candidates {
    let index = index
    switch relation {
    case .eventsOfClaim: return .sure(united(claims, index.eventsOfClaim)[...])
    case .itemsOfClaim: return .sure(united(claims, index.chargesOfClaim)[...])
    default: return relatedOneByOne(claims, relation, kinds)
    }
  }

  /// What stands in the rows of some claims, each once and in order.
  private func united(_ claims: [Int64], _ rows: ThingRows) -> [Thing] {
    let places = index.places
    var found: [Thing] = []
    var isMixed = false
    for claim in claims {
      let row = rows[Thing(index: Int32(truncatingIfNeeded: claim))]
      if found.isEmpty {
        found += row
      } else if !found.elementsEqual(row) {
        found += row
        isMixed = true
      }
    }
    // Mostly all that happened concerns all of the claims.
    if isMixed { found.sort { (places[Int($0.index)], $0) < (places[Int($1.index)], $1) } }
    var united: [Thing] = []
    for thing in found where thing != united.last { united.append(thing) }
    return united
  }

  private func relatedOneByOne(
    _ claims: [Int64], _ relation: List.Relation, _ kinds: KindSet
  ) -> Candidates {
    var seen: Set<Thing> = []
    var found: [(thing: Thing, causes: [Cause])] = []
    for claim in claims {
      let thing = Thing(index: Int32(truncatingIfNeeded: claim))
      switch related(thing, relation, kinds) {
      case .sure(let things):
        for thing in things where seen.insert(thing).inserted { found.append((thing, [])) }
      case .timeline, .unknown: break
      case .some(let members):
        for member in members.things where seen.insert(member.thing).inserted {
          found.append((member.thing, members.causes(of: member)))
        }
      }
    }
    var members = Members()
    for (thing, causes) in found.sorted(by: { place(of: $0.thing) < place(of: $1.thing) }) {
      members.add(thing, causes)
    }
    return .some(members)
  }

  private func place(of thing: Thing) -> Int32 {
    thing.index < file.count ? index.places[Int(thing.index)] : .max
  }

  func related(
    _ thing: Thing, _ relation: List.Relation, _ kinds: KindSet
  ) -> Candidates {
    switch relation {
    case .eventsOfClaim: return .sure(index.eventsOfClaim[thing])
    case .itemsOfClaim: return .sure(index.chargesOfClaim[thing])
    case .claimsOf: return .sure(file.claims(of: thing)[...])
    case .consequencesOf: return .some(consequences(of: thing))
    case .eventsOfEvent: return eventsNaming(thing, kinds)
    case .partsOf:
      let parts = index.partsOfEvent[event(of: thing)].filter { part in
        kinds.contains(file.kind(of: part)) && part != thing && isPart(part, of: thing)
      }
      return .sure(parts[...])
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
  /// with it, surely where the kind speaks of claims or no other event could be meant. What came
  /// before it is not about it.
  func eventsNaming(_ thing: Thing, _ kinds: KindSet) -> Candidates {
    var naming = Members()
    let (index, file) = (index, file)
    guard !index.kinds.intersection(kinds).isEmpty else { return .some(naming) }
    let own = index.claimsOfEvent[thing]
    let claims = own.isEmpty ? file.claims(of: thing)[...] : own
    func shares(_ event: Thing) -> Bool {
      index.claimsOfEvent[event].contains { claims.contains($0) }
    }
    for event in index.timeline where kinds.contains(file.kind(of: event)) && event != thing {
      let slot = file[event, words.of]
      if slot.state == .list {
        let start = Int(slot.first)
        let named = file.elements[start..<(start + Int(slot.count))]
        if named.contains(Int64(thing.index)) { naming.add(event) }
        continue
      }
      guard shares(event) else { continue }
      if words.relatedKinds.contains(file.kind(of: event)) {
        naming.add(event)
        continue
      }
      let meant = meant(by: event, asked: file.kind(of: thing))
      guard meant.contains(thing) else { continue }
      naming.add(event, meant.count == 1 ? [] : [.fact(Fact(event, words.of))])
    }
    return .some(naming)
  }
}
