import Foundation

/// As much of a JSON Schema validator as the formats of reports need; any keyword it does not know
/// is a fault, so that it cannot pass by ignoring one.
struct SchemaCheck {
  let definitions: [String: [String: Any]]
  static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "const", "anyOf", "pattern", "minimum",
  ]

  /// What a JSON text has that its schema does not allow.
  static func faults(in text: String, _ schema: String) throws -> [String] {
    let schema = try JSONReportTests.parsed(schema)
    return SchemaCheck(schema).faults(in: try JSONReportTests.parsed(text), schema, at: "")
  }

  init(_ schema: [String: Any]) {
    definitions = schema["$defs"] as? [String: [String: Any]] ?? [:]
  }

  func faults(in value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var faults = schema.keys.filter { !Self.known.contains($0) }.map { "\(path): keyword \($0)" }
    if let name = (schema["$ref"] as? String)?.dropFirst("#/$defs/".count) {
      guard let target = definitions[String(name)] else { return ["\(path): no $defs/\(name)"] }
      faults += self.faults(in: value, target, at: path)
    }
    if let any = schema["anyOf"] as? [[String: Any]],
      !any.contains(where: { self.faults(in: value, $0, at: path).isEmpty })
    {
      faults.append("\(path): none of the alternatives")
    }
    if let type = schema["type"] as? String, !Self.has(type, value) {
      return faults + ["\(path): no \(type)"]
    }
    return faults + scalar(value, schema, path) + members(value, schema, path)
  }

  private static func has(_ type: String, _ value: Any) -> Bool {
    let isFlag = isFlag(value)
    return switch type {
    case "string": value is String
    case "number": value is NSNumber && !isFlag
    case "integer":
      ((value as? NSNumber).map { !isFlag && $0.doubleValue == $0.doubleValue.rounded() }) ?? false
    case "boolean": isFlag
    case "null": value is NSNull
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }

  /// JSONSerialization reads `true` and `1` alike as numbers, but writes them apart.
  private static func isFlag(_ value: Any) -> Bool {
    guard value is NSNumber, let data = try? JSONSerialization.data(withJSONObject: [value]) else {
      return false
    }
    return ["[true]", "[false]"].contains(String(decoding: data, as: UTF8.self))
  }

  private func scalar(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var faults: [String] = []
    if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") {
      faults.append("\(path): not one of \(values)")
    }
    if let constant = schema["const"] as? String, constant != value as? String {
      faults.append("\(path): not \(constant)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(path): not of the form \(pattern)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? NSNumber,
      number.doubleValue < Double(least)
    {
      faults.append("\(path): below \(least)")
    }
    return faults
  }

  private func members(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var faults: [String] = []
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      for (index, member) in list.enumerated() {
        faults += self.faults(in: member, items, at: "\(path)/\(index)")
      }
    }
    guard let object = value as? [String: Any] else { return faults }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      faults.append("\(path): lacks \(key)")
    }
    for (key, member) in object {
      if let property = properties[key] {
        faults += self.faults(in: member, property, at: "\(path)/\(key)")
      } else if let rest = schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(in: member, rest, at: "\(path)/\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(path)/\(key): unknown")
      }
    }
    return faults
  }
}
