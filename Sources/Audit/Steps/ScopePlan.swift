import Casebook
import Rulebook
import Values

/// One level of a limb's scope, ready to be gone through, with those within it; by itself, what is
/// within the innermost: a subject.
class ScopePlan {
  /// Where what is visited on each level is bound.
  let slots: [Int]
  /// The list that is gone through, or grouped; nil where it is none.
  var list: ListPlan? { nil }
  /// All lists from here on.
  var lists: [ListPlan] { [] }

  fileprivate init(_ slots: [Int] = []) { self.slots = slots }

  /// The levels from the outermost on.
  static func chain(_ levels: [ScopeStep], _ linker: Linker) -> ScopePlan {
    var chain = ScopePlan()
    for (place, level) in levels.enumerated().reversed() {
      let isOutermost = place == 0
      switch level.over {
      case .list(let list):
        chain = ListScope(linker.plan(list), level.way, isOutermost: isOutermost, chain)
      case .rows(let id, let on, let slot, let condition):
        let table = linker.program.tables[id.rawValue]
        chain = RowScope(
          table, slot, on: on.map { linker.step($0) }, condition.map { linker.step($0) }, chain)
      case .groups(let list, let grouping, let slot):
        chain = GroupScope(linker.plan(list), Grouping(grouping, linker), slot, chain)
      }
    }
    return chain
  }

  /// Calls something with each subject, which is bound meanwhile.
  func visit(_ subject: Subject, _ walk: SubjectWalk, _ take: (Subject) -> Void) {
    if walk.isAsked { take(subject) }
  }
}

/// What is the same on the whole way through a scope.
struct SubjectWalk {
  let evaluator: Evaluator
  /// The cases the limb is asked of; nil: all.
  private let cases: [Thing]?
  /// A slot that only one thing is bound to, and that thing; negative: none.
  private let onlySlot: Int
  private let onlyThing: Thing

  init(_ evaluator: Evaluator, _ cases: [Thing]?, _ only: (slot: Int, thing: Thing)?) {
    self.evaluator = evaluator
    self.cases = evaluator.isAlone ? nil : cases
    (onlySlot, onlyThing) = only ?? (-1, Thing(index: 0))
  }

  /// Whether the limb is asked of the case that what is bound is about.
  fileprivate var isAsked: Bool { cases.map { $0.contains(evaluator.home) } ?? true }

  /// Whether a thing may be bound to a slot.
  fileprivate func mayBind(_ thing: Thing, to slot: Int) -> Bool {
    onlySlot != slot || onlyThing == thing
  }

  /// What follows is about the case of this thing.
  fileprivate func turnHome(to thing: Thing) {
    guard !evaluator.isAlone else { return }
    let file = evaluator.file
    let number = Int(thing.index) - file.count
    let place = number < 0 ? thing : evaluator.consequences[number].claims.first
    if let place { evaluator.home = file.root(of: place) }
  }
}

/// Each member of a list, or the first or last of them.
private final class ListScope: ScopePlan {
  private let members: ListPlan
  private let way: ScopeStep.Way
  private let slot: Int
  private let isOutermost: Bool
  private let rest: ScopePlan

  override var list: ListPlan? { members }
  override var lists: [ListPlan] { [members] + rest.lists }

  init(_ members: ListPlan, _ way: ScopeStep.Way, isOutermost: Bool, _ rest: ScopePlan) {
    (self.members, self.way, slot) = (members, way, members.slot)
    (self.isOutermost, self.rest) = (isOutermost, rest)
    super.init([slot] + rest.slots)
  }

  override func visit(_ subject: Subject, _ walk: SubjectWalk, _ take: (Subject) -> Void) {
    let evaluator = walk.evaluator
    let members = chosen(evaluator)
    for place in 0..<members.list.count {
      let element = evaluator.brief[members.list, place]
      let member = Thing(index: Int32(truncatingIfNeeded: element))
      guard walk.mayBind(member, to: slot) else { continue }
      evaluator.bindSubject(slot, .thing(member.index))
      if isOutermost { walk.turnHome(to: member) }
      if members.possible == 0 {
        rest.visit(subject, walk, take)
      } else {
        rest.visit(
          subject.doubted(evaluator.causes(ofMember: element), evaluator), walk, take)
      }
    }
  }

  private func chosen(_ evaluator: Evaluator) -> BriefMembers {
    let all = evaluator.subjects(of: members)
    guard way != .each, all.list.count > 0 else { return all }
    switch evaluator.pick(first: way == .first, all, members) {
    case .thing(let number): return BriefMembers(list: evaluator.brief.list(of: Int64(number)))
    case .open(let place): return evaluator.members(among: evaluator.brief.open(place))
    default: return .none
    }
  }
}

/// The members of a list that are judged together, a group at a time.
private final class GroupScope: ScopePlan {
  private let members: ListPlan
  private let grouping: Grouping
  private let slot: Int
  private let rest: ScopePlan

  override var list: ListPlan? { members }
  override var lists: [ListPlan] { [members] + rest.lists }

  init(_ members: ListPlan, _ grouping: Grouping, _ slot: Int, _ rest: ScopePlan) {
    (self.members, self.grouping, self.slot, self.rest) = (members, grouping, slot, rest)
    super.init([slot] + rest.slots)
  }

  override func visit(_ subject: Subject, _ walk: SubjectWalk, _ take: (Subject) -> Void) {
    let evaluator = walk.evaluator
    let all = evaluator.subjects(of: members)
    guard all.list.count > 0 else { return }
    // One thing is a group of its own, whatever makes groups.
    if all.list.count == 1, !evaluator.isBroken {
      let element = evaluator.brief.element(all.list.start)
      let member = Thing(index: Int32(truncatingIfNeeded: element))
      evaluator.bindSubject(slot, .list(evaluator.brief.list(of: Int64(member.index))))
      walk.turnHome(to: member)
      let doubted = subject.doubted(evaluator.causes(ofMember: element), evaluator)
      return rest.visit(doubted, walk, take)
    }
    for group in Judge(evaluator).groups(members, grouping) {
      let elements = group.members.lazy.map { Int64($0.index) }
      evaluator.bindSubject(slot, .list(evaluator.brief.list(elements)))
      if let member = group.members.first { walk.turnHome(to: member) }
      rest.visit(subject.doubted(group.causes, evaluator), walk, take)
    }
  }
}

/// The rows of a table, as far as they are in force and a condition holds.
private final class RowScope: ScopePlan {
  /// When each row is in force.
  private let periods: [Period]
  /// The part that each row names.
  private let parts: [String?]
  private let slot: Int
  private let day: Step?
  private let condition: Step?
  private let rest: ScopePlan

  override var lists: [ListPlan] { rest.lists }

  init(_ table: RuleTable, _ slot: Int, on day: Step?, _ condition: Step?, _ rest: ScopePlan) {
    let (rows, column) = (table.rows, table.column("part"))
    periods = rows.map(\.period)
    parts = rows.map { row in
      guard let column, case .words(let words) = row.cells[column] else { return nil }
      return words.reduce(into: "") { $0.append($1) }
    }
    (self.slot, self.day, self.condition, self.rest) = (slot, day, condition, rest)
    super.init([slot] + rest.slots)
  }

  override func visit(_ subject: Subject, _ walk: SubjectWalk, _ take: (Subject) -> Void) {
    let evaluator = walk.evaluator
    for number in periods.indices {
      evaluator.bindSubject(slot, .thing(Int32(number)))
      var isSubject = subject.isSubject
      if let day {
        isSubject = evaluator.and(
          isSubject, Judge(evaluator).within(periods[number], evaluator.answer(day)))
      }
      if let condition, isSubject.known != false {
        isSubject = evaluator.and(isSubject, evaluator.answer(condition))
      }
      guard isSubject.known != false else { continue }
      let part = parts[number]
      let row = Subject(
        isSubject: isSubject, part: part ?? subject.part, isOfRow: part != nil || subject.isOfRow)
      rest.visit(row, walk, take)
    }
  }
}

/// What makes a group.
enum Grouping {
  case one
  /// Claims that share a charge that meets these flags.
  case lot([Callee])
  case keys([Step])

  fileprivate init(_ grouping: ScopeStep.Grouping, _ linker: Linker) {
    switch grouping {
    case .one: self = .one
    case .lot(let nouns): self = .lot(nouns.map { linker.callee($0) })
    case .keys(let keys): self = .keys(keys.map { linker.step($0) })
    }
  }
}
