import Rulebook
import Testing
import Values

/// Series that change with the years, written again from the regulations that fixed them and the
/// tables of ministries and agencies: the first day and the amount of each step.
@Suite("Published series")
struct PublishedSeriesTests {
  struct Series: Sendable, CustomTestStringConvertible {
    let table: String
    /// How many hundredths of what is printed a number of the table's cell is.
    let hundredths: Int64
    var through: String?
    let steps: String

    var testDescription: String { table }
  }

  /// Money is held in øre, a percentage as a fraction, a multiple as it is.
  private static let kroner: Int64 = 1
  private static let percent: Int64 = 10_000
  private static let times: Int64 = 100

  static let series = [
    // The notes to forsinkelsesrenteloven § 3; before 2006-07-01 published tables.
    Series(
      table: "late-rate", hundredths: percent, through: "2026-12-31",
      steps: """
        1994-01-01 12.00; 2004-01-01 9.25; 2004-07-01 8.75; 2005-01-01 8.75; 2005-07-01 9.00;
        2006-01-01 9.25; 2006-07-01 9.75; 2007-01-01 10.50; 2007-07-01 11.50; 2008-01-01 12.25;
        2008-07-01 12.75; 2009-01-01 10.00; 2009-07-01 8.25; 2010-01-01 8.75; 2010-07-01 9.00;
        2011-01-01 9.00; 2011-07-01 9.25; 2012-01-01 8.75; 2012-07-01 8.50; 2013-01-01 8.50;
        2013-07-01 9.50; 2014-01-01 9.50; 2014-07-01 9.50; 2015-01-01 9.25; 2015-07-01 9.00;
        2016-01-01 8.75; 2016-07-01 8.50; 2017-01-01 8.50; 2017-07-01 8.50; 2018-01-01 8.50;
        2018-07-01 8.50; 2019-01-01 8.75; 2019-07-01 9.25; 2020-01-01 9.50; 2020-07-01 8.00;
        2021-01-01 8.00; 2021-07-01 8.00; 2022-01-01 8.50; 2022-07-01 9.25; 2023-01-01 10.75;
        2023-07-01 11.75; 2024-01-01 12.50; 2024-07-01 12.50; 2025-01-01 12.50; 2025-07-01 12.25;
        2026-01-01 12.00; 2026-07-01 12.25
        """),
    // The notes to forsinkelsesrenteloven § 3 a.
    Series(
      table: "standard-compensation", hundredths: kroner, through: "2026-12-31",
      steps: """
        2013-07-01 300; 2014-01-01 320; 2014-07-01 320; 2015-01-01 330; 2015-07-01 330;
        2016-01-01 370; 2016-07-01 370; 2017-01-01 360; 2017-07-01 370; 2018-01-01 380;
        2018-07-01 380; 2019-01-01 380; 2019-07-01 390; 2020-01-01 400; 2020-07-01 430;
        2021-01-01 420; 2021-07-01 400; 2022-01-01 390; 2022-07-01 400; 2023-01-01 410;
        2023-07-01 460; 2024-01-01 470; 2024-07-01 460; 2025-01-01 470; 2025-07-01 460;
        2026-01-01 460; 2026-07-01 430
        """),
    // Rettsgebyrloven § 1, from 2018 rettsgebyrforskriften § 2-1.
    Series(
      table: "rettsgebyr", hundredths: kroner,
      steps: """
        2002-01-01 670; 2003-01-01 700; 2003-07-01 740; 2004-07-01 845; 2006-01-01 860;
        2016-01-01 1025; 2017-01-01 1049; 2018-01-01 1130; 2019-01-01 1150; 2020-01-01 1172;
        2021-01-01 1199; 2022-01-01 1223; 2023-01-01 1243; 2024-01-01 1277; 2025-01-01 1314;
        2026-01-01 1345
        """),
    // FOR-2002-02-22-180.
    Series(
      table: "old-base", hundredths: kroner, steps: "2002-01-01 670; 2002-03-01 670"),
    // Rettsgebyrloven §§ 7 and 14, with the acts that changed them.
    Series(
      table: "forliksklage-fee", hundredths: times,
      steps: "2002-01-01 1; 2019-01-01 1.15; 2022-01-01 1.1; 2024-07-01 1.54"),
    Series(
      table: "utlegg-fee", hundredths: times,
      steps: """
        2007-01-01 1.85; 2016-01-01 1.7; 2021-01-01 1.25; 2022-01-01 1.21; 2025-01-01 0.69
        """),
    Series(
      table: "konkursvarsel-fee", hundredths: times,
      steps: "1993-01-01 0.5; 2022-01-01 0.4; 2024-07-01 0.5"),
    // Tvisteloven § 6-13, FOR-1992-12-04-898, FOR-2020-10-23-2120.
    Series(
      table: "forliksklage-writing-cost", hundredths: times,
      steps: "2008-01-01 1; 2021-02-01 0.5"),
    Series(
      table: "forliksklage-writing-cost-alone", hundredths: times, steps: "2008-01-01 4"),
    Series(
      table: "utlegg-writing-cost", hundredths: times,
      steps: "1993-01-01 1; 2021-02-01 0.5"),
    Series(table: "vat-rate", hundredths: percent, steps: "2002-03-01 24; 2005-01-01 25"),
    Series(
      table: "inkassosats", hundredths: kroner,
      steps: """
        2002-03-01 520; 2003-01-01 530; 2005-01-01 540; 2006-01-01 550; 2007-01-01 560;
        2008-01-01 570; 2009-01-01 590; 2010-01-01 600; 2011-01-01 610; 2012-01-01 620;
        2013-01-01 630; 2014-01-01 640; 2015-01-01 650; 2016-01-01 670; 2017-01-01 700;
        2019-01-01 700; 2026-01-01 750
        """),
    // Inkassoforskriften § 2-4, of which FOR-2006-01-27-98 kept the amount.
    Series(
      table: "instalment-uplift", hundredths: times, steps: "2002-03-01 1.5; 2006-01-27 1.5"),
  ]

  @Test("stand in the rules as they were published", arguments: series)
  func stand(series: Series) throws {
    let table = try #require(Shipped.program.tables.first { $0.name == series.table })
    let steps = series.steps.split(whereSeparator: { ";\n".contains($0) })
      .map { $0.split(separator: " ") }
    #expect(table.rows.map { $0.period.from?.description } == steps.map { String($0[0]) })
    for (row, step) in zip(table.rows, steps) {
      guard case .number(let number) = row.cells[0] else {
        Issue.record("\(series.table) of \(step[0]) holds no number")
        continue
      }
      let printed = try #require(Money(step[1]))
      #expect(try number.multiplied(by: Ratio(series.hundredths)) == printed.ratio, "\(step[0])")
    }
    #expect(table.rows.last?.period.through?.description == series.through)
  }

  /// Norwegian public holidays, as calendars print them; Sundays come besides.
  @Test(
    "the holidays of a year are those of the calendar",
    arguments: [
      """
      2025-01-01 2025-04-17 2025-04-18 2025-04-21 2025-05-01 2025-05-17 2025-05-29 2025-06-09
      2025-12-25 2025-12-26
      """,
      """
      2026-01-01 2026-04-02 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-17 2026-05-25
      2026-12-25 2026-12-26
      """,
    ])
  func holidays(text: String) throws {
    let table = try #require(Shipped.program.tables.first { $0.name == "holidays" })
    let holidays = Set(text.split { " \n".contains($0) }.map(String.init))
    let newYear = try #require(holidays.min().flatMap { CivilDay($0) })
    for offset in 0..<365 {
      let day = try newYear.adding(days: offset)
      #expect(
        table.has(day) == (holidays.contains("\(day)") || day.weekday == .sunday), "\(day)")
    }
  }
}
