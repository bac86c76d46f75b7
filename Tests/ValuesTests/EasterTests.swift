import Testing
import Values

@Suite("Easter Sunday") struct EasterTests {
  @Test("falls on the days that almanacs print, 1980 to 2040")
  func published() {
    let almanac = """
      1980 04-06, 1981 04-19, 1982 04-11, 1983 04-03, 1984 04-22, 1985 04-07, 1986 03-30,
      1987 04-19, 1988 04-03, 1989 03-26, 1990 04-15, 1991 03-31, 1992 04-19, 1993 04-11,
      1994 04-03, 1995 04-16, 1996 04-07, 1997 03-30, 1998 04-12, 1999 04-04, 2000 04-23,
      2001 04-15, 2002 03-31, 2003 04-20, 2004 04-11, 2005 03-27, 2006 04-16, 2007 04-08,
      2008 03-23, 2009 04-12, 2010 04-04, 2011 04-24, 2012 04-08, 2013 03-31, 2014 04-20,
      2015 04-05, 2016 03-27, 2017 04-16, 2018 04-01, 2019 04-21, 2020 04-12, 2021 04-04,
      2022 04-17, 2023 04-09, 2024 03-31, 2025 04-20, 2026 04-05, 2027 03-28, 2028 04-16,
      2029 04-01, 2030 04-21, 2031 04-13, 2032 03-28, 2033 04-17, 2034 04-09, 2035 03-25,
      2036 04-13, 2037 04-05, 2038 04-25, 2039 04-10, 2040 04-01
      """
    let entries = almanac.split { ", \n".contains($0) }
    #expect(entries.count == 2 * 61)
    for index in stride(from: 0, to: entries.count, by: 2) {
      let year = Int(entries[index]) ?? 0
      #expect(CivilDay.easterSunday(of: year)?.description == "\(year)-\(entries[index + 1])")
    }
  }

  @Test("reaches both ends of its range in the years known for it")
  func extremes() {
    for year in [1598, 1693, 1761, 1818, 2285] {
      #expect(CivilDay.easterSunday(of: year)?.description == "\(year)-03-22")
    }
    for year in [1666, 1734, 1886, 1943, 2038, 2190] {
      #expect(CivilDay.easterSunday(of: year)?.description == "\(year)-04-25")
    }
  }

  /// The paschal full moon of each golden number, in days after 21 March, from the church's table
  /// for 1900 to 2199: 14 April, 3 April, 23 March, …
  private static let fullMoons = [
    24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6,
  ]

  @Test("is the Sunday after the church's full moon, 1900 to 2199")
  func fullMoon() throws {
    for year in 1900...2199 {
      let equinox = try #require(CivilDay(year: year, month: 3, day: 21))
      let moon = try equinox.adding(days: Self.fullMoons[year % 19])
      let easter = try #require(CivilDay.easterSunday(of: year))
      #expect(easter.weekday == .sunday)
      #expect((1...7).contains(easter.days(since: moon)), "\(year)")
    }
  }

  @Test("is always a Sunday from 22 March to 25 April, 1583 to 2299")
  func invariants() throws {
    for year in 1583...2299 {
      let easter = try #require(CivilDay.easterSunday(of: year))
      #expect(easter.weekday == .sunday)
      let first = try #require(CivilDay(year: year, month: 3, day: 22))
      #expect((0...34).contains(easter.days(since: first)), "\(year)")
    }
  }

  @Test("exists in the years that days can be written in, and no others") func range() {
    #expect(CivilDay.easterSunday(of: 0) == nil)
    #expect(CivilDay.easterSunday(of: 10_000) == nil)
    #expect(CivilDay.easterSunday(of: 1) != nil && CivilDay.easterSunday(of: 9_999) != nil)
  }
}
