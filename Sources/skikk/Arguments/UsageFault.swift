import Casebook
import Reports
import Rulebook

/// A command line that cannot be run as it stands.
struct UsageFault: Error {
  /// What is wrong, in both languages.
  let message: Label
  /// The command whose help tells more; empty for the program's.
  let command: String

  init(_ message: Label, in command: String = "") {
    self.message = message
    self.command = command
  }

  /// What standard error gets.
  func text(in language: Language) -> String {
    let help = (["skikk", command, "--help"].filter { !$0.isEmpty }).joined(separator: " ")
    let more = Label(nb: "Mer: \(help)", en: "More: \(help)")
    return "skikk: \(message[language])\n\(more[language])\n"
  }

  /// Something that is not known, with the nearest thing that is, or all of a few.
  static func unknown(
    _ what: Label, _ name: String, among known: [String], in command: String = ""
  ) -> UsageFault {
    let hint = hint(for: name, among: known)
    return UsageFault(
      Label(
        nb: "ukjent \(what.nb) «\(name)»" + hint.nb, en: "unknown \(what.en) `\(name)`" + hint.en),
      in: command)
  }

  /// The most names that a message lists.
  private static let fewNames = 12

  private static func hint(for name: String, among known: [String]) -> Label {
    // Of names as short as `-x` every other one is near.
    let isTelling = name.count > 2
    let near = isTelling ? nearestName(to: name, among: known) : nil
    if let nearest = near ?? known.first(where: { isTelling && $0.hasPrefix(name) }) {
      return Label(nb: "; mente du «\(nearest)»?", en: "; did you mean `\(nearest)`?")
    }
    guard !known.isEmpty, known.count <= fewNames else { return Label(nb: "", en: "") }
    let names = known.joined(separator: ", ")
    return Label(nb: "; kjent er \(names)", en: "; known are \(names)")
  }

  /// A value that an option cannot take.
  static func value(
    _ value: String, of option: Option, expected: Label, in command: String
  ) -> UsageFault {
    UsageFault(
      Label(
        nb: "fant «\(value)» etter --\(option.name); ventet \(expected.nb)",
        en: "found `\(value)` after --\(option.name); expected \(expected.en)"),
      in: command)
  }
}
