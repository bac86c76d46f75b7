import Casebook

@testable import Rulebook

/// Which facts the rules take on assumption where the file lacks them (`X if unknown Y`).
///
/// A verdict that rests on such a fact may change when the fact becomes known: the assumption is
/// printed with it.
struct AssumedFacts {
  private let program: Program
  /// For each rule, the words it reads under `if unknown`.
  private(set) var words: [String: Set<String>] = [:]

  init(_ program: Program) {
    self.program = program
    for rule in program.rules {
      var reading = Reading(program)
      for limb in rule.limbs {
        limb.walk { reading.visit($0) }
        reading.nouns(of: limb)
      }
      words[rule.id] = reading.assumed
    }
    let all = words.values.reduce(into: Set()) { $0.formUnion($1) }
    // What a limit takes depends on what every rule before it took.
    for rule in program.rules where rule.takesMoney { words[rule.id] = all }
  }

  /// Every word that some rule reads under `if unknown`.
  var all: Set<String> { words.values.reduce(into: Set()) { $0.formUnion($1) } }
}

/// Follows the expressions of a rule into what they ask of definitions and other rules.
private struct Reading {
  let program: Program
  var assumed: Set<String> = []
  private var seen: Set<String> = []

  init(_ program: Program) { self.program = program }

  mutating func nouns(of limb: Limb) {
    for step in limb.scope {
      switch step.over {
      case .list(let list), .groups(let list, _, _): follow(list, isAssumed: false)
      case .rows: break
      }
    }
  }

  mutating func visit(_ node: Node, isAssumed: Bool = false) {
    switch node.code {
    case .ifUnknown(let value, _): value.walk { visit($0, isAssumed: true) }
    case .field(_, let word) where isAssumed, .party(let word, _) where isAssumed:
      assumed.insert(program.vocabulary.words[Int(word.rawValue)].key)
    case .link(_, .date) where isAssumed: assumed.formUnion(["date", "at"])
    case .link(_, .deadline) where isAssumed: assumed.formUnion(["deadline", "deadlineDays"])
    case .call(let id, let arguments):
      // What a definition that assumes is given, it may assume.
      if assumes(id) { for node in arguments { node.walk { visit($0, isAssumed: true) } } }
      follow(id, isAssumed)
    case .rowFlag(_, let flags, _): for case let id? in flags { follow(id, isAssumed) }
    case .meets(_, let id): follow(id, isAssumed)
    case .quantified(_, let list), .count(let list), .pick(_, let list), .members(let list),
      .aggregate(_, _, let list), .left(let list):
      follow(list, isAssumed: isAssumed)
    default: break
    }
  }

  private mutating func follow(_ list: List, isAssumed: Bool) {
    for noun in list.nouns { follow(noun, isAssumed) }
    guard isAssumed else { return }
    // Where nothing is said of a group of events, silence is what is assumed away.
    for kind in list.kinds.members(of: program.vocabulary) {
      if let group = kind.traits?.completeness { assumed.insert(group) }
    }
  }

  private func assumes(_ id: DefinitionID) -> Bool {
    var found = false
    program.definitions[id.rawValue].body.walk { node in
      if case .ifUnknown = node.code { found = true }
    }
    return found
  }

  private mutating func follow(_ id: DefinitionID, _ isAssumed: Bool) {
    guard seen.insert("\(id.rawValue) \(isAssumed)").inserted else { return }
    let definition = program.definitions[id.rawValue]
    var nodes = [definition.body]
    nodes += definition.instead.flatMap { [$0.condition, $0.value] }
    for node in nodes { node.walk { visit($0, isAssumed: isAssumed) } }
  }

  private mutating func follow(_ id: MeetsID, _ isAssumed: Bool) {
    guard seen.insert("meets \(id.rawValue) \(isAssumed)").inserted else { return }
    for target in program.meets[id.rawValue] {
      program.rules[target.rule].limbs[target.limb].walk { visit($0, isAssumed: isAssumed) }
    }
  }
}
