import Casebook

/// An option as a report of settings shows it.
public struct SettingShown: Sendable {
  /// Where a value comes from.
  public enum Origin: Hashable, Sendable {
    case commandLine
    /// A file, with line and column.
    case file(String)
    case environment
    case standard
  }

  /// The option's name.
  public let option: String
  /// Its values; none where nothing is given and nothing holds by itself.
  public let values: [String]
  /// Where each value comes from; one for all of a standard.
  public let origins: [Origin]

  /// An option with its values.
  public init(option: String, values: [String], origins: [Origin]) {
    self.option = option
    self.values = values
    self.origins = origins
  }
}

/// What each option of a command is, and where that comes from.
public struct SettingsReport: Sendable {
  private let command: String
  private let file: String?
  private let settings: [SettingShown]

  /// A report on a command.
  /// - Parameters:
  ///   - command: its name.
  ///   - file: the file of settings that was read, if there was one.
  ///   - settings: its options in order.
  public init(command: String, file: String?, settings: [SettingShown]) {
    self.command = command
    self.file = file
    self.settings = settings
  }

  /// A table for people: a line for each value.
  public func text(in language: Language) -> String {
    var page = Page(style: .plain)
    let file = file ?? SettingsTexts.none[language]
    page.entry(LetterTexts.settings[language], file, indent: 0, column: 15)
    page.blank()
    let rows = settings.flatMap { setting in
      let values = setting.values.isEmpty ? ["–"] : setting.values
      return values.enumerated().map { index, value in
        [
          index == 0 ? setting.option : "", value,
          origin(index, of: setting).label[language],
        ]
      }
    }
    let header = [SettingsTexts.option, SettingsTexts.value, SettingsTexts.origin]
    Table(header: header.map { $0[language] }, rows: rows, numeric: []).write(on: &page)
    return page.text
  }

  /// `skikk-settings/1`, for programs.
  public func json(in language: Language) -> String {
    let options = settings.map { setting in
      (
        key: setting.option,
        value: JSONValue.list(
          setting.values.indices.map { index in
            .object([
              ("value", .string(setting.values[index])),
              ("from", .string(origin(index, of: setting).name)),
            ])
          })
      )
    }
    let value = JSONValue.object(
      [
        ("format", .string("skikk-settings/1")), ("command", .string(command)),
        ("file", file.map(JSONValue.string) ?? .null), ("options", .object(options, .lines)),
      ], .lines)
    return value.text() + "\n"
  }

  private func origin(_ index: Int, of setting: SettingShown) -> SettingShown.Origin {
    index < setting.origins.count ? setting.origins[index] : setting.origins.last ?? .standard
  }
}

extension SettingShown.Origin {
  fileprivate var label: Label {
    switch self {
    case .commandLine: Label(nb: "kommandolinjen", en: "command line")
    case .file(let place): Label(nb: place, en: place)
    case .environment: Label(nb: "miljøet", en: "environment")
    case .standard: Label(nb: "standard", en: "default")
    }
  }

  fileprivate var name: String {
    switch self {
    case .commandLine: "command-line"
    case .file(let place): place
    case .environment: "environment"
    case .standard: "default"
    }
  }
}

/// What is said of settings.
enum SettingsTexts {
  static let option = Label(nb: "Valg", en: "Option")
  static let value = Label(nb: "Verdi", en: "Value")
  static let origin = Label(nb: "Fra", en: "From")
  static let none = Label(nb: "ingen fil", en: "no file")
}
