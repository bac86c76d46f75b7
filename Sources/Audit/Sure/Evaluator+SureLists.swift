import Casebook
import Rulebook
import Values

/// The members of a list of which it is sure what is in it.
struct SureMembers {
  /// Those that surely are members.
  var list: SureList
  /// Whether there may be more.
  var isOpen = false
  /// Whether it shows nothing although something may have happened.
  var isSilent = false

  /// How many there are.
  var count: Sure? { isOpen ? nil : .number(Ratio(Int64(list.count))) }

  /// Of a list of which nothing can be said.
  static let unsure = SureMembers(list: SureList(start: 0, count: 0), isOpen: true)
}

extension Evaluator {
  /// The members of a list; looking may stop at the first where that is all that is asked for.
  func sureMembers(_ list: ListPlan, stopsAtOne: Bool = false) -> SureMembers {
    let thing = list.thing?.sure(self) ?? .none
    guard let memory = list.memory, isAlone else { return lookedUp(list, thing, stopsAtOne) }
    let of: Int32
    switch thing {
    case .thing(let number): of = number
    case .list(let members) where members.count == 1:
      of = Int32(truncatingIfNeeded: sure.element(members.start))
    case .none where list.thing == nil: of = -1
    default: return lookedUp(list, thing, stopsAtOne)
    }
    if let known = memory.sureMembers(of: of, turn: linker.turn) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let members = lookedUp(list, thing, false)
    // What a noun asks of rules may be another thing on another day of account.
    if !hasReadAccount { memory.keep(members, of: of, turn: linker.turn) }
    hasReadAccount = hasReadAccount || before
    return members
  }

  private func lookedUp(_ list: ListPlan, _ of: Sure, _ stopsAtOne: Bool) -> SureMembers {
    if list.isOfTimeline, index.kinds.intersection(list.kinds).isEmpty {
      return SureMembers(list: SureList(start: 0, count: 0), isSilent: isSilent(list))
    }
    let range = list.range.map { SureRange($0, self) }
    guard var found = candidates(list, of, range) else { return .unsure }
    let count = found.list.count
    if list.narrows, count > 0 { narrow(&found, list, range, stopsAtOne) }
    if count == 0, !found.isOpen { found.isSilent = isSilent(list) }
    return found
  }

  private func isSilent(_ list: ListPlan) -> Bool { noteGaps(list) != .complete }

  /// Leaves those that lie in the range and meet the conditions.
  private func narrow(
    _ found: inout SureMembers, _ list: ListPlan, _ range: SureRange?, _ stopsAtOne: Bool
  ) {
    let (start, count) = (found.list.start, found.list.count)
    var end = start
    for place in start..<(start + count) {
      let number = sure.element(place)
      switch holds(Int32(truncatingIfNeeded: number), list, range).known {
      case true?:
        sure.put(number, end)
        end += 1
      case false?: continue
      case nil: found.isOpen = true
      }
      if stopsAtOne, end > start { break }
    }
    found.list = SureList(start: start, count: end - start)
  }

  private func holds(_ number: Int32, _ list: ListPlan, _ range: SureRange?) -> Sure {
    let thing = Sure.thing(number)
    var holds = Sure.flag(true)
    if let range { holds = range.has(Thing(index: number), self) }
    sure.bind(list.slot, thing)
    let outer = home
    if !isAlone, number < file.count { home = file.root(of: Thing(index: number)) }
    for noun in list.nouns where holds.known != false {
      holds = Sure.and(holds, sure(noun, thing, at: .none, on: .none))
    }
    if let condition = list.condition, holds.known != false {
      holds = Sure.and(holds, condition.sure(self))
    }
    home = outer
    return holds
  }
}

// What follows from members.
extension Evaluator {
  /// The first or last member, where it is sure which one that is.
  func pick(first: Bool, _ members: SureMembers) -> Sure {
    if members.isOpen || members.isSilent { return .unsure }
    let list = members.list
    guard list.count > 0 else { return .none }
    let chosen = Int32(truncatingIfNeeded: sure[list, first ? 0 : list.count - 1])
    guard list.count > 1 else { return .thing(chosen) }
    let event = event(of: Thing(index: chosen))
    for place in 0..<list.count {
      let other = self.event(of: Thing(index: Int32(truncatingIfNeeded: sure[list, place])))
      if other != event, precedence(of: other, to: event) == .undecided { return .unsure }
    }
    return .thing(chosen)
  }

  /// What still stands of items.
  func left(_ members: SureMembers) -> Sure {
    hasReadAccount = true
    guard !members.isOpen else { return .unsure }
    var (low, high) = (Ratio.zero, Ratio.zero)
    for place in 0..<members.list.count {
      let item = Thing(index: Int32(truncatingIfNeeded: sure[members.list, place]))
      let (least, most) = standsOf(item)
      low = (try? low.adding(least)) ?? low
      high = (try? high.adding(most)) ?? high
    }
    return low == high ? .number(low) : .unknown
  }

  private func standsOf(_ item: Thing) -> (Ratio, Ratio) {
    if let settled = settled?[item] { return (settled.lowest, settled.highest) }
    let amount = standing?[item] ?? charged(item)
    return (amount, amount)
  }
}

// What may be members before anything is asked of it.
extension Evaluator {
  /// Those of the right kinds; nil where it is not sure what the list is of.
  private func candidates(
    _ list: ListPlan, _ of: Sure, _ range: SureRange?
  ) -> SureMembers? {
    switch list.source {
    case .all: return everything(list, range)
    case .members:
      guard let inner = list.inner.map({ sureMembers($0) }) else { return nil }
      var members = gathered(inner.list, list.kinds)
      members.isOpen = inner.isOpen
      return members
    case .inside:
      switch of {
      case .list(let elements): return gathered(elements, list.kinds)
      case .unknown, .unsure: return nil
      default: return SureMembers(list: SureList(start: 0, count: 0))
      }
    case .related(let relation):
      switch of {
      case .thing(let number): return sureRelated(Thing(index: number), relation, list.kinds)
      case .list(let things) where things.count == 1:
        let only = Int32(truncatingIfNeeded: sure.element(things.start))
        return sureRelated(Thing(index: only), relation, list.kinds)
      case .list(let claims): return sureRelated(toAny: claims, relation, list.kinds)
      default: return nil
      }
    }
  }

  private func everything(_ list: ListPlan, _ range: SureRange?) -> SureMembers? {
    let index = index
    guard isAlone, list.isOfEvents else {
      return gathered(everything(list, between: range?.days)[...], list.kinds)
    }
    let start = sure.room(for: index.timeline.count)
    var end = start
    for place in index.timeline.indices where list.kinds.contains(index.kindsOfTimeline[place]) {
      sure.put(Int64(index.timeline[place].index), end)
      end += 1
    }
    return SureMembers(list: SureList(start: start, count: end - start))
  }

  /// Those of these things that are of the right kinds; open where one is a consequence of which
  /// it is not sure.
  private func gathered(_ things: ArraySlice<Thing>, _ kinds: KindSet) -> SureMembers {
    let start = sure.room(for: things.count)
    var members = SureMembers(list: SureList(start: start, count: 0))
    var end = start
    for thing in things where kinds.contains(kind(of: thing)) {
      if thing.index >= file.count, !consequences[Int(thing.index) - file.count].causes.isEmpty {
        members.isOpen = true
        continue
      }
      sure.put(Int64(thing.index), end)
      end += 1
    }
    members.list = SureList(start: start, count: end - start)
    return members
  }

  private func gathered(_ list: SureList, _ kinds: KindSet) -> SureMembers {
    let start = sure.room(for: Int(list.count))
    var end = start
    for place in 0..<list.count {
      let number = sure[list, place]
      guard kinds.contains(kind(ofThing: Int32(truncatingIfNeeded: number))) else { continue }
      sure.put(number, end)
      end += 1
    }
    return SureMembers(list: SureList(start: start, count: end - start))
  }

  private func sureRelated(
    _ thing: Thing, _ relation: List.Relation, _ kinds: KindSet
  ) -> SureMembers? {
    switch relation {
    case .eventsOfClaim: return gathered(index.eventsOfClaim[thing], kinds)
    case .itemsOfClaim: return gathered(index.chargesOfClaim[thing], kinds)
    case .claimsOf: return gathered(file.claims(of: thing)[...], kinds)
    case .eventsOfEvent: return sureEvents(naming: thing, kinds)
    case .consequencesOf, .partsOf:
      switch related(thing, relation, kinds) as Candidates {
      case .sure(let things): return gathered(things, kinds)
      case .some(let members) where members.isKnown:
        return gathered(members.things.map(\.thing)[...], kinds)
      default: return nil
      }
    }
  }

  private func sureRelated(
    toAny claims: SureList, _ relation: List.Relation, _ kinds: KindSet
  ) -> SureMembers? {
    guard case .sure(let things) = relatedToAny(sure.elements(claims), relation, kinds) else {
      return nil
    }
    return gathered(things, kinds)
  }

  /// Events that are about an event; open where one only may be.
  private func sureEvents(naming thing: Thing, _ kinds: KindSet) -> SureMembers {
    let (index, file) = (index, file)
    guard !index.kinds.intersection(kinds).isEmpty else {
      return SureMembers(list: SureList(start: 0, count: 0))
    }
    guard case .some(let members) = eventsNaming(thing, kinds) else { return .unsure }
    let start = sure.room(for: members.things.count)
    var found = SureMembers(list: SureList(start: start, count: 0))
    var end = start
    for member in members.things where kinds.contains(file.kind(of: member.thing)) {
      guard member.isSure else {
        found.isOpen = true
        continue
      }
      sure.put(Int64(member.thing.index), end)
      end += 1
    }
    found.list = SureList(start: start, count: end - start)
    return found
  }
}
