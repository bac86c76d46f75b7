import Values

// What people write who know other languages, and what they mean.
extension Lexer {
  static let unequal = "is not"
  static let curlyQuotes: Set<String> = ["“", "”", "„", "‟", "«", "»"]

  private static let foreignSigns: [(written: String, meant: String)] = [
    ("=>", ">="), ("=<", "<="), ("==", "="), ("!=", unequal), ("<>", unequal), ("≠", unequal),
    ("≥", ">="), ("≤", "<="), ("−", "-"), ("×", "*"), ("&&", "and"), ("||", "or"),
  ]

  /// A sign of another language, read as the one of this language.
  mutating func foreignSign() -> Token? {
    let start = offset
    guard !(97...122).contains(byte()),
      let sign = Self.foreignSigns.first(where: { sign in
        sign.written.utf8.enumerated().allSatisfy { byte($0.offset) == $0.element }
      })
    else { return nil }
    offset += sign.written.utf8.count
    let isWord = sign.meant == "and" || sign.meant == "or"
    return fault(
      "`\(sign.written)` has no meaning here", from: start,
      label: "did you mean `\(sign.meant)`?",
      meaning: isWord ? .name(sign.meant) : .sign(sign.meant))
  }

  /// A word in lower case, which names are.
  mutating func lowerCase(_ word: String, from start: Int) -> String {
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 && $0 != 0x5F && !(0x41...0x5A).contains($0) }
    guard !isPlain, word.contains(where: { $0.isUppercase || $0 == "_" }) else { return word }
    var lower = ""
    for character in word {
      if character.isUppercase, lower.last?.isLowercase == true { lower += "-" }
      lower += character == "_" ? "-" : character.lowercased()
    }
    _ = fault(
      "`\(word)` is no name", from: start, label: "did you mean `\(lower)`?",
      help: "names are lower-case letters a to z, digits and hyphens")
    return lower
  }

  /// A text in curly quotes, to the next quote of any kind on its line.
  mutating func curlyText(_ quote: String, from start: Int) -> Token {
    offset += quote.utf8.count
    let inner = offset
    let closing = Self.curlyQuotes.union(["\""])
    while offset < end, byte() != 10,
      !closing.contains(where: {
        $0.utf8.elementsEqual(file.bytes[offset..<end].prefix($0.utf8.count))
      })
    { offset += 1 }
    let last = offset
    if offset < end, byte() != 10 { offset += byte() == UInt8(ascii: "\"") ? 1 : quote.utf8.count }
    let text = file.text(inner..<last)
    faults.append(
      Diagnostic(
        "`\(quote)` has no meaning here", at: Span(file, start..<inner),
        help: "texts stand in straight quotes: `\"…\"`"))
    // As wide as with straight quotes, for those who look into the text.
    return Token(kind: .text(text), span: Span(file, (inner - 1)..<(last + 1)))
  }

  /// Reports what stands from `start` to here, and gives what it means.
  mutating func fault(
    _ message: String, from start: Int, label: String = "", help: String? = nil,
    meaning: Token.Kind = .fault
  ) -> Token {
    faults.append(Diagnostic(message, at: Span(file, start..<offset), label: label, help: help))
    return token(meaning, from: start)
  }
}
