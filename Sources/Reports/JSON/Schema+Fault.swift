import Casebook

extension Schema {
  /// What a value has that this schema does not allow.
  struct Fault {
    /// The way to what is wrong.
    let steps: [JSONStep]
    let expected: String
    let hint: String
  }

  /// The first thing that is wrong with a value; forms of text are for whoever reads them.
  func fault(in value: JSONTree, at steps: [JSONStep] = []) -> Fault? {
    func wrong(_ expected: String) -> Fault {
      Fault(steps: steps, expected: expected, hint: "use a file as skikk wrote it")
    }
    switch (self, value) {
    case (.string, .string), (.form, .string), (.number, .number), (.flag, .bool), (.null, .null):
      return nil
    case (.constant(let text), .string(let word)) where word == text: return nil
    case (.choice(let words), .string(let word)) where words.contains(word): return nil
    case (.count, .number(let digits)):
      return Int(digits).map { $0 >= 0 } == true ? nil : wrong(name)
    case (.anyOf(let schemas), _):
      let faults = schemas.map { $0.fault(in: value, at: steps) }
      return faults.contains { $0 == nil } ? nil : faults[0]
    case (.list(let schema), .array(let members)):
      return members.enumerated().lazy
        .compactMap { schema.fault(in: $1, at: steps + [.index($0)]) }.first
    case (.map(let schema), .object(let members)):
      return members.lazy.compactMap { schema.fault(in: $0.value, at: steps + [.key($0.key)]) }
        .first
    case (.object(let object), .object(let members)):
      return object.fault(in: members, at: steps)
    default: return wrong(name)
    }
  }

  /// What faults call such a value.
  private var name: String {
    switch self {
    case .string, .form: "text"
    case .constant(let text): "\"\(text)\""
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .number: "a number"
    case .count: "a whole number from 0"
    case .flag: "true or false"
    case .null: "null"
    case .anyOf(let schemas): schemas.map(\.name).joined(separator: " or ")
    case .list: "a list"
    case .map, .object: "an object"
    }
  }
}

extension Schema.ObjectSchema {
  fileprivate func fault(in members: [JSONTree.Member], at steps: [JSONStep]) -> Schema.Fault? {
    for property in properties where property.isRequired {
      guard members.contains(where: { $0.key == property.key }) else {
        return Schema.Fault(
          steps: steps, expected: "a key \"\(property.key)\"", hint: "use a file as skikk wrote it")
      }
    }
    for member in members {
      guard let property = properties.first(where: { $0.key == member.key }) else {
        let keys = properties.map(\.key).joined(separator: ", ")
        return Schema.Fault(
          steps: steps + [.key(member.key)], expected: "only the keys \(keys)",
          hint: "\"\(member.key)\" is none of them")
      }
      let way = steps + [.key(member.key)]
      if let fault = property.schema.fault(in: member.value, at: way) { return fault }
    }
    return nil
  }
}
