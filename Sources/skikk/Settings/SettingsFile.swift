import Casebook
import FoundationEssentials
import Reports
import Values

/// A file of settings, `.skikk.json`: values of options, by the options' names.
struct SettingsFile {
  /// The name that is looked for.
  static let name = ".skikk.json"

  /// A value and where it stands.
  struct Setting: Equatable {
    let value: String
    let origin: Origin
  }

  /// Values by option name, in their order.
  private(set) var settings: [String: [Setting]] = [:]
  private let document: JSONDocument
  private let path: String

  /// Reads a file.
  /// - Parameters:
  ///   - bytes: what stands in it.
  ///   - path: the file, as messages name it; paths in it lead from its folder.
  ///   - options: the options that it may give.
  /// - Throws: the first thing that is not as it should be, with its place.
  init(_ bytes: [UInt8], path: String, options: [Option]) throws(InputFault) {
    self.path = path
    document = try JSONDocument(parsing: bytes, source: path)
    let members = try document.members(
      of: document.tree, at: [], "the settings", known: options.map(\.name))
    for option in options {
      guard let value = members[option.name] else { continue }
      settings[option.name] = try settings(of: option, value)
    }
  }

  private func settings(
    of option: Option, _ value: JSONTree
  ) throws(InputFault) -> [Setting] {
    let path = [JSONStep.key(option.name)]
    if option.value == nil {
      guard case .bool(let isOn) = value else {
        throw document.fault(at: path, expected: "true or false", hint: "it is a switch")
      }
      return isOn ? [setting("", at: path)] : []
    }
    if option.values.isNamed { return try named(option, value, at: path) }
    guard option.isRepeatable, case .array(let elements) = value else {
      return [try single(option, value, at: path)]
    }
    var settings: [Setting] = []
    for (index, element) in elements.enumerated() {
      settings.append(try single(option, element, at: path + [.index(index)]))
    }
    return settings
  }

  /// An object of names and values, as `{"day-count": "open"}`.
  private func named(
    _ option: Option, _ value: JSONTree, at path: [JSONStep]
  ) throws(InputFault) -> [Setting] {
    guard case .object(let members) = value else {
      throw document.fault(
        at: path, expected: "an object of names and values",
        hint: "write each \(option.value ?? "") of the command line as \"NAME\": \"VALUE\"")
    }
    var settings: [Setting] = []
    for member in members {
      let place = path + [.key(member.key)]
      guard let text = member.value.text, !text.isEmpty else {
        throw document.fault(at: place, expected: "a text", hint: "write it in quotes")
      }
      if option.values == .acts { try check(text, .day, at: place) }
      settings.append(setting("\(member.key)=\(text)", at: place))
    }
    return settings
  }

  private func single(
    _ option: Option, _ value: JSONTree, at path: [JSONStep]
  ) throws(InputFault) -> Setting {
    if option.values == .count {
      guard case .number(let digits) = value, Int(digits) != nil else {
        throw document.fault(at: path, expected: "a whole number", hint: "write it without quotes")
      }
      return setting(digits, at: path)
    }
    guard let text = value.text, !text.isEmpty else {
      let many = option.isRepeatable ? "a text, or a list of texts" : "a text"
      throw document.fault(at: path, expected: many, hint: "write it in quotes")
    }
    try check(text, option.values, at: path)
    return setting(resolved(text, option.values), at: path)
  }

  /// Refuses what can be seen to be wrong without rules and cases.
  private func check(
    _ text: String, _ values: ArgumentValues, at path: [JSONStep]
  ) throws(InputFault) {
    switch values {
    case .oneOf(let known): try check(text, among: known, at: path)
    case .reports(let known):
      let name = text.split(separator: "=", maxSplits: 1).first.map(String.init) ?? text
      try check(name, among: known, at: path)
    case .day:
      guard CivilDay(text) == nil else { return }
      throw document.fault(
        at: path, expected: "a day that exists, written YYYY-MM-DD",
        hint: "write for example \"2026-12-31\"")
    default: break
    }
  }

  private func check(
    _ text: String, among known: [String], at path: [JSONStep]
  ) throws(InputFault) {
    guard !known.contains(text) else { return }
    let near = nearestName(to: text, among: known).map { "did you mean \"\($0)\"?" }
    throw document.fault(
      at: path, expected: "one of \(known.joined(separator: ", "))",
      hint: near ?? "write one of them")
  }

  /// Paths of files and folders lead from the folder of the settings.
  private func resolved(_ text: String, _ values: ArgumentValues) -> String {
    if values.isPath { return beside(text) }
    guard case .reports = values, let sign = text.firstIndex(of: "=") else { return text }
    let file = String(text[text.index(after: sign)...])
    return file == "-" ? text : String(text[...sign]) + beside(file)
  }

  private func beside(_ file: String) -> String {
    guard !file.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return file }
    return path[...slash] + file
  }

  private func setting(_ value: String, at path: [JSONStep]) -> Setting {
    let (line, column) = document.position(of: path)
    return Setting(value: value, origin: .file("\(self.path):\(line):\(column)"))
  }
}
