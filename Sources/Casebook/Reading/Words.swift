/// Text taken eight bytes at a time: a key is mostly one such word, and compared as one.
enum Words {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes of a text, the first of them lowest.
  @inline(__always)
  static func whole(_ text: [UInt8], at place: Int) -> UInt64 {
    assert(place >= 0 && place + 8 <= text.count)
    // Whoever asks has made sure that the text goes on for eight bytes.
    return unsafe text.withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  /// One byte of a text.
  @inline(__always)
  static func byte(_ text: [UInt8], at place: Int) -> UInt8 {
    assert(text.indices.contains(place))
    // Whoever asks has made sure that the text goes on to it.
    return unsafe text.withUnsafeBufferPointer { unsafe $0[place] }
  }

  /// The bytes of a text before `end`, eight at most, with zeros after them.
  @inline(__always)
  static func part(_ text: [UInt8], at place: Int, before end: Int) -> UInt64 {
    let count = min(end - place, 8)
    if place + 8 <= text.count { return first(count, of: whole(text, at: place)) }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(text[place + offset]) << UInt64(8 * offset) }
    return word
  }

  /// The first bytes of eight, zeros after them.
  @inline(__always)
  static func first(_ count: Int, of word: UInt64) -> UInt64 {
    count >= 8 ? word : word & ~(~0 << UInt64(8 * count))
  }

  /// How many of eight bytes stand before the first quote; 8 when there is none.
  @inline(__always)
  static func countToQuote(_ word: UInt64) -> Int { countToByte(0x22, word) }

  /// How many of eight bytes stand before the first of this value; 8 when there is none.
  @inline(__always)
  static func countToByte(_ byte: UInt64, _ word: UInt64) -> Int {
    // Taking one from each byte borrows beyond those that are zero, but not below the first.
    let differences = word ^ (ones &* byte)
    return ((differences &- ones) & ~differences & highs).trailingZeroBitCount >> 3
  }

  /// How many of eight bytes stand before the first that is no plain character of a JSON string: a
  /// quote, a backslash, a control character or one outside ASCII. 8 when all are plain.
  @inline(__always)
  static func plainCount(_ word: UInt64) -> Int {
    // With the high bit of each byte set, taking one or 0x20 from it borrows from no other.
    let quotes = ((word ^ (ones &* 0x22)) | highs) &- ones
    let backslashes = ((word ^ (ones &* 0x5C)) | highs) &- ones
    let controls = (word | highs) &- ones &* 0x20
    let special = (~(quotes & backslashes & controls) | word) & highs
    return special.trailingZeroBitCount >> 3
  }
}

/// The hash of a text that is taken eight bytes at a time.
struct WordHash {
  private var value: UInt64
  private let factor: UInt64

  /// For names that are known; the same in every run.
  static let known = WordHash(factor: 0x9E37_79B9_7F4A_7C15)

  /// A hash that no file can be written for, when the factor is drawn by lot.
  init(factor: UInt64) {
    self.factor = factor | 1
    value = 0xD6E8_FEB8_6659_FD93
  }

  /// Takes in a word. After the last that is whole comes one that is not, and may be empty.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: factor)
    value = product.high ^ product.low
  }

  /// Takes in a text.
  @inline(__always)
  mutating func add(_ text: [UInt8], _ start: Int, _ end: Int) {
    var place = start
    while end - place >= 8 {
      add(Words.whole(text, at: place))
      place += 8
    }
    add(Words.part(text, at: place, before: end))
  }

  /// The hash.
  var hash: UInt32 { UInt32(truncatingIfNeeded: value ^ value >> 32) }
}
