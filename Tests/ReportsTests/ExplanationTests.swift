import Casebook
import Rulebook
import Testing

@testable import Reports

@Suite("Explanations") struct ExplanationTests {
  /// A small rule set: one section with a rule, a definition, a choice, an exception and examples;
  /// a table in a document of its own.
  static let documents: [(path: String, text: String)] = [
    ("README.md", "# Rules\n\nreviewed through 2026-12-31 · covers from 1989-10-01\n"),
    ("satser/sats.md", tables),
    ("loven/09-varsel.md", section),
  ]

  private static let tables = """
    # Satsen

    forskriften (1989) § 1-1 · in force 1989-10-01 – · https://example.no/1-1

    The unit of every fee.

    ## Sats

    | from       | kroner | source |
    | ---------- | -----: | ------ |
    | 2026-01-01 |    750 | second |
    | 2019-01-01 |    700 | first  |

    ## Holidays

    | each year  |
    | ---------- |
    | 01-01      |
    | easter - 2 |
    | sunday     |

    """

  private static let section = """
    # § 9 Varsel

    loven (1988) § 9 · in force 1989-10-01 – · https://example.no/9

    The debtor must have had a notice first:

    - in writing,
    - with at least 14 days to pay.

    ### `pay-in-time`

    ```skikk
    define shortest-end of inkassovarsel as        -- the earliest day that may be stated
      when choice counting is from-sending: inkassovarsel.date + 14 days
      otherwise inkassovarsel.date + 15 days
    ```

    ## Deadline

    Weekends do not extend it.

    ```skikk
    choice counting = from-sending | from-arrival default from-sending because "the act says sent"

    consequence agency-costs-lost of claim
      nb "vederlaget til inkassator kan ikke kreves"  en "the agency's fee cannot be claimed"

    rule l-9-deadline · § 9(2) s. 1 · verbatim
      for each inkassovarsel of each claim called notice where notice.deadline is not none
      dated notice.date
      require (notice.deadline else never) >= shortest-end of notice
      breach, agency-costs-lost
      nb "Varselet {notice.date} ga for kort frist."
      en "The notice of {notice.date} gave too little time."

    rule l-9-fee · § 9(3) · interpretation
      for each inkassovarsel of each claim called notice
      in force 2002-01-01 – 2020-12-31, dated notice.date
      forbid (sum item.amount over item of notice) > sats on notice.date
      practice when confirmed, at-risk agency-costs-lost
      nb "For dyrt."
      en "Too expensive."

    exception l-12-bill to l-9-deadline · § 12(1) s. 1
      of claim, when claim.kind is veksel
    ```

    ## Examples

    | case     | with                    | rule         | expect | excess |
    | -------- | ----------------------- | ------------ | ------ | ------ |
    | l/notice | v.deadline = 2026-01-19 | l-9-deadline | met    |        |
    |          | v.deadline = 2026-01-18 | l-9-deadline | breach | 35.00  |

    """

  static func program() throws -> Program {
    let (program, diagnostics) = RuleSet(documents: documents).compiled(with: .standard)
    #expect(diagnostics.map(\.rendered) == [])
    return program
  }

  private func explained(_ words: String, _ language: Language) throws -> String {
    let program = try Self.program()
    // Not asked in the macro: a failure would print the whole program.
    guard let question = Question(words, in: program) else { return "no such thing: \(words)" }
    return Explanation(program: program, language: language, on: Sample.day("2026-01-05"))
      .text(of: question)
  }

  @Test(
    "of a rule give its document's words, its text and what it rests on",
    arguments: Language.allCases)
  func rule(language: Language) throws {
    try Snapshot.expect(
      try explained("l-9-deadline", language), is: "explain-rule.\(language).txt")
  }

  @Test("of a section give every rule of it", arguments: Language.allCases)
  func section(language: Language) throws {
    try Snapshot.expect(try explained("§ 9", language), is: "explain-section.\(language).txt")
    #expect(try explained("loven § 9", language) == explained("§ 9", language))
    #expect(try explained("l-9", language) == explained("§ 9", language))
  }

  @Test("of a document of tables give the rows that hold on the day", arguments: Language.allCases)
  func tables(language: Language) throws {
    try Snapshot.expect(try explained("§ 1-1", language), is: "explain-table.\(language).txt")
  }

  @Test("of a choice give its readings and why there are several") func choice() throws {
    let text = try explained("counting", .en)
    #expect(text.contains("counting = from-sending (default) | from-arrival | open"))
    #expect(text.contains("the act says sent"))
  }

  @Test(
    "are not made up for words that mean nothing",
    arguments: ["", "l-", "l-9-dead", "§ 99", "x § 9", "§"])
  func nothing(words: String) throws {
    let question = Question(words, in: try Self.program())
    #expect(question == nil)
  }
}
