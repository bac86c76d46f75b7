public import Values

/// A sum of amounts of cases, in millionths of a krone.
///
/// Each case counts with the amount that its own report states, which has six decimals at most.
/// From there on everything is whole numbers, so that sums of parts add up to that of the whole.
public struct KronerTotal: Hashable, Comparable, Sendable {
  /// The sum in millionths of a krone.
  public var millionths: Int128

  /// Nothing.
  public static let zero = KronerTotal(millionths: 0)

  /// A sum of so many millionths.
  public init(millionths: Int128) { self.millionths = millionths }

  /// The amount of one case, given in øre: to the nearest millionth of a krone.
  public init(_ ore: Ratio) {
    let parts = Int128(ore.numerator) * Self.inOre
    let (whole, rest) = parts.quotientAndRemainder(dividingBy: Int128(ore.denominator))
    let isUp = rest.magnitude * 2 >= UInt128(ore.denominator)
    millionths = whole + (isUp ? rest.signum() : 0)
  }

  /// Millionths of a krone in an øre.
  static let inOre: Int128 = 10_000

  /// Adds another sum.
  public static func += (left: inout KronerTotal, right: KronerTotal) {
    left.millionths += right.millionths
  }

  /// The smaller first.
  public static func < (left: KronerTotal, right: KronerTotal) -> Bool {
    left.millionths < right.millionths
  }

  /// Kroner with a point: two decimals, more where there are more.
  public var text: String {
    let sign = millionths < 0 ? "-" : ""
    let digits = String(millionths.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    var decimals = padded.suffix(6)
    while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
    return sign + padded.dropLast(6) + "." + decimals
  }

  /// The sum that is written so; nil when the text is no such number.
  public init?(_ text: String) {
    let sides = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, (2...6).contains(sides[1].count),
      sides[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let millionths = Int128(
        sides[0] + sides[1] + String(repeating: "0", count: 6 - sides[1].count))
    else { return nil }
    self.init(millionths: millionths)
    guard self.text == text else { return nil }
  }
}

/// A sum of amounts that are not all known to the øre.
public struct KronerRange: Hashable, Sendable {
  /// The sum of the least that each can be.
  public var lowest = KronerTotal.zero
  /// The sum of the most that each can be.
  public var highest = KronerTotal.zero
  /// Cases whose amount is not known at all, and not in the sums.
  public var unknown = 0

  /// Nothing.
  public init() {}

  /// Counts the amount of a case.
  mutating func add(_ amount: AccountStatement.Amount?) {
    guard let least = amount?.lowest, let most = amount?.highest else {
      unknown += 1
      return
    }
    lowest += KronerTotal(least)
    highest += KronerTotal(most)
  }

  /// Adds another sum.
  public static func += (left: inout KronerRange, right: KronerRange) {
    left.lowest += right.lowest
    left.highest += right.highest
    left.unknown += right.unknown
  }
}
