import Values

/// Cuts a rule block into tokens.
struct Lexer {
  private let file: SourceFile
  private var offset: Int
  private let end: Int

  /// All tokens of a stretch of a document, the last one `.end`.
  static func tokens(in file: SourceFile, _ range: Range<Int>) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(file: file, offset: range.lowerBound, end: range.upperBound)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < end ? file.bytes[offset + ahead] : 0
  }

  private mutating func next() throws(Diagnostic) -> Token {
    skipSpace()
    let start = offset
    guard offset < end else { return token(.end, from: start) }
    switch byte() {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return name(from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(from: start)
    case UInt8(ascii: "\""): return try text(from: start)
    case UInt8(ascii: "<") where byte(1) == UInt8(ascii: "="),
      UInt8(ascii: ">") where byte(1) == UInt8(ascii: "="):
      offset += 2
      return sign(from: start)
    case let byte where "<>=+-*/().,:|%".utf8.contains(byte):
      offset += 1
      return sign(from: start)
    default: return try beyondASCII(from: start)
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
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: false
      }
    }
    while continues(byte())
      || ((byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "/")) && continues(byte(1)))
    { offset += 1 }
    return token(.name(file.text(start..<offset)), from: start)
  }

  private mutating func number(from start: Int) throws(Diagnostic) -> Token {
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    if end - offset >= 10, byte(4) == UInt8(ascii: "-"),
      byte(7) == UInt8(ascii: "-"), isDigit(byte(5))
    {
      offset += 10
      guard let day = CivilDay(bytes: file.bytes[start..<offset]) else {
        throw Diagnostic(
          "the calendar has no such day", at: Span(file, start..<offset),
          help: "days are written YYYY-MM-DD")
      }
      return token(.day(day), from: start)
    }
    while isDigit(byte()) || (byte() == UInt8(ascii: ".") && isDigit(byte(1))) { offset += 1 }
    if byte() == UInt8(ascii: ":"), isDigit(byte(1)), isDigit(byte(2)), offset - start <= 2 {
      offset += 3
      return try clock(from: start)
    }
    guard let scaled = scaledDecimal(file.bytes[start..<offset], places: 6),
      let value = try? Ratio(scaled, 1_000_000)
    else {
      throw Diagnostic(
        "this number cannot be read", at: Span(file, start..<offset),
        help: "write digits, with a point and at most six decimals")
    }
    return token(.number(value), from: start)
  }

  private func clock(from start: Int) throws(Diagnostic) -> Token {
    let parts = file.text(start..<offset).split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, parts[0] < 24, parts[1] < 60 else {
      throw Diagnostic("this is no time of day", at: Span(file, start..<offset))
    }
    return token(.clock(parts[0] * 3600 + parts[1] * 60), from: start)
  }

  private mutating func text(from start: Int) throws(Diagnostic) -> Token {
    offset += 1
    while offset < end, byte() != UInt8(ascii: "\""), byte() != 10 { offset += 1 }
    guard byte() == UInt8(ascii: "\"") else {
      throw Diagnostic(
        "this text is never closed", at: Span(file, start..<offset),
        help: "end it with `\"` on the same line")
    }
    offset += 1
    return token(.text(file.text((start + 1)..<(offset - 1))), from: start)
  }

  private mutating func beyondASCII(from start: Int) throws(Diagnostic) -> Token {
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
    throw Diagnostic(
      "`\(character)` has no meaning here", at: Span(file, start..<(start + character.utf8.count)),
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

  private func sign(from start: Int) -> Token {
    token(.sign(file.text(start..<offset)), from: start)
  }
  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, span: Span(file, start..<offset))
  }
}
