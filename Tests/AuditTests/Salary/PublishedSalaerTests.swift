import Audit
import Testing
import Values

/// Tables of kroner as Finanstilsynet, agencies and guides have published them: a consumer and
/// others, without VAT and with 25 percent.
@Suite("Published tables of salær")
struct PublishedSalaerTests {
  struct Table: Sendable, CustomTestStringConvertible {
    let source: String
    let due: CivilDay
    let paid: CivilDay
    /// For claims up to so many kroner, or all above: light and heavy for a consumer, for a
    /// consumer with VAT, for others, for others with VAT.
    let rows: [(upTo: Int?, cells: String)]

    init(_ source: String, due: String, paid: String, _ rows: [(Int?, String)]) {
      self.source = source
      self.due = Regulation.day(due)
      self.paid = Regulation.day(paid)
      self.rows = rows
    }

    var testDescription: String { source }
  }

  static let tables = [
    Table(
      "Total Kapital 2019, Sergel, inkassoguiden 2020: due by 30 September 2020",
      due: "2018-11-15", paid: "2019-06-28",
      [
        (2500, "350/700 437.50/875 525/1050 656.25/1312.50"),
        (10_000, "700/1400 875/1750 1050/2100 1312.50/2625"),
        (50_000, "1400/2800 1750/3500 2100/4200 2625/5250"),
        (250_000, "2800/5600 3500/7000 4200/8400 5250/10500"),
        (nil, "5600/11200 7000/14000 8400/16800 10500/21000"),
      ]),
    // Sergel cuts 328.125 and 459.375 off after the øre, the tables of 2026 round them up.
    Table(
      "Sergel, Kravia and BAHS 2020: due from 1 October 2020",
      due: "2024-11-15", paid: "2025-06-30",
      [
        (500, "175/350 218.75/437.50 262.50/525 328.13/656.25"),
        (1000, "245/490 306.25/612.50 367.50/735 459.38/918.75"),
        (2500, "280/560 350/700 420/840 525/1050"),
        (10_000, "560/1120 700/1400 840/1680 1050/2100"),
        (50_000, "1120/2240 1400/2800 1680/3360 2100/4200"),
        (250_000, "2520/5040 3150/6300 3780/7560 4725/9450"),
        (nil, "5040/10080 6300/12600 7560/15120 9450/18900"),
      ]),
    Table(
      "Finanstilsynet 2026, as quoted",
      due: "2025-11-14", paid: "2026-06-30",
      [
        (500, "187.50/375 234.38/468.75 281.25/562.50 351.56/703.13"),
        (1000, "262.50/525 328.13/656.25 393.75/787.50 492.19/984.38"),
        (2500, "300/600 375/750 450/900 562.50/1125"),
        (10_000, "600/1200 750/1500 900/1800 1125/2250"),
        (50_000, "1200/2400 1500/3000 1800/3600 2250/4500"),
        (250_000, "2700/5400 3375/6750 4050/8100 5062.50/10125"),
        (nil, "5400/10800 6750/13500 8100/16200 10125/20250"),
      ]),
  ]

  @Test("hold to the øre", arguments: tables, [false, true])
  func hold(table: Table, isHeavy: Bool) throws {
    for (upTo, cells) in table.rows {
      let columns = cells.split(separator: " ").map { $0.split(separator: "/")[isHeavy ? 1 : 0] }
      for (number, cell) in columns.enumerated() {
        let setting = SalaerSetting(
          isHeavy: isHeavy, isConsumer: number < 2, addsVAT: !number.isMultiple(of: 2))
        let most = Int(try #require(Money(cell)).ore)
        try SalaerCase(
          charging: most, for: 100 * (upTo ?? 10_000_000), due: table.due, paid: table.paid,
          setting: setting, wait: 28
        ).expect(
          SalaerCase.Outcome(excess: ["1"]),
          by: SalaerCase.auditor(setting.rule, on: table.paid))
      }
    }
  }
}
