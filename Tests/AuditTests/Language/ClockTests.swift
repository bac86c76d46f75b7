import Audit
import Testing

@Suite("Times of day, weeks and months")
struct ClockTests {
  func call(_ when: String) -> String {
    tinyCase(#"{"type":"call","id":"c",\#(when)}"#)
  }

  func time(_ comparison: String, _ when: String, tables: String = "") throws -> Answer {
    try ask("no call called one where not (one.time \(comparison))", call(when), tables: tables)
  }

  @Test("the time of an event is that on a Norwegian clock, to the second")
  func known() throws {
    #expect(try time("= 21:00", #""at":"2026-02-06T21:00""#) == .yes)
    #expect(try time("<= 21:00", #""at":"2026-02-06T21:00:01""#) == .no)
    #expect(try time("= 08:00", #""at":"2026-03-30T06:00:00Z""#) == .yes)
    #expect(try time("= 08:00", #""at":"2026-10-26T07:00:00Z""#) == .yes)
    #expect(try time("is from 08:00 through 21:00", #""at":"2026-02-06T07:59:59""#) == .no)
  }

  @Test("where the file gives only the day, or not even that, the hour is not known")
  func unknown() throws {
    #expect(try time("<= 21:00", #""date":"2026-02-06""#) == .open("/events/0/at"))
    #expect(try time("<= 21:00", #""by":"agency""#) == .open("/events/0/at"))
    #expect(try time(">= 00:00", #""date":"2026-02-06""#) == .yes)
    #expect(try time("<= 23:59", #""date":"2026-02-06""#) == .open("/events/0/at"))
  }

  @Test("a table may hold times of day")
  func table() throws {
    let hours = """
      ## Hours

      | from | opens | closes |
      |---|---:|---:|
      | 2026-01-01 | 08:00 | 21:00 |
      """
    let range = "is from opens of hours on one.date through closes of hours on one.date"
    #expect(try time(range, #""at":"2026-02-06T21:00""#, tables: hours) == .yes)
    #expect(try time(range, #""at":"2026-02-06T21:00:01""#, tables: hours) == .no)
  }

  @Test("a week starts on its Monday, a month on its first day")
  func starts() throws {
    let text = tinyCase(purring("p", "2026-02-08"))
    let day = "(first purring of claim).date else never"
    #expect(try ask("week-start of (\(day)) = 2026-02-02", text) == .yes)
    #expect(try ask("month-start of (\(day)) = 2026-02-01", text) == .yes)
    #expect(try ask("week-start of (2026-02-02) = 2026-02-02", text) == .yes)
    #expect(try ask("week-start of (2027-01-03) = 2026-12-28", text) == .yes)
    #expect(try ask("month-start of (2024-02-29) = 2024-02-01", text) == .yes)
    #expect(try ask("week-start of (never) = never", text) == .yes)
  }

  @Test("of a day that is not known, the start is one of those it may have")
  func unknownDay() throws {
    let text = tinyCase(purring("p"), more: #""extracted":"2026-02-04","#)
    let start = "week-start of ((first purring of claim).date else never)"
    #expect(try ask("\(start) <= 2026-02-02", text) == .yes)
    #expect(try ask("\(start) <= 2026-01-26", text) == .open("/events/0/date"))
  }
}
