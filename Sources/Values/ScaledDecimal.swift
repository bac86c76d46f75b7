/// The integer `value × 10^places` of an unsigned decimal with at most `places` decimals, as JSON
/// writes it (no sign, exponent, leading zero or bare point), or nil.
public func scaledDecimal(_ bytes: ArraySlice<UInt8>, places: Int) -> Int64? {
  var value: Int64 = 0
  var digits = 0
  var decimals = -1  // Digits after the point; -1 until there is one.
  for (offset, byte) in bytes.enumerated() {
    if byte == 46, decimals < 0, digits > 0 {
      decimals = 0
      continue
    }
    let digit = Int64(byte) - 48
    guard (0...9).contains(digit), decimals < places else { return nil }
    if decimals < 0, digits == 1, bytes[bytes.startIndex + offset - 1] == 48 { return nil }
    let (times, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = times.addingReportingOverflow(digit)
    if overflow || carry { return nil }
    value = sum
    digits += 1
    if decimals >= 0 { decimals += 1 }
  }
  guard digits > 0, decimals != 0 else { return nil }
  for _ in max(0, decimals)..<places {
    let (times, overflow) = value.multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    value = times
  }
  return value
}
