import Casebook
import Rulebook

/// The members of a list of a case that have been looked up, for lists whose members follow from
/// the case alone, or from the case and the thing they belong to.
///
/// Many limbs go through the same list, and money rules on each day of account.
final class ListMemory {
  /// Lists that have the same members.
  struct Key: Hashable {
    private let kinds: KindSet
    private let nouns: [DefinitionID]
    private let relation: List.Relation?
    private let reach: Reach

    func hash(into hasher: inout Hasher) {
      // One number: each that is taken in costs more than all that are told apart by it.
      var mixed = kinds.hashed
      for noun in nouns { mixed = (mixed ^ UInt64(noun.rawValue)) &* 0x9e37_79b9_7f4a_7c15 }
      hasher.combine(mixed)
    }

    /// Nil of a list of which no other is sure to be the same.
    init?(_ list: List) {
      guard list.condition == nil, list.bound == nil else { return nil }
      switch list.source {
      case .all: relation = nil
      case .of(_, let relation): self.relation = relation
      case .inside: return nil
      }
      (kinds, nouns, reach) = (list.kinds, list.nouns, list.reach)
    }
  }

  private struct Entry {
    var turn = -1
    var members = Members()
  }

  private struct BriefEntry {
    var turn = -1
    var members = BriefMembers.none
  }

  /// By the thing they belong to; the first is of what belongs to nothing.
  private var entries: [Entry] = []
  private var briefEntries: [BriefEntry] = []

  /// The members, as they are kept for a thing in the turn of a case.
  func members(of thing: Int32?, turn: Int) -> Members? {
    let place = Self.place(thing)
    guard place < entries.count, entries[place].turn == turn else { return nil }
    return entries[place].members
  }

  /// Keeps them.
  func keep(_ members: Members, of thing: Int32?, turn: Int) {
    let place = Self.place(thing)
    while entries.count <= place { entries.append(Entry()) }
    entries[place] = Entry(turn: turn, members: members)
  }

  /// The members that are surely known, likewise; what belongs to nothing is at -1.
  func briefMembers(of thing: Int32, turn: Int) -> BriefMembers? {
    let place = Int(thing) + 1
    guard place < briefEntries.count, briefEntries[place].turn == turn else { return nil }
    return briefEntries[place].members
  }

  /// Keeps them.
  func keep(_ members: BriefMembers, of thing: Int32, turn: Int) {
    let place = Int(thing) + 1
    while briefEntries.count <= place { briefEntries.append(BriefEntry()) }
    briefEntries[place] = BriefEntry(turn: turn, members: members)
  }

  private static func place(_ thing: Int32?) -> Int { thing.map { Int($0) + 1 } ?? 0 }
}

extension List {
  /// Whether its members follow from the case, or from the case and what they belong to: the same
  /// on every day of account, before and after money is taken, wherever the list is written.
  func isClosed(_ program: Program, _ words: KnownWords) -> Bool {
    if case .inside = source { return false }
    guard bound == nil, kinds.intersection(words.consequenceKinds).isEmpty,
      nouns.allSatisfy({ program.isClosed($0) })
    else { return false }
    if case .of(_, .consequencesOf) = source { return false }
    guard let condition else { return true }
    return condition.isClosed(but: slot, program)
  }
}

extension Program {
  /// Whether a definition gives the same on every day of account, before and after money is taken.
  fileprivate func isClosed(_ id: DefinitionID) -> Bool {
    let definition = definitions[id.rawValue]
    return !definition.usesToday && !definition.readsLeft
  }
}

extension Node {
  /// Whether its value follows from the case and what is bound to a slot.
  fileprivate func isClosed(but slot: Int, _ program: Program) -> Bool {
    var isClosed = true
    walk { node in
      switch node.code {
      case .variable(slot): break
      case .call(let id, _): isClosed = isClosed && program.isClosed(id)
      case .flag, .number, .day, .clock, .duration, .word, .text, .isReading, .choice,
        .choiceNumber, .field, .link, .party, .root, .isKind, .isNone, .isOneOf, .has, .hasEvery,
        .holds, .not, .all, .any, .compare, .between, .lookup, .calendar, .otherwise, .ifUnknown,
        .when, .extreme, .arithmetic:
        break
      default: isClosed = false
      }
    }
    return isClosed
  }
}
