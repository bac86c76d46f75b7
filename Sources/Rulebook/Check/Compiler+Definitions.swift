import Casebook
import Values

extension Compiler {
  /// The definition of this name, compiled; nil when there is none.
  func definition(_ name: Name) throws(Diagnostic) -> DefinitionID? {
    switch definitions[name.text] {
    case nil: return nil
    case .done(let id): return id
    case .failed: throw alreadyReported(name)
    case .underway:
      throw Diagnostic(
        "`\(name.text)` is defined by itself", at: name.span,
        help: "definitions may not form a circle; name the step that does not need it")
    case .waiting(let syntax):
      definitions[name.text] = .underway
      do {
        let outerLaw = law
        law = lawOfFile[ObjectIdentifier(syntax.name.span.file)]
        defer { law = outerLaw }
        let id = try compile(definition: syntax)
        definitions[name.text] = .done(id)
        return id
      } catch {
        definitions[name.text] = .failed
        throw error
      }
    }
  }

  private func compile(definition syntax: DefinitionSyntax) throws(Diagnostic) -> DefinitionID {
    var environment = Environment()
    var kinds = KindSet.empty
    let ofMany = syntax.of?.text == "claims"
    if ofMany, let of = syntax.of {
      kinds = claimKinds
      _ = try environment.bind(of.text, .things(kinds), at: of.span)
    } else if let of = syntax.of {
      kinds = try noun(of).kinds
      _ = try environment.bind(of.text, .thing(kinds), at: of.span)
    } else {
      _ = environment.reserve()
    }
    let amount = environment.reserve()
    let day = environment.reserve()
    if syntax.atAmount { environment.alias("amount", .money, slot: amount) }
    if syntax.onDay { environment.alias("day", .day, slot: day) }
    let body = try self.body(syntax, lets: syntax.lets[...], &environment)
    var (instead, slots) = ([(name: String, condition: Node, value: Node)](), environment.slots)
    for exception in insteads[syntax.name.text] ?? [] {
      let (other, needed) = try self.instead(exception, syntax, kinds, body)
      instead.append(other)
      slots = max(slots, needed)
    }
    let reads = program.reads([body] + instead.flatMap { [$0.condition, $0.value] })
    return add(
      Definition(
        name: syntax.name.text, of: kinds, ofMany: ofMany, atAmount: syntax.atAmount,
        onDay: syntax.onDay, body: body, instead: instead, slots: slots,
        usesToday: reads.today, readsLeft: reads.left,
        span: syntax.name.span))
  }

  private func body(
    _ syntax: DefinitionSyntax, lets: ArraySlice<(name: Name, value: ExpressionSyntax)>,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    if let step = lets.first {
      let value = recover(&environment) { scope throws(Diagnostic) in
        try compile(step.value, &scope)
      }
      guard let value else {
        environment.giveUp(on: [step.name.text])
        _ = try body(syntax, lets: lets.dropFirst(), &environment)
        throw alreadyReported(step.name)
      }
      let slot = try environment.bind(step.name.text, value.type, at: step.name.span)
      let rest = try body(syntax, lets: lets.dropFirst(), &environment)
      return Node(
        .binding(slot, value, then: rest), rest.type, rest.span, mayBeNone: rest.mayBeNone)
    }
    switch syntax.value {
    case .one(let expression): return try compile(expression, &environment)
    case .list(let list):
      let (compiled, outer) = try self.list(list, &environment)
      environment.leave(to: outer)
      return Node(.members(compiled), .things(compiled.kinds), list.span)
    case .cases(let cases, let otherwise):
      return try self.cases(cases, otherwise: otherwise, &environment)
    case .dated(let day, let cases, let before):
      return try dated(day, cases, before: before, &environment)
    }
  }

  private func cases(
    _ cases: [(when: ExpressionSyntax, then: ExpressionSyntax)], otherwise: ExpressionSyntax,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    var compiled: [(condition: Node, value: Node)] = []
    let before = sink.count
    for (when, then) in cases {
      let condition = recover(&environment) { scope throws(Diagnostic) in try flag(when, &scope) }
      guard let condition else { continue }
      let value = try compile(then, &environment, expecting: compiled.first?.value.type)
      if let first = compiled.first { try same(first.value, value) }
      compiled.append((condition, value))
    }
    let last = try compile(otherwise, &environment, expecting: compiled.first?.value.type)
    if let first = compiled.first { try same(first.value, last) }
    try stop(ifMoreThan: before, at: last.span)
    return Node(
      .when(compiled, otherwise: last), last.type, last.span,
      mayBeNone: last.mayBeNone || compiled.contains { $0.value.mayBeNone })
  }

  private func dated(
    _ day: ExpressionSyntax, _ cases: [(from: CivilDay, then: ExpressionSyntax)],
    before: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let day = try compile(day, &environment)
    try require(day, .day)
    let last = try compile(before, &environment)
    var compiled: [(from: Int32, value: Node)] = []
    for (from, then) in cases {
      let value = try compile(then, &environment, expecting: last.type)
      try same(last, value)
      compiled.append((from.number, value))
    }
    return Node(.dated(day, compiled, before: last), last.type, last.span)
  }

  private func instead(
    _ exception: ExceptionSyntax, _ definition: DefinitionSyntax, _ of: KindSet, _ body: Node
  ) throws(Diagnostic) -> ((name: String, condition: Node, value: Node), slots: Int) {
    guard let instead = exception.instead else {
      throw Diagnostic(
        "an exception to a definition gives another value", at: exception.name.span,
        help: "end it with `instead` and the value")
    }
    var environment = Environment()
    for spoken in exception.of {
      let kinds = try noun(spoken).kinds
      guard of.isSubset(of: kinds) else {
        throw Diagnostic(
          "`\(definition.name.text)` is not of a \(spoken.text)", at: spoken.span,
          help: "name the kind of thing that the definition is of")
      }
      environment.alias(spoken.text, .thing(kinds), slot: 0)
    }
    _ = environment.reserve(from: 2)
    if exception.onDay, definition.onDay { environment.alias("day", .day, slot: 2) }
    let condition = try flag(exception.condition, &environment)
    let value = try compile(instead, &environment, expecting: body.type)
    try same(body, value)
    return ((exception.name.text, condition, value), environment.slots)
  }
}
