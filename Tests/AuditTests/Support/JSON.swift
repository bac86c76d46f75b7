import Foundation

/// A JSON document as tests change it; numbers keep their digits.
indirect enum JSON: Hashable, Sendable, Decodable {
  case text(String)
  case number(Decimal)
  case flag(Bool)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: JSON].self) {
      self = .object(object)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .number(try value.decode(Decimal.self))
    }
  }

  init(_ bytes: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  /// The document in one line, the keys of each object in the order that `order` gives them.
  func written(_ order: ([String]) -> [String] = { $0.sorted() }) -> String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .list(let members): "[" + members.map { $0.written(order) }.joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + order(members.keys.sorted()).map {
          Self.quoted($0) + ":" + (members[$0]?.written(order) ?? "")
        }
        .joined(separator: ",") + "}"
    }
  }

  var bytes: [UInt8] { Array(written().utf8) }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

// Reading and changing it.
extension JSON {
  /// A step into a document: a key, or the index of a list.
  enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  subscript(key: String) -> JSON? {
    get { if case .object(let members) = self { members[key] } else { nil } }
    set { self = with([.key(key)][...], newValue) }
  }

  var members: [JSON] { if case .list(let members) = self { members } else { [] } }
  var keys: [String] {
    if case .object(let members) = self { members.keys.sorted() } else { [] }
  }
  var string: String? { if case .text(let text) = self { text } else { nil } }

  /// The document with the value at a path replaced, added, or removed when it is nil.
  func with(_ path: ArraySlice<Step>, _ value: JSON?) -> JSON {
    guard let first = path.first else { return value ?? self }
    let rest = path.dropFirst()
    switch (self, first) {
    case (.object(var members), .key(let key)):
      members[key] = rest.isEmpty ? value : (members[key] ?? .object([:])).with(rest, value)
      return .object(members)
    case (.list(var members), .index(let index)):
      if !rest.isEmpty {
        members[index] = members[index].with(rest, value)
      } else if let value {
        members[index] = value
      } else {
        members.remove(at: index)
      }
      return .list(members)
    default: return self
    }
  }

  /// The document with every text changed.
  func mapTexts(_ change: (String) -> String) -> JSON {
    switch self {
    case .text(let text): .text(change(text))
    case .list(let members): .list(members.map { $0.mapTexts(change) })
    case .object(let members): .object(members.mapValues { $0.mapTexts(change) })
    default: self
    }
  }
}
