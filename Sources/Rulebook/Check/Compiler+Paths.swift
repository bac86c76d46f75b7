import Casebook
import Values

extension Compiler {
  /// `a.b.c [of X] [for K] [at A] [on D]`: a fact, a definition, a table or a party.
  func path(
    _ names: [Name], _ arguments: ExpressionSyntax.Arguments, _ span: Span,
    _ environment: inout Environment, expecting: ValueType?
  ) throws(Diagnostic) -> Node {
    let first = names[0]
    if let variable = environment.variables[first.text] {
      return try variablePath(variable, names, arguments, span, &environment)
    }
    if arguments.of == nil, environment.broken.contains(first.text) { throw alreadyReported(first) }
    if let lookup = try tableRead(names, arguments, span, &environment) { return lookup }
    if names.count == 1, let of = arguments.of {
      if let fact = Code.CalendarFact(rawValue: first.text), definitions[first.text] == nil {
        let day = try compile(of, &environment)
        try require(day, .day)
        return Node(.calendarFact(fact, day), fact.type, span)
      }
      let thing = try compile(of, &environment)
      return try call(first, of: thing, arguments, span, &environment, needs: nil)
    }
    if let party = party(first) {
      try reject(arguments, after: first)
      return try fields(Array(names.dropFirst()), of: party, span)
    }
    if definitions[first.text] != nil {
      let base = try call(first, of: nil, arguments, span, &environment, needs: nil)
      return try fields(Array(names.dropFirst()), of: base, span)
    }
    if names.count == 1, let expecting, let word = try word(first, expecting, span) { return word }
    throw unknownName(first, environment)
  }

  private func variablePath(
    _ variable: Environment.Variable, _ names: [Name], _ arguments: ExpressionSyntax.Arguments,
    _ span: Span, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let base = Node(.variable(variable.slot), variable.type, names[0].span)
    if case .row(let table) = variable.type, names.count == 2 {
      return try rowCell(table, variable.slot, names[1], arguments, span, &environment)
    }
    try reject(arguments, after: names[names.count - 1])
    return try fields(Array(names.dropFirst()), of: base, span)
  }

  private func reject(
    _ arguments: ExpressionSyntax.Arguments, after name: Name
  ) throws(Diagnostic) {
    guard let extra = arguments.of ?? arguments.key ?? arguments.amount ?? arguments.day else {
      return
    }
    throw Diagnostic(
      "`\(name.text)` is a fact of the file and takes nothing after it", at: extra.span,
      help: "a dot reads the file; `of`, `on`, `at` and `for` ask definitions and tables")
  }

  private func party(_ name: Name, of thing: Node? = nil) -> Node? {
    if name.text == "case" { return Node(.root(thing), .thing(rootKinds), name.span) }
    guard let kind = vocabulary.kinds.first(where: { $0.name == name.text }), kind.role == .party,
      let index = vocabulary.words.firstIndex(where: { $0.key == name.text })
    else { return nil }
    return Node(
      .party(Word(rawValue: UInt16(index)), thing), .thing(KindSet([kind.id])), name.span)
  }

  private func word(
    _ name: Name, _ type: ValueType, _ span: Span
  ) throws(Diagnostic) -> Node? {
    guard case .word(let list) = type else { return nil }
    return Node(.word(try words([name], of: list)[0]), type, span)
  }

  private func unknownName(_ name: Name, _ environment: Environment) -> Diagnostic {
    if environment.broken.contains(name.text) { return alreadyReported(name) }
    let known =
      environment.variables.keys.sorted() + definitions.keys.sorted() + tables.keys.sorted()
      + vocabulary.kinds.filter { $0.role == .party }.map(\.name) + ["case"]
    return unknown(
      "nothing is called `\(name.text)` here", name, among: known,
      help: "a name is bound by `for each` or a list, or declared by `define`, or is a table")
  }

  /// Follows dots from a thing.
  func fields(_ names: [Name], of base: Node, _ span: Span) throws(Diagnostic) -> Node {
    var node = base
    for name in names {
      let place = Span(span.file, base.span.range.lowerBound..<name.span.range.upperBound)
      node = try field(name, of: node, place)
    }
    return node
  }

  private func field(_ name: Name, of base: Node, _ span: Span) throws(Diagnostic) -> Node {
    guard case .thing(let kinds) = base.type else {
      throw Diagnostic("\(named(base.type)) has no facts", at: name.span)
    }
    if let link = try link(name, base, kinds, span) { return link }
    let members = kinds.members(of: vocabulary)
    let fields = members.map { kind in kind.fields.first { $0.name == name.text } }
    guard let found = fields.first(where: { $0 != nil }) ?? nil else {
      throw noFact(name, members)
    }
    if let missing = zip(members, fields).first(where: { $0.1 == nil })?.0 {
      throw Diagnostic(
        "`\(name.text)` is no fact of every kind meant here", at: name.span,
        label: "a `\(missing.name)` has none", help: "narrow the list to kinds that have it")
    }
    let type = try self.type(of: found.type, at: name.span)
    for field in fields.compactMap({ $0 }) where field.type != found.type {
      throw Diagnostic("`\(name.text)` means different things here", at: name.span)
    }
    let mayBeNone =
      base.mayBeNone || fields.contains { $0?.mayBeNone == true || $0?.absence == .assumedNone }
    return Node(.field(base, found.word), type, span, mayBeNone: mayBeNone)
  }

  private func noFact(_ name: Name, _ members: [ThingKind]) -> Diagnostic {
    guard !members.isEmpty else {
      let known = Code.ConsequenceFact.allCases.map(\.rawValue)
      return unknown(
        "a consequence has no fact `\(name.text)`", name, among: known,
        help: "it has \(known.joined(separator: ", "))")
    }
    let known = members.first?.fields.map(\.name) ?? []
    let what = members.count == 1 ? "`\(members[0].name)`" : "this"
    return Diagnostic(
      "\(what) has no fact `\(name.text)`", at: name.span,
      label: nearestName(to: name.text, among: known).map { "did you mean `\($0)`?" } ?? "",
      help: "all facts of it: skikk rules vocabulary \(members.first?.name ?? "")")
  }

  /// Facts that follow from where a thing stands.
  private func link(
    _ name: Name, _ base: Node, _ kinds: KindSet, _ span: Span
  ) throws(Diagnostic) -> Node? {
    if let fact = consequenceFact(name, base, kinds, span) { return fact }
    let isEvent = kinds.isSubset(of: eventKinds)
    switch name.text {
    case "date" where isEvent || kinds.isSubset(of: itemKinds):
      return Node(.link(base, .date), .day, span, mayBeNone: base.mayBeNone)
    case "time" where isEvent:
      return Node(.link(base, .time), .clock, span, mayBeNone: base.mayBeNone)
    case "type" where isEvent: return Node(.link(base, .type), .kind, span)
    case "deadline" where kinds.isSubset(of: letterKinds):
      return Node(.link(base, .deadline), .day, span, mayBeNone: true)
    case "event"
    where !isEvent && !kinds.isSubset(of: claimKinds.union(rootKinds))
      && kinds.intersection(consequenceKinds).isEmpty:
      return Node(.link(base, .event), .thing(eventKinds), span)
    case "case": return Node(.root(base), .thing(rootKinds), span)
    case "creditor", "debtor", "agency", "lawyer":
      guard isEvent || kinds.isSubset(of: claimKinds.union(itemKinds)) else { return nil }
      return party(name, of: base)
    default: return nil
    }
  }

  /// The day, claim or group of a consequence.
  private func consequenceFact(
    _ name: Name, _ base: Node, _ kinds: KindSet, _ span: Span
  ) -> Node? {
    guard kinds.isSubset(of: consequenceKinds), let fact = Code.ConsequenceFact(rawValue: name.text)
    else { return nil }
    let type: ValueType =
      switch fact {
      case .date: .day
      case .claim: .thing(claimKinds)
      case .group: .things(claimKinds)
      }
    return Node(.consequence(base, fact), type, span)
  }

  /// A definition asked of a thing, an amount, a day.
  func call(
    _ name: Name, of thing: Node?, _ arguments: ExpressionSyntax.Arguments, _ span: Span,
    _ environment: inout Environment, needs: ValueType?
  ) throws(Diagnostic) -> Node {
    guard let id = try definition(name) else {
      throw unknown(
        "there is no definition `\(name.text)`", name, among: definitions.keys.sorted(),
        help: "declare it with `define \(name.text) of … as …`")
    }
    let definition = program.definitions[id.rawValue]
    var nodes: [Node] = []
    nodes.append(try argument(thing, for: definition, name))
    let amount = try self.argument(
      arguments.amount, .money, wanted: definition.atAmount, "at an amount", name, &environment)
    let day = try self.argument(
      arguments.day, .day, wanted: definition.onDay, "on a day", name, &environment)
    nodes += [amount, day]
    if let needs, definition.body.type != needs {
      throw Diagnostic(
        "`\(name.text)` is \(named(definition.body.type)), not \(named(needs))", at: name.span)
    }
    let mayBeNone = definition.body.mayBeNone || thing?.mayBeNone == true
    return Node(.call(id, nodes), definition.body.type, span, mayBeNone: mayBeNone)
  }

  private func argument(
    _ thing: Node?, for definition: Definition, _ name: Name
  ) throws(Diagnostic) -> Node {
    guard let thing else {
      guard definition.of.isEmpty else {
        throw Diagnostic(
          "`\(name.text)` is asked of something", at: name.span,
          help: "write `\(name.text) of` and the thing")
      }
      return Node(.flag(false), .flag, name.span)
    }
    if definition.ofMany, case .things = thing.type { return thing }
    guard case .thing(let kinds) = thing.type else {
      throw Diagnostic(
        "`\(name.text)` is asked of a thing, not of \(named(thing.type))", at: thing.span)
    }
    guard !kinds.intersection(definition.of).isEmpty else {
      throw Diagnostic(
        "`\(name.text)` is of \(definition.of.described(vocabulary))", at: thing.span,
        label: "this is \(named(thing.type))")
    }
    return thing
  }

  private func argument(
    _ syntax: ExpressionSyntax?, _ type: ValueType, wanted: Bool, _ what: String, _ name: Name,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    guard let syntax else {
      guard !wanted else {
        throw Diagnostic("`\(name.text)` is read \(what)", at: name.span, help: "write `… on DAY`")
      }
      return Node(.flag(false), .flag, name.span)
    }
    guard wanted else {
      throw Diagnostic("`\(name.text)` is not read \(what)", at: syntax.span, help: "leave it out")
    }
    let node = try compile(syntax, &environment)
    try require(node, type)
    return node
  }
}
