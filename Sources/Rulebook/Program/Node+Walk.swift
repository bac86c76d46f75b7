extension Node {
  /// Calls `visit` with this node and every node below it.
  public func walk(_ visit: (Node) -> Void) {
    visit(self)
    switch code {
    case .flag, .number, .day, .clock, .duration, .word, .text, .variable, .choice, .today,
      .commencement,
      .choiceNumber, .isReading, .rowWords, .rowValue:
      break
    case .root(let node), .party(_, let node): node?.walk(visit)
    case .left(let list): list.walk(visit)
    case .daySum(_, let value, let from, let through):
      [value, from, through].forEach { $0.walk(visit) }
    case .consequence(let node, _), .calendarFact(_, let node): node.walk(visit)
    case .field(let node, _), .link(let node, _), .isKind(let node, _), .calendar(_, let node),
      .isNone(let node),
      .isOneOf(let node, _), .has(let node, _, _), .meets(let node, _), .not(let node),
      .rowFlag(_, _, let node):
      node.walk(visit)
    case .call(_, let nodes), .all(let nodes), .any(let nodes): nodes.forEach { $0.walk(visit) }
    case .lookup(let lookup):
      for node in [lookup.key, lookup.amount, lookup.day] { node?.walk(visit) }
    case .quantified(let quantified, let list):
      switch quantified {
      case .atLeast(let node), .atMost(let node): node.walk(visit)
      case .some, .no: break
      }
      list.walk(visit)
    case .count(let list), .pick(_, let list), .members(let list): list.walk(visit)
    case .aggregate(_, let node, let list):
      node.walk(visit)
      list.walk(visit)
    case .extreme(_, let left, let right), .compare(_, let left, let right),
      .hasEvery(let left, let right), .holds(let left, let right),
      .arithmetic(_, let left, let right),
      .otherwise(let left, let right), .ifUnknown(let left, let right),
      .rounded(let left, _, let right), .binding(_, let left, let right):
      left.walk(visit)
      right.walk(visit)
    case .between(let value, let low, let high), .ifUnknownBetween(let value, let low, let high):
      [value, low, high].forEach { $0.walk(visit) }
    case .when(let cases, let otherwise):
      for (condition, value) in cases {
        condition.walk(visit)
        value.walk(visit)
      }
      otherwise.walk(visit)
    case .dated(let day, let cases, let before):
      day.walk(visit)
      cases.forEach { $0.value.walk(visit) }
      before.walk(visit)
    }
  }
}

extension List {
  /// Calls `visit` with every node of the list.
  public func walk(_ visit: (Node) -> Void) {
    switch source {
    case .all: break
    case .of(let node, _), .inside(let node): node.walk(visit)
    }
    switch bound {
    case .before(let node)?, .after(let node)?, .on(let node)?, .through(let node)?:
      node.walk(visit)
    case .from(let start, let end)?, .afterThrough(let start, let end)?:
      start.walk(visit)
      end.walk(visit)
    case nil: break
    }
    condition?.walk(visit)
  }
}

extension Limb {
  /// Every node that judging the limb may compute.
  public func walk(_ visit: (Node) -> Void) {
    for step in scope {
      switch step.over {
      case .list(let list): list.walk(visit)
      case .rows(_, let on, _, let condition):
        on?.walk(visit)
        condition?.walk(visit)
      case .groups(let list, let grouping, _):
        list.walk(visit)
        if case .keys(let keys) = grouping { keys.forEach { $0.walk(visit) } }
      }
    }
    day.walk(visit)
    condition?.walk(visit)
    for test in tests {
      switch test.form {
      case .require(let node), .forbid(let node): node.walk(visit)
      case .limit(let money):
        [money.charged, money.ceiling, money.tolerance, money.condition].forEach {
          $0?.walk(visit)
        }
      }
    }
    for exception in exceptions { exception.condition.walk(visit) }
  }
}
