import Foundation
import Testing
import Values

@Suite("A civil day") struct CivilDayTests {
  @Test("agrees with Foundation's Gregorian calendar on every day from 1900 to 2199")
  func foundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let first = try #require(CivilDay("1900-01-01"))
    let last = try #require(CivilDay("2199-12-31"))
    #expect(last.days(since: first) + 1 == 109_573)
    var wrong: [CivilDay] = []
    for number in first.number...last.number {
      let day = CivilDay(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let next = try isMoved(day, 1, like: date, calendar)
      let halfYear = try isMoved(day, 6, like: date, calendar)
      // Foundation counts Sunday as 1, ISO 8601 as 7.
      let isWeekday = day.weekday.rawValue % 7 + 1 == parts.weekday
      let isSame = day.parts == (parts.year, parts.month, parts.day)
      if !(isSame && isWeekday && next && halfYear) { wrong.append(day) }
    }
    #expect(wrong == [])
  }

  private func isMoved(
    _ day: CivilDay, _ months: Int, like date: Date, _ calendar: Calendar
  ) throws -> Bool {
    let moved = calendar.date(byAdding: .month, value: months, to: date)
    let seconds = try #require(moved).timeIntervalSince1970
    return try day.adding(months: months).number == Int32(seconds / 86_400)
  }

  @Test("survives being written and read, from the first day to the last")
  func roundTrip() throws {
    let (first, last) = (CivilDay.earliest, CivilDay.last)
    #expect(first.description == "0001-01-01" && last.description == "9999-12-31")
    for number in stride(from: first.number, through: last.number, by: 13) {
      let day = CivilDay(number: number)
      let (year, month, dayOfMonth) = day.parts
      #expect(CivilDay(day.description) == day)
      #expect(CivilDay(year: year, month: month, day: dayOfMonth) == day)
    }
  }

  @Test(
    "is refused when the calendar does not have it, and the fault says why",
    arguments: [
      ("2026-02-29", "February 2026 has 28 days"), ("2024-02-30", "February 2024 has 29 days"),
      ("1900-02-29", "February 1900 has 28 days"), ("2025-04-31", "April 2025 has 30 days"),
      ("2025-12-32", "December 2025 has 31 days"), ("2025-06-00", "June 2025 has 30 days"),
      ("2025-13-01", "months run from 01 to 12"), ("2025-00-10", "months run from 01 to 12"),
      ("0000-01-01", "years run from 0001 to 9999"),
    ])
  func impossible(text: String, why: String) {
    #expect(CivilDay(text) == nil)
    #expect(CivilDay.fault(in: text)?.description == why)
  }

  @Test(
    "is refused when written in any other way",
    arguments: [
      "", "2026", "2026-1-05", "20260105", "05.01.2026", "2026/01/05", "2026-01-05 ", " 2026-01-05",
      "2026-01-05T10:00", "+026-01-05", "2026-01-0٥", "2026-01-0x", "-026-01-05", "2026-01-055",
    ])
  func malformed(text: String) {
    #expect(CivilDay(text) == nil)
    #expect(CivilDay.fault(in: text) == .notADay)
  }

  @Test("has no fault when the calendar has it") func faultless() {
    #expect(CivilDay.fault(in: "2024-02-29") == nil)
    #expect(CivilDay.fault(in: "2000-02-29") == nil)
  }

  @Test("is read from the middle of a file's bytes") func slice() {
    let bytes = Array("[\"2026-01-05\"]".utf8)
    #expect(CivilDay(bytes: bytes[2..<12])?.description == "2026-01-05")
  }

  @Test(
    "six months on keeps its number or falls on the last day of a shorter month",
    arguments: [
      ("2025-08-31", 6, "2026-02-28"), ("2023-08-30", 6, "2024-02-29"),
      ("2025-03-31", 6, "2025-09-30"), ("2025-12-31", 2, "2026-02-28"),
      ("2024-02-29", 12, "2025-02-28"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-01-15", -13, "2024-12-15"), ("2026-01-15", 0, "2026-01-15"),
    ])
  func months(start: String, count: Int, end: String) throws {
    #expect(try #require(CivilDay(start)).adding(months: count).description == end)
  }

  @Test("never leaves the years 1 to 9999", arguments: [1, 12, 120_000, Int.max, -1, -12, Int.min])
  func overflow(count: Int) throws {
    let edge = count > 0 ? CivilDay.last : .earliest
    #expect(throws: Overflow.self) { try edge.adding(days: count) }
    #expect(throws: Overflow.self) { try edge.adding(months: count) }
  }

  @Test("counts the days between two days, either way")
  func difference() throws {
    let sent = try #require(CivilDay("2025-12-19"))
    let deadline = try #require(CivilDay("2026-01-02"))
    #expect(deadline.days(since: sent) == 14)
    #expect(sent.days(since: deadline) == -14)
    #expect(try sent.adding(days: 14) == deadline)
    #expect(try deadline.adding(days: -14) == sent)
    #expect(sent < deadline && !(deadline < sent) && sent != deadline)
  }
}
