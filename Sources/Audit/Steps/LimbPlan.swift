import Rulebook

/// A limb of a rule, ready to be judged.
final class LimbPlan {
  /// One level of its scope.
  enum Over {
    case list(ListPlan)
    case rows(RuleTable, on: Step?, slot: Int, condition: Step?, part: Int?)
    case groups(ListPlan, Grouping, slot: Int)
  }

  /// What makes a group.
  enum Grouping {
    case one
    case lot
    case keys([Step])
  }

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
  private let needs: [KindSet]
  private let linker: Linker

  /// The slots that its scope binds.
  private(set) lazy var scopeSlots = scope.map(\.over.slot)
  /// Whether its deciding day is the day of account.
  private(set) lazy var isByAccount = if case .today = limb.day.code { true } else { false }

  // Most limbs have no subject in a case: what is asked of one is linked when there is one.
  private(set) lazy var scope = limb.scope.map { (way: $0.way, over: Over($0.over, linker)) }
  private(set) lazy var day = linker.step(limb.day)
  private(set) lazy var condition = limb.condition.map { linker.step($0) }
  private(set) lazy var tests = limb.tests.map { Test($0.form, linker) }
  private(set) lazy var exceptions = limb.exceptions.map {
    (exception: $0, condition: linker.step($0.condition))
  }
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
    self.linker = linker
    needs = limb.scope.compactMap { step in
      switch step.over {
      case .list(let list), .groups(let list, _, _): linker.isOfShown(list) ? list.kinds : nil
      case .rows: nil
      }
    }
  }

  /// Whether there can be subjects among what the case at hand shows.
  func canHaveSubjects(_ evaluator: Evaluator) -> Bool {
    needs.allSatisfy { !$0.intersection(evaluator.shown).isEmpty }
  }
}

extension LimbPlan.Over {
  /// Where its members are bound.
  var slot: Int {
    switch self {
    case .list(let list): list.slot
    case .rows(_, _, let slot, _, _), .groups(_, _, let slot): slot
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

extension LimbPlan.Over {
  fileprivate init(_ over: ScopeStep.Over, _ linker: Linker) {
    switch over {
    case .list(let list): self = .list(linker.plan(list))
    case .rows(let id, let on, let slot, let condition):
      let table = linker.program.tables[id.rawValue]
      self = .rows(
        table, on: on.map { linker.step($0) }, slot: slot,
        condition: condition.map { linker.step($0) }, part: table.column("part"))
    case .groups(let list, let grouping, let slot):
      self = .groups(linker.plan(list), LimbPlan.Grouping(grouping, linker), slot: slot)
    }
  }
}

extension LimbPlan.Grouping {
  fileprivate init(_ grouping: ScopeStep.Grouping, _ linker: Linker) {
    switch grouping {
    case .one: self = .one
    case .lot: self = .lot
    case .keys(let keys): self = .keys(keys.map { linker.step($0) })
    }
  }
}
