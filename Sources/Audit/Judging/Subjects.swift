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
    let (scope, walk) = (plan.scope, SubjectWalk(evaluator, cases, only))
    if evaluator.isAlone { return scope.visit(subject, walk, visit) }
    for root in only.map({ [file.root(of: $0.thing)] }) ?? starts(of: plan, in: cases) {
      evaluator.home = root
      scope.visit(subject, walk, visit)
    }
  }

  /// The cases from which the members of a limb's outermost scope are looked up.
  private func starts(of plan: LimbPlan, in cases: [Thing]?) -> [Thing] {
    let roots = cases ?? evaluator.file.roots
    guard roots.count > 1, let list = plan.scope.list else { return roots }
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
