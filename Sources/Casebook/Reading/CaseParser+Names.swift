/// The names that a rule set gives to rules and to open questions of law.
public struct KnownNames: Sendable {
  /// The ids of all rules, for `rulings`.
  public let rules: [String]
  /// The choices with their readings, for `choices`; no readings: any text.
  public let choices: [String: [String]]

  /// The names of a rule set.
  public init(rules: [String], choices: [String: [String]]) {
    self.rules = rules
    self.choices = choices
  }
}

extension CaseParser {
  /// Checks that `rulings` and `choices` name what the rule set knows.
  func checkNames(_ names: KnownNames) throws(Trouble) {
    let core = plan.vocabulary.core
    for ruling in things(core.rulings, of: 0) {
      let rule = slot(core.rule, of: ruling)
      guard rule.state == .value, !names.rules.contains(text(rule.first)) else { continue }
      let place = JSONText(bytes).member("rule", ofObjectAt: Int(starts[Int(ruling)]))
      throw unknown(
        text(rule.first), at: place?.value, expected: "a rule", among: names.rules.sorted())
    }
    let choices = slot(core.choices, of: 0)
    guard choices.state == .list else { return }
    for index in stride(
      from: Int(choices.first), to: Int(choices.first) + Int(choices.count), by: 2)
    {
      try checkChoice(text(elements[index]), text(elements[index + 1]), names)
    }
  }

  private func checkChoice(
    _ name: String, _ reading: String, _ names: KnownNames
  ) throws(Trouble) {
    let readings = names.choices[name]
    if let readings, readings.isEmpty || readings.contains(reading) { return }
    let json = JSONText(bytes)
    let place = json.member("choices", ofObjectAt: Int(starts[0]))
      .flatMap { json.member(name, ofObjectAt: $0.value) }
    guard let readings else {
      throw unknown(
        name, at: place?.key, expected: "a choice", among: names.choices.keys.sorted())
    }
    throw unknown(reading, at: place?.value, expected: "a reading of \(name)", among: readings)
  }

  private func unknown(
    _ name: String, at place: Int?, expected: String, among names: [String]
  ) -> Trouble {
    let near = nearestName(to: name, among: names)
    return Trouble(
      at: place ?? 0, expected: expected,
      hint: near.map { "did you mean \"\($0)\"?" } ?? "write one of \(listed(names))")
  }

  private func text(_ payload: Int64) -> String {
    String(decoding: texts.pool[Int(payload)], as: UTF8.self)
  }
}
