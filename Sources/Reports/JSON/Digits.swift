import Values

/// Writes numbers and days as bytes, without a text for each.
enum Digits {
  /// Appends a whole number.
  static func append(_ number: Int64, to bytes: inout ByteBuffer) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(number.magnitude, to: &bytes)
  }

  /// Appends a number of hundredths with two decimals: `1990.00`.
  static func append(hundredths number: Int64, to bytes: inout ByteBuffer) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 100)
    append(whole, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    append(rest, width: 2, to: &bytes)
  }

  /// Appends a day: `2026-01-19`.
  static func append(_ day: CivilDay, to bytes: inout ByteBuffer) {
    let (year, month, dayOfMonth) = day.parts
    // Only days that can be written are in a report; others are told as they are.
    guard (0...9999).contains(year) else { return bytes.append(day.description) }
    append(UInt64(year), width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(UInt64(month), width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(UInt64(dayOfMonth), width: 2, to: &bytes)
  }

  /// Appends a number that is not negative, with zeros before it up to a width.
  private static func append(_ number: UInt64, width: Int = 1, to bytes: inout ByteBuffer) {
    if number < 100 {
      let (tens, ones) = UInt8(number).quotientAndRemainder(dividingBy: 10)
      if width > 2 { bytes.append(repeating: UInt8(ascii: "0"), count: width - 2) }
      if width > 1 || tens > 0 { bytes.append(UInt8(ascii: "0") + tens) }
      return bytes.append(UInt8(ascii: "0") + ones)
    }
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var rest = number
    var first = 20
    while rest > 0 {
      first -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    for place in min(first, 20 - width)..<20 { bytes.append(digits[place]) }
  }
}
