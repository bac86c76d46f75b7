extension CivilDay: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    return zeroPadded(year, 4) + Self.dashed[month] + Self.dashed[day]
  }

  /// `-00` to `-31`.
  private static let dashed = (0...31).map { "-" + zeroPadded($0, 2) }
}

extension CivilDay {
  /// The day written exactly as `YYYY-MM-DD`, or nil.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8)[...])
  }

  /// The day written exactly as `YYYY-MM-DD` in ASCII, or nil.
  public init?(bytes: ArraySlice<UInt8>) {
    guard let day = try? CivilDay(parsing: bytes) else { return nil }
    self = day
  }

  /// The day written exactly as `YYYY-MM-DD` in ASCII.
  /// - Throws: `CalendarFault`, which says what is wrong with the text.
  public init(parsing bytes: ArraySlice<UInt8>) throws(CalendarFault) {
    var text = DigitReader(bytes)
    guard let year = text.number(4), text.take("-"), let month = text.number(2), text.take("-"),
      let day = text.number(2), text.isAtEnd
    else { throw .notADay }
    guard let civilDay = CivilDay(year: year, month: month, day: day) else {
      throw Self.fault(year: year, month: month, day: day)
    }
    self = civilDay
  }

  /// What is wrong with a text that should be a day, or nil when it is one.
  public static func fault(in text: some StringProtocol) -> CalendarFault? {
    do throws(CalendarFault) {
      _ = try CivilDay(parsing: Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
  }

  /// Which part of an impossible day is to blame: the leftmost one.
  private static func fault(year: Int, month: Int, day: Int) -> CalendarFault {
    if year < 1 { return .year }
    if !(1...12).contains(month) { return .month }
    return .dayOfMonth(year: year, month: month)
  }
}
