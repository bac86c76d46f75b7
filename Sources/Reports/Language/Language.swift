public import Casebook

/// The languages of messages and reports.
public enum Language: String, Sendable, CaseIterable {
  /// Norwegian bokmål.
  case nb
  /// English.
  case en

  /// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
  /// that is set decides; Norwegian of any kind gives bokmål, everything else English.
  public init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
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
