import Audit
import Values

/// How values of one type are written as JSON, together with the schema of what is written: one
/// description, so that they cannot drift apart.
struct Shape<Subject>: Sendable {
  let schema: Schema
  /// Writes a subject.
  let append: @Sendable (Subject, Language, inout JSONWriter) -> Void

  /// A shape that writes step by step.
  init(
    _ schema: Schema, append: @escaping @Sendable (Subject, Language, inout JSONWriter) -> Void
  ) {
    self.schema = schema
    self.append = append
  }

  /// A shape that writes a value made of the subject.
  init(_ schema: Schema, _ value: @escaping @Sendable (Subject, Language) -> JSONValue) {
    self.init(schema, append: { $2.append(value($0, $1)) })
  }

  /// A subject as it will stand there.
  func write(_ subject: Subject, _ language: Language) -> Written {
    Written { append(subject, language, &$0) }
  }

  /// A subject ready to be written.
  struct Written {
    let append: (inout JSONWriter) -> Void

    /// The text; lines below the first stand `indent` steps of two spaces in.
    func text(indent: Int = 0) -> String {
      var writer = JSONWriter(indent: indent)
      append(&writer)
      return writer.take()
    }
  }
}

/// One key of an object that is written from a subject.
struct ShapeField<Subject>: Sendable {
  let property: Schema.Property
  /// Writes key and value, or nothing when the key is left out.
  let append: @Sendable (Subject, Language, inout JSONWriter) -> Void

  /// A key that always stands there.
  static func always<Value>(
    _ key: String, _ meaning: String, _ shape: Shape<Value>,
    _ read: @escaping @Sendable (Subject, Language) -> Value
  ) -> Self {
    let written = JSONValue.string(key).bytes
    return Self(
      property: .init(key: key, meaning: meaning, isRequired: true, schema: shape.schema),
      append: { subject, language, writer in
        writer.key(written: written)
        shape.append(read(subject, language), language, &writer)
      })
  }

  /// A key that stands there where there is something to say.
  static func sometimes<Value>(
    _ key: String, _ meaning: String, _ shape: Shape<Value>,
    _ read: @escaping @Sendable (Subject, Language) -> Value?
  ) -> Self {
    let written = JSONValue.string(key).bytes
    return Self(
      property: .init(key: key, meaning: meaning, isRequired: false, schema: shape.schema),
      append: { subject, language, writer in
        guard let value = read(subject, language) else { return }
        writer.key(written: written)
        shape.append(value, language, &writer)
      })
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
    return Self(
      .object(schema),
      append: { subject, language, writer in
        writer.openObject(layout)
        for field in fields { field.append(subject, language, &writer) }
        writer.closeObject()
      })
  }

  /// A list of such values.
  func list(_ layout: JSONValue.Layout = .inline) -> Shape<[Subject]> {
    Shape<[Subject]>(
      .list(schema),
      append: { subjects, language, writer in
        writer.openList(layout)
        for subject in subjects {
          writer.member()
          append(subject, language, &writer)
        }
        writer.closeList()
      })
  }

  /// Such a value, or null.
  var orNull: Shape<Subject?> {
    Shape<Subject?>(
      .anyOf([schema, .null]),
      append: { subject, language, writer in
        guard let subject else { return writer.append(.null) }
        append(subject, language, &writer)
      })
  }

  /// An object from names to such values; of two with one name the first stands.
  var byName: Shape<[(String, Subject)]> {
    Shape<[(String, Subject)]>(
      .map(schema),
      append: { pairs, language, writer in
        writer.openObject()
        // There are few, and hardly ever two of one name.
        for (place, (name, value)) in pairs.enumerated()
        where !pairs[..<place].contains(where: { $0.0 == name }) {
          writer.key(name)
          append(value, language, &writer)
        }
        writer.closeObject()
      })
  }
}

extension Shape<String> {
  /// Any text.
  static var text: Shape {
    Shape(.string, append: { text, _, writer in writer.append(text) })
  }

  /// One of these words.
  static func choice(_ values: [String]) -> Shape {
    Shape(.choice(values), append: { value, _, writer in writer.append(value) })
  }

  /// Text of a form.
  static func form(_ pattern: String) -> Shape {
    Shape(.form(pattern: pattern), append: { value, _, writer in writer.append(value) })
  }
}

extension Shape<Int> {
  /// A whole number from 0.
  static var count: Shape {
    Shape(.count, append: { count, _, writer in writer.append(whole: Int64(count)) })
  }
}

extension Shape<Bool> {
  /// True or false.
  static var flag: Shape {
    Shape(.flag, append: { flag, _, writer in writer.append(.flag(flag)) })
  }
}

extension Shape<CivilDay> {
  /// A day: `2026-01-19`.
  static var day: Shape {
    Shape(
      .form(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
      append: { day, _, writer in writer.append(day) })
  }
}

extension Shape<Ratio> {
  /// Kroner: two decimals; more, up to six, where the amount is no whole number of øre.
  static var money: Shape {
    Shape(.number, append: { ore, _, writer in writer.append(kroner: ore) })
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
  static func json(_ ore: Ratio) -> String {
    let finest = (try? Ratio(1, 10_000)) ?? .one
    return Kroner(ore, roundedTo: finest).text
  }
}
