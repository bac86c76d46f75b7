import Foundation
import Testing
import Values

@Suite("A ratio") struct RatioTests {
  /// Fractions with small terms, so that sums and products fit and many are equal.
  private static func small(_ seed: UInt64, count: Int = 2_000) -> [Ratio] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).compactMap { _ in
      try? Ratio(.random(in: -40...40, using: &random), .random(in: 1...24, using: &random))
    }
  }

  @Test("is kept in lowest terms with a positive denominator")
  func lowestTerms() throws {
    let half = try Ratio(-21, -42)
    #expect(half.numerator == 1 && half.denominator == 2)
    #expect(try Ratio(21, -42) == half.negated())
    #expect(try Ratio(0, -7) == .zero)
    #expect(try Ratio(Int64.min, Int64.min) == .one)
    #expect(try Ratio(6, 3).whole == 2 && half.whole == nil)
  }

  @Test("adds, multiplies and orders by the laws of arithmetic")
  func laws() throws {
    let values = Self.small(2026)
    for index in 0..<(values.count - 2) {
      let (a, b, c) = (values[index], values[index + 1], values[index + 2])
      #expect(try a.adding(b) == b.adding(a))
      #expect(try a.multiplied(by: b) == b.multiplied(by: a))
      #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
      #expect(try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)))
      #expect(
        try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)))
      #expect(try a.subtracting(b).adding(b) == a)
      #expect(try a.adding(a.negated()) == .zero)
      if b != .zero { #expect(try a.divided(by: b).multiplied(by: b) == a) }
      #expect([a < b, a == b, b < a].count { $0 } == 1)
      #expect(try (a < b) == (a.subtracting(b) < .zero))
    }
  }

  @Test("is exact where the cross products say so, and throws only when 64 bits are too few")
  func wide() {
    var random = SeededGenerator(seed: 1988)
    var thrown = 0
    for _ in 0..<5_000 {
      let shift = Int64.random(in: 0...48, using: &random)
      func term() -> Int64 { .random(in: Int64.min...Int64.max, using: &random) >> shift }
      let (a, c) = (term(), term())
      let (b, d) = (max(1, term().magnitude / 2), max(1, term().magnitude / 2))
      guard let left = try? Ratio(a, Int64(b)), let right = try? Ratio(c, Int64(d)) else {
        Issue.record("\(a)/\(b) or \(c)/\(d) did not fit")
        continue
      }
      let bottom = Int128(b) * Int128(d)
      let sum = Int128(a) * Int128(d) + Int128(c) * Int128(b)
      let product = Int128(a) * Int128(c)
      #expect((left < right) == (Int128(a) * Int128(d) < Int128(c) * Int128(b)))
      thrown += expect(try? left.adding(right), is: sum, over: bottom)
      thrown += expect(try? left.multiplied(by: right), is: product, over: bottom)
    }
    #expect(thrown > 1_000 && thrown < 9_000)
  }

  /// Compares with a fraction reduced here by subtraction of shared factors; 1 when it must not fit.
  private func expect(_ found: Ratio?, is top: Int128, over bottom: Int128) -> Int {
    var (high, low) = (top.magnitude, bottom.magnitude)
    while low != 0 { (high, low) = (low, high % low) }
    let (reducedTop, reducedBottom) = (top / Int128(high), bottom / Int128(high))
    guard let numerator = Int64(exactly: reducedTop),
      let denominator = Int64(exactly: reducedBottom)
    else {
      #expect(found == nil)
      return 1
    }
    #expect(found?.numerator == numerator && found?.denominator == denominator)
    return 0
  }

  @Test("throws instead of wrapping or dividing by zero")
  func overflow() throws {
    let largest = Ratio(Int64.max)
    let least = Ratio(Int64.min)
    #expect(throws: Overflow.self) { try largest.adding(.one) }
    #expect(throws: Overflow.self) { try least.subtracting(.one) }
    #expect(throws: Overflow.self) { try least.negated() }
    #expect(throws: Overflow.self) { try largest.multiplied(by: Ratio(2)) }
    #expect(throws: Overflow.self) { try Ratio(1, Int64.max).divided(by: Ratio(2)) }
    #expect(throws: Overflow.self) { try Ratio(1, Int64.min) }
    #expect(throws: Overflow.self) { try Ratio(1, 0) }
    #expect(throws: Overflow.self) { try Ratio.one.divided(by: .zero) }
    #expect(throws: Overflow.self) { try Ratio.one.rounded(.halfUp, to: .zero) }
    #expect(throws: Overflow.self) { try largest.rounded(.halfUp, to: Ratio(2)) }
  }

  @Test("rounds when only the way there, not the result, is wider than 64 bits")
  func wideRounding() throws {
    #expect(try Ratio(Int64.min).rounded(.halfUp, to: .one) == Ratio(Int64.min))
    let sliver = try Ratio(1, Int64.max)
    #expect(try sliver.rounded(.halfEven, to: Ratio(1_000)) == .zero)
    #expect(try Ratio(Int64.max).rounded(.down, to: Ratio(1, 100)) == Ratio(Int64.max))
  }

  @Test(
    "rounds exact halves as the rule says, on both sides of zero",
    arguments: [
      // value in halves, half up, half even, down
      (1, 1, 0, 0), (3, 2, 2, 1), (5, 3, 2, 2), (7, 4, 4, 3), (4, 2, 2, 2), (0, 0, 0, 0),
      (-1, -1, 0, 0), (-3, -2, -2, -1), (-5, -3, -2, -2), (-7, -4, -4, -3), (-4, -2, -2, -2),
    ] as [(Int64, Int64, Int64, Int64)])
  func halves(halves: Int64, up: Int64, even: Int64, down: Int64) throws {
    let value = try Ratio(halves, 2)
    #expect(try value.rounded(.halfUp, to: .one) == Ratio(up))
    #expect(try value.rounded(.halfEven, to: .one) == Ratio(even))
    #expect(try value.rounded(.down, to: .one) == Ratio(down))
  }

  @Test("rounds thousandths to hundredths as Foundation's Decimal does")
  func decimalRounding() throws {
    let modes: [(Ratio.Rounding, NSDecimalNumber.RoundingMode)] = [
      (.halfUp, .plain), (.halfEven, .bankers),
    ]
    for thousandths in Int64(-3_000)...3_000 {
      for (rounding, mode) in modes {
        let ours = try Ratio(thousandths, 1_000).rounded(rounding, to: Ratio(1, 100))
        let handler = NSDecimalNumberHandler(
          roundingMode: mode, scale: 2, raiseOnExactness: false, raiseOnOverflow: true,
          raiseOnUnderflow: true, raiseOnDivideByZero: true)
        let decimal = NSDecimalNumber(
          mantissa: thousandths.magnitude, exponent: -3, isNegative: false
        )
        .rounding(accordingToBehavior: handler)
        let hundredths = decimal.multiplying(byPowerOf10: 2).int64Value
        #expect(try ours == Ratio(thousandths < 0 ? -hundredths : hundredths, 100))
      }
    }
  }

  @Test("rounded to a unit is a multiple of it, at most half a unit away")
  func nearest() throws {
    var random = SeededGenerator(seed: 1976)
    for value in Self.small(1976) {
      let unit = try Ratio(.random(in: 1...12, using: &random), .random(in: 1...9, using: &random))
      for rounding in Ratio.Rounding.allCases {
        let rounded = try value.rounded(rounding, to: unit)
        #expect(try rounded.divided(by: unit).whole != nil)
        let difference = try rounded.subtracting(value)
        let distance = difference < .zero ? try difference.negated() : difference
        #expect(try rounding == .down ? distance < unit : distance.adding(distance) <= unit)
      }
    }
  }

  @Test(
    "prints a decimal where there is one, else the fraction",
    arguments: [
      (1, 3, "1/3"), (-1, 3, "-1/3"), (1_875, 8, "234.375"), (-1, 20, "-0.05"), (7, 1, "7"),
      (0, 5, "0"), (-300, 1, "-300"), (1, 1_000_000_000_000_000_000, "0.000000000000000001"),
      (Int64.min, 1, "-9223372036854775808"), (1, Int64.max, "1/9223372036854775807"),
    ] as [(Int64, Int64, String)])
  func prints(numerator: Int64, denominator: Int64, text: String) throws {
    #expect(try Ratio(numerator, denominator).description == text)
  }

  @Test("prints as few decimals as say it, of which none is left out", .timeLimit(.minutes(1)))
  func decimals() throws {
    let powers: [Int64] = [1, 2, 4, 5, 8, 10, 16, 25, 64, 100, 125, 1000, 15_625, 1 << 18]
    let tops: [Int64] = [0, 1, 3, 7, 99, 101, 12_345, 9_999_999, 1 << 40, .max / 3, .max]
    for denominator in powers {
      for top in tops {
        for numerator in [top, -top] {
          let ratio = try Ratio(numerator, denominator)
          let text = try #require(ratio.decimal)
          let sides = text.split(separator: ".")
          let places = sides.count > 1 ? sides[1].count : 0
          let digits = try #require(Int128(sides.joined()))
          let power = (0..<places).reduce(Int128(1)) { power, _ in power * 10 }
          #expect(digits * Int128(ratio.denominator) == Int128(ratio.numerator) * power)
          #expect(sides.count == 1 || !text.hasSuffix("0"), "\(text)")
          #expect(text.hasPrefix("-") == (ratio < .zero), "\(text)")
        }
      }
    }
  }
}
