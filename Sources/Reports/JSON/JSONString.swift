/// Text between the quotes of a JSON string.
enum JSONString {
  /// Appends a text, escaped where JSON asks for it, or where readers stumble: U+2028 and U+2029
  /// end a line in some, U+FEFF is lost in others.
  static func append(_ text: String, to bytes: inout ByteBuffer) {
    var text = text
    // The buffer is that of the text, which lives as long as the call; each place that is read
    // lies before its end.
    text.withUTF8 { utf8 in
      var start = 0
      while start < utf8.count {
        let end = unsafe endOfPlain(utf8, from: start)
        unsafe bytes.append(UnsafeBufferPointer(rebasing: utf8[start..<end]))
        guard end < utf8.count else { return }
        start = unsafe end + appendEscaped(utf8, at: end, to: &bytes)
      }
    }
  }

  /// Where the bytes end that stand in a string as they are, from a place on.
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var at = start
    while at + 8 <= raw.count {
      // Eight bytes at a time: the last of them lies before the end.
      let eight = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if isPlain(eight) {
        at += 8
        continue
      }
      for place in at..<(at + 8) where unsafe isSpecial(text, at: place) { return place }
      at += 8
    }
    if at < text.count, start + 8 <= text.count {
      // The last eight bytes, of which the first have been looked at: they begin after `start`.
      let eight = unsafe raw.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
      if isPlain(eight) { return text.count }
    }
    while at < text.count {
      if unsafe isSpecial(text, at: at) { return at }
      at += 1
    }
    return at
  }

  /// Whether eight bytes are all printable ASCII beside quote and backslash.
  private static func isPlain(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // With the high bit of each byte set, taking one or 0x20 from it borrows from no other.
    let quotes = ((eight ^ (ones &* 0x22)) | highs) &- ones
    let backslashes = ((eight ^ (ones &* 0x5C)) | highs) &- ones
    let controls = (eight | highs) &- ones &* 0x20
    // Of ASCII only 0x7F reaches the high bit when one is added.
    let others = eight | (eight & ~highs) &+ ones
    return (quotes & backslashes & controls & ~others) & highs == highs
  }

  /// Whether a byte does not stand in a string as it is, or begins a character that does not.
  private static func isSpecial(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch unsafe text[place] {
    case 0..<0x20, 0x22, 0x5C, 0x7F: true
    case 0xE2, 0xEF: unsafe escape(ofCharacter: text, at: place) != nil
    default: false
    }
  }

  /// What stands for a character of three bytes on which readers stumble; nil for all others.
  private static func escape(
    ofCharacter text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> String? {
    guard place + 2 < text.count else { return nil }
    let bytes = unsafe (text[place], text[place + 1], text[place + 2])
    return switch bytes {
    case (0xE2, 0x80, 0xA8): "\\u2028"
    case (0xE2, 0x80, 0xA9): "\\u2029"
    case (0xEF, 0xBB, 0xBF): "\\ufeff"
    default: nil
    }
  }

  /// Appends what stands for the character at a place; how many bytes it has.
  private static func appendEscaped(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int, to bytes: inout ByteBuffer
  ) -> Int {
    if let escape = unsafe escape(ofCharacter: text, at: place) {
      bytes.append(escape)
      return 3
    }
    let byte = unsafe text[place]
    switch byte {
    case UInt8(ascii: "\n"): bytes.append("\\n")
    case UInt8(ascii: "\t"): bytes.append("\\t")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    default:
      let digits = String(byte, radix: 16)
      bytes.append((digits.count == 1 ? "\\u000" : "\\u00") + digits)
    }
    return 1
  }
}
