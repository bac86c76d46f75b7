/// A moment as a clock on a wall in Norway shows it: a civil day and a time of that day.
///
/// Contact rules ask what the debtor's clock said, so this is local time, not an instant.
public struct CivilTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00 on the wall clock; ignores that clocks are moved.
  public let seconds: Int64

  /// The moment with this many wall-clock seconds since 1970-01-01T00:00.
  public init(seconds: Int64) { self.seconds = seconds }

  /// A time of day (seconds since midnight, 0 to 86 399) on a day.
  public init(day: CivilDay, secondOfDay: Int) {
    seconds = Int64(day.number) * 86_400 + Int64(secondOfDay)
  }

  /// The day. The seconds must lie within the years that a `CivilDay` can hold.
  public var day: CivilDay {
    CivilDay(number: Int32(clamping: seconds.flooredQuotient(by: 86_400)))
  }

  /// Seconds since midnight, 0 to 86 399.
  public var secondOfDay: Int { Int((seconds % 86_400 + 86_400) % 86_400) }

  /// Whether the left clock shows less.
  public static func < (left: CivilTime, right: CivilTime) -> Bool { left.seconds < right.seconds }
}

extension CivilTime: CustomStringConvertible {
  /// The moment as `YYYY-MM-DDThh:mm`, with `:ss` only where the seconds are not 0.
  public var description: String {
    let (minutes, second) = secondOfDay.quotientAndRemainder(dividingBy: 60)
    let clock = "\(zeroPadded(minutes / 60, 2)):\(zeroPadded(minutes % 60, 2))"
    return "\(day)T\(clock)" + (second == 0 ? "" : ":\(zeroPadded(second, 2))")
  }
}

extension Int64 {
  /// The quotient, rounded down, so that moments before 1970 fall on their own day.
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
