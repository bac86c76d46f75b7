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

  /// Something that is not known, with the nearest thing that is.
  static func unknown(
    _ what: Label, _ name: String, among known: [String], in command: String = ""
  ) -> UsageFault {
    let nearest = nearestName(to: name, among: known)
    return UsageFault(
      Label(
        nb: "ukjent \(what.nb) «\(name)»" + (nearest.map { "; mente du «\($0)»?" } ?? ""),
        en: "unknown \(what.en) `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")),
      in: command)
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
