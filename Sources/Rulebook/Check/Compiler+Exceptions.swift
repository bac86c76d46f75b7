import Casebook
import Values

extension Compiler {
  /// Attaches an exception to every limb it sets aside.
  func attach(_ syntax: ExceptionSyntax) throws(Diagnostic) {
    guard let line = lawOfFile[ObjectIdentifier(syntax.name.span.file)] else { return }
    law = line
    defer { law = nil }
    let isForDefinition = syntax.targets.contains { target in
      target.name.map { definitions[$0.text] != nil } ?? false
    }
    if isForDefinition { return }
    program.exceptions.append(
      RuleException(
        name: syntax.name.text, law: try point(syntax.law, line), span: syntax.name.span))
    let index = program.exceptions.count - 1
    for target in syntax.targets.flatMap(separated) {
      var found = false
      for rule in program.rules.indices where matches(program.rules[rule], target) {
        found = try attach(syntax, index, target, toRule: rule) || found
      }
      let isBroken =
        target.name.map { ruleIDs.contains($0.text) && !isCompiled($0.text) } ?? !isComplete
      guard found || isBroken else { throw noTarget(target) }
    }
  }

  /// Whether every rule compiled, so that one that is not found is not there.
  private var isComplete: Bool { ruleIDs.allSatisfy(isCompiled) }

  private func isCompiled(_ id: String) -> Bool { program.rules.contains { $0.id == id } }

  /// `rule part a, other-rule`: names after `part` that are rules are targets of their own.
  private func separated(_ target: ExceptionSyntax.Target) -> [ExceptionSyntax.Target] {
    let others = target.parts.filter { ruleIDs.contains($0.text) }
    guard !others.isEmpty else { return [target] }
    let parts = target.parts.filter { !ruleIDs.contains($0.text) }
    return [
      .init(name: target.name, parts: parts, sections: [], source: nil, span: target.span)
    ] + others.map { .init(name: $0, parts: [], sections: [], source: nil, span: $0.span) }
  }

  private func noTarget(_ target: ExceptionSyntax.Target) -> Diagnostic {
    guard let name = target.name else {
      return Diagnostic(
        "no rule of § \(target.sections.joined(separator: ", § ")) binds the kinds named here",
        at: target.span, help: "name a source (`rules of inkassoloven § 9`) or other kinds")
    }
    return Diagnostic(
      "there is no rule `\(name.text)` that binds the kinds named here", at: name.span,
      label: nearestName(to: name.text, among: program.rules.map(\.id))
        .map { "did you mean `\($0)`?" } ?? "")
  }

  private func matches(_ rule: Rule, _ target: ExceptionSyntax.Target) -> Bool {
    if let name = target.name { return rule.id == name.text }
    let source = target.source?.text ?? law?.source ?? ""
    return isSource(source, of: rule.law)
      && target.sections.contains { rule.law.sections.contains($0) }
  }

  /// `inkassoloven` names `inkassoloven (1988)`.
  func isSource(_ source: String, of law: LawPoint) -> Bool {
    law.source == source || law.source.hasPrefix(source + " ")
  }

  private func attach(
    _ syntax: ExceptionSyntax, _ index: Int, _ target: ExceptionSyntax.Target, toRule rule: Int
  ) throws(Diagnostic) -> Bool {
    var limbs = Array(program.rules[rule].limbs)
    var found = false
    for number in limbs.indices {
      if !target.parts.isEmpty, let part = limbs[number].part,
        !target.parts.contains(where: { $0.text == part })
      {
        continue
      }
      guard let bound = try bindings(of: syntax, in: limbs[number]) else { continue }
      var environment = Environment()
      _ = environment.reserve(from: limbs[number].slots)
      let day = environment.reserve()
      for (of, slot, kinds) in bound { environment.alias(of, .thing(kinds), slot: slot) }
      if syntax.onDay { environment.alias("day", .day, slot: day) }
      var condition = try flag(syntax.condition, &environment)
      if syntax.onDay {
        condition = Node(
          .binding(day, limbs[number].day, then: condition), .flag, condition.span)
      }
      let exception = LimbException(
        exception: index, parts: target.parts.map(\.text),
        bound: bound.map { ($0.slot, $0.kinds) }, condition: condition)
      let limb = limbs[number].adding(exception, slots: environment.slots)
      limbs[number] = readsLeft(limb) ? limb.readingLeft() : limb
      found = true
    }
    program.rules[rule] = program.rules[rule].with(limbs)
    return found
  }

  /// For each kind the exception speaks of, the bound thing of the limb; nil when one is missing.
  private func bindings(
    of syntax: ExceptionSyntax, in limb: Limb
  ) throws(Diagnostic) -> [(name: String, slot: Int, kinds: KindSet)]? {
    var bound: [(name: String, slot: Int, kinds: KindSet)] = []
    for of in syntax.of {
      let kinds = try noun(of).kinds
      guard let subject = limb.subject.first(where: { !$0.kinds.intersection(kinds).isEmpty })
      else {
        return nil
      }
      bound.append((of.text, subject.slot, kinds))
    }
    return bound
  }

  /// The limbs that each `meets` asks: law limbs of those sections that bind the thing's kind. A
  /// limit says how much may be taken, and nothing of whether a thing is as it must be.
  func resolveMeets() {
    for meet in meets {
      var targets: [MeetsTarget] = []
      for (number, rule) in program.rules.enumerated()
      where isSource(meet.source, of: rule.law) && rule.law.sections.contains(meet.section) {
        for (index, limb) in rule.limbs.enumerated() where limb.verdict == .breach && !limb.isMoney
        {
          let isOther: (KindSet) -> Bool = { $0.intersection(meet.kinds).isEmpty }
          guard let subject = limb.subject.first(where: { !isOther($0.kinds) }) else { continue }
          targets.append(MeetsTarget(rule: number, limb: index, slot: subject.slot))
        }
      }
      if targets.isEmpty, isComplete {
        sink.report(
          Diagnostic(
            "no rule of \(meet.source) § \(meet.section) speaks of "
              + meet.kinds.described(vocabulary),
            at: meet.span, help: "check the section, or name the source before it"))
      }
      program.meets.append(targets)
    }
  }
}
