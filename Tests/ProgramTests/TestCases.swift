/// Case files and rules that the tests of the program share.
enum TestCase {
  /// An inkassovarsel of 15 December 2025 with this last day to pay, on a claim due 20 November.
  /// § 9 asks for 14 days counted from the day it was sent: to 29 December.
  static func notice(_ id: String, deadline: String) -> String {
    """
    {"format": "skikk-case/1", "id": "\(id)", "debtor": {"id": "D", "kind": "consumer"}, \
    "claims": [{"id": "F-1", "principal": 1990, "due": "2025-11-20"}], \
    "events": [{"id": "v", "type": "inkassovarsel", "date": "2025-12-15", "by": "creditor", \
    "deadline": "\(deadline)"}]}
    """
  }

  /// The same claim, and nothing sent; `planned` is the step to be tried, as JSON.
  static func unsent(_ id: String, planned: String? = nil) -> String {
    """
    {"format": "skikk-case/1", "id": "\(id)", "creditor": {"id": "C"}, \
    "debtor": {"id": "D", "kind": "consumer"}, \
    "claims": [{"id": "F-1", "principal": 1990, "due": "2025-11-20"}], \
    "events": []\(planned.map { ", \"planned\": \($0)" } ?? "")}
    """
  }

  /// A notice with a deadline of 13 days: a breach.
  static func short(_ id: String) -> String { notice(id, deadline: "2025-12-28") }
  /// A notice with a deadline of 14 days.
  static func lawful(_ id: String) -> String { notice(id, deadline: "2025-12-29") }

  /// Rules that judge the deadline of a notice by each verdict: `t-practice` and `t-advice` find
  /// one before 29 December 2025; `t-open` needs a fact that the cases lack.
  static let rules = """
    # Tests

    testloven (2000) § 1 · in force 2000-01-01 – · https://example.no/1

    Rules for tests.

    ```skikk
    define final-day of inkassovarsel as inkassovarsel.deadline else never
    rule t-practice · § 1 · circular
      for each inkassovarsel of each claim called notice, dated notice.date
      require final-day of notice >= 2025-12-29
      practice
      nb "For kort."
      en "Too short."
    rule t-advice · § 1 · secondary
      for each inkassovarsel of each claim called notice, dated notice.date
      require final-day of notice >= 2025-12-29
      advice
      nb "For kort."
      en "Too short."
    rule t-open · § 1 · verbatim
      for each inkassovarsel of each claim called notice, dated notice.date
      require notice.channel is post
      breach
      nb "Ikke i posten."
      en "Not by post."
    ```

    """
}
