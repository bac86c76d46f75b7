import Foundation
import Testing
import Values

@testable import Reports

@Suite("Writing JSON") struct JSONWriterTests {
  /// The same by the letter of the format: scalar by scalar, without looking ahead.
  private static func written(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x22: "\\\""
      case 0x5C: "\\\\"
      case 0x0A: "\\n"
      case 0x09: "\\t"
      case 0..<0x20, 0x7F, 0x2028, 0x2029, 0xFEFF:
        "\\u" + String(String(0x10000 + scalar.value, radix: 16).dropFirst())
      default: String(scalar)
      }
    }
    return "\"\(scalars.joined())\""
  }

  @Test("escapes what readers stumble on, wherever in a text it stands", .timeLimit(.minutes(1)))
  func escapes() {
    let strange =
      (0..<0x100).map { Unicode.Scalar(UInt8($0)) }
      + ["\u{2027}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{FEFF}", "\u{FEFE}", "\u{1F600}", "→"]
    for scalar in strange {
      for before in 0..<18 {
        for after in [0, 1, 7, 8, 9] {
          let text =
            String(repeating: "a", count: before) + String(scalar)
            + String(repeating: "b", count: after)
          #expect(JSONValue.string(text).text() == Self.written(text))
        }
      }
    }
  }

  @Test("gives any text back to a reader", .timeLimit(.minutes(1))) func anyText() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 0..<40, using: &generator)).compactMap { _ in
        Bool.random(using: &generator)
          ? Unicode.Scalar(UInt32.random(in: 0..<0x80, using: &generator))
          : Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &generator))
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let json = JSONValue.string(String(text)).text()
      #expect(json == Self.written(String(text)))
      let read = try JSONDecoder().decode(String.self, from: Data(json.utf8))
      #expect(read.unicodeScalars.elementsEqual(text))
    }
  }

  @Test("writes whole numbers as Swift does") func wholeNumbers() {
    let ends: [Int64] = [.min, .min + 1, -1, 0, 1, 9, 10, 99, 100, 999_999_999, .max - 1, .max]
    for number in ends + (0..<63).flatMap({ [1 << $0, -(1 << $0) - 1] }) {
      #expect(JSONValue.whole(number).text() == "\(number)")
    }
  }

  @Test("writes kroner with two decimals, and more where there are more") func kroner() throws {
    let cases: [(Ratio, String)] = [
      (.zero, "0.00"), (Ratio(5), "0.05"), (Ratio(-5), "-0.05"), (Ratio(199_000), "1990.00"),
      (Ratio(-123_450), "-1234.50"), (Ratio(.min), "-92233720368547758.08"),
      (try Ratio(23_437_5, 10), "234.375"), (try Ratio(1, 3), "0.003333"),
    ]
    for (ore, text) in cases { #expect(JSONValue.kroner(ore).text() == text) }
  }

  @Test("writes every day of four centuries as the day does") func days() throws {
    let first = try #require(CivilDay(year: 1900, month: 1, day: 1))
    for number in first.number..<(first.number + 146_097) {
      let day = CivilDay(number: number)
      if JSONValue.day(day).text() != "\"\(day)\"" { Issue.record("\(day)") }
    }
    for day in [CivilDay.earliest, .last] { #expect(JSONValue.day(day).text() == "\"\(day)\"") }
  }
}
