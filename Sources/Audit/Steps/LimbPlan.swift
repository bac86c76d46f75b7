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
  /// What is gone through.
  let scope: ScopePlan
  private unowned let linker: Linker

  /// Whether its deciding day is the day of account.
  private(set) lazy var isByAccount = if case .today = limb.day.code { true } else { false }

  // Most limbs have no subject in a case: what is asked of one is linked when there is one.
  private(set) lazy var matter = Matter(limb, linker)
  /// The kinds of consequences that it asks for itself.
  private(set) lazy var consequencesAsked =
    limb.readsLeft || limb.isMoney
    ? linker.program.askedDirectly(by: limb).intersection(linker.words.consequenceKinds)
    : KindSet.empty
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
    scope = ScopePlan.chain(limb.scope, linker)
    self.linker = linker
  }
}

extension LimbPlan {
  /// What is asked of a subject.
  final class Matter {
    let day: Step
    /// Whether there is a condition; where there is none, it always holds.
    let hasCondition: Bool
    let condition: Step
    let tests: [Test]
    /// The first of the exceptions, or what stands for none.
    let exceptions: ExceptionPlan

    fileprivate init(_ limb: Limb, _ linker: Linker) {
      day = linker.step(limb.day)
      hasCondition = limb.condition != nil
      condition = limb.condition.map { linker.step($0) } ?? ConstantStep(limb.day, .flag(true))
      tests = limb.tests.map { Test($0.form, linker) }
      exceptions = ExceptionPlan.chain(limb.exceptions, linker)
    }
  }
}

/// What may set a limb aside: here nothing, after which no exception comes.
class ExceptionPlan {
  fileprivate init() {}

  /// The exceptions in their order, each leading to the next one.
  fileprivate static func chain(
    _ exceptions: [LimbException], _ linker: Linker
  ) -> ExceptionPlan {
    var chain = ExceptionPlan()
    for exception in exceptions.reversed() { chain = OneException(exception, chain, linker) }
    return chain
  }

  /// The first exception that sets a subject aside, or the doubt whether one does, beside what is
  /// doubtful of those before it.
  func setAside(_ subject: Subject, _ doubt: Brief, _ evaluator: Evaluator) -> (Int?, Brief) {
    (nil, doubt)
  }
}

/// An exception that may set a limb aside, ready to be asked.
private final class OneException: ExceptionPlan {
  private let exception: LimbException
  private let condition: Step
  /// What comes after it.
  private let next: ExceptionPlan
  /// Whether it speaks of some subjects only.
  private let isNarrow: Bool

  init(_ exception: LimbException, _ next: ExceptionPlan, _ linker: Linker) {
    self.exception = exception
    self.next = next
    condition = linker.step(exception.condition)
    isNarrow = !exception.parts.isEmpty || !exception.bound.isEmpty
  }

  override func setAside(
    _ subject: Subject, _ doubt: Brief, _ evaluator: Evaluator
  ) -> (Int?, Brief) {
    guard mayConcern(subject, evaluator) else {
      return next.setAside(subject, doubt, evaluator)
    }
    let holds = evaluator.answer(condition)
    if holds.known == true { return (exception.exception, holds) }
    return next.setAside(subject, evaluator.or(doubt, holds), evaluator)
  }

  /// Whether it may speak of a subject: of its part, and of what is bound.
  private func mayConcern(_ subject: Subject, _ evaluator: Evaluator) -> Bool {
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
