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
  /// A subject of which it is sure that it is one.
  let subject: Subject
  /// For each list of its scope of events, charges or consequences, the kinds of its members.
  private lazy var needs = limb.scope.compactMap { step -> KindSet? in
    switch step.over {
    case .list(let list), .groups(let list, _, _): linker.isOfShown(list) ? list.kinds : nil
    case .rows: nil
    }
  }
  private let linker: Linker

  /// The slots that its scope binds.
  private(set) lazy var scopeSlots = limb.scope.map(\.over.slot)
  /// Whether its deciding day is the day of account.
  private(set) lazy var isByAccount = if case .today = limb.day.code { true } else { false }
  /// Whether it has the same subjects on every day of account, whatever is left.
  private(set) lazy var hasSteadySubjects = !limb.scope.contains { $0.reads(linker.program) }
  /// Whether it applies to them alike.
  private(set) lazy var isSteady =
    hasSteadySubjects
    && !linker.program.change(
      [limb.condition, isByAccount ? nil : limb.day] + limb.exceptions.map(\.condition))

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

extension ScopeStep.Over {
  /// Where its members are bound.
  fileprivate var slot: Int {
    switch self {
    case .list(let list): list.slot
    case .rows(_, _, let slot, _), .groups(_, _, let slot): slot
    }
  }
}

extension ScopeStep {
  /// Whether what is gone through changes while the money rules take their turns.
  fileprivate func reads(_ program: Program) -> Bool {
    switch over {
    case .list(let list): program.change(list)
    case .rows(_, let on, _, let condition): program.change([on, condition])
    case .groups(let list, .keys(let keys), _): program.change(list) || program.change(keys)
    case .groups(let list, _, _): program.change(list)
    }
  }
}

extension Program {
  /// Whether the day of account, or what is left, has a part in the value of any of these.
  fileprivate func change(_ nodes: [Node?]) -> Bool {
    let reads = reads(nodes.compactMap { $0 })
    return reads.today || reads.left
  }

  fileprivate func change(_ list: List) -> Bool {
    let reads = reads(list)
    return reads.today || reads.left
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
  /// Whether it has the same items on every day of account, whatever is left.
  let hasSteadyItems: Bool
  /// Whether it holds alike, and how much it leaves.
  let isSteady: Bool

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
    hasSteadyItems =
      switch limit.items {
      case .bound: true
      case .list(let list): !linker.program.change(list)
      }
    isSteady = !linker.program.change([limit.condition, limit.ceiling, limit.tolerance])
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
