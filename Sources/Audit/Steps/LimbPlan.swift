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
  private let linker: Linker

  /// The slots that its scope binds.
  private(set) lazy var scopeSlots = scope?.slots ?? []
  /// Whether its deciding day is the day of account.
  private(set) lazy var isByAccount = if case .today = limb.day.code { true } else { false }

  // Most limbs have no subject in a case: what is asked of one is linked when there is one.
  private(set) lazy var scope = ScopePlan.chain(limb.scope, linker)
  private(set) lazy var day = linker.step(limb.day)
  private(set) lazy var condition = limb.condition.map { linker.step($0) }
  private(set) lazy var tests = limb.tests.map { Test($0.form, linker) }
  /// The first of its exceptions.
  private(set) lazy var exceptions = ExceptionPlan.chain(limb.exceptions, linker)
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
}

/// An exception that may set a limb aside, ready to be asked.
final class ExceptionPlan {
  let exception: LimbException
  let condition: Step
  /// The one after it.
  let next: ExceptionPlan?
  /// Whether it speaks of some subjects only.
  private let isNarrow: Bool

  private init(_ exception: LimbException, _ next: ExceptionPlan?, _ linker: Linker) {
    self.exception = exception
    self.next = next
    condition = linker.step(exception.condition)
    isNarrow = !exception.parts.isEmpty || !exception.bound.isEmpty
  }

  /// The first of some, which leads to the others; nil of none.
  fileprivate static func chain(
    _ exceptions: [LimbException], _ linker: Linker
  ) -> ExceptionPlan? {
    var chain: ExceptionPlan?
    for exception in exceptions.reversed() { chain = ExceptionPlan(exception, chain, linker) }
    return chain
  }

  /// Whether it may speak of a subject: of its part, and of what is bound.
  func mayConcern(_ subject: Subject, _ evaluator: Evaluator) -> Bool {
    guard isNarrow else { return true }
    if !exception.parts.isEmpty, let part = subject.part, !exception.parts.contains(part) {
      return false
    }
    return exception.bound.allSatisfy { slot, kinds in
      guard case .thing(let number) = evaluator.brief.bound(slot) else { return false }
      return kinds.contains(evaluator.kind(ofThing: number))
    }
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
