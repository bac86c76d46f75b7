import Casebook
import Reports

extension ArgumentParser {
  /// The options and operands behind a command.
  func options(
    of command: Command, _ arguments: ArraySlice<String>
  ) throws(UsageFault) -> Request {
    var rest = arguments
    var values: [String: [String]] = [:]
    var operands: [String] = []
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      for (option, value) in try read(argument, &rest, command) {
        if option.name == Option.help.name { return .help(command.path) }
        if !option.isRepeatable, values[option.name] != nil { throw twice(option, command) }
        values[option.name, default: []].append(value)
      }
    }
    if values[Option.showConfig.name] == nil { try check(operands, of: command) }
    if let language = values[Option.lang.name]?.last, Language(rawValue: language) == nil {
      throw .value(
        language, of: .lang, expected: Label(nb: "nb eller en", en: "nb or en"), in: command.name)
    }
    return .run(command, values: values, operands: operands)
  }

  /// The options that one argument gives: one long, or one or several of one letter.
  private func read(
    _ argument: String, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(UsageFault) -> [(Option, String)] {
    guard argument.hasPrefix("--") else { return try letters(argument, &rest, command) }
    let sides = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(sides[0])
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      throw unknownOption(name, command)
    }
    guard option.value != nil else {
      guard sides.count == 1 else {
        throw UsageFault(
          Label(nb: "--\(name) tar ingen verdi", en: "--\(name) takes no value"),
          in: command.name)
      }
      return [(option, "")]
    }
    if sides.count == 2 { return [(option, String(sides[1]))] }
    guard let value = rest.popFirst() else { throw missingValue(option, command.name) }
    return [(option, value)]
  }

  /// An option that the command does not have, with those that do.
  private func unknownOption(_ name: String, _ command: Command) -> UsageFault {
    let others = commands.filter { other in other.options.contains { $0.name == name } }
    guard let first = others.first else {
      return .unknown(
        Label(nb: "valg", en: "option"), "--" + name,
        among: command.allOptions.map { "--" + $0.name }, in: command.name)
    }
    return UsageFault(
      Label(
        nb: "«\(command.name)» har ikke valget --\(name); det har «\(first.name)»",
        en: "`\(command.name)` has no option --\(name); `\(first.name)` has"), in: command.name)
  }

  private func letters(
    _ argument: String, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(UsageFault) -> [(Option, String)] {
    var found: [(Option, String)] = []
    for letter in argument.dropFirst() {
      guard let option = command.allOptions.first(where: { $0.letter == letter }) else {
        throw .unknown(
          Label(nb: "valg", en: "option"), "-\(letter)",
          among: command.allOptions.compactMap { $0.letter.map { "-\($0)" } }, in: command.name)
      }
      found.append((option, ""))
    }
    return found
  }

  private func twice(_ option: Option, _ command: Command) -> UsageFault {
    UsageFault(
      Label(
        nb: "--\(option.name) er gitt to ganger", en: "--\(option.name) is given twice"),
      in: command.name)
  }

  private func check(_ operands: [String], of command: Command) throws(UsageFault) {
    if operands.count < command.operandCount.lowerBound {
      throw UsageFault(
        Label(
          nb: "ventet \(command.operands) etter «\(command.name)»",
          en: "expected \(command.operands) after `\(command.name)`"), in: command.name)
    }
    if operands.count > command.operandCount.upperBound {
      let extra = operands[command.operandCount.upperBound]
      throw UsageFault(
        Label(
          nb: "«\(extra)» er ett ord for mye for «\(command.name)»",
          en: "`\(extra)` is one word too many for `\(command.name)`"), in: command.name)
    }
  }
}
