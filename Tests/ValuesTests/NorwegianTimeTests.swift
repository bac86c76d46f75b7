import Foundation
import Testing
import Values

@Suite("A time of a case file") struct NorwegianTimeTests {
  @Test(
    "is what the clock showed, and prints as it is written",
    arguments: [
      ("2026-02-14T16:20", "2026-02-14T16:20"), ("2026-02-14T16:20:00", "2026-02-14T16:20"),
      ("2026-02-14T16:20:09", "2026-02-14T16:20:09"),
      ("1969-12-31T23:59:59", "1969-12-31T23:59:59"),
      ("0001-01-01T00:00", "0001-01-01T00:00"), ("9999-12-31T23:59", "9999-12-31T23:59"),
    ])
  func local(text: String, printed: String) throws {
    #expect(try #require(CivilTime(text)).description == printed)
  }

  @Test(
    "with an offset is put on the Norwegian clock",
    arguments: [
      ("2026-02-14T15:20Z", "2026-02-14T16:20"), ("2026-07-14T14:20Z", "2026-07-14T16:20"),
      ("2026-02-14T16:20+01:00", "2026-02-14T16:20"),
      ("2026-07-14T16:20+02:00", "2026-07-14T16:20"),
      ("2026-07-14T16:20:30+01:00", "2026-07-14T17:20:30"),
      ("2025-12-31T23:30Z", "2026-01-01T00:30"),
      ("2026-01-01T00:15+05:30", "2025-12-31T19:45"),
      ("2026-01-01T00:15-12:00", "2026-01-01T13:15"),
      ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59"), ("2026-03-29T01:00Z", "2026-03-29T03:00"),
      ("2026-10-25T00:59Z", "2026-10-25T02:59"), ("2026-10-25T01:00Z", "2026-10-25T02:00"),
      ("1980-04-06T00:59Z", "1980-04-06T01:59"), ("1980-04-06T01:00Z", "1980-04-06T03:00"),
      ("1980-09-28T01:00Z", "1980-09-28T02:00"), ("1995-09-24T01:00Z", "1995-09-24T02:00"),
      ("1995-10-01T12:00Z", "1995-10-01T13:00"), ("1996-10-26T12:00Z", "1996-10-26T14:00"),
      ("1979-07-01T12:00Z", "1979-07-01T13:00"), ("1965-12-31T23:00Z", "1966-01-01T00:00"),
    ])
  func offset(text: String, printed: String) throws {
    #expect(try CivilTime(parsing: Array(text.utf8)[...]).description == printed)
  }

  @Test("agrees with Foundation's Europe/Oslo from 1966 to 2150")
  func foundation() throws {
    let oslo = try #require(TimeZone(identifier: "Europe/Oslo"))
    let start = try #require(CivilTime("1966-01-01T00:00")).seconds - 3600
    let end = try #require(CivilTime("2150-12-31T00:00")).seconds
    // Steps of a prime number of minutes, so that every hour of the day is met.
    var wrong: [String] = []
    for utc in stride(from: start, to: end, by: 60 * 601) {
      try compare(utc, oslo, &wrong)
    }
    // Quarter hours around every change of the clocks.
    for year in 1980...2150 {
      for (month, days) in [(3, 24...31), (4, 1...8), (9, 22...30), (10, 24...31)] {
        for day in days {
          let midnight = try #require(CivilDay(year: year, month: month, day: day))
          for quarter in 0..<12 {
            let utc = CivilTime(day: midnight, secondOfDay: quarter * 900).seconds
            try compare(utc, oslo, &wrong)
          }
        }
      }
    }
    #expect(wrong == [])
  }

  private func compare(_ utc: Int64, _ oslo: TimeZone, _ wrong: inout [String]) throws {
    let text = "\(CivilTime(seconds: utc))Z"
    let east = oslo.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
    if CivilTime(text)?.seconds != utc + Int64(east) { wrong.append(text) }
  }

  @Test(
    "that does not exist is refused, and the fault says why",
    arguments: [
      (
        "2026-03-29T02:00",
        "clocks were moved forward past it; write 2026-03-29T03:00, or an offset after the time"
      ),
      (
        "1980-04-06T02:59:59",
        "clocks were moved forward past it; write 1980-04-06T03:59:59, or an offset after the time"
      ),
      ("2026-02-14T24:00", "hours run from 00 to 23"),
      ("2026-02-14T16:60", "minutes run from 00 to 59"),
      ("2026-02-14T16:20:60", "seconds run from 00 to 59"),
      ("2026-02-29T16:20", "February 2026 has 28 days"),
      ("2026-13-29T16:20", "months run from 01 to 12"),
      ("0000-01-01T16:20", "years run from 0001 to 9999"),
      ("2026-02-14T16:20+01:60", "minutes run from 00 to 59"),
      ("2026-02-14T16:20+14:01", "offsets run from -12:00 to +14:00"),
      ("2026-02-14T16:20-12:01", "offsets run from -12:00 to +14:00"),
      (
        "1965-12-31T22:59Z",
        "an offset can be converted from 1966 to 9999; write the Norwegian time without one"
      ),
      (
        "9999-12-31T23:30Z",
        "an offset can be converted from 1966 to 9999; write the Norwegian time without one"
      ),
    ])
  func impossible(text: String, why: String) {
    #expect(fault(in: text)?.description == why)
    #expect(CivilTime(text) == nil)
  }

  @Test(
    "is refused when written in any other way",
    arguments: [
      "", "16:20", "2026-02-14", "2026-02-14T", "2026-02-14T16", "2026-02-14T1620",
      "2026-02-14 16:20",
      "2026-02-14t16:20", "2026-02-14T16:20z", "2026-02-14T16:20:", "2026-02-14T16:20:0",
      "2026-02-14T16:20:00.5", "2026-02-14T16:20+01", "2026-02-14T16:20+0100",
      "2026-02-14T16:20+1:00",
      "2026-02-14T16:20 Z", "2026-02-14T16:20ZZ", "2026-02-14T16:20Z+01:00", "2026-2-14T16:20",
      "14.02.2026T16:20", "2026-02-14T16:20+01:00:00", "2026-02-14T-6:20",
    ])
  func malformed(text: String) {
    #expect(fault(in: text) == .notATime)
  }

  private func fault(in text: String) -> CalendarFault? {
    do throws(CalendarFault) {
      _ = try CivilTime(parsing: Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "beside the hour that is left out, or shown twice, is a time",
    arguments: [
      "2026-03-29T01:59:59", "2026-03-29T03:00", "2026-10-25T02:30", "2026-03-28T02:30",
      "1979-04-01T02:30", "1980-04-06T01:59", "1980-04-06T03:00",
    ])
  func beside(text: String) { #expect(CivilTime(text)?.description == text) }

  @Test("knows its day and second, also before 1970") func parts() throws {
    for text in [
      "2026-02-14T23:59:59", "1970-01-01T00:00", "1969-12-31T23:59:59", "0001-01-01T00:00",
    ] {
      let time = try #require(CivilTime(text))
      #expect(time.day.description == text.prefix(10))
      #expect(CivilTime(day: time.day, secondOfDay: time.secondOfDay) == time)
    }
    #expect(CivilTime("1969-12-31T23:59:59")?.secondOfDay == 86_399)
    #expect(CivilTime("1969-12-31T23:59:59")?.seconds == -1)
  }
}
