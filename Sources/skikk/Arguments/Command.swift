import Casebook

/// A command of the program: declared once, for parsing, for help and for running it.
struct Command: Sendable {
  /// Its words: `["rules", "check"]`.
  let path: [String]
  /// How help writes its operands: `[PATH… | -]`.
  let operands: String
  /// How many operands it takes.
  let operandCount: ClosedRange<Int>
  /// What it does, in one line.
  let summary: Label
  /// What there is to know beyond that.
  let about: Label
  /// Its options, beside `--lang` and `--help`.
  let options: [Option]
  /// Command lines that work, with what they do.
  let examples: [(line: String, meaning: Label)]
  /// Runs it.
  let run: @Sendable (Invocation) throws -> ExitCode

  /// Its words with spaces.
  var name: String { path.joined(separator: " ") }

  /// Every option it takes.
  var allOptions: [Option] {
    options + (readsSettings ? [.config, .noConfig, .showConfig] : []) + [.lang, .help]
  }

  /// Whether a file of settings can say anything of it.
  var readsSettings: Bool { options.contains(where: \.isSetting) }

  /// What its operands are; nil when it takes none.
  var operandValues: ArgumentValues? { .operands(writtenAs: operands) }
}

/// A command line that has been understood.
struct Invocation: Sendable {
  let command: Command
  /// Values by option name, in the order given; switches have empty ones.
  var values: [String: [String]]
  let operands: [String]
  var terminal: Terminal
  /// Where the values come from, by option name, in the order of the values.
  var origins: [String: [Origin]] = [:]
  /// The file of settings that was read, if there was one.
  var settings: String?

  /// Whether a switch was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The last value of an option.
  subscript(option: Option) -> String? { values[option.name]?.last }

  /// All values of an option, those with commas taken apart.
  func list(_ option: Option) -> [String] {
    (values[option.name] ?? []).flatMap { value in
      value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
