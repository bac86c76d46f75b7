import Values

/// A JSON value about to be written; keys keep their order.
enum JSONValue: Sendable {
  case null
  case flag(Bool)
  /// A number as it is to stand there, so that no digit is lost.
  case number(String)
  case whole(Int64)
  /// An amount, in øre, that is written in kroner.
  case kroner(Ratio)
  case day(CivilDay)
  case string(String)
  case list([JSONValue], Layout = .inline)
  case object([(key: String, value: JSONValue)], Layout = .inline)

  /// Whether members stand on one line or each on its own.
  enum Layout: Sendable { case inline, lines }

  /// The value as bytes.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.append(self)
    return Array(writer.bytes.bytes)
  }

  /// The value as text; lines below the first stand `indent` steps of two spaces in.
  func text(indent: Int = 0) -> String {
    var writer = JSONWriter(indent: indent)
    writer.append(self)
    return writer.take()
  }
}

extension JSONWriter {
  /// A value.
  mutating func append(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .flag(let flag): raw(flag ? "true" : "false")
    case .number(let number): raw(number)
    case .whole(let number): append(whole: number)
    case .kroner(let ore): append(kroner: ore)
    case .day(let day): append(day)
    case .string(let text): append(text)
    case .list(let members, let layout):
      openList(layout)
      for value in members {
        member()
        append(value)
      }
      closeList()
    case .object(let members, let layout):
      openObject(layout)
      for (name, value) in members {
        key(name)
        append(value)
      }
      closeObject()
    }
  }
}
