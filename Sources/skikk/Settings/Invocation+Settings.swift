import Casebook
import FoundationEssentials
import Reports

extension Invocation {
  /// Options of which one takes the place of the other.
  private static let rivals = [Set([Option.quiet.name, Option.verbose.name])]

  /// The command line with what a file of settings adds to it: of an option that both give, the
  /// command line's value stands; of names and values (`--choose`) those of the same name.
  ///
  /// - Parameter language: the language that the command line asks for, wherever it stands.
  /// - Returns: the command line as it is to be run.
  /// - Throws: when a file of settings cannot be read, or says what it cannot.
  func withSettings(asked language: Language?) throws(UsageFault) -> Invocation {
    var invocation = self
    for (name, values) in values {
      invocation.origins[name] = values.map { _ in .commandLine }
    }
    if let language {
      invocation.values[Option.lang.name] = [language.rawValue]
      invocation.origins[Option.lang.name] = [.commandLine]
    }
    guard command.readsSettings, let path = try settingsPath else { return invocation }
    invocation.settings = path
    try invocation.add(settings(at: path))
    if let language = invocation[.lang].flatMap(Language.init(rawValue:)) {
      invocation.terminal.language = language
    }
    return invocation
  }

  /// The file of settings that the command line asks for, or the one that is found.
  private var settingsPath: String? {
    get throws(UsageFault) {
      if has(.config), has(.noConfig) {
        throw UsageFault(
          Label(
            nb: "--config og --no-config utelukker hverandre",
            en: "--config and --no-config exclude each other"), in: command.name)
      }
      if has(.noConfig) { return nil }
      if let file = self[.config] { return file }
      let isPath = command.operandValues?.isPath == true
      return SettingsFile.path(for: isPath ? operands.first : nil)
    }
  }

  private func settings(at path: String) throws(UsageFault) -> SettingsFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageFault(
        Label(nb: "\(path) kan ikke leses", en: "\(path) cannot be read"), in: command.name)
    }
    do throws(InputFault) {
      return try SettingsFile(Array(data), path: path, options: Commands.settingOptions)
    } catch {
      throw UsageFault(Label(nb: error.description, en: error.description), in: command.name)
    }
  }

  private mutating func add(_ file: SettingsFile) {
    let given = Set(values.keys)
    for option in command.allOptions where option.isSetting {
      let rivals = Self.rivals.filter { $0.contains(option.name) }.reduce(Set()) { $0.union($1) }
      guard let all = file.settings[option.name],
        given.isDisjoint(with: rivals.subtracting([option.name]))
      else { continue }
      if values[option.name] != nil, !option.values.isNamed { continue }
      let settings = all.filter { option.values.canBe($0.value) }
      guard !settings.isEmpty else { continue }
      // Those of the command line come last, so that they stand.
      values[option.name] = settings.map(\.value) + (values[option.name] ?? [])
      origins[option.name] = settings.map(\.origin) + (origins[option.name] ?? [])
    }
  }
}

extension Commands {
  /// Every option that a file of settings may give, each once.
  static var settingOptions: [Option] {
    var seen: Set<String> = []
    return all.flatMap(\.allOptions).filter { $0.isSetting && seen.insert($0.name).inserted }
  }
}
