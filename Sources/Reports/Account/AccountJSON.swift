public import Audit

/// The report of accounts for programs, `skikk-amounts/1`, written account by account.
///
/// The same input, rules and day give the same bytes.
public struct AccountJSON: AccountReport {
  private let context: RunContext
  private let language: Language
  private var hasStatements = false

  /// A report whose messages are in one language.
  public init(context: RunContext, language: Language) {
    self.context = context
    self.language = language
  }

  /// Everything up to the first account.
  public mutating func begin() -> String {
    let fields = AccountJSONFormat.head.compactMap { field in
      field.write(context, language).map { key(field.property.key) + $0.text(indent: 1) + "," }
    }
    let start = fields.map { JSONValue.newline(1) + $0 }.joined()
    return "{" + start + JSONValue.newline(1) + key(AccountJSONFormat.statements) + "["
  }

  /// One account.
  public mutating func add(_ statement: AccountStatement) -> String {
    let separator = hasStatements ? "," : ""
    hasStatements = true
    let entry = AccountJSONFormat.statement.write(statement, language)
    return separator + JSONValue.newline(2) + entry.text(indent: 2)
  }

  /// The receipt and the end.
  public mutating func end(_ receipt: Receipt) -> String {
    let closing = hasStatements ? JSONValue.newline(1) + "]," : "],"
    let entry = FindingsFormat.receipt.write(receipt, language)
    return closing + JSONValue.newline(1) + key("receipt") + entry.text(indent: 1) + "\n}\n"
  }

  private func key(_ name: String) -> String { JSONValue.string(name).text() + ": " }
}

/// The JSON Schema of the format of accounts, made from the description the writer uses.
public enum AccountSchema {
  /// JSON Schema 2020-12, as `skikk schema amounts` prints it.
  public static var text: String { FindingsSchema.document(AccountJSONFormat.name, root) }

  /// The report as a whole.
  private static let root = Schema.ObjectSchema(
    name: "report", meaning: "A report of skikk amounts --format json.",
    properties: AccountJSONFormat.head.map(\.property) + [
      .init(
        key: AccountJSONFormat.statements, meaning: "An account for each creditor and debtor.",
        isRequired: true, schema: .list(AccountJSONFormat.statement.schema)),
      .init(
        key: "receipt", meaning: "What the run did.", isRequired: true,
        schema: FindingsFormat.receipt.schema),
    ])
}
