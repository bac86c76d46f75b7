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
    var waiting = nouns
    var isAsked = false
    let visit: (Node) -> Void = { node in
      isAsked = isAsked || node.list.map { !$0.kinds.intersection(kinds).isEmpty } == true
      waiting += node.definitions
    }
    nodes.forEach { $0.walk(visit) }
    var seen: Set<Int> = []
    while !isAsked, let next = waiting.popLast() { walk(next, &seen, visit) }
    return isAsked
  }

  /// The kinds of things that a limb itself goes through or asks for; not those of definitions,
  /// which a short run would have to read for that.
  public func askedDirectly(by limb: Limb) -> KindSet {
    var kinds = limb.scope.reduce(KindSet.empty) { $0.union($1.kinds) }
    limb.walk { node in
      if let list = node.list { kinds = kinds.union(list.kinds) }
    }
    return kinds
  }

  /// What a limb, or a definition that it asks, goes through or asks of the findings of rules: the
  /// kinds of things, among them what follows from findings, and the limbs asked by `meets`.
  public func asked(by limb: Limb) -> (kinds: KindSet, limbs: [MeetsTarget]) {
    var waiting = limb.scope.flatMap(\.nouns)
    var kinds = limb.scope.reduce(KindSet.empty) { $0.union($1.kinds) }
    var limbs: [MeetsTarget] = []
    let visit: (Node) -> Void = { node in
      if let list = node.list { kinds = kinds.union(list.kinds) }
      if case .meets(_, let id) = node.code { limbs += meets[id.rawValue] }
      waiting += node.definitions
    }
    limb.walk(visit)
    var seen: Set<Int> = []
    while let next = waiting.popLast() { walk(next, &seen, visit) }
    return (kinds, limbs)
  }

  /// Calls `visit` with every node of a definition that has not been seen.
  private func walk(_ id: DefinitionID, _ seen: inout Set<Int>, _ visit: (Node) -> Void) {
    guard seen.insert(id.rawValue).inserted else { return }
    definitions[id.rawValue].body.walk(visit)
    for exception in definitions[id.rawValue].instead {
      exception.condition.walk(visit)
      exception.value.walk(visit)
    }
  }
}

extension Node {
  /// The list that it goes through, if it goes through one.
  fileprivate var list: List? {
    switch code {
    case .quantified(_, let list), .count(let list), .pick(_, let list), .members(let list),
      .aggregate(_, _, let list), .left(let list):
      list
    default: nil
    }
  }

  /// The definitions that it asks itself.
  fileprivate var definitions: [DefinitionID] {
    switch code {
    case .call(let id, _): [id]
    case .rowFlag(_, let flags, _): flags.compactMap { $0 }
    default: list?.nouns ?? []
    }
  }
}
