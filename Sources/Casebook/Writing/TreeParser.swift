/// Reads any JSON text into a tree, with the scanner of case files.
struct TreeParser {
  private var scanner: CaseParser

  init(bytes: [UInt8]) {
    scanner = CaseParser(plan: CaseReader.standard.plan, bytes: bytes)
  }

  mutating func whole() throws(Trouble) -> JSONTree {
    scanner.skipSpace()
    let tree = try value()
    scanner.skipSpace()
    guard scanner.at == scanner.bytes.count else {
      throw Trouble(
        at: scanner.at, expected: "nothing after the value", hint: "remove what follows it")
    }
    return tree
  }

  private mutating func value() throws(Trouble) -> JSONTree {
    guard scanner.at < scanner.bytes.count else { throw scanner.cutOff(ASCII.endBrace) }
    switch scanner.bytes[scanner.at] {
    case ASCII.quote: return .string(try text())
    case ASCII.brace: return try object()
    case ASCII.bracket: return try list()
    default: break
    }
    let start = scanner.at
    try scanner.skipValue()
    let word = scanner.bytes[start..<scanner.at]
    if word.elementsEqual(ASCII.true) { return .bool(true) }
    if word.elementsEqual(ASCII.false) { return .bool(false) }
    if word.elementsEqual(ASCII.null) { return .null }
    return .number(String(decoding: word, as: UTF8.self))
  }

  private mutating func text() throws(Trouble) -> String {
    let (start, end, hasEscapes) = try scanner.string()
    guard hasEscapes else { return String(decoding: scanner.bytes[start..<end], as: UTF8.self) }
    var decoder = StringDecoder()
    return String(decoding: decoder.decode(scanner.bytes, start..<end), as: UTF8.self)
  }

  private mutating func list() throws(Trouble) -> JSONTree {
    var elements: [JSONTree] = []
    if try scanner.enter(until: ASCII.endBracket) {
      repeat { elements.append(try value()) } while try scanner.goesOn(ASCII.endBracket)
    }
    return .array(elements)
  }

  private mutating func object() throws(Trouble) -> JSONTree {
    let start = scanner.at
    var members: [JSONTree.Member] = []
    var keys = Set<String>()
    if try scanner.enter(until: ASCII.endBrace) {
      repeat {
        let keyStart = scanner.at
        let name = try scanner.name()
        let key = scanner.text(of: name)
        guard keys.insert(key).inserted else {
          throw scanner.twice(name, at: keyStart, inObjectAt: Int32(start))
        }
        try scanner.colon()
        members.append(JSONTree.Member(key, try value()))
      } while try scanner.goesOn(ASCII.endBrace)
    }
    return .object(members)
  }
}
