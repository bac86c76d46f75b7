import Rulebook
import Values

/// A day of the sample, counted from the first it knows; cheap to reckon with.
typealias Day = Int

/// Every day that a sample can speak of, with what is asked of days again and again.
struct Calendar {
  /// The first day.
  let first: CivilDay
  /// The last day that a case tells of: that of the extract.
  let last: Day
  /// What the law says on each day.
  let tariff: Tariff
  /// `YYYY-MM-DD`, ten bytes a day.
  private let texts: [UInt8]
  /// For each day, the next one that is neither a holiday nor a Saturday, itself if it is.
  private let working: [Int32]
  /// For each day, the next public holiday or Sunday, itself if it is.
  private let free: [Int32]
  /// Interest on one øre from the first day to the day before each, in units of `interestUnit`.
  private let interest: [Int64]
  private let months: [Int]

  /// A millionth of an øre's year, by the days of years of both lengths.
  private static let interestUnit: Int128 = 1_000_000 * 365 * 366

  /// How far a case may look behind the extract, and how far ahead.
  private static let span = (back: 12 * 366, ahead: 6 * 366)

  /// The days around that of the extract.
  init(until: CivilDay, tables: LawTables) throws(SampleFault) {
    let start = CivilDay(number: until.number - Int32(Self.span.back))
    first = start
    last = Self.span.back
    let count = Self.span.back + Self.span.ahead
    let days = (0..<count).map { CivilDay(number: start.number + Int32($0)) }
    let holidays = try tables.table("holidays")
    texts = days.flatMap { Array("\($0)".utf8) }
    months = days.map { $0.parts.month - 1 }
    let isHoliday = days.map { holidays.has($0) }
    let isWorking = zip(days, isHoliday).map { $0.weekday != .saturday && !$1 }
    working = Self.next(isWorking)
    free = Self.next(isHoliday)
    tariff = try Tariff(from: start, days: count, tables: tables)
    interest = Self.sums(of: days, tariff)
  }

  private static func next(_ flags: [Bool]) -> [Int32] {
    var next = [Int32](repeating: Int32(flags.count - 1), count: flags.count)
    for day in flags.indices.reversed() {
      next[day] = flags[day] ? Int32(day) : day + 1 < next.count ? next[day + 1] : next[day]
    }
    return next
  }

  /// What bears interest grows each day by a part of the rate: one of the days of that year.
  private static func sums(of days: [CivilDay], _ tariff: Tariff) -> [Int64] {
    var sums: [Int64] = [0]
    for (day, civil) in days.enumerated() {
      let rate = tariff[day].late.times(Ratio(1_000_000))
      let share = rate.numerator / rate.denominator * (CivilDay.isLeap(civil.year) ? 365 : 366)
      sums.append(sums[day] + share)
    }
    return sums
  }

  /// A day as text.
  func text(_ day: Day) -> ArraySlice<UInt8> { texts[day * 10..<day * 10 + 10] }
  /// The day as others count it.
  func civil(_ day: Day) -> CivilDay { CivilDay(number: first.number + Int32(day)) }
  /// The day, or the next one on which offices are open.
  func workday(_ day: Day) -> Day { Int(working[day]) }
  /// The day, or the next one that is a Sunday or a public holiday.
  func holiday(_ day: Day) -> Day { Int(free[day]) }
  /// The month, from 0.
  func month(_ day: Day) -> Int { months[day] }
  /// Late interest on so many øre for the days of a range, cut off after the øre.
  func interest(on ore: Int, _ days: ClosedRange<Day>) -> Int {
    let growth = interest[days.upperBound + 1] - interest[days.lowerBound]
    return Int(Int128(ore) * Int128(growth) / Self.interestUnit)
  }
}
