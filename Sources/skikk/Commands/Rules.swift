import Audit
import Casebook
import FoundationEssentials
import Reports
import Rulebook

extension Command {
  static let rulesList = Command(
    path: ["rules", "list"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Lister reglene etter rettskilde.", en: "Lists the rules by source of law."),
    about: Label(nb: "", en: ""), options: [.rules],
    examples: [
      ("skikk rules list", Label(nb: "de innebygde reglene", en: "the rules built in"))
    ],
    run: { invocation in
      let program = try RuleFolder(invocation).program
      let terminal = invocation.terminal
      try terminal.show(
        RuleList.text(of: program, language: terminal.language, style: terminal.style))
      return .clean
    })

  static let rulesCheck = Command(
    path: ["rules", "check"], operands: "[DIR]", operandCount: 0...1,
    summary: Label(
      nb: "Leser regelsettet og sier alt som er galt med det.",
      en: "Compiles the rule set and says everything that is wrong with it."),
    about: aboutFolder, options: [],
    examples: [
      ("skikk rules check", Label(nb: "de innebygde reglene", en: "the rules built in")),
      ("skikk rules check rules/", Label(nb: "reglene i en mappe", en: "the rules of a folder")),
    ],
    run: { invocation in
      let program = try folder(of: invocation).program
      try invocation.terminal.show(RuleSetTexts.counts(program)[invocation.terminal.language])
      return .clean
    })

  static let rulesTest = Command(
    path: ["rules", "test"], operands: "[DIR]", operandCount: 0...1,
    summary: Label(
      nb: "Kjører eksemplene i regelsettet.", en: "Runs the examples of the rule set."),
    about: Label(
      nb: aboutFolder.nb
        + " Sakene leses fra --cases, ellers fra cases/ ved siden av DIR eller her.",
      en: aboutFolder.en + " Cases are read from --cases, else from cases/ beside DIR or here."),
    options: [.cases],
    examples: [
      ("skikk rules test", Label(nb: "i en utsjekk", en: "in a checkout")),
      (
        "skikk rules test rules/ --cases cases/",
        Label(nb: "regler og saker et annet sted", en: "rules and cases elsewhere")
      ),
    ],
    run: test)

  private static let aboutFolder = Label(
    nb: "DIR er et helt regelsett (med README.md), eller dokumenter som legges til de innebygde.",
    en: "DIR is a whole rule set (with README.md), or documents added to those built in.")

  private static func folder(of invocation: Invocation) throws -> RuleFolder {
    guard let folder = invocation.operands.first else { return try RuleFolder(invocation) }
    return try RuleFolder(folder: folder, invocation)
  }

  @Sendable private static func test(_ invocation: Invocation) throws -> ExitCode {
    let cases = try casesFolders(of: invocation)
    let folder: RuleFolder
    do { folder = try self.folder(of: invocation) } catch let fault as RuleSetFault {
      throw fault.adding(examplesWithoutCase(fault.examples, in: cases))
    }
    let runner = ExampleRunner(program: folder.program, documents: folder.added) { name in
      try load(name, in: cases)
    }
    let summary = runner.run()
    let language = invocation.terminal.language
    try invocation.terminal.show(RuleSetTexts.outcome(of: summary, language))
    return summary.isClean ? .clean : .findings
  }

  /// The first example of each case that is not there.
  private static func examplesWithoutCase(
    _ examples: [Example], in cases: [String]
  ) -> [Diagnostic] {
    var seen: Set<String> = []
    return examples.filter { example in
      seen.insert(example.caseName).inserted && (try? load(example.caseName, in: cases)) == nil
    }.map(\.missingCase)
  }

  /// The case of a `.json`, or those of an `.ndjson`, which are judged together; from the first
  /// folder that has it.
  private static func load(_ name: String, in folders: [String]) throws -> [[UInt8]] {
    for folder in folders {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(name).json") {
        return [Array(data)]
      }
      if let data = FileManager.default.contents(atPath: "\(folder)/\(name).ndjson") {
        return data.split(separator: UInt8(ascii: "\n")).map { Array($0) }
      }
    }
    throw MissingCase(path: "\(folders[0])/\(name).json")
  }

  private struct MissingCase: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path): found no such case" }
  }

  private static func casesFolders(of invocation: Invocation) throws(UsageFault) -> [String] {
    let beside = invocation.operands.first.map { $0 + "/../cases" }
    let places = invocation[.cases].map { [$0] } ?? ([beside, "cases"].compactMap { $0 })
    let found = places.filter { FileManager.default.fileExists(atPath: $0) }
    if !found.isEmpty { return found }
    throw UsageFault(
      Label(
        nb: "fant ikke mappen med saker (\(places.joined(separator: ", "))); bruk --cases DIR",
        en: "found no folder of cases (\(places.joined(separator: ", "))); use --cases DIR"),
      in: invocation.command.name)
  }
}

/// What `rules check` and `rules test` say.
enum RuleSetTexts {
  static func counts(_ program: Program) -> Label {
    let numbers = [
      program.rules.count, program.definitions.count, program.tables.count,
      program.choices.count, program.exceptions.count, program.examples.count,
      program.documents.count,
    ]
    return Label(
      nb: """
        \(numbers[0]) regler, \(numbers[1]) definisjoner, \(numbers[2]) tabeller, \
        \(numbers[3]) tolkninger, \(numbers[4]) unntak, \(numbers[5]) eksempler i \
        \(numbers[6]) dokumenter; ingen feil.

        """,
      en: """
        \(numbers[0]) rules, \(numbers[1]) definitions, \(numbers[2]) tables, \
        \(numbers[3]) choices, \(numbers[4]) exceptions, \(numbers[5]) examples in \
        \(numbers[6]) documents; no faults.

        """)
  }

  static func outcome(of summary: ExampleRunner.Summary, _ language: Language) -> String {
    var text = ""
    let failed = summary.results.filter { $0.fault != nil }
    for result in failed {
      let example = result.example
      let changes = example.changes.isEmpty ? "" : ": " + example.changes.joined(separator: ", ")
      let rule = [example.rule, example.part].compactMap { $0 }.joined(separator: " ")
      text += "\(example.span.citation): \(example.caseName)\(changes)\n"
      text += "  \(rule): \(result.fault ?? "")\n"
    }
    for gap in summary.gaps { text += "\(gap.place): \(gap.text)\n" }
    let counts = (summary.results.count, failed.count, summary.gaps.count)
    let total = Label(
      nb: "\(counts.0) eksempler, \(counts.1) holder ikke, \(counts.2) mangler.\n",
      en: "\(counts.0) examples, \(counts.1) do not hold, \(counts.2) are missing.\n")
    return text + total[language]
  }
}
