import Casebook
import Reports

/// Help for the program and for each command, made from their declarations.
struct HelpText {
  let commands: [Command]
  let language: Language

  /// Help for the program, for a group of commands, or for one command.
  func text(for path: [String]) -> String {
    if let command = commands.first(where: { $0.path == path }) { return text(for: command) }
    return text(forGroup: path)
  }

  private func text(forGroup path: [String]) -> String {
    let members = commands.filter { $0.path.starts(with: path) }
    let usage = (["skikk"] + path + ["COMMAND", "[OPTION…]"]).joined(separator: " ")
    var text = heading(usage)
    let group = Commands.groups.first { $0.path == path }
    if let group { text += "\n" + wrapped(group.summary[language]) }
    text += "\n\(Self.commandsTitle[language])\n"
    text += table(members.map { ($0.name, $0.summary[language]) })
    text += "\n\(Self.optionsTitle[language])\n"
    text += table([Option.lang, .help, .version].map { (form(of: $0), $0.help[language]) })
    text += examples(group?.examples ?? [])
    if path.isEmpty {
      text += "\n\(Self.exitTitle[language])\n\(Self.exits[language])\n"
      text += "\n\(Self.more[language])\n"
    }
    return text
  }

  private func text(for command: Command) -> String {
    let usage = ["skikk", command.name, "[OPTION…]", command.operands].filter { !$0.isEmpty }
    var text = heading(usage.joined(separator: " "))
    text += "\n" + wrapped(command.summary[language])
    for paragraph in command.about[language].split(separator: "\n\n") {
      text += "\n" + wrapped(String(paragraph))
    }
    text += "\n\(Self.optionsTitle[language])\n"
    text += table(command.allOptions.map { (form(of: $0), $0.help[language]) })
    return text + examples(command.examples)
  }

  private func examples(_ examples: [(line: String, meaning: Label)]) -> String {
    guard !examples.isEmpty else { return "" }
    return examples.reduce("\n\(Self.examplesTitle[language])\n") { text, example in
      text + "  \(example.line)\n      \(example.meaning[language])\n"
    }
  }

  private func heading(_ usage: String) -> String {
    "\(Label(nb: "Bruk", en: "Usage")[language]): \(usage)\n"
  }

  private func form(of option: Option) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    let dots = option.isRepeatable ? " …" : ""
    return letter + "--\(option.name)" + (option.value.map { " \($0)\(dots)" } ?? "")
  }

  /// Two columns; the second is broken at 100 columns.
  private func table(_ rows: [(String, String)]) -> String {
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    var text = ""
    for (name, meaning) in rows {
      let margin = "  " + name + String(repeating: " ", count: width - name.count)
      text += wrapped(meaning, after: margin)
    }
    return text
  }

  /// Text broken at 100 columns; further lines stand as far in as what the first comes after.
  private func wrapped(_ meaning: String, after margin: String = "") -> String {
    var text = ""
    var line = margin
    for word in meaning.split(separator: " ") {
      if line.count + word.count > 99, line.count > margin.count {
        text += line.trimmedEnd + "\n"
        line = String(repeating: " ", count: margin.count)
      }
      line += word + " "
    }
    return text + line.trimmedEnd + "\n"
  }

  private static let commandsTitle = Label(nb: "Kommandoer:", en: "Commands:")
  private static let optionsTitle = Label(nb: "Valg:", en: "Options:")
  private static let examplesTitle = Label(nb: "Eksempler:", en: "Examples:")
  private static let exitTitle = Label(nb: "Avslutningskoder:", en: "Exit codes:")

  static let about = Label(
    nb: "Prøver inkassosaker mot reglene om god inkassoskikk.",
    en: "Checks collection cases against the rules of good debt collection practice in Norway.")

  static let exits = Label(
    nb: """
        0  ingenting fra --fail-on og opp (ellers brudd på loven)
        1  funn
        2  feil bruk, eller et regelsett som ikke lar seg lese
        3  noe kunne ikke leses eller vurderes, eller en rapport ikke skrives; resten er vurdert
      """,
    en: """
        0  nothing at or above --fail-on (default: breach)
        1  findings
        2  wrong usage, or a rule set that does not compile
        3  some input could not be read or audited, or a report not be written; the rest was
      """)

  private static let more = Label(
    nb: "Mer om en kommando: skikk COMMAND --help", en: "More on a command: skikk COMMAND --help")
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
