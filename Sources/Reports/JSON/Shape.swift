import Audit
import Values

/// How values of one type are written as JSON, together with the schema of what is written: one
/// description, so that they cannot drift apart.
struct Shape<Subject>: Sendable {
  let schema: Schema
  let write: @Sendable (Subject, Language) -> JSONValue

  init(_ schema: Schema, _ write: @escaping @Sendable (Subject, Language) -> JSONValue) {
    self.schema = schema
    self.write = write
  }
}

/// One key of an object that is written from a subject.
struct ShapeField<Subject>: Sendable {
  let property: Schema.Property
  /// The value, or nil when the key is left out.
  let write: @Sendable (Subject, Language) -> JSONValue?

  /// A key that always stands there.
  static func always<Value>(
    _ key: String, _ meaning: String, _ shape: Shape<Value>,
    _ read: @escaping @Sendable (Subject, Language) -> Value
  ) -> Self {
    Self(
      property: .init(key: key, meaning: meaning, isRequired: true, schema: shape.schema),
      write: { shape.write(read($0, $1), $1) })
  }

  /// A key that stands there where there is something to say.
  static func sometimes<Value>(
    _ key: String, _ meaning: String, _ shape: Shape<Value>,
    _ read: @escaping @Sendable (Subject, Language) -> Value?
  ) -> Self {
    Self(
      property: .init(key: key, meaning: meaning, isRequired: false, schema: shape.schema),
      write: { subject, language in read(subject, language).map { shape.write($0, language) } })
  }
}

extension Shape {
  /// An object of these keys.
  static func object(
    _ name: String, _ meaning: String, layout: JSONValue.Layout = .inline,
    _ fields: [ShapeField<Subject>]
  ) -> Self {
    let schema = Schema.ObjectSchema(
      name: name, meaning: meaning, properties: fields.map(\.property))
    return Self(.object(schema)) { subject, language in
      .object(
        fields.compactMap { field in
          field.write(subject, language).map { (field.property.key, $0) }
        }, layout)
    }
  }

  /// A list of such values.
  func list(_ layout: JSONValue.Layout = .inline) -> Shape<[Subject]> {
    Shape<[Subject]>(.list(schema)) { subjects, language in
      .list(subjects.map { write($0, language) }, layout)
    }
  }

  /// Such a value, or null.
  var orNull: Shape<Subject?> {
    Shape<Subject?>(.anyOf([schema, .null])) { subject, language in
      subject.map { write($0, language) } ?? .null
    }
  }

  /// An object from names to such values; of two with one name the first stands.
  var byName: Shape<[(String, Subject)]> {
    Shape<[(String, Subject)]>(.map(schema)) { pairs, language in
      var names: Set<String> = []
      return .object(
        pairs.filter { names.insert($0.0).inserted }.map { ($0.0, write($0.1, language)) })
    }
  }
}

extension Shape<String> {
  /// Any text.
  static var text: Shape {
    Shape(.string) { text, _ in .string(text) }
  }

  /// One of these words.
  static func choice(_ values: [String]) -> Shape {
    Shape(.choice(values)) { value, _ in .string(value) }
  }

  /// Text of a form.
  static func form(_ pattern: String) -> Shape {
    Shape(.form(pattern: pattern)) { value, _ in .string(value) }
  }
}

extension Shape<Int> {
  /// A whole number from 0.
  static var count: Shape {
    Shape(.count) { count, _ in .number("\(count)") }
  }
}

extension Shape<Bool> {
  /// True or false.
  static var flag: Shape {
    Shape(.flag) { flag, _ in .flag(flag) }
  }
}

extension Shape<CivilDay> {
  /// A day: `2026-01-19`.
  static var day: Shape {
    Shape(.form(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")) { day, _ in
      .string(day.description)
    }
  }
}

extension Shape<Ratio> {
  /// Kroner: two decimals; more, up to six, where the amount is no whole number of øre.
  static var money: Shape {
    Shape(.number) { ore, _ in Kroner.json(ore) }
  }

  /// A share from 0 to 1, to four decimals.
  static var share: Shape {
    Shape(.number) { share, _ in
      let finest = (try? Ratio(1, 10_000)) ?? .one
      return .number((try? share.rounded(.halfUp, to: finest))?.decimal ?? "0")
    }
  }
}

extension Kroner {
  /// An amount of so many øre as a JSON number in kroner.
  static func json(_ ore: Ratio) -> JSONValue {
    let finest = (try? Ratio(1, 10_000)) ?? .one
    return .number(Kroner(ore, roundedTo: finest).text)
  }
}
