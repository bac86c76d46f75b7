/// The JSON Schema (2020-12) of case files, made from the vocabulary.
///
/// It says what a schema can: keys, types, closed lists. That ids are unique, that references lead
/// somewhere, that days exist and money has two decimals only the reader checks.
public struct CaseSchema {
  private let vocabulary: Vocabulary

  private init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The schema as JSON for people.
  public static func json(_ vocabulary: Vocabulary = .standard) -> [UInt8] {
    CaseSchema(vocabulary).tree.prettyJSON
  }

  private var tree: JSONTree {
    .object([
      JSONTree.Member("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSONTree.Member("title", .string(Vocabulary.format)),
      JSONTree.Member("description", .string(vocabulary.kinds[0].meaning)),
      JSONTree.Member("$ref", .string("#/$defs/\(vocabulary.kinds[0].name)")),
      JSONTree.Member("$defs", .object(scalars + lists + kinds + [event])),
    ])
  }

  private var kinds: [JSONTree.Member] {
    vocabulary.kinds.map { JSONTree.Member($0.name, schema(of: $0)) }
  }

  private var lists: [JSONTree.Member] {
    vocabulary.choiceLists.map { list in
      JSONTree.Member(
        "choice-\(list.name)", .object([.init("enum", .array(list.values.map { .string($0) }))]))
    }
  }

  private func schema(of kind: ThingKind) -> JSONTree {
    let required = kind.fields.filter(\.isRequired).map { JSONTree.string($0.key) }
    let both = ReadingPlan.exclusiveKeys.filter { keys in
      [keys.first, keys.second].allSatisfy { key in kind.fields.contains { $0.key == key } }
    }
    var members: [JSONTree.Member] = [
      .init("type", .string("object")), .init("title", .string(kind.label.en)),
      .init("description", .string(kind.meaning)),
      .init(
        "properties",
        .object(kind.fields.map { .init($0.key, schema(of: $0, of: kind)) })),
      .init("patternProperties", .object([.init("^x-", .bool(true))])),
      .init("additionalProperties", .bool(false)),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    if !both.isEmpty {
      members.append(.init("allOf", .array(both.map { Self.notBoth($0.first, $0.second) })))
    }
    return .object(members)
  }

  private static func notBoth(_ first: String, _ second: String) -> JSONTree {
    .object([
      .init("not", .object([.init("required", .array([.string(first), .string(second)]))]))
    ])
  }

  private func schema(of field: Field, of kind: ThingKind) -> JSONTree {
    var members: [JSONTree.Member] = []
    if field.word == vocabulary.core.type, kind.traits != nil {
      members = [.init("const", .string(kind.name))]
    } else if field.word == vocabulary.core.format {
      members = [.init("const", .string(Vocabulary.format))]
    } else if field.mayBeNone {
      let none = JSONTree.object([.init("const", .string("none"))])
      members = [.init("anyOf", .array([.object(schema(of: field.type)), none]))]
    } else {
      members = schema(of: field.type)
    }
    if field.word == vocabulary.core.claims, kind.role == .root {
      members.append(.init("minItems", .number("1")))
    }
    let absence = field.isRequired ? "" : " Absent: \(field.absenceText)."
    members.append(.init("description", .string(field.meaning + absence)))
    return .object(members)
  }

  private func schema(of type: FieldType) -> [JSONTree.Member] {
    func reference(_ name: String) -> [JSONTree.Member] {
      [.init("$ref", .string("#/$defs/\(name)"))]
    }
    switch type {
    case .text: return [.init("type", .string("string"))]
    case .bool: return [.init("type", .string("boolean"))]
    case .int(let range):
      return [
        .init("type", .string("integer")), .init("minimum", .number("\(range.lowerBound)")),
        .init("maximum", .number("\(range.upperBound)")),
      ]
    case .id, .reference: return reference("id")
    case .day: return reference("day")
    case .time: return reference("time")
    case .money: return reference("money")
    case .rate: return reference("rate")
    case .ratio: return reference("ratio")
    case .choice(let list): return reference("choice-\(vocabulary[list].name)")
    case .thing(let kind): return reference(vocabulary[kind].name)
    case .event: return reference("event")
    case .events:
      return [.init("type", .string("array")), .init("items", .object(reference("event")))]
    case .list(let element):
      return [.init("type", .string("array")), .init("items", .object(schema(of: element)))]
    case .map:
      return [
        .init("type", .string("object")),
        .init("patternProperties", .object([.init("^x-", .bool(true))])),
        .init("additionalProperties", .object([.init("type", .string("string"))])),
      ]
    }
  }

  /// An event is what its `type` says; then exactly the keys of that type are allowed.
  private var event: JSONTree.Member {
    let types = vocabulary.eventKinds
    let cases = types.map { kind in
      JSONTree.object([
        .init(
          "if",
          .object([
            .init(
              "properties",
              .object([.init("type", .object([.init("const", .string(kind.name))]))]))
          ])),
        .init("then", .object([.init("$ref", .string("#/$defs/\(kind.name)"))])),
      ])
    }
    let type = JSONTree.object([.init("$ref", .string("#/$defs/choice-event-type"))])
    return .init(
      "event",
      .object([
        .init("type", .string("object")), .init("required", .array([.string("type")])),
        .init("properties", .object([.init("type", type)])), .init("allOf", .array(cases)),
      ]))
  }

  private var scalars: [JSONTree.Member] {
    func pattern(_ name: String, _ pattern: String, _ description: String) -> JSONTree.Member {
      .init(
        name,
        .object([
          .init("type", .string("string")), .init("pattern", .string(pattern)),
          .init("description", .string(description)),
        ]))
    }
    func number(_ name: String, _ type: String, _ most: String?, _ text: String) -> JSONTree.Member
    {
      let limits = [("minimum", "0")] + (most.map { [("maximum", $0)] } ?? [])
      return .init(
        name,
        .object(
          [.init("type", .string(type))] + limits.map { .init($0.0, .number($0.1)) }
            + [.init("description", .string(text))]))
    }
    let money = #"^(0|[1-9][0-9]*)(\.[0-9]{1,2})?$"#
    return [
      pattern("id", #"^[^\u0000-\u001f\u007f]{1,80}$"#, "1 to 80 characters, no controls."),
      pattern("day", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A day that exists."),
      pattern(
        "time",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?$",
        "Norwegian time, or any time with an offset."),
      .init(
        "money",
        .object([
          .init(
            "anyOf",
            .array([
              .object([.init("type", .string("number")), .init("minimum", .number("0"))]),
              .object([.init("type", .string("string")), .init("pattern", .string(money))]),
            ])),
          .init("description", .string("Kroner with at most two decimals, no exponent.")),
        ])),
      number("rate", "number", nil, "Per cent a year, at most four decimals."),
      number("ratio", "number", "1", "A share, at most six decimals."),
    ]
  }
}
