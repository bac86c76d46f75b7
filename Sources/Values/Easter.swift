extension CivilDay {
  /// Easter Sunday of a year of the Gregorian calendar; nil for years other than 1 to 9999.
  ///
  /// The computus of Meeus, Jones and Butcher. Which days around it are holidays is the law's
  /// business and stands in a table of `rules/`.
  public static func easterSunday(of year: Int) -> CivilDay? {
    guard (1...9999).contains(year) else { return nil }
    let lunarYear = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
    // Days from 21 March to the full moon, and from there to the eve of the Sunday after it.
    let moon = (19 * lunarYear + century - century / 4 - lunarCorrection + 15) % 30
    let eve = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7
    // Two late moons are moved a week so that Easter never falls on 26 April.
    let late = (lunarYear + 11 * moon + 22 * eve) / 451
    let monthAndDay = moon + eve - 7 * late + 114
    return CivilDay(year: year, month: monthAndDay / 31, day: monthAndDay % 31 + 1)
  }
}
