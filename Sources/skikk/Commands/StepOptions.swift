import Audit
import Casebook
import Reports
import Rulebook
import Values

/// The options that describe a step.
extension Invocation {
  /// The step that `--send` and its companions describe, beside the steps that collectors take; nil
  /// without `--send`. It has its day, if that is given.
  func stepDraft(among patterns: [StepPattern]) throws(UsageFault) -> StepDraft? {
    guard let type = self[.send] else {
      let orphan = [Option.deadline, .charge, .actor, .fact].first { has($0) }
      guard let orphan else { return nil }
      throw UsageFault(
        Label(
          nb: "--\(orphan.name) beskriver et steg; si hvilket med --send",
          en: "--\(orphan.name) describes a step; say which with --send"), in: command.name)
    }
    let vocabulary = Vocabulary.standard
    guard let kind = vocabulary.eventKinds.first(where: { $0.name == type }) else {
      throw .unknown(
        Label(nb: "hendelsestype", en: "type of event"), type,
        among: vocabulary.eventKinds.map(\.name), in: command.name)
    }
    var draft = StepDraft(type: type)
    draft.facts = try facts(of: kind, among: patterns)
    draft.charges = try charges()
    let own = try check(draft.facts, of: kind)
    let given = try givenDay(.stepDay)
    if let own, let given, own != given {
      throw .value(
        given.description, of: .stepDay,
        expected: Label(
          nb: "\(own), dagen i --\(Option.fact.name) at",
          en: "\(own), the day of --\(Option.fact.name) at"), in: command.name)
    }
    if own == nil, let given {
      draft.facts.append(.init("date", .string(given.description)))
    }
    return draft
  }

  private func facts(
    of kind: ThingKind, among patterns: [StepPattern]
  ) throws(UsageFault) -> [JSONTree.Member] {
    var facts: [JSONTree.Member] = []
    if let by = self[.actor] {
      try check(role: by, of: kind, by: .actor, patterns)
      facts.append(.init("by", .string(by)))
    }
    if let deadline = try givenDay(.deadline) {
      try check(key: "deadline", of: kind)
      facts.append(.init("deadline", .string(deadline.description)))
    }
    for text in values[Option.fact.name] ?? [] {
      let (key, value) = try pair(text, .fact, Label(nb: "NØKKEL=VERDI", en: "KEY=VALUE"))
      try check(key: key, of: kind)
      try checkOnce(key: key, among: facts)
      let fact = JSONTree(literal: value)
      if key == "by", case .string(let role) = fact {
        try check(role: role, of: kind, by: .fact, patterns)
      }
      facts.append(.init(key, fact))
    }
    return facts
  }

  /// That a fact of a step is not given twice, by an option of its own and by `--set`, or by two of
  /// these.
  private func checkOnce(key: String, among facts: [JSONTree.Member]) throws(UsageFault) {
    let own: [String: Option] = ["type": .send, "date": .stepDay, "charges": .charge]
    if let option = own[key] {
      throw UsageFault(
        Label(
          nb: "--set \(key): si det med --\(option.name)",
          en: "--set \(key): say it with --\(option.name)"), in: command.name)
    }
    guard facts.contains(where: { $0.key == key }) else { return }
    throw UsageFault(
      Label(nb: "\(key) er gitt to ganger", en: "\(key) is given twice"), in: command.name)
  }

  private func charges() throws(UsageFault) -> [(kind: String, amount: String)] {
    let part = Vocabulary.standard.kind(named: "item")
    let kinds = part.map { words(of: "kind", in: $0) } ?? []
    var charges: [(kind: String, amount: String)] = []
    for text in values[Option.charge.name] ?? [] {
      let form = Label(nb: "SLAG=BELØP, som salaer=300", en: "KIND=AMOUNT, as salaer=300")
      let (kind, amount) = try pair(text, .charge, form)
      guard kinds.contains(kind) else {
        throw .unknown(
          Label(nb: "slag gebyr", en: "kind of charge"), kind, among: kinds, in: command.name)
      }
      guard let money = Money(amount) else {
        throw .value(
          text, of: .charge,
          expected: Label(
            nb: "kroner med høyst to desimaler", en: "kroner with at most two decimals"),
          in: command.name)
      }
      charges.append((kind, money.description))
    }
    return charges
  }

  private func pair(
    _ text: String, _ option: Option, _ form: Label
  ) throws(UsageFault) -> (String, String) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
      throw .value(text, of: option, expected: form, in: command.name)
    }
    return (String(sides[0]), String(sides[1]))
  }

  private func check(key: String, of kind: ThingKind) throws(UsageFault) {
    let keys = kind.fields.map(\.key)
    guard keys.contains(key) else {
      throw .unknown(
        Label(nb: "nøkkel for \(kind.name)", en: "key of \(kind.name)"), key, among: keys,
        in: command.name)
    }
  }

  func words(of key: String, in kind: ThingKind) -> [String] {
    guard case .choice(let list)? = kind.fields.first(where: { $0.key == key })?.type else {
      return []
    }
    return Vocabulary.standard[list].values
  }
}
