import Rulebook

/// Which choices, tables and definitions a declaration reads, also by way of definitions.
struct Readings {
  private(set) var choices: [Choice] = []
  private(set) var tables: [RuleTable] = []
  private(set) var definitions: [Definition] = []

  /// What the declaration with this text reads, in the order in which it is met.
  init(of lines: [String], in program: Program) {
    let definitions = Dictionary(
      program.definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let tables = Dictionary(
      program.tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let choices = Dictionary(
      program.choices.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var waiting = Self.names(in: lines)
    while !waiting.isEmpty {
      let name = waiting.removeFirst()
      guard seen.insert(name).inserted else { continue }
      if let choice = choices[name] { self.choices.append(choice) }
      if let table = tables[name] { self.tables.append(table) }
      if let definition = definitions[name] {
        self.definitions.append(definition)
        let text = DocumentText(definition.span.file).declaration(at: definition.span.line)
        waiting += Self.names(in: Array(text))
      }
    }
  }

  /// The names in program text: no strings, no comments, no facts behind a dot.
  private static func names(in lines: [String]) -> [String] {
    var names: [String] = []
    for line in lines {
      let code = line.firstRange(of: " --").map { line[..<$0.lowerBound] } ?? line[...]
      for (index, part) in code.split(separator: "\"", omittingEmptySubsequences: false)
        .enumerated()
      where index.isMultiple(of: 2) {
        names += words(in: part)
      }
    }
    return names
  }

  private static func words(in code: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isFact = false
    for character in code + " " {
      if character.isLetter || character.isNumber || character == "-" {
        word.append(character)
      } else {
        if !word.isEmpty, !isFact { words.append(word) }
        word = ""
        isFact = character == "."
      }
    }
    return words
  }
}
