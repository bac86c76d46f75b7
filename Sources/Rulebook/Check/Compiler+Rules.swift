import Casebook
import Values

extension Compiler {
  func compile(rule syntax: RuleSyntax) throws(Diagnostic) -> Rule {
    guard let line = lawOfFile[ObjectIdentifier(syntax.name.span.file)] else {
      throw Diagnostic("a rule stands in a document with a law line", at: syntax.name.span)
    }
    law = line
    defer { law = nil }
    var limbs: [Limb] = []
    let before = sink.count
    for limb in syntax.limbs {
      let compiled = sink.collect { () throws(Diagnostic) in
        try compile(limb: limb, of: syntax, line)
      }
      if let compiled { limbs.append(compiled) }
    }
    try stop(ifMoreThan: before, at: syntax.name.span)
    return Rule(
      id: syntax.name.text, law: try point(syntax.law, line), document: line.span.file.path,
      limbs: limbs, span: syntax.name.span)
  }

  private static let confidences = ["verbatim", "circular", "secondary", "interpretation"]

  /// `§ 9(2) s. 1 · verbatim`, read against the document's law line.
  func point(_ name: Name, _ line: LawLine) throws(Diagnostic) -> LawPoint {
    let parts = name.text.components(separatedBy: "·").map(\.trimmed)
    let confidence = parts.count > 1 ? parts[parts.count - 1] : "verbatim"
    guard Self.confidences.contains(confidence) else {
      throw unknownWord(
        Name(text: confidence, span: name.span), "degree of confidence", Self.confidences)
    }
    var sections: [String] = []
    for piece in parts[0].components(separatedBy: "§").dropFirst() {
      let section = piece.trimmed.prefix { !"(,;. ".contains($0) }
      sections.append(String(section))
      if piece.trimmed.dropFirst(section.count).hasPrefix(" a") {
        sections[sections.count - 1] += " a"
      }
    }
    return LawPoint(
      source: line.source, pinpoint: parts[0], sections: sections, confidence: confidence,
      address: line.address)
  }

  private func compile(
    limb syntax: LimbSyntax, of rule: RuleSyntax, _ line: LawLine
  ) throws(Diagnostic) -> Limb {
    var environment = Environment()
    var scope: [ScopeStep] = []
    var subject: [(slot: Int, name: String, kinds: KindSet)] = []
    let before = sink.count
    for step in rule.scope + syntax.scope {
      do { scope += try self.scope(step, &environment, &subject) } catch {
        sink.report(error)
        environment.giveUp(on: step.names)
      }
    }
    guard !scope.isEmpty || sink.count > before else {
      throw Diagnostic("the rule has no scope", at: rule.name.span, help: "begin with `for each …`")
    }
    let hasLimit = syntax.tests.contains { if case .limit = $0.form { true } else { false } }
    let account = ExpressionSyntax(form: .today, span: syntax.tests[0].span)
    guard let dating = syntax.dating.day ?? rule.dating.day ?? (hasLimit ? account : nil) else {
      throw Diagnostic(
        "the rule does not say which day decides", at: rule.name.span, help: "write `dated …`")
    }
    let day = recover(&environment) { scope throws(Diagnostic) in
      let day = try compile(dating, &scope)
      try require(day, .day)
      return day
    }
    let condition = syntax.condition.flatMap { condition in
      recover(&environment) { scope throws(Diagnostic) in try flag(condition, &scope) }
    }
    let tests = syntax.tests.compactMap { test in
      recover(&environment) { scope throws(Diagnostic) in try self.compile(test: test, &scope) }
    }
    let effects = syntax.effects.compactMap { effect in
      recover(&environment) { scope throws(Diagnostic) in
        try self.compile(effect: effect, &scope)
      }
    }
    let verdict = recover(&environment) { _ throws(Diagnostic) in try self.verdict(syntax, rule) }
    let measure = recover(&environment) { _ throws(Diagnostic) in try self.measure(syntax) } ?? nil
    let message = try texts(syntax, rule, &environment)
    try stop(ifMoreThan: before, at: rule.name.span)
    guard let day, let verdict else { throw alreadyReported(rule.name) }
    let limb = Limb(
      part: syntax.part?.text, scope: scope, needs: LimbNeeds(scope, vocabulary),
      force: try force(syntax.dating, rule.dating, line), day: day,
      condition: condition, tests: tests, verdict: verdict,
      review: syntax.review, effects: effects, measure: measure, message: message,
      subject: subject, slots: environment.slots, span: syntax.tests[0].span)
    return readsLeft(limb) ? limb.readingLeft() : limb
  }

  /// Whether a limb, or a definition it asks, reads what the money rules have left, or what follows
  /// from findings, which is known when they have their turns.
  func readsLeft(_ limb: Limb) -> Bool {
    var nodes: [Node] = []
    limb.walk { nodes.append($0) }
    let nouns = limb.scope.flatMap(\.nouns)
    return program.reads(nodes).left
      || nouns.contains { program.definitions[$0.rawValue].readsLeft }
      || program.asks(for: consequenceKinds, nodes, nouns)
      || limb.scope.contains { !$0.kinds.intersection(consequenceKinds).isEmpty }
  }

  private func verdict(
    _ syntax: LimbSyntax, _ rule: RuleSyntax
  ) throws(Diagnostic) -> RuleVerdict {
    if let verdict = syntax.verdict.flatMap({ RuleVerdict(rawValue: $0.text) }) { return verdict }
    if syntax.measure != nil { return .advice }
    let hasLimit = syntax.tests.contains { if case .limit = $0.form { true } else { false } }
    guard hasLimit else {
      throw Diagnostic(
        "the tests of `\(rule.name.text)` have no verdict", at: syntax.tests[0].span,
        help: "write `breach`, `practice`, `advice` or `measure` below them")
    }
    return .breach
  }

  private func scope(
    _ syntax: ScopeSyntax, _ environment: inout Environment,
    _ subject: inout [(slot: Int, name: String, kinds: KindSet)]
  ) throws(Diagnostic) -> [ScopeStep] {
    if let day = syntax.rowsOn { return [try rows(syntax.list, day, &environment)] }
    if syntax.way == .group { return [try groups(syntax, &environment, &subject)] }
    var steps: [ScopeStep] = []
    var thing: Node?
    if case .each(let outer)? = syntax.list.belonging {
      let outerList = ListSyntax(
        noun: outer, belonging: nil, called: nil, bound: nil, condition: nil, span: outer.span)
      let (list, _) = try self.list(outerList, &environment)
      steps.append(ScopeStep(way: .each, over: .list(list)))
      subject.append((list.slot, outer.text, list.kinds))
      thing = Node(.variable(list.slot), .thing(list.kinds), outer.span)
    }
    let (list, _) = try self.list(syntax.list, &environment, belongingTo: thing)
    if syntax.way == .first || syntax.way == .last { try requireOrder(list, syntax.list.noun) }
    subject.append((list.slot, (syntax.list.called ?? syntax.list.noun).text, list.kinds))
    let way: ScopeStep.Way =
      switch syntax.way {
      case .each: .each
      case .first: .first
      case .last: .last
      case .group: .each
      }
    steps.append(ScopeStep(way: way, over: .list(list)))
    return steps
  }

  private func groups(
    _ syntax: ScopeSyntax, _ environment: inout Environment,
    _ subject: inout [(slot: Int, name: String, kinds: KindSet)]
  ) throws(Diagnostic) -> ScopeStep {
    let (list, outer) = try self.list(syntax.list, &environment)
    guard list.kinds.isSubset(of: claimKinds) || list.kinds.isSubset(of: eventKinds) else {
      environment.leave(to: outer)
      throw Diagnostic("only claims and events form groups", at: syntax.list.noun.span)
    }
    let member = Node(.variable(list.slot), .thing(list.kinds), syntax.list.noun.span)
    var keys: [Node] = []
    for path in syntax.keys where !syntax.isByLot {
      if path.count == 1 {
        keys.append(
          try call(path[0], of: member, .init(), path[0].span, &environment, needs: nil))
      } else {
        keys.append(
          try self.path(path, .init(), path[0].span, &environment, expecting: nil))
      }
    }
    environment.leave(to: outer)
    let name = Name(text: "group", span: syntax.list.noun.span)
    let slot = try environment.bind(name.text, .things(list.kinds), at: name.span)
    subject.append((slot, name.text, list.kinds))
    let grouping: ScopeStep.Grouping =
      syntax.isByLot ? .lot(try lot(syntax, list)) : keys.isEmpty ? .one : .keys(keys)
    return ScopeStep(way: .each, over: .groups(list, grouping, slot: slot))
  }

  /// What a charge has to be for the claims that share it to be a group.
  private func lot(_ syntax: ScopeSyntax, _ list: List) throws(Diagnostic) -> [DefinitionID] {
    guard list.kinds.isSubset(of: claimKinds) else {
      throw Diagnostic(
        "only claims share a charge", at: syntax.list.noun.span,
        help: "events are grouped by facts and definitions of them")
    }
    guard syntax.keys.count == 1 else {
      throw Diagnostic(
        "`lot` stands alone: claims that share a charge are a group, whatever else they share",
        at: syntax.keys[1][0].span, help: "write `by lot`, or keys without it")
    }
    guard let name = syntax.lotOf else { return [] }
    let noun = try noun(name)
    guard noun.kinds.isSubset(of: itemKinds) else {
      throw Diagnostic(
        "a `\(name.text)` is no charge", at: name.span, help: "claims of a lot share an item")
    }
    return noun.flags
  }

  private func rows(
    _ list: ListSyntax, _ on: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> ScopeStep {
    guard let id = tables[list.noun.text] else {
      throw unknown(
        "there is no table `\(list.noun.text)`", list.noun, among: tables.keys.sorted())
    }
    var day: Node?
    if program.tables[id.rawValue].isDated {
      let compiled = try compile(on, &environment)
      try require(compiled, .day)
      day = compiled
    }
    let slot = try environment.bind("row", .row(id), at: list.noun.span)
    let condition: Node? =
      if let condition = list.condition { try flag(condition, &environment) } else { nil }
    return ScopeStep(way: .each, over: .rows(id, on: day, slot: slot, condition: condition))
  }

  private func compile(
    test syntax: TestSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Test {
    switch syntax.form {
    case .require(let condition):
      return Test(form: .require(try flag(condition, &environment)), span: syntax.span)
    case .forbid(let condition):
      return Test(form: .forbid(try flag(condition, &environment)), span: syntax.span)
    case .limit(let limited, let amount, let shared, let tolerance, let condition):
      let (items, charged) = try self.limited(limited, syntax.span, &environment)
      let limit = try compile(amount, &environment)
      try require(limit, .money)
      let share = try shared.map { name throws(Diagnostic) in
        try self.share(name, &environment)
      }
      var tolerating: Node?
      if let tolerance { tolerating = try compile(tolerance, &environment) }
      var guarded: Node?
      if let condition { guarded = try flag(condition, &environment) }
      return Test(
        form: .limit(
          MoneyLimit(
            items: items, charged: charged, ceiling: limit, share: share, tolerance: tolerating,
            condition: guarded)),
        span: syntax.span)
    }
  }

  /// The share of each claim of a group in a joint ceiling.
  private func share(
    _ name: Name, _ environment: inout Environment
  ) throws(Diagnostic) -> (slot: Int, value: Node) {
    let slot = environment.reserve()
    let claim = Node(.variable(slot), .thing(claimKinds), name.span)
    var arguments = ExpressionSyntax.Arguments()
    if let id = try definition(name), program.definitions[id.rawValue].onDay {
      arguments.day = ExpressionSyntax(form: .today, span: name.span)
    }
    return (
      slot, try call(name, of: claim, arguments, name.span, &environment, needs: .money)
    )
  }

  /// What a limit holds down: the items, and their sum as charged.
  private func limited(
    _ syntax: TestSyntax.LimitedSyntax, _ span: Span, _ environment: inout Environment
  ) throws(Diagnostic) -> (MoneyLimit.Items, Node) {
    guard let amount = vocabulary.words.firstIndex(where: { $0.key == "amount" }) else {
      throw Diagnostic("items have no amount", at: span)
    }
    if case .bound(let name) = syntax, environment.broken.contains(name.text) {
      throw alreadyReported(name)
    }
    let word = Word(rawValue: UInt16(amount))
    if case .bound(let name) = syntax, let variable = environment.variables[name.text] {
      guard case .thing(let kinds) = variable.type, kinds.isSubset(of: itemKinds) else {
        throw Diagnostic("only items are limited", at: name.span, label: named(variable.type))
      }
      let item = Node(.variable(variable.slot), variable.type, name.span)
      return (.bound(variable.slot), Node(.field(item, word), .money, name.span))
    }
    let list: ListSyntax
    switch syntax {
    case .list(let written): list = written
    case .bound(let name):
      list = ListSyntax(
        noun: name, belonging: nil, called: nil, bound: nil, condition: nil, span: name.span)
    }
    let (members, outer) = try self.list(list, &environment)
    environment.leave(to: outer)
    guard members.kinds.isSubset(of: itemKinds) else {
      throw Diagnostic("only items are limited", at: list.span)
    }
    let member = Node(.variable(members.slot), .thing(members.kinds), list.span)
    let sum = Node(
      .aggregate(.sum, Node(.field(member, word), .money, list.span), members), .money, list.span)
    return (.list(members), sum)
  }

  private func compile(
    effect: EffectSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Effect {
    let condition: Node? =
      if let condition = effect.condition { try flag(condition, &environment) } else { nil }
    return Effect(
      form: try form(of: effect, &environment), atRisk: effect.atRisk, condition: condition)
  }

  private func form(
    of effect: EffectSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Effect.Form {
    if effect.name.text == "excess" { return .excess }
    if effect.name.text == "item-void" {
      guard !effect.target.isEmpty else {
        throw Diagnostic("`item-void` names the item", at: effect.name.span)
      }
      let item = try path(effect.target, .init(), effect.name.span, &environment, expecting: nil)
      guard case .thing(let kinds) = item.type, kinds.isSubset(of: itemKinds) else {
        throw Diagnostic(
          "only an item can be void", at: effect.target[0].span, label: named(item.type))
      }
      return .itemVoid(item)
    }
    guard let index = consequences[effect.name.text] else {
      throw unknown(
        "there is no consequence `\(effect.name.text)`", effect.name,
        among: consequences.keys.sorted(),
        help: "declare it: `consequence \(effect.name.text) of claim nb \"…\" en \"…\"`")
    }
    return .consequence(index)
  }
}
