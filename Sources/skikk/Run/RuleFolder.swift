import Casebook
import Foundation
import Reports
import Rulebook

/// A rule set that cannot be used.
struct RuleSetFault: Error {
  /// What is wrong with it.
  let diagnostics: [Diagnostic]
}

/// The rules that a command line asks for.
struct RuleFolder {
  let ruleSet: RuleSet
  let program: Program
  /// Paths of the documents that were added to the rules built in; nil for a whole set.
  private(set) var added: Set<String>?
  /// Whether a rule looks across the cases of one creditor and one debtor.
  var looksAcrossCases: Bool { program.looksAcrossCases }

  /// The rules built in, with the documents of `--rules` added or in their place.
  init(_ invocation: Invocation) throws {
    guard let folder = invocation[.rules] else {
      try self.init(.embedded)
      return
    }
    let documents = try Self.documents(in: folder, invocation)
    try self.init(RuleSet.embedded.overlaid(with: documents))
  }

  /// The rules of a folder: a whole set when it has a front page (`README.md`), otherwise documents
  /// to add to those built in.
  init(folder: String, _ invocation: Invocation) throws {
    let documents = try Self.documents(in: folder, invocation)
    let isWhole = documents.contains { $0.path == "README.md" }
    try self.init(
      isWhole ? RuleSet(documents: documents) : RuleSet.embedded.overlaid(with: documents))
    if !isWhole { added = Set(documents.map { "rules/" + $0.path }) }
  }

  private init(_ ruleSet: RuleSet) throws {
    self.ruleSet = ruleSet
    let (program, diagnostics) = ruleSet.compiled(with: .standard)
    guard diagnostics.isEmpty else { throw RuleSetFault(diagnostics: diagnostics) }
    self.program = program
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

  /// Every document below a folder, by its path within it.
  private static func documents(
    in folder: String, _ invocation: Invocation
  ) throws -> [(path: String, text: String)] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let documents = paths.filter { path in
      path.hasSuffix(".md") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    guard !documents.isEmpty else {
      throw UsageFault(
        Label(
          nb: "fant ingen regeldokumenter (.md) i \(folder)",
          en: "found no rule documents (.md) in \(folder)"), in: invocation.command.name)
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
