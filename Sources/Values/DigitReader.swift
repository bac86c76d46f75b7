/// Reads text of digits at fixed places, such as a day or a clock, from left to right.
struct DigitReader {
  private var rest: ArraySlice<UInt8>

  /// A reader at the start of `text`.
  init(_ text: ArraySlice<UInt8>) { rest = text }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads this character, or nothing when another one is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next = rest.first, UInt32(next) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Reads a number of exactly `count` ASCII digits, or nothing when there are fewer.
  mutating func number(_ count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var value = 0
    for byte in rest.prefix(count) {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    rest.removeFirst(count)
    return value
  }
}

/// A number with zeros in front, to at least `width` digits.
func zeroPadded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  if digits.utf8.count >= width { return digits }
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
