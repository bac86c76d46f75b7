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

  /// What is not known of a list; most lists have nothing of it.
  private final class Doubts {
    /// For each member that is not sure, the causes.
    var ofMembers: [[Cause]] = []
    var silence: [Cause] = []
    var unknown: [Cause] = []

    init(_ other: Doubts?) {
      guard let other else { return }
      (ofMembers, silence, unknown) = (other.ofMembers, other.silence, other.unknown)
    }
  }

  /// Members in order.
  private(set) var things: [Member] = []
  private var doubts: Doubts?

  /// Why nothing follows from the list being empty, if so.
  var silence: [Cause] {
    get { doubts?.silence ?? [] }
    set { own().silence = newValue }
  }
  /// Why it is not known what the list is of; then nothing at all is known of it.
  var unknown: [Cause] { doubts?.unknown ?? [] }

  var possibleCount: Int { doubts?.ofMembers.count ?? 0 }
  var hasSure: Bool { things.count > possibleCount }
  /// The causes for which some members are only possible.
  var causes: [Cause] { doubts.map { joined($0.ofMembers) } ?? [] }
  /// Whether it is known of everything whether it is a member, and nothing is left open by there
  /// being none.
  var isKnown: Bool {
    guard let doubts else { return true }
    return doubts.ofMembers.isEmpty && doubts.unknown.isEmpty
      && (!things.isEmpty || doubts.silence.isEmpty)
  }
  /// Whether it shows nothing although something may have happened.
  var isSilent: Bool { things.isEmpty && !silence.isEmpty }

  /// No members.
  init() {}

  /// Nothing, as it is not known what the list is of.
  init(unknown causes: [Cause]) { own().unknown = causes }

  /// Takes in a member, with the causes for which it is not sure.
  mutating func add(_ thing: Thing, _ causes: [Cause] = []) {
    if things.isEmpty { things.reserveCapacity(8) }
    if causes.isEmpty {
      things.append(Member(thing: thing, doubt: -1))
    } else {
      addDoubtful(thing, causes)
    }
  }

  /// Takes in what may be a member.
  mutating func addDoubtful(_ thing: Thing, _ causes: [Cause]) {
    let doubts = own()
    things.append(Member(thing: thing, doubt: Int32(doubts.ofMembers.count)))
    doubts.ofMembers.append(causes)
  }

  /// The causes for which it is not sure that something is a member; none of a sure one.
  func causes(of member: Member) -> [Cause] {
    member.isSure ? [] : doubts?.ofMembers[Int(member.doubt)] ?? []
  }

  /// The doubts, shared with no copy.
  private mutating func own() -> Doubts {
    if isKnownUniquelyReferenced(&doubts), let doubts { return doubts }
    let own = Doubts(doubts)
    doubts = own
    return own
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
  /// The members of a list; looking may stop at one that surely is a member, where that is all that
  /// is asked for.
  func members(_ list: ListPlan, stopsAtOne: Bool = false) -> Members {
    guard let memory = list.memory, isAlone, !isRecording, !isTrying, !isBroken else {
      return lookedUp(list, stopsAtOne: stopsAtOne)
    }
    var of: Int32?
    if let step = list.thing {
      switch step.value(self) {
      case .thing(let number): of = number
      case .list(let members) where members.count == 1:
        of = Int32(truncatingIfNeeded: members[0])
      default: return lookedUp(list, stopsAtOne: stopsAtOne)
      }
    }
    if let known = memory.members(of: of, turn: linker.turn) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let members = lookedUp(list, stopsAtOne: false)
    // What a noun asks of rules may be another thing on another day of account.
    if !hasReadAccount { memory.keep(members, of: of, turn: linker.turn) }
    hasReadAccount = hasReadAccount || before
    return members
  }

  /// How many members a list has; counting may stop at one that surely is a member.
  func count(_ list: ListPlan, stopsAtOne: Bool = false) -> Count {
    // Of a list that the file calls incomplete, and in an explanation, all of it is looked at.
    let members = members(list, stopsAtOne: stopsAtOne && !isRecording && !isBroken)
    var result = Count()
    result.possible = members.possibleCount
    result.sure = members.things.count - result.possible
    result.causes = members.causes
    result.unknown = members.unknown
    if members.things.isEmpty { result.silence = members.silence }
    return result
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
    var causes = Distinct<Cause>()
    var certain: Thing?
    for member in first ? members.things : members.things.reversed() {
      let (thing, why) = (member.thing, members.causes(of: member))
      if let chosen = certain {
        let (one, other) = (event(of: thing), event(of: chosen))
        guard one != other, precedence(of: one, to: other) == .undecided else { continue }
        causes.add(contentsOf: orderDoubt(other, one))
      }
      candidates.append(thing)
      causes.add(contentsOf: why)
      if why.isEmpty, certain == nil { certain = thing }
    }
    if candidates.count == 1, certain != nil { return .thing(candidates[0].index) }
    return .open(
      Open(
        .oneOf(candidates.map { .thing($0.index) }), mayBeNone: certain == nil, causes.all))
  }

  private func lookedUp(_ list: ListPlan, stopsAtOne: Bool) -> Members {
    var result = Members()
    var showsKind = false
    if !list.isOfTimeline || !index.kinds.intersection(list.kinds).isEmpty {
      var edges: Edges?
      switch candidates(list) {
      case .timeline:
        let index = index
        for place in index.timeline.indices where list.kinds.contains(index.kindsOfTimeline[place])
        {
          showsKind = true
          take(index.timeline[place], .flag(true), list, &edges, &result)
          if stopsAtOne, result.hasSure { break }
        }
      case .sure(let things):
        for thing in things where list.kinds.contains(kind(of: thing)) {
          showsKind = true
          take(thing, .flag(true), list, &edges, &result)
          if stopsAtOne, result.hasSure { break }
        }
      case .some(let members):
        for member in members.things where list.kinds.contains(kind(of: member.thing)) {
          showsKind = true
          let belongs: Value =
            member.isSure ? .flag(true) : .unknownFlag(members.causes(of: member))
          take(member.thing, belongs, list, &edges, &result)
          if stopsAtOne, result.hasSure { break }
        }
      case .unknown(let causes): return Members(unknown: causes)
      }
    }
    if noteGaps(list) != .complete, !showsKind { result.silence = [.silence(list.kinds, nil)] }
    return result
  }

  private func take(
    _ thing: Thing, _ belongs: Value, _ list: ListPlan, _ edges: inout Edges?,
    _ members: inout Members
  ) {
    let holds = condition(thing, belongs, list, &edges)
    if case .flag(let holds) = holds {
      if holds { members.add(thing) }
    } else {
      members.addDoubtful(thing, holds.causes)
    }
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
    if let noun = list.noun, Kleene.known(holds) != false {
      holds = Kleene.and(holds, call(noun, .thing(thing.index), at: .none, on: .none))
    }
    for noun in list.otherNouns where Kleene.known(holds) != false {
      holds = Kleene.and(holds, call(noun, .thing(thing.index), at: .none, on: .none))
    }
    if let condition = list.condition, Kleene.known(holds) != false {
      holds = Kleene.and(holds, condition.value(self))
    }
    return holds
  }
}
