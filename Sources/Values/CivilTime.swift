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

  /// The day.
  public var day: CivilDay {
    CivilDay(number: Int32((seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400))
  }

  /// Seconds since midnight, 0 to 86 399.
  public var secondOfDay: Int { Int((seconds % 86_400 + 86_400) % 86_400) }

  /// Orders by wall clock.
  public static func < (left: CivilTime, right: CivilTime) -> Bool { left.seconds < right.seconds }
}
