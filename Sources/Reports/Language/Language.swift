public import Casebook

/// The languages of messages and reports.
public enum Language: String, Sendable, CaseIterable {
  /// Norwegian bokmål.
  case nb
  /// English.
  case en

  /// The variables of the environment that name a language, the first that decides first.
  public static let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// The language that the environment asks for: the first of `variables` that is set decides;
  /// Norwegian of any kind gives bokmål, everything else English.
  public init(environment: [String: String]) {
    let locale = Self.variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }.lowercased()
    self = ["nb", "nn", "no"].contains(language) ? .nb : .en
  }
}

extension Label {
  /// The label in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .nb: nb
    case .en: en
    }
  }

  /// The same text in both languages: a name, a path, an identifier.
  init(same text: String) { self.init(nb: text, en: text) }
}
