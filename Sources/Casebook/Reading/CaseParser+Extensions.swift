/// A key that begins with `x-`: any JSON, kept by export, never judged.
struct Extension: Sendable {
  /// Where it stands and what it is called.
  struct Name: Hashable, Sendable {
    /// The thing it stands in.
    let thing: Int32
    /// The map of the thing it stands in, as a word, or -1.
    let map: Int32
    /// Its key, as a text number.
    let key: Int32
  }

  let name: Name
  /// Its value, without space between tokens.
  let json: [UInt8]
}

extension CaseParser {
  func isExtension(_ name: Name) -> Bool {
    let text = name.isUnescaped ? unescaped : bytes
    return name.end - name.start > 1 && text[name.start] == UInt8(ascii: "x")
      && text[name.start + 1] == ASCII.minus
  }

  /// The number of a name among the texts; it must be an id.
  mutating func number(ofName name: Name, at start: Int) throws(Trouble) -> Int {
    let number =
      name.isUnescaped
      ? texts.number(unescaped, name.start, name.end) : texts.number(bytes, name.start, name.end)
    try checkID(texts.pool[number], at: start)
    return number
  }

  /// Keeps the value of an extension key that stood at `start`.
  mutating func keepExtension(
    _ name: Name, at start: Int, of thing: Int32, map: Int32
  ) throws(Trouble) {
    let key = Int32(try number(ofName: name, at: start))
    let full = Extension.Name(thing: thing, map: map, key: key)
    guard extensionNames.insert(full).inserted else {
      throw twice(name, at: start, inObjectAt: starts[Int(thing)])
    }
    let first = at
    try skipValue()
    extensions.append(Extension(name: full, json: withoutSpace(bytes[first..<at])))
  }

  private func withoutSpace(_ json: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    var inString = false
    var isEscaped = false
    for byte in json where inString || !ASCII.isSpace(byte) {
      kept.append(byte)
      if byte == ASCII.quote, !isEscaped { inString.toggle() }
      isEscaped = inString && byte == ASCII.backslash && !isEscaped
    }
    return kept
  }

  /// Goes over any JSON value, checking that it is one.
  mutating func skipValue() throws(Trouble) {
    guard at < bytes.count else { throw cutOff(ASCII.endBrace) }
    switch bytes[at] {
    case ASCII.quote: _ = try string()
    case ASCII.brace:
      if try enter(until: ASCII.endBrace) {
        repeat {
          _ = try name()
          try colon()
          try skipValue()
        } while try goesOn(ASCII.endBrace)
      }
    case ASCII.bracket:
      if try enter(until: ASCII.endBracket) {
        repeat { try skipValue() } while try goesOn(ASCII.endBracket)
      }
    case ASCII.minus, ASCII.zero...ASCII.nine: try skipNumber()
    default:
      guard takes(ASCII.true) || takes(ASCII.false) || takes(ASCII.null) else {
        throw trouble(orBroken: "a value", hint: "write a text in quotes")
      }
    }
  }

  private mutating func skipNumber() throws(Trouble) {
    let start = at
    if bytes[at] == ASCII.minus { at += 1 }
    let whole = digits()
    var isSound = whole > 0 && (whole == 1 || bytes[at - whole] != ASCII.zero)
    if at < bytes.count, bytes[at] == ASCII.point {
      at += 1
      isSound = digits() > 0 && isSound
    }
    if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == ASCII.minus { at += 1 }
      isSound = digits() > 0 && isSound
    }
    guard isSound else {
      throw Trouble(at: start, expected: "a number of JSON", hint: "write it as 1990 or 12.30")
    }
  }

  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, (ASCII.zero...ASCII.nine).contains(bytes[at]) { at += 1 }
    return at - start
  }
}
