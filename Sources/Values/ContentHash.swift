/// FNV-1a in 64 bits: tells contents apart, the same on every machine and in every run.
public struct ContentHash: Sendable {
  /// The hash so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let factor: UInt64 = 0x100_0000_01b3

  /// The hash of nothing.
  public init() {}

  /// The hash of a text.
  public init(of text: String) { add(text.utf8) }

  /// The hash as 16 hexadecimal digits.
  public var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Takes in bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Takes in a text, and its end.
  public mutating func add(_ text: String) {
    let bytes = text.utf8.span
    for place in bytes.indices { add(bytes[place]) }
    value = value &* Self.factor
  }

  /// Takes in a number.
  public mutating func add(_ number: UInt16) {
    add(UInt8(truncatingIfNeeded: number))
    add(UInt8(number >> 8))
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* Self.factor }

  /// A checksum of many bytes, which are taken eight at a time.
  public static func sum(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = ContentHash()
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      hash.value = (hash.value ^ bytes.word(at: offset)) &* factor
      hash.value ^= hash.value >> 32
    }
    for place in whole..<bytes.count { hash.add(bytes[place]) }
    return hash.value
  }
}
