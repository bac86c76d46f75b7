import Casebook
import Reports

/// Understands a command line by the declarations of the commands, as GNU programs do:
/// `--opt value`, `--opt=value`, `-q`, options and operands in any order, `--` before operands.
struct ArgumentParser {
  /// What a command line asks for.
  enum Request {
    case run(Command, values: [String: [String]], operands: [String])
    /// Help for the program, for a group of commands (`rules`), or for one command.
    case help([String])
    case version
  }

  /// Every command, for those that a fault names.
  var commands: [Command] { Commands.all }

  /// The language a command line asks for, even if it is otherwise wrong; nil when for none.
  static func language(of arguments: [String]) -> Language? {
    let options = arguments.prefix { $0 != "--" }
    for (index, argument) in options.enumerated() {
      if argument.hasPrefix("--lang="), let language = Language(rawValue: argument.tail(after: 7)) {
        return language
      }
      if argument == "--lang", index + 1 < options.count,
        let language = Language(rawValue: options[index + 1])
      {
        return language
      }
    }
    return nil
  }

  /// What the arguments, without the program's name, ask for.
  func parse(_ arguments: [String]) throws(UsageFault) -> Request {
    var words: [String] = []
    var name = ""
    var rest = arguments[...]
    while let argument = rest.first {
      if let request = try programOption(argument, &rest, words) { return request }
      guard let word = rest.first, !word.hasPrefix("-") else { break }
      words.append(word)
      name += words.count == 1 ? word : " " + word
      rest.removeFirst()
      if let known = CommandName(rawValue: name) { return try options(of: known.command, rest) }
      guard CommandName.allCases.contains(where: { $0.rawValue.hasPrefix(name + " ") }) else {
        throw unknownCommand(words)
      }
    }
    if let argument = rest.first {
      throw .unknown(Label(nb: "valg", en: "option"), argument, among: ["--help", "--version"])
    }
    throw missingCommand(words)
  }

  /// Takes an option that may stand before the command.
  private func programOption(
    _ argument: String, _ rest: inout ArraySlice<String>, _ words: [String]
  ) throws(UsageFault) -> Request? {
    switch argument {
    case "--help", "-h": return .help(words)
    case "--version": return .version
    case "--lang":
      rest.removeFirst()
      guard let value = rest.popFirst() else { throw missingValue(.lang, "") }
      try check(language: value)
    case let text where text.hasPrefix("--lang="):
      rest.removeFirst()
      try check(language: text.tail(after: 7))
    default: break
    }
    return nil
  }

  private func check(language: String, in command: String = "") throws(UsageFault) {
    guard Language(rawValue: language) == nil else { return }
    throw .value(
      language, of: .lang, expected: Label(nb: "nb eller en", en: "nb or en"), in: command)
  }

  private func unknownCommand(_ words: [String]) -> UsageFault {
    let depth = words.count - 1
    let known = commands.filter { $0.path.starts(with: words.dropLast()) && $0.path.count > depth }
      .reduce(into: [String]()) { known, command in
        if known.last != command.path[depth] { known.append(command.path[depth]) }
      }
    // `skikk list` for `skikk rules list`.
    if depth == 0, let whole = commands.first(where: { $0.path.last == words[0] }) {
      return UsageFault(
        Label(
          nb: "ukjent kommando «\(words[0])»; mente du «\(whole.name)»?",
          en: "unknown command `\(words[0])`; did you mean `\(whole.name)`?"))
    }
    return .unknown(
      Label(nb: "kommando", en: "command"), words[depth], among: known,
      in: words.dropLast().joined(separator: " "))
  }

  private func missingCommand(_ words: [String]) -> UsageFault {
    let known = commands.filter { $0.path.starts(with: words) }.map(\.name)
      .joined(separator: ", ")
    return UsageFault(
      Label(nb: "ventet en kommando: \(known)", en: "expected a command: \(known)"),
      in: words.joined(separator: " "))
  }

  func missingValue(_ option: Option, _ command: String) -> UsageFault {
    let value = option.value ?? ""
    return UsageFault(
      Label(
        nb: "--\(option.name) trenger en verdi: --\(option.name) \(value)",
        en: "--\(option.name) needs a value: --\(option.name) \(value)"), in: command)
  }
}

extension String {
  /// What follows so many characters.
  func tail(after count: Int) -> String { String(dropFirst(count)) }
}
