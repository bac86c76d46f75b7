import Casebook
import Reports
import Rulebook

/// A command line that cannot be run as it stands.
struct UsageFault: Error {
  /// What is wrong, in both languages.
  let message: Label
  /// The command whose help tells more; empty for the program's.
  let command: String
  /// The option and the value that are at fault, where one is.
  var cause: (option: String, value: String)?
  /// Where the value stands, when that is not the command line.
  var place: String?

  init(_ message: Label, in command: String = "") {
    self.message = message
    self.command = command
  }

  /// What standard error gets.
  func text(in language: Language) -> String {
    let help = (["skikk", command, "--help"].filter { !$0.isEmpty }).joined(separator: " ")
    let more = Label(nb: "Mer: \(help)", en: "More: \(help)")
    let place = place.map { $0 + ": " } ?? ""
    return "skikk: \(place)\(message[language])\n\(more[language])\n"
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
      in: command
    ).caused(by: option, value)
  }

  /// The same fault, which lies in a value of an option.
  func caused(by option: Option, _ value: String) -> UsageFault {
    var fault = self
    fault.cause = (option.name, value)
    return fault
  }

  /// The same fault with the place of the value, when settings gave it.
  func placed(in invocation: Invocation) -> UsageFault {
    guard let cause, let values = invocation.values[cause.option] else { return self }
    let origins = invocation.origins[cause.option] ?? []
    for (value, origin) in zip(values, origins) {
      guard case .file(let place) = origin, value.contains(cause.value) else { continue }
      var fault = self
      fault.place = place
      return fault
    }
    return self
  }
}
