/// A JSON value about to be written; keys keep their order.
indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  /// A number as it is to stand there, so that no digit is lost.
  case number(String)
  case string(String)
  case list([JSONValue], Layout = .inline)
  case object([(key: String, value: JSONValue)], Layout = .inline)

  /// Whether members stand on one line or each on its own.
  enum Layout: Sendable { case inline, lines }

  /// The value as text; lines below the first stand `indent` steps of two spaces in.
  func text(indent: Int = 0) -> String {
    var writer = JSONWriter(indent: indent)
    writer.append(self)
    return writer.take()
  }
}
