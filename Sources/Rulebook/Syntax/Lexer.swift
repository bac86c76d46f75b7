import Values

/// Cuts a rule block into tokens. What is written in another language's way is reported, and read
/// as what was meant.
struct Lexer {
  let file: SourceFile
  var offset: Int
  let end: Int
  var faults: [Diagnostic] = []

  /// All tokens of a stretch of a document, the last one `.end`, and what is wrong with them.
  static func tokens(
    in file: SourceFile, _ range: Range<Int>
  ) -> (tokens: [Token], faults: [Diagnostic]) {
    var lexer = Lexer(file: file, offset: range.lowerBound, end: range.upperBound)
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
    return (tokens, lexer.faults)
  }

  func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < end ? file.bytes[offset + ahead] : 0
  }

  private mutating func next() -> Token {
    skipSpace()
    let start = offset
    guard offset < end else { return token(.end, from: start) }
    if let meant = foreignSign() { return meant }
    switch byte() {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return name(from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(from: start)
    case UInt8(ascii: "\""): return text(from: start)
    case UInt8(ascii: "<") where byte(1) == UInt8(ascii: "="),
      UInt8(ascii: ">") where byte(1) == UInt8(ascii: "="):
      offset += 2
      return sign(from: start)
    case let byte where "<>=+-*/().,:|%".utf8.contains(byte):
      offset += 1
      return sign(from: start)
    default: return beyondASCII(from: start)
    }
  }

  private mutating func skipSpace() {
    while offset < end {
      if byte() == 32 || byte() == 10 || byte() == 9 {
        offset += 1
      } else if byte() == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        while offset < end, byte() != 10 { offset += 1 }
      } else {
        return
      }
    }
  }

  private mutating func name(from start: Int) -> Token {
    func continues(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    while continues(byte())
      || ((byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "/")) && continues(byte(1)))
    { offset += 1 }
    return token(.name(lowerCase(file.text(start..<offset), from: start)), from: start)
  }

  private mutating func number(from start: Int) -> Token {
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    if end - offset >= 10, byte(4) == UInt8(ascii: "-"),
      byte(7) == UInt8(ascii: "-"), isDigit(byte(5))
    {
      offset += 10
      guard let day = CivilDay(bytes: file.bytes[start..<offset]) else {
        return fault(
          "the calendar has no such day", from: start,
          help: CivilDay.help(for: file.text(start..<offset)))
      }
      return token(.day(day), from: start)
    }
    while isDigit(byte()) || (byte() == UInt8(ascii: ".") && isDigit(byte(1))) { offset += 1 }
    if byte() == UInt8(ascii: ":"), isDigit(byte(1)), isDigit(byte(2)), offset - start <= 2 {
      offset += 3
      return clock(from: start)
    }
    guard let scaled = scaledDecimal(file.bytes[start..<offset], places: 6),
      let value = try? Ratio(scaled, 1_000_000)
    else {
      let text = file.text(start..<offset)
      let isDay = text.split(separator: ".").count == 3
      return fault(
        isDay ? "this is no day of the language" : "this number cannot be read", from: start,
        help: isDay
          ? CivilDay.help(for: text) : "write digits, with a point and at most six decimals")
    }
    return token(.number(value), from: start)
  }

  private mutating func clock(from start: Int) -> Token {
    let parts = file.text(start..<offset).split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, parts[0] < 24, parts[1] < 60 else {
      return fault("this is no time of day", from: start, help: "times run from 00:00 to 23:59")
    }
    return token(.clock(parts[0] * 3600 + parts[1] * 60), from: start)
  }

  private mutating func text(from start: Int) -> Token {
    offset += 1
    while offset < end, byte() != UInt8(ascii: "\""), byte() != 10 { offset += 1 }
    let text = file.text((start + 1)..<offset)
    guard byte() == UInt8(ascii: "\"") else {
      return fault(
        "this text is never closed", from: start, help: "end it with `\"` on the same line",
        meaning: .text(text))
    }
    offset += 1
    return token(.text(text), from: start)
  }

  private mutating func beyondASCII(from start: Int) -> Token {
    if file.text(start..<min(start + 2, end)) == "§" {
      offset += 2
      return section(from: start)
    }
    if file.text(start..<min(start + 2, end)) == "·" {
      offset += 2
      while offset < end, byte() != 10 { offset += 1 }
      let line = file.text((start + 2)..<offset).components(separatedBy: " -- ")[0]
      return token(.law(line.trimmed), from: start)
    }
    if file.text(start..<min(start + 3, end)) == "–" {
      offset += 3
      return sign(from: start)
    }
    let character = String(file.text(start..<min(start + 4, end)).prefix(1))
    if Self.curlyQuotes.contains(character) { return curlyText(character, from: start) }
    offset += character.utf8.count
    return fault(
      "`\(character)` has no meaning here", from: start,
      help: "names are lower-case letters a to z, digits and hyphens")
  }

  /// A section: digits with an optional `-digits`, and an optional letter that stands alone.
  private mutating func section(from start: Int) -> Token {
    while byte() == 32 { offset += 1 }
    let first = offset
    while (48...57).contains(byte()) || (byte() == 45 && (48...57).contains(byte(1))) {
      offset += 1
    }
    let letterAhead = byte() == 32 ? 1 : 0
    let isLetter = (97...122).contains(byte(letterAhead))
    let endsThere = !((97...122).contains(byte(letterAhead + 1)) || byte(letterAhead + 1) == 45)
    if isLetter, endsThere { offset += letterAhead + 1 }
    return token(.section(file.text(first..<offset)), from: start)
  }

  func sign(from start: Int) -> Token {
    token(.sign(file.text(start..<offset)), from: start)
  }
  func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, span: Span(file, start..<offset))
  }
}
