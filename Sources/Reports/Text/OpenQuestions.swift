import Audit
import Casebook
import Values

/// Writes what could not be decided in a case, gathered by what would settle it.
struct OpenQuestions {
  let language: Language

  /// The reasons in the order in which a reader can do something about them.
  static let order: [Undetermined.Reason] = [.unread, .human, .missing, .conflict, .law]

  /// One line: something that is missing, and the rules that wait for it.
  struct Line: Equatable {
    /// What is missing, and in which events.
    let subject: String
    /// The rules, with the kroner that hang on each.
    let rules: String
  }

  /// All reasons that occur, each with its lines.
  func write(_ questions: [Undetermined], on page: inout Page) {
    guard !questions.isEmpty else { return }
    page.blank()
    page.paragraph("\(OpenTexts.title[language]) (\(questions.count))", .heading)
    for reason in Self.order {
      let group = questions.filter { $0.reason == reason }
      guard !group.isEmpty else { continue }
      page.paragraph(OpenTexts.heading(reason)[language] + ":", indent: 2)
      for line in lines(of: group, reason) {
        page.paragraph("\(line.subject) – \(line.rules)", indent: 4, hanging: 4)
      }
    }
  }

  /// The questions of one reason, gathered by what is missing; in the order of their first rule.
  /// A rule that waits for several facts stands at each, but a contradiction is one thing.
  func lines(of questions: [Undetermined], _ reason: Undetermined.Reason) -> [Line] {
    var order: [[String]] = []
    var groups: [[String]: [Undetermined]] = [:]
    for question in questions {
      let apart = reason != .conflict && question.missing.count > 1
      for missing in apart ? question.missing.map({ [$0] }) : [question.missing] {
        if groups[missing] == nil { order.append(missing) }
        groups[missing, default: []].append(question)
      }
    }
    return order.map { missing in
      let group = groups[missing] ?? []
      return Line(subject: subject(missing, group, reason), rules: rules(of: group))
    }
  }

  /// What is missing. A letter that nobody has read is named by type and day, not by path alone.
  private func subject(
    _ missing: [String], _ group: [Undetermined], _ reason: Undetermined.Reason
  ) -> String {
    let names = missing.map { OpenTexts.missing($0)[language] }.joined(separator: ", ")
    let shared = group.dropFirst().reduce(group.first?.events ?? []) { events, question in
      events.filter(question.events.contains)
    }
    guard reason == .unread || reason == .human, !shared.isEmpty else {
      return names.isEmpty ? claims(of: group) : names
    }
    let events = language.events(shared)
    return names.isEmpty ? events : "\(events): \(names)"
  }

  private func claims(of group: [Undetermined]) -> String {
    Set(group.flatMap(\.claims)).sorted().joined(separator: ", ")
  }

  /// Rule ids with their parts, each once, and the largest amount that hangs on the rule.
  private func rules(of group: [Undetermined]) -> String {
    var order: [String] = []
    var rules: [String: (parts: [String], amount: Ratio)] = [:]
    for question in group {
      if rules[question.rule] == nil { order.append(question.rule) }
      var rule = rules[question.rule] ?? ([], .zero)
      if let part = question.part, !rule.parts.contains(part) { rule.parts.append(part) }
      rule.amount = max(rule.amount, question.atRisk ?? .zero)
      rules[question.rule] = rule
    }
    return order.map { id in
      guard let (parts, amount) = rules[id] else { return id }
      let name = ([id] + parts).joined(separator: " ")
      guard amount > .zero else { return name }
      return "\(name) (\(FindingTexts.upTo(language.money(amount))[language]))"
    }.joined(separator: ", ")
  }
}

extension Undetermined {
  /// Why it is open, in one sentence.
  func sentence(in language: Language) -> String {
    let names = missing.map { OpenTexts.missing($0)[language] }
    let what = names.isEmpty ? language.events(events) : names.joined(separator: ", ")
    return OpenTexts.sentence(reason, what)[language]
  }
}
