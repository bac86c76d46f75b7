import Audit
import Values

extension Shape<Shown> {
  /// A value: days, words, times and durations as text, kroner and numbers as numbers, what is not
  /// known as an object with the ends of what it can be.
  static var shown: Shape {
    Shape(
      .anyOf([.string, .number, .flag, .list(member), .object(unknown)]),
      append: { shown, _, writer in writer.append(shown: shown) })
  }

  private static var member: Schema {
    Schema.anyOf([.string, .number, .flag, .object(unknown)])
  }

  private static var unknown: Schema.ObjectSchema {
    Schema.ObjectSchema(
      name: "unknown", meaning: "A value that is not known, with the ends of what it can be.",
      properties: [
        .init(key: "unknown", meaning: "Always true.", isRequired: true, schema: .flag),
        .init(
          key: "lowest", meaning: "The lowest it can be.", isRequired: false,
          schema: .anyOf([.string, .number])),
        .init(
          key: "highest", meaning: "The highest it can be.", isRequired: false,
          schema: .anyOf([.string, .number])),
      ])
  }
}

extension JSONWriter {
  /// A value as reports show it.
  mutating func append(shown: Shown) {
    switch shown {
    case .money(let ore): append(kroner: ore)
    case .day(let day): append(day)
    case .flag(let flag): append(.flag(flag))
    case .text(let text), .word(let text, _): append(text)
    case .number(let value), .share(let value):
      if let whole = value.whole { append(whole: whole) } else { append(Shown.json(value)) }
    case .never, .longAgo, .duration, .clock, .none: append(shown.asWritten)
    case .list, .unknown: append(shown.json)
    }
  }
}

extension Shown {
  /// The value as JSON.
  var json: JSONValue {
    switch self {
    case .money(let ore): .kroner(ore)
    case .day(let day): .day(day)
    case .number(let value), .share(let value): Self.json(value)
    case .flag(let flag): .flag(flag)
    case .text(let text): .string(text)
    case .list(let members): .list(members.map(\.json))
    case .unknown(let lowest, let highest):
      .object(
        [("unknown", .flag(true))]
          + [("lowest", lowest), ("highest", highest)].compactMap { key, limit in
            limit.map { (key, $0.json) }
          })
    case .never, .longAgo, .duration, .word, .clock, .none: .string(asWritten)
    }
  }

  /// A number; a fraction without a decimal as text: `1/3`.
  fileprivate static func json(_ value: Ratio) -> JSONValue {
    value.whole.map(JSONValue.whole) ?? value.decimal.map(JSONValue.number)
      ?? .string(value.description)
  }
}

extension Shown.Limit {
  fileprivate var json: JSONValue {
    switch self {
    case .day(let day): .day(day)
    case .money(let ore): .kroner(ore)
    case .number(let value): Shown.json(value)
    }
  }
}
