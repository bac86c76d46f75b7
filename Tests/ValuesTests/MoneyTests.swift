import Foundation
import Testing
import Values

@Suite("Money") struct MoneyTests {
  @Test(
    "is read as kroner with at most two decimals",
    arguments: [
      ("0", 0), ("0.5", 50), ("0.05", 5), ("1990", 199_000), ("1990.00", 199_000), ("12.3", 1_230),
      ("12.30", 1_230), ("30.65", 3_065), ("92233720368547758.07", Int64.max),
    ] as [(String, Int64)])
  func reads(text: String, ore: Int64) {
    #expect(Money(text)?.ore == ore)
  }

  @Test(
    "is refused in any other form",
    arguments: [
      "", ".", "1.", ".5", "1.234", "1.230", "1e3", "1E3", "-1", "+1", "-0", "01", "00", "00.5",
      "1,50", "1 000", " 1", "1 ", "NaN", "nan", "inf", "Infinity", "0x10", "1.2.3", "1..2",
      "1_000",
      "٣", "kr 5",
    ])
  func refuses(text: String) {
    #expect(Money(text) == nil)
  }

  @Test(
    "is refused when it does not fit, instead of wrapping",
    arguments: [
      "92233720368547758.08", "92233720368547759", "922337203685477580.7", "9223372036854775807",
      "18446744073709551616", "99999999999999999999999999999999",
    ])
  func refusesTooMuch(text: String) {
    #expect(Money(text) == nil)
  }

  @Test("survives being printed and read, and prints what Decimal computes")
  func roundTrip() {
    var random = SeededGenerator(seed: 35)
    for round in 0..<4_000 {
      let amount = Money(ore: .random(in: 0...Int64.max, using: &random) >> Int64(round % 60))
      #expect(Money(amount.description) == amount)
      let kroner = Decimal(string: amount.description).map { $0 * 100 }
      #expect(kroner == Decimal(amount.ore))
    }
  }

  @Test(
    "prints two decimals and its sign",
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (199_000, "1990.00"), (-199_001, "-1990.01"),
      (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func prints(ore: Int64, text: String) {
    #expect(Money(ore: ore).description == text)
  }

  @Test("adds and subtracts øre, or throws") func arithmetic() throws {
    let asked = Money(ore: 233_500)
    let lawful = Money(ore: 202_065)
    #expect(try asked.subtracting(lawful) == Money(ore: 31_435))
    #expect(try lawful.subtracting(asked) == Money(ore: -31_435))
    #expect(try asked.adding(lawful) == Money(ore: 435_565))
    #expect(lawful < asked && !(asked < lawful) && .zero < lawful)
    #expect(asked.ratio == Ratio(233_500))
    #expect(throws: Overflow.self) { try Money(ore: Int64.max).adding(Money(ore: 1)) }
    #expect(throws: Overflow.self) { try Money(ore: Int64.min).subtracting(Money(ore: 1)) }
    #expect(throws: Overflow.self) { try Money.zero.subtracting(Money(ore: Int64.min)) }
  }

  @Test(
    "decimals are scaled by the places asked for",
    arguments: [
      ("12.25", 4, 122_500), ("0.4", 6, 400_000), ("1", 6, 1_000_000), ("7", 0, 7),
      ("12.2501", 4, 122_501), ("12.25012", 4, nil), ("1.0", 0, nil),
      ("9223372036854775807", 0, .max),
    ] as [(String, Int, Int64?)])
  func scaled(text: String, places: Int, expected: Int64?) {
    #expect(scaledDecimal(Array(text.utf8)[...], places: places) == expected)
  }

  @Test("is read from the middle of a file's bytes") func slice() {
    let bytes = Array("{\"amount\":1990.05}".utf8)
    #expect(Money(bytes: bytes[10..<17]) == Money(ore: 199_005))
  }
}
