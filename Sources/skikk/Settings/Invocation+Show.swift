import Casebook
import Reports

extension Invocation {
  /// Prints every option with its value and where that comes from; as JSON where the report would
  /// go to standard output as JSON.
  func showSettings() throws -> ExitCode {
    let options = command.allOptions.filter { option in
      ![Option.help, .config, .noConfig, .showConfig].contains { $0.name == option.name }
    }
    let report = SettingsReport(
      command: command.name, file: settings, settings: options.map(shown))
    let isJSON = (values[Option.format.name] ?? []).contains { ["json", "json=-"].contains($0) }
    try terminal.show(
      isJSON ? report.json(in: terminal.language) : report.text(in: terminal.language))
    return .clean
  }

  private func shown(_ option: Option) -> SettingShown {
    if let values = values[option.name] {
      return SettingShown(
        option: option.name,
        values: option.value == nil ? ["true"] : values,
        origins: (origins[option.name] ?? []).map(\.shown))
    }
    let isLanguage = option.name == Option.lang.name
    let standard = option.value == nil ? "false" : option.standard?(terminal)
    return SettingShown(
      option: option.name, values: standard.map { [$0] } ?? [],
      origins: [isLanguage ? Origin.environment.shown : Origin.standard.shown])
  }
}

extension Origin {
  /// As reports of settings name it.
  fileprivate var shown: SettingShown.Origin {
    switch self {
    case .commandLine: .commandLine
    case .file(let place): .file(place)
    case .environment: .environment
    case .standard: .standard
    }
  }
}
