/// A day of the calendar in Norway: no clock, no time zone, never an instant.
///
/// Stored as the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that
/// comparing and counting days are integer operations. The years 1 to 9999 are representable.
public struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  /// The day with this number of days since 1970-01-01, as a case file's record stores it. Only
  /// the days from `earliest` to `last` can be written as text and read back.
  public init(number: Int32) { self.number = number }

  /// The day `year`-`month`-`day`, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    self.number = Self.number(year: year, month: month, day: day)
  }

  /// The first day that can be written as text.
  public static let earliest = CivilDay(number: number(year: 1, month: 1, day: 1))
  /// The last day that can be written as text.
  public static let last = CivilDay(number: number(year: 9999, month: 12, day: 31))

  /// Number of days, 28 to 31, in a month (1 to 12) of a year.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Whether the left day is earlier.
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  /// Days from civil: eras of 400 years that begin on 1 March (Hinnant's algorithm).
  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { parts.year }

  /// The quarter of the year, 1 to 4.
  public var quarter: Int { (parts.month + 2) / 3 }
}

extension CivilDay {
  /// A day of the week, Monday first, as in ISO 8601.
  public enum Weekday: Int, Sendable, CaseIterable {
    /// The first day of the week.
    case monday = 1
    /// The days after it, in order.
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The day of the week.
  public var weekday: Weekday {
    let sinceThursday = (Int(number) % 7 + 7) % 7  // 1970-01-01 was a Thursday.
    return Weekday.allCases[(sinceThursday + 3) % 7]
  }

  /// The day `count` days later, or earlier when negative.
  /// - Throws: `Overflow` when the result lies outside the years 1 to 9999.
  public func adding(days count: Int) throws(Overflow) -> CivilDay {
    let (sum, overflow) = Int(number).addingReportingOverflow(count)
    guard !overflow, sum >= Int(Self.earliest.number), sum <= Int(Self.last.number) else {
      throw Overflow("\(self) + \(count) days")
    }
    return CivilDay(number: Int32(sum))
  }

  /// The day `count` months later with the same day number, or the last day of a shorter month
  /// (as domstolloven § 148(2) counts).
  /// - Throws: `Overflow` when the result lies outside the years 1 to 9999.
  public func adding(months count: Int) throws(Overflow) -> CivilDay {
    let (year, month, day) = parts
    let (months, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, (12..<120_000).contains(months) else {
      throw Overflow("\(self) + \(count) months")
    }
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    let newDay = min(day, Self.length(ofMonth: newMonth, in: newYear))
    return CivilDay(number: Self.number(year: newYear, month: newMonth, day: newDay))
  }

  /// Number of days from `other` to this day; negative when this day is earlier.
  public func days(since other: CivilDay) -> Int { Int(number) - Int(other.number) }
}
