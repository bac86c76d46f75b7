import Casebook
import Rulebook
import Values

/// A subject of a limb: whether it surely is one, and the part a table's row names.
final class Subject {
  let isSubject: Brief
  let part: String?
  /// Whether it is a table's row that names the part, and not the limb.
  let isOfRow: Bool

  init(isSubject: Brief, part: String?, isOfRow: Bool = false) {
    self.isSubject = isSubject
    self.part = part
    self.isOfRow = isOfRow
  }

  /// The same subject, which only may be one for these causes.
  func doubted(_ causes: [Cause], _ evaluator: Evaluator) -> Subject {
    guard !causes.isEmpty else { return self }
    let doubt = evaluator.brief(.unknownFlag(causes))
    return Subject(isSubject: evaluator.and(isSubject, doubt), part: part, isOfRow: isOfRow)
  }
}

extension Judge {
  /// Goes through the subjects of a limb, outermost scope first; each is bound while visited.
  ///
  /// A scope ranges over what the file shows: silence makes no subject. With several cases side by
  /// side, each is gone through by itself, unless the outermost scope ranges over several of them.
  ///
  /// - Parameters:
  ///   - plan: the limb.
  ///   - cases: the cases it is asked of; all of them when nil.
  ///   - only: narrows the thing bound in a slot.
  ///   - visit: is called with each subject.
  func eachSubject(
    of plan: LimbPlan, in cases: [Thing]? = nil, only: (slot: Int, thing: Thing)? = nil,
    _ visit: (Subject) -> Void
  ) {
    let subject = plan.subject
    let file = evaluator.file
    let outer = evaluator.home
    defer { evaluator.home = outer }
    let walk = SubjectWalk(self, cases, only)
    if evaluator.isAlone { return walk.visit(subject, plan.scope, visit) }
    for root in only.map({ [file.root(of: $0.thing)] }) ?? starts(of: plan, in: cases) {
      evaluator.home = root
      walk.visit(subject, plan.scope, visit)
    }
  }

  /// The cases from which the members of a limb's outermost scope are looked up.
  private func starts(of plan: LimbPlan, in cases: [Thing]?) -> [Thing] {
    let roots = cases ?? evaluator.file.roots
    guard roots.count > 1, let list = plan.scope?.list else { return roots }
    if list.kinds.isSubset(of: evaluator.words.consequenceKinds) { return [roots[0]] }
    switch list.reach {
    case .file: return roots
    case .pair:
      let pairs = evaluator.index.together.pairs
      return pairs.compactMap { pair in pair.first { roots.contains($0) } }
    case .debtor: return [roots[0]]
    }
  }

  /// Whether a limb is in force on its deciding day. One that waits for its commencement is not
  /// through the last review; after that nobody knows.
  func inForce(_ limb: Limb, on day: Brief) -> Brief {
    guard let awaited = limb.force.awaits else {
      guard let period = limb.force.period else { return .flag(false) }
      return within(period, day, isTrusted: limb.force.isTrusted)
    }
    let full = evaluator.full(day)
    let range = full.days
    let last =
      range.low > evaluator.asOf.number ? range.low : min(range.high, evaluator.asOf.number)
    if last <= evaluator.program.reviewedThrough.number || range.low == CivilDay.never {
      return .flag(false)
    }
    return evaluator.brief(.unknownFlag(joined(full.causes, [.commencement(awaited)])))
  }

  /// Whether a day lies in a period; unknown after the last review where the period is open, unless
  /// the day it begins on is known beyond that.
  func within(_ period: Period, _ day: Brief, isTrusted: Bool = false) -> Brief {
    let range: DayRange
    if case .day(let known) = day {
      range = DayRange(low: known, high: known)
    } else {
      range = evaluator.full(day).days
    }
    let from = period.from?.number ?? CivilDay.longAgo
    let through = period.through?.number ?? CivilDay.never
    if range.high < from || range.low > through { return .flag(false) }
    if range.low > evaluator.program.reviewedThrough.number, period.through == nil,
      range.low != CivilDay.never, !isTrusted
    {
      return evaluator.brief(.unknownFlag([.review]))
    }
    if range.low >= from, range.high <= through { return .flag(true) }
    return evaluator.brief(.unknownFlag(evaluator.causes(of: day)))
  }
}

/// A walk through the scope of a limb.
private struct SubjectWalk {
  /// Is called with each subject.
  typealias Visit = (Subject) -> Void

  private let judge: Judge
  private let evaluator: Evaluator
  /// The cases the limb is asked of; nil: all.
  private let cases: [Thing]?
  /// A slot that only one thing is bound to, and that thing; negative: none.
  private let onlySlot: Int
  private let onlyThing: Thing

  init(_ judge: Judge, _ cases: [Thing]?, _ only: (slot: Int, thing: Thing)?) {
    self.judge = judge
    evaluator = judge.evaluator
    self.cases = evaluator.isAlone ? nil : cases
    (onlySlot, onlyThing) = only ?? (-1, Thing(index: 0))
  }

  /// Visits the subjects within a level; a subject itself where there is none.
  func visit(_ subject: Subject, _ level: ScopePlan?, _ visit: Visit) {
    guard let level else {
      if let cases, !cases.contains(evaluator.home) { return }
      return visit(subject)
    }
    if let rows = level.rows { return self.visit(subject, rows, level, visit) }
    guard let list = level.list else { return }
    if let grouping = level.grouping {
      self.visit(subject, list, grouping, level, visit)
    } else {
      self.visit(subject, list, level, visit)
    }
  }

  private func visit(
    _ subject: Subject, _ list: ListPlan, _ level: ScopePlan, _ visit: Visit
  ) {
    let members = chosen(level.way, list)
    for place in 0..<members.list.count {
      let element = evaluator.brief[members.list, place]
      let member = Thing(index: Int32(truncatingIfNeeded: element))
      if onlySlot == level.slot, onlyThing != member { continue }
      evaluator.bindSubject(level.slot, .thing(member.index))
      if level.isOutermost { turnHome(to: member) }
      if members.possible == 0 {
        self.visit(subject, level.rest, visit)
      } else {
        let doubted = subject.doubted(evaluator.causes(ofMember: element), evaluator)
        self.visit(doubted, level.rest, visit)
      }
    }
  }

  private func visit(
    _ subject: Subject, _ list: ListPlan, _ grouping: ScopePlan.Grouping, _ level: ScopePlan,
    _ visit: Visit
  ) {
    let members = evaluator.subjects(of: list)
    guard members.list.count > 0 else { return }
    // One thing is a group of its own, whatever makes groups.
    if members.list.count == 1, !evaluator.isBroken {
      let element = evaluator.brief.element(members.list.start)
      let member = Thing(index: Int32(truncatingIfNeeded: element))
      evaluator.bindSubject(level.slot, .list(evaluator.brief.list(of: Int64(member.index))))
      turnHome(to: member)
      let doubted = subject.doubted(evaluator.causes(ofMember: element), evaluator)
      return self.visit(doubted, level.rest, visit)
    }
    for group in judge.groups(list, grouping) {
      let members = group.members.lazy.map { Int64($0.index) }
      evaluator.bindSubject(level.slot, .list(evaluator.brief.list(members)))
      if let member = group.members.first { turnHome(to: member) }
      self.visit(subject.doubted(group.causes, evaluator), level.rest, visit)
    }
  }

  private func visit(
    _ subject: Subject, _ rows: ScopePlan.Rows, _ level: ScopePlan, _ visit: Visit
  ) {
    for number in rows.periods.indices {
      evaluator.bindSubject(level.slot, .thing(Int32(number)))
      var isSubject = subject.isSubject
      if let on = rows.on {
        isSubject = evaluator.and(
          isSubject, judge.within(rows.periods[number], evaluator.answer(on)))
      }
      if let condition = rows.condition, isSubject.known != false {
        isSubject = evaluator.and(isSubject, evaluator.answer(condition))
      }
      guard isSubject.known != false else { continue }
      let part = rows.parts[number]
      let row = Subject(
        isSubject: isSubject, part: part ?? subject.part, isOfRow: part != nil || subject.isOfRow)
      self.visit(row, level.rest, visit)
    }
  }

  /// What follows is about the case of this thing.
  private func turnHome(to thing: Thing) {
    guard !evaluator.isAlone else { return }
    let file = evaluator.file
    let number = Int(thing.index) - file.count
    let place = number < 0 ? thing : evaluator.consequences[number].claims.first
    if let place { evaluator.home = file.root(of: place) }
  }

  private func chosen(_ way: ScopeStep.Way, _ list: ListPlan) -> BriefMembers {
    let members = evaluator.subjects(of: list)
    guard way != .each, members.list.count > 0 else { return members }
    switch evaluator.pick(first: way == .first, members, list) {
    case .thing(let number): return BriefMembers(list: evaluator.brief.list(of: Int64(number)))
    case .open(let place): return evaluator.members(among: evaluator.brief.open(place))
    default: return .none
    }
  }
}
