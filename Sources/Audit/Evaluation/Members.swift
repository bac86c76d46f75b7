import Casebook
import Rulebook
import Values

/// The members of a list: those that surely are, and those that may be.
struct Members {
  /// One of them.
  struct Member {
    let thing: Thing
    /// Where its causes stand; negative of a sure one.
    fileprivate let doubt: Int32

    var isSure: Bool { doubt < 0 }
  }

  /// Members in order.
  private(set) var things: [Member] = []
  /// For each that is not sure, the causes.
  private var doubts: [[Cause]] = []
  /// Why nothing follows from the list being empty, if so.
  var silence: [Cause] = []
  /// Why it is not known what the list is of; then nothing at all is known of it.
  var unknown: [Cause] = []

  var possibleCount: Int { doubts.count }
  /// The causes for which some members are only possible.
  var causes: [Cause] { doubts.reduce([]) { joined($0, $1) } }
  /// Whether it shows nothing although something may have happened.
  var isSilent: Bool { things.isEmpty && !silence.isEmpty }

  /// Takes in a member, with the causes for which it is not sure.
  mutating func add(_ thing: Thing, _ causes: [Cause] = []) {
    if things.isEmpty { things.reserveCapacity(8) }
    things.append(Member(thing: thing, doubt: causes.isEmpty ? -1 : Int32(doubts.count)))
    if !causes.isEmpty { doubts.append(causes) }
  }

  /// The causes for which it is not sure that something is a member; none of a sure one.
  func causes(of member: Member) -> [Cause] {
    member.isSure ? [] : doubts[Int(member.doubt)]
  }
}

/// How many members a list has: those that surely are, and those that may be.
struct Count {
  var sure = 0
  var possible = 0
  /// The causes for which some members are only possible.
  var causes: [Cause] = []
  /// Why nothing follows from there being none, if so.
  var silence: [Cause] = []
  /// Why it is not known what the list is of; then nothing at all is known of it.
  var unknown: [Cause] = []

  /// As a number.
  var value: Value {
    if !unknown.isEmpty { return .open(Open(.numbers(.zero, nil), unknown)) }
    return .number(
      NumberRange(low: Ratio(Int64(sure)), high: Ratio(Int64(sure + possible))), causes)
  }
}

extension Evaluator {
  /// The members of a list.
  func members(_ list: ListPlan) -> Members { kept(list) ?? lookedUp(list) }

  /// The members of a list that are kept, or can be; nil where they cannot.
  private func kept(_ list: ListPlan) -> Members? {
    guard let memory = list.memory, isAlone, !isRecording, !isTrying, !isBroken else { return nil }
    var of: Int32?
    if let step = list.thing {
      switch step.value(self) {
      case .thing(let number): of = number
      case .list(let members) where members.count == 1:
        of = Int32(truncatingIfNeeded: members[0])
      default: return nil
      }
    }
    if let known = memory.members(of: of, turn: linker.turn) { return known }
    let members = lookedUp(list)
    memory.keep(members, of: of, turn: linker.turn)
    return members
  }

  private func lookedUp(_ list: ListPlan) -> Members {
    var result = Members()
    let shown = eachLookedUp(list) { thing, holds in
      if case .flag = holds { result.add(thing) } else { result.add(thing, holds.causes) }
      return true
    }
    (result.silence, result.unknown) = (shown.silence, shown.unknown)
    return result
  }

  /// How many members a list has; counting may stop at one that surely is a member, where that is
  /// all that is asked for.
  func count(_ list: ListPlan, stopsAtOne: Bool = false) -> Count {
    // Of a list that the file calls incomplete, and in an explanation, all of it is looked at.
    let stops = stopsAtOne && !isRecording && !isBroken
    var result = Count()
    let shown = eachMember(list) { _, holds in
      if case .flag = holds {
        result.sure += 1
        return !stops
      }
      result.possible += 1
      result.causes = joined(result.causes, holds.causes)
      return true
    }
    result.unknown = shown.unknown
    if result.sure + result.possible == 0 { result.silence = shown.silence }
    return result
  }

  /// Calls `visit` with each member bound, as long as all are sure and it wants more; whether it has
  /// seen them all, and nothing is unknown of the list.
  func eachSure(_ list: ListPlan, _ visit: () -> Bool) -> Bool {
    var isWhole = true
    var isEmpty = true
    let shown = eachMember(list) { thing, holds in
      guard case .flag = holds else {
        isWhole = false
        return false
      }
      isEmpty = false
      bind(list.slot, .thing(thing.index))
      isWhole = visit()
      return isWhole
    }
    return isWhole && shown.unknown.isEmpty && (!isEmpty || shown.silence.isEmpty)
  }

  /// The first or last member: certain, or one of those it may be.
  func pick(first: Bool, _ members: Members) -> Value {
    if !members.unknown.isEmpty {
      return .open(Open(.anything, mayBeNone: true, members.unknown))
    }
    if members.things.isEmpty {
      guard members.isSilent else { return .none }
      return .open(Open(.anything, mayBeNone: true, members.silence))
    }
    if members.things.count == 1, members.things[0].isSure {
      return .thing(members.things[0].thing.index)
    }
    var candidates: [Thing] = []
    var causes: [Cause] = []
    var certain: Thing?
    for member in first ? members.things : members.things.reversed() {
      let (thing, why) = (member.thing, members.causes(of: member))
      if let chosen = certain {
        let (one, other) = (event(of: thing), event(of: chosen))
        guard one != other, precedence(of: one, to: other) == .undecided else { continue }
        causes = joined(causes, orderDoubt(other, one))
      }
      candidates.append(thing)
      causes = joined(causes, why)
      if why.isEmpty, certain == nil { certain = thing }
    }
    if candidates.count == 1, certain != nil { return .thing(candidates[0].index) }
    return .open(
      Open(.oneOf(candidates.map { .thing($0.index) }), mayBeNone: certain == nil, causes))
  }

  /// What a list shows beside its members.
  private struct Shown {
    var silence: [Cause] = []
    var unknown: [Cause] = []
  }

  /// Goes through the members of a list in order, as long as `visit` wants more. Each comes with
  /// whether it surely is one.
  private func eachMember(_ list: ListPlan, _ visit: (Thing, Value) -> Bool) -> Shown {
    guard let members = kept(list) else { return eachLookedUp(list, visit) }
    for member in members.things {
      guard visit(member.thing, flag(members.causes(of: member))) else { break }
    }
    return Shown(silence: members.silence, unknown: members.unknown)
  }

  private func eachLookedUp(_ list: ListPlan, _ visit: (Thing, Value) -> Bool) -> Shown {
    var shown = Shown()
    var showsKind = false
    if !list.isOfTimeline || !index.kinds.intersection(list.kinds).isEmpty {
      var edges: Edges?
      let unknown = eachCandidate(list) { thing, belongs in
        guard list.kinds.contains(kind(of: thing)) else { return true }
        showsKind = true
        let holds = condition(thing, belongs, list, &edges)
        if case .flag(false) = holds { return true }
        return visit(thing, holds)
      }
      if let unknown {
        shown.unknown = unknown
        return shown
      }
    }
    if noteGaps(list) != .complete, !showsKind { shown.silence = [.silence(list.kinds, nil)] }
    return shown
  }

  private func condition(
    _ thing: Thing, _ belongs: Value, _ list: ListPlan, _ edges: inout Edges?
  ) -> Value {
    if isRecording { recorder?.enterAside(name(of: thing)) }
    defer { if isRecording { recorder?.leaveAside() } }
    var holds = belongs
    if let range = list.range { holds = Kleene.and(holds, within(thing, range, &edges)) }
    bind(list.slot, .thing(thing.index))
    let outer = home
    if !isAlone, thing.index < file.count { home = file.root(of: thing) }
    defer { home = outer }
    for place in 0..<list.nouns.count where Kleene.known(holds) != false {
      holds = Kleene.and(
        holds, call(list.nouns[place], .thing(thing.index), at: .none, on: .none))
    }
    if let condition = list.condition, Kleene.known(holds) != false {
      holds = Kleene.and(holds, condition.value(self))
    }
    return holds
  }
}

// What may be a member before anything is asked of it.
extension Evaluator {
  /// Goes through what may be a member, with whether it belongs, as long as `visit` wants more.
  /// - Returns: why it is not known what the list is of, if so.
  private func eachCandidate(_ list: ListPlan, _ visit: (Thing, Value) -> Bool) -> [Cause]? {
    switch list.source {
    case .all where isAlone && list.isOfEvents:
      let (timeline, kinds) = (index.timeline, index.kindsOfTimeline)
      for place in timeline.indices where list.kinds.contains(kinds[place]) {
        guard visit(timeline[place], .flag(true)) else { break }
      }
      return nil
    case .all:
      for thing in everything(list) {
        let number = Int(thing.index) - file.count
        guard visit(thing, number < 0 ? .flag(true) : flag(consequences[number].causes)) else {
          break
        }
      }
      return nil
    case .members:
      guard let inner = list.inner else { return nil }
      let all = members(inner)
      for member in all.things {
        guard visit(member.thing, flag(all.causes(of: member))) else { break }
      }
      return nil
    case .inside: return eachInside(list.thing?.value(self) ?? .none, visit)
    case .related(let relation):
      let value = list.thing?.value(self) ?? .none
      switch value {
      case .thing(let number): eachRelated(Thing(index: number), relation, list.kinds, visit)
      case .list(let things) where things.count == 1:
        let only = Thing(index: Int32(truncatingIfNeeded: things[0]))
        eachRelated(only, relation, list.kinds, visit)
      case .list(let things):
        for (thing, belongs) in relatedToAny(things, relation, list.kinds) {
          guard visit(thing, belongs) else { break }
        }
      default: return value.causes
      }
      return nil
    }
  }

  fileprivate func flag(_ causes: [Cause]) -> Value {
    causes.isEmpty ? .flag(true) : .unknownFlag(causes)
  }

  private func eachInside(_ value: Value, _ visit: (Thing, Value) -> Bool) -> [Cause]? {
    switch value {
    case .list(let elements):
      for element in elements {
        guard visit(Thing(index: Int32(truncatingIfNeeded: element)), .flag(true)) else { break }
      }
      return nil
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else { return open.causes }
      for case .thing(let number) in candidates {
        guard visit(Thing(index: number), flag(open.causes)) else { break }
      }
      return nil
    default: return nil
    }
  }

  /// What belongs to any claim of a group, each once and in order.
  private func relatedToAny(
    _ claims: [Int64], _ relation: List.Relation, _ kinds: KindSet
  ) -> [(Thing, Value)] {
    func concerns(_ row: ArraySlice<Thing>) -> Bool {
      row.contains { claims.contains(Int64($0.index)) }
    }
    switch relation {
    case .eventsOfClaim:
      let (timeline, index) = (index.timeline, index)
      return timeline.filter { concerns(index.claimsOfEvent[$0]) }.map { ($0, .flag(true)) }
    case .itemsOfClaim:
      let (charges, index) = (index.charges, index)
      return charges.filter { concerns(index.claimsOfCharge[$0]) }.map { ($0, .flag(true)) }
    default: return relatedOneByOne(claims, relation, kinds)
    }
  }

  private func relatedOneByOne(
    _ claims: [Int64], _ relation: List.Relation, _ kinds: KindSet
  ) -> [(Thing, Value)] {
    var seen: Set<Thing> = []
    var result: [(Thing, Value)] = []
    for claim in claims {
      eachRelated(Thing(index: Int32(truncatingIfNeeded: claim)), relation, kinds) { thing, value in
        if seen.insert(thing).inserted { result.append((thing, value)) }
        return true
      }
    }
    return result.sorted { place(of: $0.0) < place(of: $1.0) }
  }

  private func place(of thing: Thing) -> Int32 {
    thing.index < file.count ? index.places[Int(thing.index)] : .max
  }

  private func eachRelated(
    _ thing: Thing, _ relation: List.Relation, _ kinds: KindSet, _ visit: (Thing, Value) -> Bool
  ) {
    func each(_ things: some Sequence<Thing>) {
      for thing in things { guard visit(thing, .flag(true)) else { return } }
    }
    switch relation {
    case .eventsOfClaim: each(index.eventsOfClaim[thing])
    case .itemsOfClaim: each(index.chargesOfClaim[thing])
    case .claimsOf: each(file.claims(of: thing))
    case .consequencesOf:
      for (thing, value) in consequences(of: thing) { guard visit(thing, value) else { return } }
    case .eventsOfEvent:
      for (event, value) in eventsNaming(thing, kinds) { guard visit(event, value) else { return } }
    case .partsOf:
      for part in index.partsOfEvent[event(of: thing)]
      where kinds.contains(file.kind(of: part)) && part != thing && isPart(part, of: thing) {
        guard visit(part, .flag(true)) else { return }
      }
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
    guard !index.kinds.intersection(kinds).isEmpty else { return [] }
    let own = index.claimsOfEvent[thing]
    let claims = own.isEmpty ? file.claims(of: thing)[...] : own
    func shares(_ event: Thing) -> Bool {
      index.claimsOfEvent[event].contains { claims.contains($0) }
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
      if words.relatedKinds.contains(file.kind(of: event)) { return (event, .flag(true)) }
      let alone =
        isAlone
        ?? (index.timeline.count { file.kind(of: $0) == file.kind(of: thing) && shares($0) } == 1)
      isAlone = alone
      return (event, alone ? .flag(true) : .unknownFlag([.fact(Fact(event, words.of))]))
    }
  }
}
