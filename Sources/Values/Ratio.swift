/// An exact fraction, always in lowest terms with a positive denominator.
///
/// Rates, shares and amounts within a calculation are ratios; nothing is rounded unless a rule
/// says so. Intermediate products use 128 bits; a result that does not fit 64 throws `Overflow`.
public struct Ratio: Hashable, Sendable {
  /// The numerator; carries the sign.
  public let numerator: Int64
  /// The denominator; at least 1.
  public let denominator: Int64

  /// Zero.
  public static let zero = Ratio(0)
  /// One.
  public static let one = Ratio(1)

  /// A whole number.
  public init(_ whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// A fraction that is in lowest terms.
  private init(lowest numerator: Int64, _ denominator: Int64) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// The fraction `numerator`/`denominator`.
  /// - Throws: `Overflow` when the reduced fraction does not fit 64 bits or the denominator is 0.
  public init(_ numerator: Int64, _ denominator: Int64) throws(Overflow) {
    try self.init(wide: Int128(numerator), Int128(denominator))
  }

  /// The fraction of two 128-bit numbers; neither may be `Int128.min`, and no sum or product of two
  /// ratios comes near it.
  init(wide numerator: Int128, _ denominator: Int128) throws(Overflow) {
    guard denominator != 0 else { throw Overflow("division by zero") }
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator), bottom > 0 {
      (self.numerator, self.denominator) = Self.lowestTerms(top, bottom)
      return
    }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard let top = Int64(exactly: sign * numerator / Int128(divisor)),
      let bottom = Int64(exactly: sign * denominator / Int128(divisor))
    else { throw Overflow("\(numerator)/\(denominator)") }
    self.numerator = top
    self.denominator = bottom
  }

  /// A fraction with a positive denominator, where both numbers fit 64 bits: nearly always.
  private static func lowestTerms(_ top: Int64, _ bottom: Int64) -> (Int64, Int64) {
    if bottom == 1 { return (top, bottom) }
    let divisor = greatestCommonDivisor(top.magnitude, bottom.magnitude)
    guard divisor > 1, let divisor = Int64(exactly: divisor) else { return (top, bottom) }
    return (top / divisor, bottom / divisor)
  }

  /// Euclid's algorithm; 1 for two zeros, so that it can always divide.
  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  /// The same of wider numbers, whose remainders soon fit 64 bits.
  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b > UInt64.max { (a, b) = (b, a % b) }
    guard b != 0 else { return max(a, 1) }
    return UInt128(
      greatestCommonDivisor(UInt64(truncatingIfNeeded: b), UInt64(truncatingIfNeeded: a % b)))
  }

  /// The whole number, when this is one.
  public var whole: Int64? { denominator == 1 ? numerator : nil }
}

extension Ratio: Comparable {
  /// Whether the left value is smaller, exactly.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}

extension Ratio {
  /// The sum. Throws `Overflow` when it does not fit.
  public func adding(_ other: Ratio) throws(Overflow) -> Ratio {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      if overflow { throw Overflow("\(self) + \(other)") }
      return Ratio(sum)
    }
    return try Ratio(
      wide: Int128(numerator) * Int128(other.denominator)
        + Int128(other.numerator) * Int128(denominator),
      Int128(denominator) * Int128(other.denominator))
  }

  /// The difference. Throws `Overflow` when it does not fit.
  public func subtracting(_ other: Ratio) throws(Overflow) -> Ratio {
    try adding(other.negated())
  }

  /// The same distance on the other side of zero. Throws `Overflow` when it does not fit.
  public func negated() throws(Overflow) -> Ratio {
    guard numerator != .min else { throw Overflow("\(-Int128(numerator))/\(denominator)") }
    return Ratio(lowest: -numerator, denominator)
  }

  /// The product. Throws `Overflow` when it does not fit.
  public func multiplied(by other: Ratio) throws(Overflow) -> Ratio {
    if denominator == 1, other.denominator == 1 {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
      if !overflow { return Ratio(product) }
    }
    return try Ratio(
      wide: Int128(numerator) * Int128(other.numerator),
      Int128(denominator) * Int128(other.denominator))
  }

  /// The quotient. Throws `Overflow` when it does not fit or `other` is zero.
  public func divided(by other: Ratio) throws(Overflow) -> Ratio {
    try Ratio(
      wide: Int128(numerator) * Int128(other.denominator),
      Int128(denominator) * Int128(other.numerator))
  }
}

extension Ratio: CustomStringConvertible {
  /// A decimal when one exists within 18 places (`234.375`), else the fraction (`1/3`).
  public var description: String { decimal ?? "\(numerator)/\(denominator)" }

  /// The exact decimal text, or nil when the fraction has none within 18 places.
  public var decimal: String? {
    if denominator == 1 { return String(numerator) }
    if let short = shortDecimal { return short }
    var places = 0
    var power: Int128 = 1
    while power % Int128(denominator) != 0 {
      power *= 10
      places += 1
      if places > 18 { return nil }
    }
    let scaled = Int128(numerator) * (power / Int128(denominator))
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// The same for what few places write and 64 bits hold, as nearly all are.
  private var shortDecimal: String? {
    var (places, power) = (0, Int64(1))
    while power % denominator != 0 {
      if places == 6 { return nil }
      power *= 10
      places += 1
    }
    let scaled = numerator.magnitude.multipliedReportingOverflow(
      by: UInt64(power / denominator))
    guard !scaled.overflow else { return nil }
    let (whole, rest) = scaled.partialValue.quotientAndRemainder(dividingBy: UInt64(power))
    // The one before the decimals keeps their zeros, and gives way to the point.
    let decimals = String(rest + UInt64(power)).dropFirst()
    return (numerator < 0 ? "-" : "") + String(whole) + "." + String(decimals)
  }
}
