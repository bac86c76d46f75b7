import Testing

@testable import Casebook

@Suite("Text eight bytes at a time") struct WordsTests {
  @Test("stops at what is no plain character of a string, and only there")
  func plainCount() {
    for byte in UInt8.min ... .max {
      let isPlain = byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C
      for place in 0..<8 {
        for filler: UInt8 in [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x61, 0x7F] {
          var bytes = [UInt8](repeating: filler, count: 8)
          bytes[place] = byte
          let count = Words.plainCount(Words.whole(bytes, at: 0))
          if count != (isPlain ? 8 : place) { Issue.record("\(byte) at \(place): \(count)") }
        }
      }
    }
  }

  @Test("counts to the first byte of a value, whatever stands before and behind it")
  func countToByte() {
    for byte in UInt8.min ... .max {
      for place in 0..<8 {
        for filler: UInt8 in [0x00, 0x21, 0x23, 0x7E, 0x80, 0xA2, 0xFF] {
          var bytes = [UInt8](repeating: filler, count: 8)
          bytes[place] = byte
          let word = Words.whole(bytes, at: 0)
          let (quote, delete) = (byte == 0x22 ? place : 8, byte == 0x7F ? place : 8)
          if Words.countToQuote(word) != quote { Issue.record("\(byte) at \(place)") }
          if Words.countToByte(0x7F, word) != delete { Issue.record("\(byte) at \(place)") }
        }
      }
    }
  }

  @Test("takes a part with zeros behind it, wherever the text ends") func part() {
    let text = Array("abcdefghijklmnopqrst".utf8)
    for start in text.indices {
      for end in start...text.count {
        let expected = text[start..<end].prefix(8).enumerated().reduce(UInt64(0)) {
          $0 | UInt64($1.element) << UInt64(8 * $1.offset)
        }
        #expect(Words.part(text, at: start, before: end) == expected, "\(start)..<\(end)")
      }
    }
  }

  @Test("a text has the same hash wherever it stands") func hash() {
    let name = Array("interestBeforeDue".utf8)
    for length in 0...name.count {
      for before in 0..<9 {
        let text =
          [UInt8](repeating: 0x22, count: before) + name.prefix(length)
          + [UInt8](repeating: 0x22, count: 9)
        var hash = WordHash.known
        hash.add(text, before, before + length)
        #expect(hash.hash == NameTable.hash(Array(name.prefix(length))))
      }
    }
  }
}
