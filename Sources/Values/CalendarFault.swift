/// Why a text is not a day or a time. The description can stand after the text in a message.
public enum CalendarFault: Error, Hashable, Sendable {
  /// Not of the form of a day.
  case notADay
  /// Not of the form of a time.
  case notATime
  /// A year that the calendar of skikk does not have.
  case year
  /// A month other than 01 to 12.
  case month
  /// A day that this month of this year does not have.
  case dayOfMonth(year: Int, month: Int)
  /// An hour other than 00 to 23.
  case hour
  /// A minute, of the clock or of the offset, other than 00 to 59.
  case minute
  /// A second other than 00 to 59.
  case second
  /// A time that no clock in Norway showed, because it was moved forward then.
  case skipped(CivilTime)
  /// An offset from UTC that no place on earth has.
  case offset
  /// An offset on a day before Norwegian clocks are known to this program, or at the very end of
  /// the calendar.
  case offsetOutOfReach
}

extension CalendarFault: CustomStringConvertible {
  /// What would have been right.
  public var description: String {
    switch self {
    case .notADay: "a day is written YYYY-MM-DD"
    case .notATime: "a time is written YYYY-MM-DDThh:mm; :ss and an offset (Z or +01:00) may follow"
    case .year: "years run from 0001 to 9999"
    case .month: "months run from 01 to 12"
    case .dayOfMonth(let year, let month):
      "\(Self.names[month - 1]) \(year) has \(CivilDay.length(ofMonth: month, in: year)) days"
    case .hour: "hours run from 00 to 23"
    case .minute: "minutes run from 00 to 59"
    case .second: "seconds run from 00 to 59"
    case .skipped(let time):
      "clocks were moved forward past it; write \(time), or an offset after the time"
    case .offset: "offsets run from -12:00 to +14:00"
    case .offsetOutOfReach:
      "an offset can be converted from 1966 to 9999; write the Norwegian time without one"
    }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
