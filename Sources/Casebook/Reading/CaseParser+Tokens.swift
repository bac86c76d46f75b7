/// Strings, brackets and whatever stands between them.
extension CaseParser {
  /// A string read as a name: where its contents stand and their hash.
  struct Name {
    let start: Int
    let end: Int
    let hash: UInt32
    /// Whether the contents stand in `unescaped` rather than in `bytes`.
    let isUnescaped: Bool
  }

  /// The byte to be read next; 0 at the end.
  @inline(__always)
  var next: UInt8 { Words.byte(padded, at: at) }

  @inline(__always)
  mutating func skipSpace() {
    if next <= 32 { skipSpaces() }
  }

  @inline(never)
  private mutating func skipSpaces() {
    while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
  }

  /// Goes into a list or object; false when it is empty and already left.
  mutating func enter(until close: UInt8) throws(Trouble) -> Bool {
    guard depth < Self.deepest else {
      throw Trouble(
        at: at, expected: "at most \(Self.deepest) levels of lists and objects",
        hint: "no case nests that deep; the text may be damaged")
    }
    depth += 1
    at += 1
    skipSpace()
    guard at < bytes.count, bytes[at] == close else { return true }
    at += 1
    depth -= 1
    return false
  }

  /// How deep lists and objects may stand in each other.
  static let deepest = 16

  /// Goes on to the next member, or leaves the list or object and says so.
  @inline(__always)
  mutating func goesOn(_ close: UInt8) throws(Trouble) -> Bool {
    let byte = next
    if byte == ASCII.comma {
      // Behind the end there are zeros.
      let following = Words.byte(padded, at: at &+ 1)
      if following > 32, following != close {
        at &+= 1
        return true
      }
    } else if byte == close {
      at &+= 1
      depth &-= 1
      return false
    }
    return try goesOnAfterSpace(close)
  }

  @inline(never)
  private mutating func goesOnAfterSpace(_ close: UInt8) throws(Trouble) -> Bool {
    skipSpace()
    guard at < bytes.count else { throw cutOff(close) }
    if bytes[at] == close {
      at += 1
      depth -= 1
      return false
    }
    guard bytes[at] == ASCII.comma else {
      throw trouble(
        orBroken: "\",\" or \"\(Character(Unicode.Scalar(close)))\"",
        hint: "a comma separates keys, and values of a list")
    }
    at += 1
    skipSpace()
    guard at < bytes.count else { throw cutOff(close) }
    if bytes[at] == close {
      throw Trouble(at: at, expected: "a value", hint: "remove the comma before it")
    }
    return true
  }

  /// Goes over the colon after a key.
  @inline(__always)
  mutating func colon() throws(Trouble) {
    if next == ASCII.colon, Words.byte(padded, at: at &+ 1) > 32 {
      at &+= 1
    } else {
      try colonWithSpace()
    }
  }

  @inline(never)
  private mutating func colonWithSpace() throws(Trouble) {
    skipSpace()
    guard at < bytes.count, bytes[at] == ASCII.colon else {
      throw trouble(orBroken: "\":\"", hint: "a colon stands between a key and its value")
    }
    at += 1
    skipSpace()
    guard at < bytes.count else { throw cutOff(ASCII.endBrace) }
  }

  /// Reads a key, or a value of a closed list.
  mutating func name() throws(Trouble) -> Name {
    guard at < bytes.count, bytes[at] == ASCII.quote else {
      throw trouble(orBroken: "a key in quotes", hint: "JSON writes keys as \"key\": value")
    }
    let start = at + 1
    var end = start
    var hash = WordHash.known
    while end + 8 <= bytes.count {
      let word = Words.whole(bytes, at: end)
      let count = Words.plainCount(word)
      hash.add(Words.first(count, of: word))
      end += count
      guard count < 8 else { continue }
      guard bytes[end] == ASCII.quote else { break }
      at = end + 1
      return Name(start: start, end: end, hash: hash.hash, isUnescaped: false)
    }
    return try unusualName()
  }

  /// A name with escapes or letters outside ASCII, or near the end of the text.
  private mutating func unusualName() throws(Trouble) -> Name {
    let (start, end, hasEscapes) = try string()
    if hasEscapes {
      var decoder = StringDecoder()
      unescaped = decoder.decode(bytes, start..<end)
    } else {
      unescaped = Array(bytes[start..<end])
    }
    return Name(
      start: 0, end: unescaped.count, hash: NameTable.hash(unescaped), isUnescaped: true)
  }

  /// Reads a name that stands in a table; -1, and nothing is read, where one stands here that does
  /// not, or where what stands here is no name.
  @inline(__always)
  mutating func number(in table: NameTable) -> Int {
    guard next == ASCII.quote else { return -1 }
    let word = Words.whole(padded, at: at &+ 1)
    // No name of a table has a quote or an escape in it.
    let count = Words.countToQuote(word)
    guard count < 8 else { return numberOfLongName(in: table) }
    let number = table.find(Words.first(count, of: word), length: count)
    if number >= 0 { at &+= count &+ 2 }
    return number
  }

  /// The same of a name of eight bytes or more.
  @inline(never)
  private mutating func numberOfLongName(in table: NameTable) -> Int {
    let start = at &+ 1
    let first = Words.whole(padded, at: start)
    var hash = WordHash.known
    hash.add(first)
    var end = start &+ 8
    var word: UInt64 = 0
    while end <= bytes.count {
      word = Words.whole(padded, at: end)
      let count = Words.countToQuote(word)
      word = Words.first(count, of: word)
      hash.add(word)
      end &+= count
      guard count < 8 else { continue }
      let length = end &- start
      let number =
        length < 16
        ? table.find(first, word, length: length, hash: hash.hash)
        : table.find(padded, start, end, hash: hash.hash)
      if number >= 0 { at = end &+ 1 }
      return number
    }
    return -1
  }

  /// The number of a name in a table, or -1.
  func find(_ name: Name, in table: NameTable) -> Int {
    name.isUnescaped
      ? table.find(unescaped, name.start, name.end, hash: name.hash)
      : table.find(bytes, name.start, name.end, hash: name.hash)
  }

  /// Where the contents of the string that begins here stand, with their hash, if they are ASCII
  /// without escapes and without the character of deleting; else nil.
  @inline(__always)
  func plainString() -> (start: Int, end: Int, hash: UInt32)? {
    let start = at &+ 1
    var end = start
    var hash = texts.hash
    while true {
      let word = Words.whole(padded, at: end)
      let count = Words.plainCount(word)
      let part = Words.first(count, of: word)
      guard Words.countToByte(127, part) == 8 else { return nil }
      hash.add(part)
      end &+= count
      if count < 8 { break }
    }
    return Words.byte(padded, at: end) == ASCII.quote ? (start, end, hash.hash) : nil
  }

  /// Goes over the string that begins here and says where its contents stand.
  mutating func string() throws(Trouble) -> (start: Int, end: Int, hasEscapes: Bool) {
    let start = at + 1
    var end = start
    var hasEscapes = false
    while end < bytes.count {
      while end + 8 <= bytes.count {
        let count = Words.plainCount(Words.whole(bytes, at: end))
        end += count
        if count < 8 { break }
      }
      guard end < bytes.count else { break }
      let byte = bytes[end]
      if byte == ASCII.quote {
        at = end + 1
        return (start, end, hasEscapes)
      }
      if byte == ASCII.backslash {
        hasEscapes = true
        end = try escape(at: end)
      } else if byte < 32 {
        throw Trouble(
          at: end, found: "control character \(printable(String(Unicode.Scalar(byte))))",
          expected: "it escaped", hint: "write a line break as \\n, a tab as \\t")
      } else if byte < 128 {
        end += 1
      } else {
        end = try character(at: end)
      }
    }
    throw Trouble(
      at: bytes.count, expected: "the closing quote of a text",
      hint: "the text is cut off, or a quote is missing")
  }

  /// The byte after the escape at `start`.
  private func escape(at start: Int) throws(Trouble) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    switch bytes[start + 1] {
    case UInt8(ascii: "u"):
      if let unit = hexadecimal(bytes, start + 2, bytes.count) {
        return try surrogate(unit, at: start)
      }
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    default: break
    }
    throw Trouble(
      at: start, expected: "an escape of JSON", hint: "write a backslash itself as \\\\")
  }

  /// The byte after `\uhhhh`, which must not be half a pair.
  private func surrogate(_ unit: UInt32, at start: Int) throws(Trouble) -> Int {
    guard (0xD800..<0xE000).contains(unit) else { return start + 6 }
    if unit < 0xDC00, start + 12 <= bytes.count, bytes[start + 6] == ASCII.backslash,
      bytes[start + 7] == UInt8(ascii: "u"), let low = hexadecimal(bytes, start + 8, bytes.count),
      (0xDC00..<0xE000).contains(low)
    {
      return start + 12
    }
    throw Trouble(
      at: start, found: "half a surrogate pair", expected: "a character",
      hint: "write the character itself, in UTF-8")
  }

  /// The byte after the character outside ASCII at `start`, which must be sound UTF-8.
  private func character(at start: Int) throws(Trouble) -> Int {
    let length = lengthOfCharacter(bytes, at: start)
    guard length > 0 else {
      throw Trouble(
        at: start, found: "byte 0x\(String(bytes[start], radix: 16, uppercase: true))",
        expected: "UTF-8", hint: "save the file as UTF-8")
    }
    return start + length
  }
}

/// The length of the UTF-8 sequence of two bytes or more that begins here, or 0 if it is unsound.
private func lengthOfCharacter(_ bytes: [UInt8], at start: Int) -> Int {
  func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    start + offset < bytes.count && range.contains(bytes[start + offset])
  }
  switch bytes[start] {
  case 0xC2...0xDF: return follows(1) ? 2 : 0
  case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
  case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
  case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
  case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
  case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
  case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
  default: return 0
  }
}
