import Audit
import Testing

/// Sums over days go on from where one from the same day has ended.
@Suite("Sums over days")
struct DaySumTests {
  /// 1 krone a day in 2025, 3 kroner in January 2026, 2 from then on; half of it for a claim whose
  /// principal is 1000.
  let tables = """
    ## Daily

    | from       | kroner |
    | ---------- | -----: |
    | 2026-02-01 |      2 |
    | 2026-01-01 |      3 |
    | 2025-01-01 |      1 |

    """
  let declarations = """
    define share of claim as
      when claim.principal = 1000 kroner: 1/2
      otherwise 1
    define run of claim on day as
      sum daily on date * share of claim over date from 2025-12-30 through day
    """

  /// What each claim's sums come to, in the order in which they are asked for.
  func sums(_ days: (day: String, whole: String, half: String)...) throws -> Answer {
    func noneIsOtherThan(_ amount: String, _ day: String, ofPrincipal principal: Int) -> String {
      """
      (no claim called one
        where one.principal = \(principal) kroner and not (run of one on \(day) = \(amount) kroner))
      """
    }
    let asked = days.flatMap { day, whole, half in
      [
        noneIsOtherThan(whole, day, ofPrincipal: 2000),
        noneIsOtherThan(half, day, ofPrincipal: 1000),
      ]
    }
    return try ask(
      asked.joined(separator: " and "),
      tinyCase(
        claims: tinyClaim("F-1") + "," + tinyClaim("F-2", #""principal":1000,"due":"2026-01-02""#)),
      declarations: declarations, tables: tables)
  }

  @Test("come to the same in whatever order they are asked for")
  func order() throws {
    // 30 and 31 December: 2. Nine days of January: 27. All of it: 93. Four days of February: 8.
    #expect(
      try sums(
        (day: "2025-12-31", whole: "2", half: "1"), (day: "2026-01-09", whole: "29", half: "14.5"),
        (day: "2026-02-04", whole: "103", half: "51.5")) == .yes)
    #expect(
      try sums(
        (day: "2026-02-04", whole: "103", half: "51.5"),
        (day: "2025-12-30", whole: "1", half: "0.5"),
        (day: "2026-01-31", whole: "95", half: "47.5"),
        (day: "2026-02-01", whole: "97", half: "48.5"),
        (day: "2025-12-29", whole: "0", half: "0")) == .yes)
    #expect(try sums((day: "2026-02-04", whole: "102", half: "51.5")) == .no)
  }
}
