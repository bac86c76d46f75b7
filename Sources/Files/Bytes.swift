extension [UInt8] {
  /// Adds a number, its lowest byte first.
  @inlinable
  package mutating func append(number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// The number that `append(number:)` put at an offset.
  @inlinable
  package func number<Number: FixedWidthInteger>(
    at offset: Int, as: Number.Type
  ) -> Number {
    var number: Number = 0
    for place in 0..<(Number.bitWidth / 8) {
      number |= Number(truncatingIfNeeded: self[offset + place]) << (8 * place)
    }
    return number
  }

  /// Whether these bytes come before others, as texts in UTF-8 are ordered.
  func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}
