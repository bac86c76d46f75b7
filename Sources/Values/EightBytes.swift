extension Span<UInt8> {
  /// Eight bytes as a word, the first of them lowest. The compiler makes one load of it.
  @inlinable @inline(__always)
  package func word(at place: Int) -> UInt64 {
    let eight = extracting(place..<place + 8)
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(eight[offset]) << UInt64(8 * offset) }
    return word
  }
}
