/// Reading a time of a case file: `YYYY-MM-DDThh:mm`, seconds and offset optional.
///
/// Without an offset the text already is what a clock in Norway showed. With one it names an
/// instant, which is put on the Norwegian clock.
extension CivilTime {
  /// The time this text says, or nil when it says none.
  public init?(_ text: some StringProtocol) {
    guard let time = try? CivilTime(parsing: Array(text.utf8)[...]) else { return nil }
    self = time
  }

  /// The time this ASCII text says, on the Norwegian clock.
  /// - Throws: `CalendarFault`, which says what is wrong with the text.
  public init(parsing bytes: ArraySlice<UInt8>) throws(CalendarFault) {
    let day = try Self.day(in: bytes)
    var text = DigitReader(bytes.dropFirst(10))
    guard text.take("T") else { throw .notATime }
    let time = CivilTime(day: day, secondOfDay: try Self.clock(&text))
    let offset = try Self.offset(&text)
    guard text.isAtEnd else { throw .notATime }
    guard let offset else {
      if let later = time.afterGap { throw .skipped(later) }
      self = time
      return
    }
    guard let converted = CivilTime(utc: time.seconds - offset) else { throw .offsetOutOfReach }
    self = converted
  }

  /// The day in front of the clock. What is not even shaped like one is no time either.
  private static func day(in bytes: ArraySlice<UInt8>) throws(CalendarFault) -> CivilDay {
    do throws(CalendarFault) {
      return try CivilDay(parsing: bytes.prefix(10))
    } catch {
      throw error == .notADay ? .notATime : error
    }
  }

  /// Seconds since midnight of `hh:mm` or `hh:mm:ss`.
  private static func clock(_ text: inout DigitReader) throws(CalendarFault) -> Int {
    guard let hour = text.number(2), text.take(":"), let minute = text.number(2) else {
      throw .notATime
    }
    var second = 0
    if text.take(":") {
      guard let written = text.number(2) else { throw .notATime }
      second = written
    }
    guard hour < 24 else { throw .hour }
    guard minute < 60 else { throw .minute }
    guard second < 60 else { throw .second }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds east of UTC of `Z` or `±hh:mm`, or nil when nothing follows the clock.
  private static func offset(_ text: inout DigitReader) throws(CalendarFault) -> Int64? {
    if text.isAtEnd { return nil }
    if text.take("Z") { return 0 }
    let west = text.take("-")
    guard west || text.take("+"), let hour = text.number(2), text.take(":"),
      let minute = text.number(2)
    else { throw .notATime }
    guard minute < 60 else { throw .minute }
    let seconds = Int64(hour * 3600 + minute * 60) * (west ? -1 : 1)
    guard (-12 * 3600...14 * 3600).contains(seconds) else { throw .offset }
    return seconds
  }
}

extension CivilTime {
  /// What a clock in Norway shows at an instant, in seconds since 1970-01-01T00:00 UTC; nil before
  /// 1966, when summer time had other dates than can be told by a rule, and past the year 9999.
  init?(utc: Int64) {
    let standard = CivilTime(seconds: utc + 3600)
    guard standard.day.year >= 1966, standard.day <= .last else { return nil }
    let isSummer = Self.summer(standard.day.year)?.contains(utc) ?? false
    self.init(seconds: isSummer ? utc + 7200 : utc + 3600)
  }

  /// The time an hour on, when this one lies in the hour that was left out as summer time began.
  private var afterGap: CivilTime? {
    guard let start = Self.summer(day.year)?.lowerBound,
      (start + 3600..<start + 7200).contains(seconds)
    else { return nil }
    return CivilTime(seconds: seconds + 3600)
  }

  /// Summer time of a year in UTC seconds, as the IANA time zone database has it for Europe/Oslo:
  /// none from 1966 to 1979, then changed at 01:00 UTC on a Sunday.
  private static func summer(_ year: Int) -> Range<Int64>? {
    guard year >= 1980 else { return nil }
    let start = year == 1980 ? CivilDay(year: 1980, month: 4, day: 6) : lastSunday(year, 3)
    guard let start, let end = lastSunday(year, year < 1996 ? 9 : 10) else { return nil }
    return CivilTime(day: start, secondOfDay: 3600)
      .seconds..<CivilTime(day: end, secondOfDay: 3600).seconds
  }

  private static func lastSunday(_ year: Int, _ month: Int) -> CivilDay? {
    let length = CivilDay.length(ofMonth: month, in: year)
    guard let last = CivilDay(year: year, month: month, day: length) else { return nil }
    return CivilDay(number: last.number - Int32(last.weekday.rawValue % 7))
  }
}
