import Testing

@Suite("Days, months and banking days")
struct DayTests {
  func day(_ expression: String, _ wanted: String) throws -> Answer {
    try ask("\(expression) = \(wanted)", tinyCase(), tables: holidays)
  }

  /// Easter 2026 is 5 April.
  let holidays = """
    ## Holidays

    | each year | what |
    |---|---|
    | sunday | every Sunday |
    | 01-01 | New Year's Day |
    | easter - 3 | skjærtorsdag |
    | easter - 2 | langfredag |
    | easter + 1 | annen påskedag |
    | 05-01 | 1 May |
    | 12-25 | første juledag |
    | 12-26 | annen juledag |
    """

  @Test("days are added and taken away across the end of months and years")
  func days() throws {
    #expect(try day("2025-12-22 + 14 days", "2026-01-05") == .yes)
    #expect(try day("2026-03-01 - 1 day", "2026-02-28") == .yes)
    #expect(try day("2024-03-01 - 1 day", "2024-02-29") == .yes)
    #expect(try ask("2026-01-19 - 2026-01-05 = 14 days", tinyCase()) == .yes)
  }

  @Test("months keep the number of the day, or fall back to the last day of the month")
  func months() throws {
    #expect(try day("2025-08-31 + 6 months", "2026-02-28") == .yes)
    #expect(try day("2023-08-31 + 6 months", "2024-02-29") == .yes)
    #expect(try day("2026-01-31 + 1 month", "2026-02-28") == .yes)
    #expect(try day("2026-02-28 + 1 month", "2026-03-28") == .yes)
    #expect(try day("2026-03-31 - 1 month", "2026-02-28") == .yes)
    #expect(try day("2024-02-29 + 1 year", "2025-02-28") == .yes)
  }

  @Test("banking days step over weekends and public holidays, both ways")
  func bankingDays() throws {
    // 2026-04-02 to 2026-04-06: skjærtorsdag to annen påskedag.
    #expect(try day("2026-04-01 + 1 banking-day", "2026-04-07") == .yes)
    #expect(try day("2026-04-07 - 1 banking-day", "2026-04-01") == .yes)
    #expect(try day("2026-04-07 - 3 banking-days", "2026-03-30") == .yes)
    // A Friday, a Saturday and a Sunday have the same next banking day.
    #expect(try day("2026-01-16 + 1 banking-day", "2026-01-19") == .yes)
    #expect(try day("2026-01-17 + 1 banking-day", "2026-01-19") == .yes)
    #expect(try day("2026-01-18 + 1 banking-day", "2026-01-19") == .yes)
    // 24 and 31 December are ordinary days.
    #expect(try day("2025-12-23 + 1 banking-day", "2025-12-24") == .yes)
    #expect(try day("2025-12-24 + 1 banking-day", "2025-12-29") == .yes)
    #expect(try day("2026-04-30 + 1 banking-day", "2026-05-04") == .yes)
  }

  @Test("a calendar has its days and no others")
  func calendar() throws {
    func has(_ day: String) throws -> Answer {
      try ask("holidays has \(day)", tinyCase(), tables: holidays)
    }
    #expect(try has("2026-04-02") == .yes)
    #expect(try has("2026-04-05") == .yes)
    #expect(try has("2026-04-06") == .yes)
    #expect(try has("2026-04-07") == .no)
    #expect(try has("2025-04-18") == .yes)
    #expect(try has("2026-01-18") == .yes)
    #expect(try has("2026-12-24") == .no)
  }

  @Test("`never` and `long-ago` lie beyond every day, and stay there")
  func ends() throws {
    #expect(try ask("never > 9999-12-31 and long-ago < 1600-01-01", tinyCase()) == .yes)
    #expect(try day("never + 14 days", "never") == .yes)
    #expect(try day("long-ago - 1 month", "long-ago") == .yes)
    #expect(try day("later of (2026-01-05, never)", "never") == .yes)
    #expect(try day("earlier of (2026-01-05, never)", "2026-01-05") == .yes)
  }

  @Test("an unknown day moves with what is added to it")
  func unknownDays() throws {
    let text = tinyCase(purring("a"), more: #""extracted":"2026-02-28","#)
    let sent = "((first purring of claim).date else never)"
    #expect(try ask("\(sent) <= 2026-02-28", text) == .yes)
    #expect(try ask("\(sent) + 14 days <= 2026-03-14", text) == .yes)
    #expect(try ask("\(sent) + 1 month <= 2026-03-28", text) == .yes)
    #expect(try ask("\(sent) + 14 days < 2026-03-14", text) == .open("/events/0/date"))
    #expect(try ask("\(sent) >= 1989-10-01", text) == .yes)
    #expect(try ask("later of (\(sent), 2026-02-28) = 2026-02-28", text) == .yes)
  }

  @Test("amounts are exact, and rounded only where that is written")
  func rounding() throws {
    func sum(_ text: String, _ wanted: String) throws -> Answer {
      try ask("\(text) = \(wanted) kroner", tinyCase())
    }
    #expect(try sum("750 kroner * 1/20", "37.50") == .yes)
    #expect(try sum("(750 kroner * 1/20) rounded half up to 1 krone", "38") == .yes)
    #expect(try sum("(750 kroner * 3/20) rounded half up to 1 krone", "113") == .yes)
    #expect(try sum("(750 kroner * 3/20) rounded half even to 1 krone", "112") == .yes)
    #expect(try sum("(750 kroner * 3/20) rounded down to 1 krone", "112") == .yes)
    #expect(try sum("(100 kroner / 3) * 3", "100") == .yes)
    #expect(try sum("(100 kroner / 3) rounded half up to 0.01 kroner", "33.33") == .yes)
    #expect(try sum("larger of (5 kroner, 25 % * 21 kroner)", "5.25") == .yes)
    #expect(try sum("smaller of (5 kroner, 25 % * 21 kroner)", "5") == .yes)
  }
}
