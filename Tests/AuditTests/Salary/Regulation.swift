import Values

/// What inkassoforskriften says of amounts, written out again from the texts of its amendments and
/// of Stortinget's VAT rate. Nothing here is read out of `rules/`.
enum Regulation {
  /// One table of ceilings and the claims it is for.
  struct Regime: Sendable {
    let name: String
    /// The days on which the claims fell due.
    let due: ClosedRange<CivilDay>
    /// The heavy rate opens when a deadline is exceeded by more than these days.
    let wait: Int
    /// Halves of the rate that a debtor pays who is no consumer: three for one and a half times.
    let otherHalves: Int
    /// Rows of §§ 2-2 and 2-3.
    let brackets: [Bracket]
  }

  /// Claims up to so many kroner, and hundredths of the unit in simple and in heavier cases.
  struct Bracket: Sendable {
    let upTo: Int?
    let light: Int
    let heavy: Int

    init(_ upTo: Int?, _ light: Int, _ heavy: Int) {
      self.upTo = upTo
      self.light = light
      self.heavy = heavy
    }
  }

  /// Inkassosatsen in kroner, and the days on which it held.
  struct Sats: Sendable {
    let days: ClosedRange<CivilDay>
    let kroner: Int
  }

  // FOR-1989-07-14-562: brackets from 1 000, in court fees.
  static let of1989 = Regime(
    name: "1989", due: day("1989-10-01")...day("2002-02-28"), wait: 14, otherHalves: 2,
    brackets: [Bracket(1000, 50, 100)] + upper)

  // FOR-2002-02-01-97 with FOR-2002-02-22-180: the first bracket ends at 1 250.
  static let of2002 = Regime(
    name: "2002", due: day("2002-03-01")...day("2009-12-31"), wait: 14, otherHalves: 2,
    brackets: [Bracket(1250, 50, 100)] + upper)

  private static let upper = [
    Bracket(2500, 100, 200), Bracket(5000, 150, 300), Bracket(10_000, 200, 400),
    Bracket(25_000, 300, 600), Bracket(50_000, 400, 800), Bracket(100_000, 500, 1000),
    Bracket(250_000, 750, 1500), Bracket(500_000, 1000, 2000), Bracket(nil, 1250, 2500),
  ]

  // FOR-2009-09-04-1151.
  static let of2010 = Regime(
    name: "2010", due: day("2010-01-01")...day("2020-09-30"), wait: 28, otherHalves: 3,
    brackets: [
      Bracket(2500, 50, 100), Bracket(10_000, 100, 200), Bracket(50_000, 200, 400),
      Bracket(250_000, 400, 800), Bracket(nil, 800, 1600),
    ])

  // FOR-2020-06-19-1248, as corrected on 23 June 2020.
  static let of2020 = Regime(
    name: "2020", due: day("2020-10-01")...day("2026-12-31"), wait: 28, otherHalves: 3,
    brackets: [
      Bracket(500, 25, 50), Bracket(1000, 35, 70), Bracket(2500, 40, 80),
      Bracket(10_000, 80, 160), Bracket(50_000, 160, 320), Bracket(250_000, 360, 720),
      Bracket(nil, 720, 1440),
    ])

  /// The court fee at which FOR-2002-02-22-180 froze the ceilings of 1989.
  static let courtFee = 670

  /// One for each regulation that fixed or confirmed it; the last through the day to which the
  /// rules are reviewed.
  static let satser: [Sats] = [
    ("2002-03-01", "2002-12-31", 520), ("2003-01-01", "2004-12-31", 530),
    ("2005-01-01", "2005-12-31", 540), ("2006-01-01", "2006-12-31", 550),
    ("2007-01-01", "2007-12-31", 560), ("2008-01-01", "2008-12-31", 570),
    ("2009-01-01", "2009-12-31", 590), ("2010-01-01", "2010-12-31", 600),
    ("2011-01-01", "2011-12-31", 610), ("2012-01-01", "2012-12-31", 620),
    ("2013-01-01", "2013-12-31", 630), ("2014-01-01", "2014-12-31", 640),
    ("2015-01-01", "2015-12-31", 650), ("2016-01-01", "2016-12-31", 670),
    ("2017-01-01", "2018-12-31", 700), ("2019-01-01", "2025-12-31", 700),
    ("2026-01-01", "2026-12-31", 750),
  ].map { Sats(days: day($0.0)...day($0.1), kroner: $0.2) }

  /// The general rate of VAT, in percent: 25 from 2005.
  static func vat(on day: CivilDay) -> Int { day < Self.day("2005-01-01") ? 24 : 25 }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? .last }
}
