/// What a JSON value may be, in the terms of JSON Schema 2020-12.
indirect enum Schema: Sendable {
  case string
  /// Text of a form: a regular expression and what it is called.
  case form(pattern: String)
  case constant(String)
  case choice([String])
  case number
  case count
  case flag
  case null
  case anyOf([Schema])
  case list(Schema)
  /// An object from any name to values of one kind.
  case map(Schema)
  /// An object with exactly these keys, described under its name.
  case object(ObjectSchema)

  /// The schema of an object.
  struct ObjectSchema: Sendable {
    let name: String
    let meaning: String
    let properties: [Property]
  }

  /// One key of an object.
  struct Property: Sendable {
    let key: String
    let meaning: String
    let isRequired: Bool
    let schema: Schema
  }
}

extension Schema {
  /// The keywords of the schema; objects are referred to by name.
  var keywords: [(key: String, value: JSONValue)] {
    switch self {
    case .string: [("type", .string("string"))]
    case .form(let pattern): [("type", .string("string")), ("pattern", .string(pattern))]
    case .constant(let value): [("const", .string(value))]
    case .choice(let values): [("enum", .list(values.map(JSONValue.string)))]
    case .number: [("type", .string("number"))]
    case .count: [("type", .string("integer")), ("minimum", .number("0"))]
    case .flag: [("type", .string("boolean"))]
    case .null: [("type", .string("null"))]
    case .anyOf(let schemas): [("anyOf", .list(schemas.map { .object($0.keywords) }))]
    case .list(let member):
      [("type", .string("array")), ("items", .object(member.keywords))]
    case .map(let member):
      [("type", .string("object")), ("additionalProperties", .object(member.keywords))]
    case .object(let object): [("$ref", .string("#/$defs/\(object.name)"))]
    }
  }

  /// Every object below this schema, each once, in the order of their first use.
  var objects: [ObjectSchema] {
    var found: [ObjectSchema] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [ObjectSchema]) {
    switch self {
    case .anyOf(let schemas): schemas.forEach { $0.collect(into: &found) }
    case .list(let member), .map(let member): member.collect(into: &found)
    case .object(let object):
      guard !found.contains(where: { $0.name == object.name }) else { return }
      found.append(object)
      object.properties.forEach { $0.schema.collect(into: &found) }
    default: break
    }
  }
}

extension Schema.ObjectSchema {
  /// The object written out: its keys, which of them always stand there, and no others.
  var keywords: [(key: String, value: JSONValue)] {
    let properties = properties.map { property in
      (
        key: property.key,
        value: JSONValue.object(
          [("description", .string(property.meaning))] + property.schema.keywords)
      )
    }
    let required = self.properties.filter(\.isRequired).map { JSONValue.string($0.key) }
    return [
      ("description", .string(meaning)), ("type", .string("object")),
      ("properties", .object(properties, .lines)), ("required", .list(required)),
      ("additionalProperties", .flag(false)),
    ]
  }
}
