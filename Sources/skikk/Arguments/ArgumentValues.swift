import Reports

/// What the value of an option, or an operand, can be: for completion, for reading settings, and
/// for saying early that a value cannot stand.
enum ArgumentValues: Sendable, Equatable {
  /// One of these words.
  case oneOf([String])
  /// The path of a file.
  case file
  /// The path of a folder.
  case folder
  /// A case file, a stream or a folder of them, or `-`.
  case cases
  /// A day, written YYYY-MM-DD.
  case day
  /// A whole number.
  case count
  /// An id of a rule or its beginning, a folder of law or a verdict; several with commas.
  case rules
  /// A rule, a section or a choice, to be explained.
  case topics
  /// `NAME=READING` of an open question.
  case choices
  /// `NAME=DATE` of an act to come.
  case acts
  /// `F[=FILE]`: a form of report, and where it goes.
  case reports([String])
  /// A type of event.
  case eventTypes
  /// `KIND=AMOUNT` of a charge.
  case charges
  /// A word of the vocabulary.
  case nouns
  /// Anything else.
  case text

  /// What help calls a value, and what that can be.
  private static let names: [String: ArgumentValues] = [
    "DATE": .day, "DIR": .folder, "FILE": .file, "N": .count, "ID": .rules, "TYPE": .eventTypes,
    "KIND=AMOUNT": .charges, "PATH": .cases, "CASE": .cases, "RULE": .topics, "§": .topics,
    "CHOICE": .topics, "NOUN": .nouns, "-": .cases, "S": .count,
    "LEVEL": .oneOf(FailOn.allCases.map(\.rawValue)),
    "ROLE": .oneOf(["creditor", "agency", "lawyer"]),
    "F[=FILE]": .reports(["text", "json"]),
  ]

  /// What a value is that help calls so, where nothing else is declared: `nb|en` is one of two.
  init(calledIn help: String) {
    let words = help.split(separator: "|").map(String.init)
    if let values = Self.names[help] {
      self = values
    } else if words.count > 1, words.allSatisfy({ $0 == $0.lowercased() }) {
      self = .oneOf(words)
    } else {
      self = .text
    }
  }

  /// What the operands are that help writes so: `PATH… | -`, `[DIR]`.
  static func operands(writtenAs text: String) -> ArgumentValues? {
    let words = text.split { " …|[]".contains($0) }.map(String.init)
    let names = words.filter { $0 != "-" }
    if names.count > 1, names.allSatisfy({ $0 == $0.lowercased() }) { return .oneOf(names) }
    return names.first.map(ArgumentValues.init(calledIn:))
  }

  /// Whether a value is `NAME=VALUE`, by name.
  var isNamed: Bool { self == .choices || self == .acts || self == .charges }

  /// Whether a value that settings give to all commands is one for this: not every command has
  /// every form of report.
  func canBe(_ value: String) -> Bool {
    guard case .reports(let forms) = self else { return true }
    return forms.contains { value == $0 || value.hasPrefix($0 + "=") }
  }

  /// Whether a value names something in the file system.
  var isPath: Bool { self == .file || self == .folder || self == .cases }
}
