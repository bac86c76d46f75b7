import Casebook
import Rulebook
import Values

/// What a value can change with from one day to the next: rows of tables, and events.
struct Dependence {
  /// Days on which rows of its tables begin, or are past, in order.
  let tableChanges: [Int32]
  /// The kinds of the events it looks at.
  let kinds: KindSet
  /// In which cases it looks at them, from the one that it is about.
  let reach: Reach

  /// Of an expression, with everything that the definitions it calls look at.
  init(_ node: Node, _ program: Program, _ words: KnownWords) {
    var search = Search(program: program)
    search.visit(node)
    // What stands in events, and what follows from findings, has the days of any event.
    kinds =
      search.kinds.isSubset(of: words.eventKinds.union(words.timelessKinds))
      ? search.kinds.intersection(words.eventKinds) : words.eventKinds
    reach = search.reach
    tableChanges = Self.changes(of: search.tables.map { program.tables[$0] }, program)
  }

  /// Days on which rows begin or are past, on which sections come into force, and the day after the
  /// last review.
  private static func changes(of tables: [RuleTable], _ program: Program) -> [Int32] {
    var days: Set<Int32> = [program.reviewedThrough.number + 1]
    days.formUnion(program.commencements.compactMap { $0.day?.number })
    for table in tables where table.isDated {
      for row in table.rows {
        if let first = row.period.from { days.insert(first.number) }
        if let last = row.period.through { days.insert(last.number + 1) }
      }
    }
    return days.sorted()
  }

  /// Goes through an expression and all it calls, each definition once.
  private struct Search {
    let program: Program
    var tables: Set<Int> = []
    var kinds = KindSet.empty
    var reach = Reach.file
    private var seen: Set<Int> = []
    private var rules: Set<Int> = []

    init(program: Program) { self.program = program }

    mutating func visit(_ node: Node) {
      var found: [Node] = []
      node.walk { found.append($0) }
      for node in found { note(node) }
    }

    private mutating func note(_ node: Node) {
      // What is of a thing of some kinds may read days of it.
      switch node.type {
      case .thing(let kinds), .things(let kinds): self.kinds = self.kinds.union(kinds)
      default: break
      }
      switch node.code {
      case .lookup(let lookup): tables.insert(lookup.table.rawValue)
      case .calendar(let table, _), .rowValue(_, let table, _): tables.insert(table.rawValue)
      case .quantified(_, let list), .count(let list), .pick(_, let list),
        .aggregate(_, _, let list), .members(let list), .left(let list):
        note(list)
      case .call(let id, _): call(id)
      case .rowFlag(_, let flags, _): flags.forEach { flag in if let flag { call(flag) } }
      case .meets(_, let id): ask(id)
      default: break
      }
    }

    private mutating func note(_ list: List) {
      kinds = kinds.union(list.kinds)
      reach = max(reach, list.reach)
      list.nouns.forEach { call($0) }
      if case .inside(let inner) = list.source, case .members(let members) = inner.code {
        note(members)
      }
    }

    private mutating func call(_ id: DefinitionID) {
      guard seen.insert(id.rawValue).inserted else { return }
      let definition = program.definitions[id.rawValue]
      kinds = kinds.union(definition.of)
      visit(definition.body)
      for exception in definition.instead {
        visit(exception.condition)
        visit(exception.value)
      }
    }

    private mutating func ask(_ id: MeetsID) {
      for target in program.meets[id.rawValue] where rules.insert(target.rule).inserted {
        // Rules range over much; what they look at is taken to be everything.
        kinds = kinds.union(KindSet(program.vocabulary.kinds.map(\.id)))
        tables.formUnion(program.tables.indices)
        reach = .debtor
      }
    }
  }
}
