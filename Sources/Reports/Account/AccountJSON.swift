public import Audit

/// The report of accounts for programs, `skikk-amounts/1`, written account by account.
///
/// The same input, rules and day give the same bytes.
public struct AccountJSON: AccountReport {
  private let context: RunContext
  private let language: Language
  private var writer = JSONWriter()

  /// A report whose messages are in one language.
  public init(context: RunContext, language: Language) {
    self.context = context
    self.language = language
  }

  /// Everything up to the first account.
  public mutating func begin() -> String {
    writer.openObject(.lines)
    for field in AccountJSONFormat.head { field.append(context, language, &writer) }
    writer.key(AccountJSONFormat.statements)
    writer.openList(.lines)
    return writer.take()
  }

  /// One account.
  public mutating func add(_ statement: AccountStatement) -> String {
    writer.member()
    AccountJSONFormat.statement.append(statement, language, &writer)
    return writer.take()
  }

  /// The receipt and the end.
  public mutating func end(_ receipt: Receipt) -> String {
    writer.closeList()
    writer.key("receipt")
    FindingsFormat.receipt.append(receipt, language, &writer)
    writer.closeObject()
    return writer.take() + "\n"
  }
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
