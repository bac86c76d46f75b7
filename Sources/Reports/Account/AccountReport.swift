public import Audit

/// A report of accounts being written: what they were drawn up by, then each account as it comes,
/// then the receipt. Each step gives the text that is ready.
public protocol AccountReport: Sendable {
  /// What stands before the first account.
  mutating func begin() -> String
  /// What one account adds.
  mutating func add(_ statement: AccountStatement) -> String
  /// What stands after the last account.
  mutating func end(_ receipt: Receipt) -> String
}

/// The forms a report of accounts can take.
public enum AccountFormat: String, Sendable, CaseIterable {
  /// For people: an account that a board can read.
  case text
  /// For programs: `skikk-amounts/1`.
  case json

  /// A report of this form.
  public func report(
    of context: RunContext, in language: Language, style: Style = .plain
  ) -> any AccountReport {
    switch self {
    case .text: AccountText(context: context, language: language, style: style)
    case .json: AccountJSON(context: context, language: language)
    }
  }
}
