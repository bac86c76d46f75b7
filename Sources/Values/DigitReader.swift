/// Reads text of digits at fixed places, such as a day or a clock, from left to right.
struct DigitReader {
  private let text: ArraySlice<UInt8>
  /// The place of the next character.
  private var at: Int

  /// A reader at the start of `text`.
  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    at = text.startIndex
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { at == text.endIndex }

  /// Reads this character, or nothing when another one is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < text.endIndex, UInt32(text[at]) == character.value else { return false }
    at += 1
    return true
  }

  /// Reads a number of exactly `count` ASCII digits, or nothing when there are fewer.
  mutating func number(_ count: Int) -> Int? {
    guard text.endIndex - at >= count else { return nil }
    var value = 0
    for place in at..<(at + count) {
      guard (48...57).contains(text[place]) else { return nil }
      value = value * 10 + Int(text[place]) - 48
    }
    at += count
    return value
  }
}

/// A number with zeros in front, to at least `width` digits.
func zeroPadded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  if digits.utf8.count >= width { return digits }
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
