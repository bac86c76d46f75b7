/// The JSON Schema of the findings format, made from the description the writer uses.
public enum FindingsSchema {
  /// JSON Schema 2020-12, as `skikk schema findings` prints it.
  public static var text: String { document(FindingsFormat.name, root) }

  /// The report as a whole.
  static let root = Schema.ObjectSchema(
    name: "report",
    meaning: "A report of skikk check --format json; a line of ndjson is a case of it.",
    properties: FindingsFormat.head.map(\.property) + [
      .init(
        key: "cases", meaning: "The cases, in the order they were read.", isRequired: true,
        schema: .list(FindingsFormat.caseEntry.schema)),
      .init(
        key: "measures", meaning: "What the measures of the rules counted.", isRequired: false,
        schema: .list(FindingsFormat.measured.schema)),
      .init(
        key: "receipt", meaning: "What the run did.", isRequired: true,
        schema: FindingsFormat.receipt.schema),
    ])

  /// A schema of this title, its objects described once.
  static func document(_ title: String, _ root: Schema.ObjectSchema) -> String {
    let definitions = Schema.object(root).objects.dropFirst().map { object in
      (key: object.name, value: JSONValue.object(object.keywords, .lines))
    }
    let value = JSONValue.object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string(title)),
      ] + root.keywords + [("$defs", .object(definitions, .lines))], .lines)
    return value.text() + "\n"
  }
}
