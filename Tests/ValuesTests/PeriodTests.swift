import Testing
import Values

@Suite("A period") struct PeriodTests {
  private func period(_ from: String?, _ through: String?) throws -> Period {
    try #require(
      Period(from: from.flatMap { CivilDay($0) }, through: through.flatMap { CivilDay($0) }))
  }

  @Test("includes both its ends and nothing outside them") func ends() throws {
    let year = try period("2025-01-01", "2025-12-31")
    for (text, isInside) in [
      ("2024-12-31", false), ("2025-01-01", true), ("2025-12-31", true), ("2026-01-01", false),
    ] {
      #expect(year.contains(try #require(CivilDay(text))) == isInside)
    }
  }

  @Test("reaches as far as the calendar where an end is open") func openEnds() throws {
    let since = try period("1989-10-01", nil)
    #expect(since.contains(.last) && !since.contains(.earliest))
    let until = try period(nil, "1989-09-30")
    #expect(until.contains(.earliest) && !until.contains(.last))
    #expect(Period.always.contains(.earliest) && Period.always.contains(.last))
    #expect(try Period.always == period(nil, nil))
  }

  @Test("never ends before it begins") func order() throws {
    let (first, second) = (CivilDay(number: 0), CivilDay(number: 1))
    #expect(Period(from: second, through: first) == nil)
    #expect(Period(from: first, through: first)?.length == 1)
  }

  @Test("overlaps exactly the periods that share a day with it") func overlaps() throws {
    // Every pair of periods within six days, open ends included.
    let days: [CivilDay?] = [nil] + (0..<6).map { CivilDay(number: $0) }
    let periods = days.flatMap { from in days.compactMap { Period(from: from, through: $0) } }
    #expect(periods.count == 1 + 6 + 6 + 21)
    for left in periods {
      for right in periods {
        let isShared = (-1...6).contains {
          left.contains(CivilDay(number: $0)) && right.contains(CivilDay(number: $0))
        }
        #expect(left.overlaps(right) == isShared, "\(left) and \(right)")
      }
    }
  }

  @Test("counts its days, when it has two ends") func length() throws {
    #expect(try period("2024-01-01", "2024-12-31").length == 366)
    #expect(try period("2026-01-05", "2026-01-19").length == 15)
    #expect(try period("2026-01-05", nil).length == nil)
    #expect(try period(nil, "2026-01-05").length == nil)
  }

  @Test("prints its days around a dash") func prints() throws {
    #expect(try period("1989-10-01", nil).description == "1989-10-01 –")
    #expect(try period(nil, "1989-09-30").description == "– 1989-09-30")
    #expect(try period("2025-01-01", "2025-12-31").description == "2025-01-01 – 2025-12-31")
    #expect(Period.always.description == "–")
  }
}
