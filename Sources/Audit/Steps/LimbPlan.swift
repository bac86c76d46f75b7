import Rulebook

/// A limb of a rule, ready to be judged.
final class LimbPlan {
  /// What must hold.
  enum Test {
    case require(Step)
    case forbid(Step)
    case limit(LimitPlan)
  }

  let limb: Limb
  /// Index of the rule.
  let rule: Int
  /// For each list of its scope of events, charges or consequences, the kinds of its members.
  private lazy var needs = limb.scope.compactMap { step -> KindSet? in
    switch step.over {
    case .list(let list), .groups(let list, _, _): linker.isOfShown(list) ? list.kinds : nil
    case .rows: nil
    }
  }
  /// A subject of which it is sure that it is one.
  let subject: Subject
  private let linker: Linker

  /// The slots that its scope binds.
  private(set) lazy var scopeSlots = scope?.slots ?? []
  /// Whether its deciding day is the day of account.
  private(set) lazy var isByAccount = if case .today = limb.day.code { true } else { false }

  // Most limbs have no subject in a case: what is asked of one is linked when there is one.
  private(set) lazy var scope = ScopePlan(limb.scope[...], linker)
  private(set) lazy var day = linker.step(limb.day)
  private(set) lazy var condition = limb.condition.map { linker.step($0) }
  private(set) lazy var tests = limb.tests.map { Test($0.form, linker) }
  private(set) lazy var exceptions = limb.exceptions.map { ExceptionPlan($0, linker) }
  /// Whether a list of its scope reaches beyond the case.
  private(set) lazy var looksAround = limb.scope.contains { step in
    switch step.over {
    case .list(let list), .groups(let list, _, _): list.reach != .file
    case .rows: false
    }
  }

  init(_ limb: Limb, rule: Int, _ linker: Linker) {
    self.limb = limb
    self.rule = rule
    subject = Subject(isSubject: .flag(true), part: limb.part)
    self.linker = linker
  }

  /// Whether there can be subjects among what the case at hand shows.
  func canHaveSubjects(_ evaluator: Evaluator) -> Bool {
    if let kinds = limb.outermost, kinds.isSubset(of: evaluator.words.eventKinds),
      kinds.intersection(evaluator.shown).isEmpty
    {
      return false
    }
    return needs.allSatisfy { !$0.intersection(evaluator.shown).isEmpty }
  }
}

/// An exception that may set a limb aside, ready to be asked.
final class ExceptionPlan {
  let exception: LimbException
  let condition: Step

  fileprivate init(_ exception: LimbException, _ linker: Linker) {
    self.exception = exception
    condition = linker.step(exception.condition)
  }
}

/// A ceiling on what may stand of some items, ready to be held against them.
final class LimitPlan {
  /// The items: a bound one, or a list.
  enum Items {
    case bound(Int)
    case list(ListPlan)
  }

  let limit: MoneyLimit
  let items: Items
  let ceiling: Step
  let share: (slot: Int, value: Step)?
  let tolerance: Step?
  let condition: Step?

  init(_ limit: MoneyLimit, _ linker: Linker) {
    self.limit = limit
    items =
      switch limit.items {
      case .bound(let slot): .bound(slot)
      case .list(let list): .list(linker.plan(list))
      }
    ceiling = linker.step(limit.ceiling)
    share = limit.share.map { ($0.slot, linker.step($0.value)) }
    tolerance = limit.tolerance.map { linker.step($0) }
    condition = limit.condition.map { linker.step($0) }
  }
}

extension LimbPlan.Test {
  fileprivate init(_ form: Test.Form, _ linker: Linker) {
    switch form {
    case .require(let node): self = .require(linker.step(node))
    case .forbid(let node): self = .forbid(linker.step(node))
    case .limit(let limit): self = .limit(LimitPlan(limit, linker))
    }
  }
}
