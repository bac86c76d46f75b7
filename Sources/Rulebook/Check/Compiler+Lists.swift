import Casebook
import Values

extension Compiler {
  /// Compiles a list and binds its member. The caller leaves the environment to the one returned.
  func list(
    _ syntax: ListSyntax, _ environment: inout Environment, belongingTo thing: Node? = nil
  ) throws(Diagnostic) -> (List, outer: Environment) {
    let noun = try self.noun(syntax.noun)
    program.reach = max(program.reach, syntax.reach)
    let outer = environment
    let before = sink.count
    let source = recover(&environment) { scope throws(Diagnostic) in
      try self.source(syntax, noun, &scope, thing)
    }
    let bound = recover(&environment) { scope throws(Diagnostic) in
      if syntax.bound != nil { try self.requireOrder(noun.kinds, syntax.noun) }
      return try self.bound(syntax.bound, &scope)
    }
    let name = syntax.called ?? syntax.noun
    let slot = try environment.bind(name.text, .thing(noun.kinds), at: name.span)
    let condition = syntax.condition.flatMap { condition in
      recover(&environment) { scope throws(Diagnostic) in try flag(condition, &scope) }
    }
    try stop(ifMoreThan: before, at: syntax.span)
    guard let source, let bound else { throw alreadyReported(at: syntax.span) }
    return (
      List(
        kinds: noun.kinds, nouns: noun.flags, source: source, reach: syntax.reach,
        slot: slot, bound: bound,
        condition: condition, span: syntax.span), outer
    )
  }

  private func source(
    _ syntax: ListSyntax, _ noun: Noun, _ environment: inout Environment, _ thing: Node?
  ) throws(Diagnostic) -> List.Source {
    if let thing { return .of(thing, try relation(noun, to: thing, syntax.noun)) }
    switch syntax.belonging {
    case nil: return .all
    case .each(let name):
      throw Diagnostic(
        "`of each` belongs in the scope of a rule", at: name.span,
        help: "write `of` and the name of what is bound")
    case .of(let of):
      let thing = try compile(of, &environment)
      if case .thing(let kinds) = thing.type, kinds.isSubset(of: rootKinds) { return .all }
      return .of(thing, try relation(noun, to: thing, syntax.noun))
    case .inside(let inside):
      let members = try compile(inside, &environment)
      guard case .things(let kinds) = members.type else {
        throw Diagnostic("\(named(members.type)) is no list of things", at: members.span)
      }
      guard !kinds.intersection(noun.kinds).isEmpty else {
        throw Diagnostic(
          "that list never holds a `\(syntax.noun.text)`", at: syntax.noun.span,
          label: "it holds \(kinds.described(vocabulary))")
      }
      return .inside(members)
    }
  }

  private func relation(
    _ noun: Noun, to thing: Node, _ name: Name
  ) throws(Diagnostic) -> List.Relation {
    let kinds: KindSet
    switch thing.type {
    case .thing(let own): kinds = own
    case .things(let own) where own.isSubset(of: claimKinds): kinds = own
    default: throw Diagnostic("\(named(thing.type)) has nothing of its own", at: thing.span)
    }
    if noun.kinds.isSubset(of: consequenceKinds) { return .consequencesOf }
    let ofClaim = kinds.isSubset(of: claimKinds)
    let ofEvent = kinds.isSubset(of: eventKinds)
    let isInside = kinds.intersection(claimKinds.union(rootKinds).union(consequenceKinds)).isEmpty
    if noun.kinds.isSubset(of: claimKinds), isInside { return .claimsOf }
    if noun.kinds.isSubset(of: itemKinds), ofClaim { return .itemsOfClaim }
    if noun.kinds.isSubset(of: eventKinds) {
      if ofClaim { return .eventsOfClaim }
      if ofEvent { return .eventsOfEvent }
    } else if !noun.kinds.isSubset(of: claimKinds), kinds.intersection(consequenceKinds).isEmpty {
      return .partsOf
    }
    throw Diagnostic(
      "a `\(name.text)` does not belong to \(named(thing.type))", at: thing.span,
      help: "events and items belong to a claim or an event; claims belong to an event or item")
  }

  /// What follows from findings has a day, and no place in the order of events.
  private func requireOrder(_ kinds: KindSet, _ name: Name) throws(Diagnostic) {
    guard kinds.intersection(consequenceKinds).isEmpty else {
      throw Diagnostic(
        "a `\(name.text)` has no place in the order of events", at: name.span,
        help: "compare its day: `where \(name.text).date ‹ …`, `earliest \(name.text).date over …`")
    }
  }

  /// The same of a list of which the first or the last is asked for.
  func requireOrder(_ list: List, _ name: Name) throws(Diagnostic) {
    try requireOrder(list.kinds, name)
  }

  private func bound(
    _ syntax: ListSyntax.Bound?, _ environment: inout Environment
  ) throws(Diagnostic) -> List.Bound? {
    switch syntax {
    case nil: nil
    case .before(let end): .before(try edge(end, &environment))
    case .after(let start): .after(try edge(start, &environment))
    case .on(let day): .on(try edge(day, &environment))
    case .through(let end): .through(try edge(end, &environment))
    case .from(let start, let end):
      .from(try edge(start, &environment), through: try edge(end, &environment))
    case .afterThrough(let start, let end):
      .afterThrough(try edge(start, &environment), through: try edge(end, &environment))
    }
  }

  /// An end of a range: a day, an event, or an item standing for its event.
  private func edge(
    _ syntax: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let node = try compile(syntax, &environment)
    switch node.type {
    case .day: return node
    case .thing(let kinds) where kinds.isSubset(of: eventKinds.union(itemKinds)): return node
    default:
      throw Diagnostic(
        "a range ends at a day or an event", at: node.span, label: named(node.type))
    }
  }

  /// `some L`, `count of L`, `first L`, `sum E over L` …
  func listValue(
    _ syntax: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let span = syntax.span
    switch syntax.form {
    case .quantified(let quantifier, let list):
      let compiled: Code.Quantified
      switch quantifier {
      case .some: compiled = .some
      case .no: compiled = .no
      case .atLeast(let count): compiled = .atLeast(try number(count, &environment))
      case .atMost(let count): compiled = .atMost(try number(count, &environment))
      }
      let (members, outer) = try self.list(list, &environment)
      environment.leave(to: outer)
      return Node(.quantified(compiled, members), .flag, span)
    case .count(let list):
      let (members, outer) = try self.list(list, &environment)
      environment.leave(to: outer)
      return Node(.count(members), .number, span)
    case .pick(let first, let list):
      let (members, outer) = try self.list(list, &environment)
      environment.leave(to: outer)
      try requireOrder(members, list.noun)
      return Node(.pick(first: first, members), .thing(members.kinds), span, mayBeNone: true)
    case .aggregate(let aggregate, let value, let list):
      return try self.aggregate(aggregate, value, list, span, &environment)
    case .left(let list):
      let (members, outer) = try self.list(list, &environment)
      environment.leave(to: outer)
      guard members.kinds.isSubset(of: itemKinds) else {
        throw Diagnostic("only items can be left", at: list.span)
      }
      return Node(.left(members), .money, span)
    case .daySum(let value, let from, let through, let name):
      return try daySum(value, from, through, name, span, &environment)
    default: throw Diagnostic("this is no list", at: span)
    }
  }

  private func daySum(
    _ value: ExpressionSyntax, _ from: ExpressionSyntax, _ through: ExpressionSyntax, _ name: Name,
    _ span: Span, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let from = try compile(from, &environment)
    let through = try compile(through, &environment)
    try require(from, .day)
    try require(through, .day)
    let outer = environment
    let slot = try environment.bind(name.text, .day, at: name.span)
    let value = try compile(value, &environment)
    environment.leave(to: outer)
    guard value.type == .money || value.type == .number else {
      throw Diagnostic("\(named(value.type)) has no sum", at: value.span)
    }
    return Node(.daySum(slot, value, from: from, through: through), value.type, span)
  }

  private func number(
    _ syntax: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let node = try compile(syntax, &environment)
    try require(node, .number)
    return node
  }

  private func aggregate(
    _ aggregate: Aggregate, _ value: ExpressionSyntax, _ list: ListSyntax, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let (members, outer) = try self.list(list, &environment)
    let value = try compile(value, &environment)
    environment.leave(to: outer)
    try requirePresent(value)
    switch aggregate {
    case .sum, .largest, .smallest:
      guard value.type == .money || value.type == .number else {
        throw Diagnostic(
          "\(named(value.type)) has no \(aggregate.rawValue)", at: value.span,
          help: "days have `earliest` and `latest`")
      }
    case .earliest, .latest: try require(value, .day)
    }
    return Node(.aggregate(aggregate, value, members), value.type, span)
  }
}
