import Foundation
import Testing

@testable import Audit
@testable import Reports

@Suite("The schema of the findings") struct FindingsSchemaTests {
  @Test("accepts what is written", arguments: Language.allCases) func accepts(language: Language)
    throws
  {
    let text = JSONReportTests.write([Sample.full, Sample.clean, Sample.open], language)
    #expect(try Self.faults(in: text).isEmpty)
  }

  @Test(
    "refuses what the format does not know",
    arguments: [
      ("\"verdict\": \"breach\"", "\"verdict\": \"sin\""),
      ("\"asOf\": \"2026-11-22\"", "\"asOf\": \"22.11.2026\""),
      ("\"met\": 87", "\"mett\": 87"), ("\"met\": 87", "\"met\": -1"),
      ("\"met\": 87", "\"met\": \"87\""), ("\"excess\": 335.00", "\"excess\": \"335.00\""),
      ("\"format\": \"skikk-findings/1\"", "\"format\": \"skikk-findings/2\""),
      ("\"claims\": [\"F-1001\"]", "\"claims\": \"F-1001\""),
    ])
  func refuses(written: String, changed: String) throws {
    let text = JSONReportTests.write([Sample.full])
    let range = try #require(text.firstRange(of: written))
    #expect(try !Self.faults(in: text.replacingCharacters(in: range, with: changed)).isEmpty)
  }

  @Test("is recorded, so that a change of the format is seen") func snapshot() throws {
    try Snapshot.expect(FindingsSchema.text, is: "findings.schema.json")
  }

  private static func faults(in text: String) throws -> [String] {
    let schema = try JSONReportTests.parsed(FindingsSchema.text)
    return SchemaCheck(schema).faults(in: try JSONReportTests.parsed(text), schema, at: "")
  }
}

/// As much of a JSON Schema validator as the findings format needs; any keyword it does not know
/// is a fault, so that it cannot pass by ignoring one.
private struct SchemaCheck {
  let definitions: [String: [String: Any]]
  static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "const", "anyOf", "pattern", "minimum",
  ]

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
