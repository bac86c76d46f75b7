// What changes while the money rules take their turns: the day of account, and what is left.
extension Program {
  /// Whether expressions, or definitions they ask, read the day of account or what is left.
  public func reads(_ nodes: [Node]) -> (today: Bool, left: Bool) {
    var reads = (today: false, left: false)
    func take(_ id: DefinitionID) {
      reads.today = reads.today || definitions[id.rawValue].usesToday
      reads.left = reads.left || definitions[id.rawValue].readsLeft
    }
    let visit: (Node) -> Void = { node in
      switch node.code {
      case .today: reads.today = true
      case .left(let list):
        reads.left = true
        list.nouns.forEach(take)
      case .call(let id, _): take(id)
      case .rowFlag(_, let flags, _): flags.forEach { $0.map(take) }
      case .quantified(_, let list), .count(let list), .pick(_, let list), .members(let list),
        .aggregate(_, _, let list):
        list.nouns.forEach(take)
      default: break
      }
    }
    nodes.forEach { $0.walk(visit) }
    return reads
  }
}

// What follows from findings.
extension Program {
  /// Whether expressions, nouns, or definitions that they ask, look for things of some kinds.
  func asks(for kinds: KindSet, _ nodes: [Node], _ nouns: [DefinitionID]) -> Bool {
    var seen: Set<Int> = []
    var waiting = nouns.map(\.rawValue)
    var isAsked = false
    func take(_ ids: [DefinitionID]) { waiting += ids.map(\.rawValue) }
    let visit: (Node) -> Void = { node in
      switch node.code {
      case .call(let id, _): take([id])
      case .rowFlag(_, let flags, _): take(flags.compactMap { $0 })
      case .quantified(_, let list), .count(let list), .pick(_, let list), .members(let list),
        .aggregate(_, _, let list), .left(let list):
        isAsked = isAsked || !list.kinds.intersection(kinds).isEmpty
        take(list.nouns)
      default: break
      }
    }
    nodes.forEach { $0.walk(visit) }
    while !isAsked, let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      definitions[next].body.walk(visit)
      for exception in definitions[next].instead {
        exception.condition.walk(visit)
        exception.value.walk(visit)
      }
    }
    return isAsked
  }
}
