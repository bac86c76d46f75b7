import Casebook
import Rulebook
import Values

/// The members of a list in a few bits: `Members`, as stretches of `BriefState`.
///
/// An element is the number of a thing, and above it, for one that only may be a member, a place in
/// `BriefState`: why.
struct BriefMembers {
  var list: BriefList
  /// How many of them only may be members.
  var possible: Int32 = 0
  /// Whether it shows nothing although something may have happened.
  var isSilent = false
  /// Why it is not known what the list is of, as a place in `BriefState`; negative when it is.
  var unknown: Int32 = -1

  static let none = BriefMembers(list: .empty)

  /// Whether it is known of everything whether it is a member, and nothing is left open by there
  /// being none.
  var isKnown: Bool { possible == 0 && unknown < 0 && !isSilent }
  var hasSure: Bool { list.count > possible }

  /// An element for a thing that only may be a member.
  static func element(_ thing: Int64, doubt: Int32) -> Int64 { thing | Int64(doubt + 1) << 32 }
  /// Why it is not sure that an element is a member; negative of a sure one.
  static func doubt(_ element: Int64) -> Int32 { Int32(truncatingIfNeeded: element >> 32) - 1 }
}

extension Evaluator {
  /// The causes for which it is not sure that an element is a member.
  func causes(ofMember element: Int64) -> [Cause] {
    let doubt = BriefMembers.doubt(element)
    return doubt < 0 ? [] : brief.open(doubt).causes
  }

  /// Members in full.
  func full(_ members: BriefMembers, _ list: ListPlan) -> Members {
    if members.unknown >= 0 { return Members(unknown: brief.open(members.unknown).causes) }
    var result = Members()
    for place in 0..<members.list.count {
      let element = brief[members.list, place]
      let thing = Thing(index: Int32(truncatingIfNeeded: element))
      if BriefMembers.doubt(element) < 0 {
        result.add(thing)
      } else {
        result.addDoubtful(thing, causes(ofMember: element))
      }
    }
    if members.isSilent { result.silence = [.silence(list.kinds, nil)] }
    return result
  }

  /// Full members in a few bits: those of some kinds, if these are given.
  func brief(_ members: Members, _ kinds: KindSet?) -> BriefMembers {
    let start = brief.room(for: members.things.count)
    var result = BriefMembers(list: .empty)
    var end = start
    for member in members.things {
      guard kinds.map({ $0.contains(kind(of: member.thing)) }) ?? true else { continue }
      var element = Int64(member.thing.index)
      if !member.isSure {
        let doubt = brief.place(of: Open(.flag, members.causes(of: member)))
        element = BriefMembers.element(element, doubt: doubt)
        result.possible += 1
      }
      brief.put(element, end)
      end += 1
    }
    result.list = BriefList(start: start, count: end - start)
    result.isSilent = members.isSilent
    if !members.unknown.isEmpty { result.unknown = brief.place(of: Open(.flag, members.unknown)) }
    return result
  }
}

extension Evaluator {
  /// The things that an open value may be, each only perhaps a member.
  func members(among open: Open) -> BriefMembers {
    guard case .oneOf(let candidates) = open.span else { return .none }
    var members = Members()
    for case .thing(let number) in candidates { members.add(Thing(index: number), open.causes) }
    return brief(members, nil)
  }
}

// What follows from members.
extension Evaluator {
  /// How many there are.
  func count(_ members: BriefMembers, _ list: ListPlan) -> Count {
    var result = Count()
    result.possible = Int(members.possible)
    result.sure = Int(members.list.count - members.possible)
    if members.possible > 0 {
      var causes = Distinct<Cause>()
      for place in 0..<members.list.count {
        causes.add(contentsOf: self.causes(ofMember: brief[members.list, place]))
      }
      result.causes = causes.all
    }
    if members.unknown >= 0 { result.unknown = brief.open(members.unknown).causes }
    if members.isSilent { result.silence = [.silence(list.kinds, nil)] }
    return result
  }

  /// The first or last member: certain, or one of those it may be.
  func pick(first: Bool, _ members: BriefMembers, _ list: ListPlan) -> Brief {
    guard members.isKnown, let chosen = pick(first: first, members.list) else {
      return brief(pick(first: first, full(members, list)))
    }
    return chosen
  }

  /// The same of known members; nil where it is not decided which one it is.
  private func pick(first: Bool, _ list: BriefList) -> Brief? {
    guard list.count > 0 else { return Brief.none }
    let chosen = brief.thing(list.start + (first ? 0 : list.count - 1))
    guard list.count > 1 else { return .thing(chosen) }
    let event = event(of: Thing(index: chosen))
    for place in list.start..<(list.start + list.count) {
      let other = self.event(of: Thing(index: brief.thing(place)))
      if other != event, precedence(of: other, to: event) == .undecided { return nil }
    }
    return .thing(chosen)
  }

  /// What still stands of items; what was charged, while no money rule has had its turn.
  func left(_ members: BriefMembers, _ list: ListPlan) -> Brief {
    guard members.isKnown, settled == nil else { return brief(left(full(members, list))) }
    hasReadAccount = true
    var sum = Ratio.zero
    for place in members.list.start..<(members.list.start + members.list.count) {
      let item = Thing(index: brief.thing(place))
      sum = (try? sum.adding(standing?[item] ?? charged(item))) ?? sum
    }
    return .number(sum)
  }
}
