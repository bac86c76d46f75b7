extension Compiler {
  /// Something that is computed: a definition, or a limb of a rule.
  private enum Vertex: Hashable {
    case definition(Int)
    case limb(Int, Int)
  }

  /// Reports rules that ask, through `meets`, whether they themselves are met, and definitions that
  /// so ask for themselves.
  func checkCircles() {
    var state: [Vertex: Bool] = [:]
    for (rule, compiled) in program.rules.enumerated() {
      for limb in compiled.limbs.indices { _ = visit(.limb(rule, limb), &state) }
    }
  }

  /// Depth first; true when a circle was found below. `state` is false while underway.
  private func visit(_ vertex: Vertex, _ state: inout [Vertex: Bool]) -> Bool {
    if let finished = state[vertex] {
      if !finished { report(vertex) }
      return !finished
    }
    state[vertex] = false
    defer { state[vertex] = true }
    for next in asked(by: vertex) where visit(next, &state) { return true }
    return false
  }

  private func report(_ vertex: Vertex) {
    let (message, span) =
      switch vertex {
      case .limb(let rule, let limb):
        (
          "`\(program.rules[rule].id)` asks, through `meets`, whether it is met itself",
          program.rules[rule].limbs[limb].span
        )
      case .definition(let index):
        (
          "`\(program.definitions[index].name)` asks, through `meets`, for itself",
          program.definitions[index].span
        )
      }
    sink.report(
      Diagnostic(
        message, at: span,
        help: "rules and definitions may not form a circle; ask a definition that does not need it")
    )
  }

  private func asked(by vertex: Vertex) -> [Vertex] {
    var next: [Vertex] = []
    func addNouns(of list: List) { next += list.nouns.map { .definition($0.rawValue) } }
    let visit: (Node) -> Void = { [meets = program.meets] node in
      switch node.code {
      case .call(let id, _): next.append(.definition(id.rawValue))
      case .meets(_, let id):
        next += meets[id.rawValue].map { .limb($0.rule, $0.limb) }
      case .rowFlag(_, let flags, _):
        next += flags.compactMap { $0.map { .definition($0.rawValue) } }
      case .quantified(_, let list), .count(let list), .pick(_, let list), .members(let list),
        .aggregate(_, _, let list), .left(let list):
        addNouns(of: list)
      default: break
      }
    }
    switch vertex {
    case .definition(let index):
      program.definitions[index].body.walk(visit)
      for instead in program.definitions[index].instead {
        instead.condition.walk(visit)
        instead.value.walk(visit)
      }
    case .limb(let rule, let number):
      let limb = program.rules[rule].limbs[number]
      limb.walk(visit)
      for step in limb.scope { next += step.nouns.map { .definition($0.rawValue) } }
    }
    return next
  }
}
