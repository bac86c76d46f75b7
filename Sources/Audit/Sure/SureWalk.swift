import Casebook
import Rulebook
import Values

/// A walk through the scope of a limb as far as it is sure what is in it.
///
/// What it visits is bound in the frame of `SureState`. Where it is not sure of a level, that is
/// left to the full walk: `SubjectWalk`.
final class SureWalk {
  private let judge: Judge
  private let evaluator: Evaluator
  private let cases: [Thing]?
  private let only: (slot: Int, thing: Thing)?
  private let visit: (Subject) -> Void
  private let leave: (Subject, ScopePlan) -> Void

  /// A walk.
  /// - Parameters:
  ///   - visit: is called with each subject.
  ///   - leave: is called with each level that it is not sure of.
  init(
    _ judge: Judge, _ cases: [Thing]?, _ only: (slot: Int, thing: Thing)?,
    visit: @escaping (Subject) -> Void, leave: @escaping (Subject, ScopePlan) -> Void
  ) {
    self.judge = judge
    evaluator = judge.evaluator
    self.cases = evaluator.isAlone ? nil : cases
    self.only = only
    self.visit = visit
    self.leave = leave
  }

  /// Visits the subjects within a level; a subject itself where there is none.
  func visit(_ subject: Subject, _ level: ScopePlan?) {
    guard let level else {
      if let cases, !cases.contains(evaluator.home) { return }
      return visit(subject)
    }
    if let rows = level.rows { return visit(subject, rows, level) }
    guard let list = level.list else { return }
    let members = evaluator.sureMembers(list)
    if members.isOpen { return leave(subject, level) }
    guard members.list.count > 0 else { return }
    if let grouping = level.grouping {
      return visit(subject, members.list, list, grouping, level)
    }
    switch level.way {
    case .each:
      for place in 0..<members.list.count {
        let member = Int32(truncatingIfNeeded: evaluator.sure[members.list, place])
        if let only, only.slot == level.slot, only.thing.index != member { continue }
        visit(subject, member, level)
      }
    case .first, .last:
      guard case .thing(let member) = evaluator.pick(first: level.way == .first, members) else {
        return leave(subject, level)
      }
      if let only, only.slot == level.slot, only.thing.index != member { return }
      visit(subject, member, level)
    }
  }

  private func visit(_ subject: Subject, _ member: Int32, _ level: ScopePlan) {
    evaluator.sure.bind(level.slot, .thing(member))
    if level.isOutermost { judge.turnHome(to: Thing(index: member)) }
    visit(subject, level.rest)
  }

  private func visit(
    _ subject: Subject, _ members: SureList, _ list: ListPlan, _ grouping: ScopePlan.Grouping,
    _ level: ScopePlan
  ) {
    // One thing is a group of its own, whatever makes groups; several are told apart in full.
    guard members.count == 1 else { return leave(subject, level) }
    let member = Int32(truncatingIfNeeded: evaluator.sure.element(members.start))
    evaluator.sure.bind(level.slot, .list(members))
    judge.turnHome(to: Thing(index: member))
    visit(subject, level.rest)
  }

  private func visit(_ subject: Subject, _ rows: ScopePlan.Rows, _ level: ScopePlan) {
    var isSubject: [Bool] = []
    for number in rows.periods.indices {
      evaluator.sure.bind(level.slot, .thing(Int32(number)))
      guard let known = self.isSubject(number, rows).known else { return leave(subject, level) }
      isSubject.append(known)
    }
    for number in rows.periods.indices where isSubject[number] {
      evaluator.sure.bind(level.slot, .thing(Int32(number)))
      let part = rows.parts[number] ?? subject.part
      visit(Subject(isSubject: .flag(true), part: part), level.rest)
    }
  }

  private func isSubject(_ row: Int, _ rows: ScopePlan.Rows) -> Sure {
    var isSubject = Sure.flag(true)
    if let on = rows.on {
      guard case .day(let day) = on.sure(evaluator) else { return .unsure }
      isSubject = Sure(judge.within(rows.periods[row], .day(day)))
    }
    if let condition = rows.condition, isSubject.known != false {
      isSubject = Sure.and(isSubject, condition.sure(evaluator))
    }
    return isSubject
  }
}
