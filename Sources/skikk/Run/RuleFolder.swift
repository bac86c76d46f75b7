import Casebook
import EmbeddedRules
import FoundationEssentials
import Reports
import Rulebook

/// A rule set that cannot be used.
struct RuleSetFault: Error {
  /// What is wrong with it.
  let diagnostics: [Diagnostic]
  /// Its examples, as far as they could be read.
  let examples: [Example]

  /// The same fault with more that is wrong.
  func adding(_ more: [Diagnostic]) -> RuleSetFault {
    RuleSetFault(diagnostics: diagnostics + more, examples: examples)
  }
}

/// The rules that a command line asks for.
struct RuleFolder {
  let ruleSet: RuleSet
  let program: Program
  /// Paths of the documents that were added to the rules built in; nil for a whole set.
  let added: Set<String>?
  /// How far rules look across the cases of a run.
  var reach: Reach { program.reach }

  /// The rules built in, with the documents of `--rules` added or in their place.
  ///
  /// - Parameters:
  ///   - invocation: the command line.
  ///   - examples: whether the examples are wanted too.
  /// - Throws: `RuleSetFault`, and `UsageFault` for a folder without documents.
  init(_ invocation: Invocation, readingExamples examples: Bool = true) throws {
    guard let folder = invocation[.rules] else {
      try self.init(.embedded, readingExamples: examples)
      return
    }
    let documents = try Self.documents(in: folder, invocation)
    try self.init(
      .embedded.overlaid(with: RuleSet(documents: documents, in: folder)),
      readingExamples: examples)
  }

  /// The rules of a folder: a whole set when it has a front page (`README.md`), otherwise documents
  /// to add to those built in.
  init(folder: String, _ invocation: Invocation) throws {
    let documents = try Self.documents(in: folder, invocation)
    let own = RuleSet(documents: documents, in: folder)
    if documents.contains(where: { $0.path == "README.md" }) {
      try self.init(own)
    } else {
      try self.init(
        .embedded.overlaid(with: own), added: Set(documents.map { own.place(of: $0.path) }))
    }
  }

  private init(
    _ ruleSet: RuleSet, added: Set<String>? = nil, readingExamples examples: Bool = true
  ) throws {
    self.ruleSet = ruleSet
    self.added = added
    let (program, diagnostics) =
      examples ? ruleSet.compiled(with: .standard) : ruleSet.judging(with: .standard)
    guard diagnostics.isEmpty else {
      let examples = program.examples.filter { added?.contains($0.span.file.path) ?? true }
      throw RuleSetFault(diagnostics: diagnostics, examples: examples)
    }
    self.program = program
  }

  /// The same rules compiled once more, for a judge of their own.
  func again() -> Program {
    ruleSet.judging(with: .standard).program
  }

  /// The names that case files may use in `rulings` and `choices`.
  var names: KnownNames {
    let choices = program.choices.map { choice in
      (choice.name, choice.numberUnit == nil ? choice.readings + ["open"] : [])
    }
    return KnownNames(
      rules: program.rules.map(\.id) + program.awaited,
      choices: Dictionary(choices, uniquingKeysWith: { first, _ in first }))
  }

  /// Every document below a folder, by its path within it; not those of folders whose names begin
  /// with `x-`, which are loaded when they are named themselves.
  private static func documents(
    in folder: String, _ invocation: Invocation
  ) throws -> [(path: String, text: String)] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let documents = paths.filter { path in
      path.hasSuffix(".md")
        && !path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("x-") }
    }
    guard !documents.isEmpty else {
      throw UsageFault(
        Label(
          nb: "fant ingen regeldokumenter (.md) i \(folder)",
          en: "found no rule documents (.md) in \(folder)"), in: invocation.command.name
      ).caused(by: .rules, folder)
    }
    return try documents.sorted().map { path in
      let data = FileManager.default.contents(atPath: folder + "/" + path)
      guard let data, let text = String(validating: data, as: UTF8.self) else {
        throw UsageFault(
          Label(
            nb: "\(folder)/\(path) kan ikke leses som UTF-8",
            en: "\(folder)/\(path) cannot be read as UTF-8"), in: invocation.command.name)
      }
      return (path, text)
    }
  }
}
