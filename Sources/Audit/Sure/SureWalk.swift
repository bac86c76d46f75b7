import Casebook
import Rulebook
import Values

/// A walk through the scope of a limb, as that of `SubjectWalk`, with values in a few bits: what it
/// visits is bound in the frame of `SureState`. Groups of several things are left to the full walk.
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
  ///   - leave: is called with each level that is to be gone through in full.
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
    guard members.list.count > 0 else { return }
    if level.grouping != nil { return visit(subject, members.list, level) }
    guard level.way != .each else { return visitEach(subject, members.list, level) }
    switch evaluator.pick(first: level.way == .first, members, list) {
    case .thing(let member): visit(subject, Int64(member), level)
    case .open: leave(subject, level)
    default: break
    }
  }

  private func visitEach(_ subject: Subject, _ members: SureList, _ level: ScopePlan) {
    for place in 0..<members.count { visit(subject, evaluator.sure[members, place], level) }
  }

  /// Visits what stands within a member.
  private func visit(_ subject: Subject, _ element: Int64, _ level: ScopePlan) {
    let member = Thing(index: Int32(truncatingIfNeeded: element))
    if let only, only.slot == level.slot, only.thing != member { return }
    evaluator.sure.bind(level.slot, .thing(member.index))
    if level.isOutermost { judge.turnHome(to: member) }
    visit(subject.doubted(evaluator.causes(ofMember: element)), level.rest)
  }

  /// Visits what stands within a group. One thing is a group of its own, whatever makes groups.
  private func visit(_ subject: Subject, _ members: SureList, _ level: ScopePlan) {
    guard members.count == 1 else { return leave(subject, level) }
    let element = evaluator.sure.element(members.start)
    let member = Int32(truncatingIfNeeded: element)
    evaluator.sure.bind(level.slot, .list(evaluator.sure.list(of: Int64(member))))
    judge.turnHome(to: Thing(index: member))
    visit(subject.doubted(evaluator.causes(ofMember: element)), level.rest)
  }

  private func visit(_ subject: Subject, _ rows: ScopePlan.Rows, _ level: ScopePlan) {
    for number in rows.periods.indices {
      evaluator.sure.bind(level.slot, .thing(Int32(number)))
      let isSubject = isSubject(subject, number, rows)
      guard isSubject.known != false else { continue }
      let part = rows.parts[number] ?? subject.part
      visit(Subject(isSubject: evaluator.full(isSubject), part: part), level.rest)
    }
  }

  private func isSubject(_ subject: Subject, _ row: Int, _ rows: ScopePlan.Rows) -> Sure {
    var isSubject = evaluator.sure(subject.isSubject)
    if let on = rows.on {
      let day = evaluator.full(on.sure(evaluator))
      isSubject = evaluator.and(
        isSubject, evaluator.sure(judge.within(rows.periods[row], day)))
    }
    if let condition = rows.condition, isSubject.known != false {
      isSubject = evaluator.and(isSubject, condition.sure(evaluator))
    }
    return isSubject
  }
}
