public import Rulebook

/// What somebody asks to have explained: a rule, a section of law, or a name of the rule set.
public enum Question: Sendable {
  /// Rules, by index in the program.
  case rules([Int])
  /// Documents without rules of their own, by index in the program.
  case documents([Int])
  /// A choice, by index in the program.
  case choice(Int)

  /// What these words mean in a rule set: a rule's id, the beginning of some ids (`inkl-9`), a
  /// section (`§ 9`, `inkassoloven § 9`), the name of a choice, or a heading's id.
  ///
  /// Nil when they mean nothing.
  public init?(_ words: String, in program: Program) {
    let words = words.split(separator: " ").joined(separator: " ")
    let ids = program.rules.map(\.id)
    if let index = ids.firstIndex(of: words) {
      self = .rules([index])
    } else if let question = Self.section(words, program) {
      self = question
    } else if let index = program.choices.firstIndex(where: { $0.name == words }) {
      self = .choice(index)
    } else if let question = Self.documents(program, where: { $0.gates.contains(words) }) {
      self = question
    } else {
      let begun = ids.indices.filter { ids[$0].hasPrefix(words + "-") }
      guard !words.isEmpty, !begun.isEmpty else { return nil }
      self = .rules(begun)
    }
  }

  /// Everything that can be asked for by name, to find what a misspelt one was meant to be.
  public static func names(in program: Program) -> [String] {
    program.rules.map(\.id) + program.choices.map(\.name) + program.documents.flatMap(\.gates)
  }

  private static func section(_ words: String, _ program: Program) -> Question? {
    guard let sign = words.firstIndex(of: "§") else { return nil }
    let source = words[..<sign].trimmingSuffix(" ")
    let number = words[words.index(after: sign)...].trimmingPrefix(" ")
    let rules = program.rules.indices.filter { index in
      let law = program.rules[index].law
      return law.source.hasPrefix(source) && law.sections.contains(String(number))
    }
    if !rules.isEmpty { return .rules(rules) }
    return documents(program) { document in
      document.law?.source.hasPrefix(source) == true && document.law?.section == String(number)
    }
  }

  private static func documents(
    _ program: Program, where isMeant: (RuleDocument) -> Bool
  ) -> Question? {
    let found = program.documents.indices.filter { isMeant(program.documents[$0]) }
    return found.isEmpty ? nil : .documents(found)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
