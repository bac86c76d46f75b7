extension Ratio {
  /// How a legal text rounds. The sign never matters: -x rounds to minus what x rounds to.
  public enum Rounding: String, Sendable, CaseIterable {
    /// To the nearest, a half away from zero.
    case halfUp = "half up"
    /// To the nearest, a half to the even neighbour.
    case halfEven = "half even"
    /// Towards zero.
    case down
  }

  /// The nearest whole multiple of `unit`, as `rounding` says. `unit` must be positive.
  /// - Throws: `Overflow` when the result does not fit 64 bits or `unit` is zero.
  public func rounded(_ rounding: Rounding, to unit: Ratio) throws(Overflow) -> Ratio {
    guard unit.numerator != 0 else { throw Overflow("rounding \(self) to multiples of 0") }
    if unit == .one, denominator == 1 { return self }
    let top = Int128(numerator) * Int128(unit.denominator)
    let bottom = UInt128(denominator) * UInt128(unit.numerator.magnitude)
    var (steps, rest) = top.magnitude.quotientAndRemainder(dividingBy: bottom)
    switch rounding {
    case .down: break
    case .halfUp: if rest * 2 >= bottom { steps += 1 }
    case .halfEven:
      if rest * 2 > bottom || (rest * 2 == bottom && steps % 2 == 1) { steps += 1 }
    }
    let signed = top < 0 ? -Int128(steps) : Int128(steps)
    let (product, overflow) = signed.multipliedReportingOverflow(
      by: Int128(unit.numerator.magnitude))
    if overflow { throw Overflow("rounding \(self) to multiples of \(unit)") }
    return try Ratio(wide: product, Int128(unit.denominator))
  }
}
