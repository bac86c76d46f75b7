import Casebook

/// FNV-1a in 64 bits: tells contents apart, the same on every machine.
struct ContentHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let factor: UInt64 = 0x100_0000_01b3

  /// The hash as 16 hexadecimal digits.
  var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Takes in a text, and its end.
  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* Self.factor }
    value = value &* Self.factor
  }

  /// A checksum of many bytes, which are taken eight at a time.
  static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = ContentHash()
    // The offsets end before the last whole word does; what is left over is taken byte by byte.
    let whole = bytes.count & ~7
    unsafe bytes.withUnsafeBytes { all in
      for offset in stride(from: 0, to: whole, by: 8) {
        let word = unsafe UInt64(
          littleEndian: all.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        hash.value = (hash.value ^ word) &* factor
        hash.value ^= hash.value >> 32
      }
    }
    for byte in bytes.dropFirst(whole) { hash.value = (hash.value ^ UInt64(byte)) &* factor }
    return hash.value
  }
}

extension Vocabulary {
  /// Tells vocabularies apart whose programs could differ.
  var hash: UInt64 {
    var hash = ContentHash()
    for kind in kinds {
      hash.add(kind.name)
      for field in kind.fields { hash.add(field.name) }
    }
    for list in choiceLists {
      hash.add(list.name)
      for value in list.values { hash.add(value) }
    }
    return hash.value
  }
}
