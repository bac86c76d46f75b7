import Audit
import Values

/// A scorecard by RFC 4180: for each group a line for all of it, with an empty rule, and one for
/// each rule that found something or left it open. Names are as they are in the cases.
struct ScoreTable {
  let card: Scorecard
  let slice: ScoreSlice

  private static let header = [
    "by", "id", "name", "rule", "part", "verdict", "cases", "casesWithFindings",
    "casesPerThousand", "findings", "findingsPerThousand", "undetermined", "demandedLowest",
    "demandedHighest", "lawfulLowest", "lawfulHighest", "excess", "atRisk", "refundDue",
  ]

  /// The table: all cases first, then group by group.
  var text: String {
    let all = ScoreGroup(id: nil, name: nil, score: card.total)
    let groups = ScoreGroup.all(of: card, by: slice)
    return CSVLine.text(Self.header.map { .plain($0) }) + lines("all", all)
      + groups.map { lines(slice.rawValue, $0) }.joined()
  }

  private func lines(_ kind: String, _ group: ScoreGroup) -> String {
    let start = [CSVLine.Cell.plain(kind), .text(group.id ?? ""), .text(group.name ?? "")]
    let causes = group.score.causes.sorted { $0.key < $1.key }.map { cause, count in
      CSVLine.text(start + cells(cause, count, of: group.score.cases))
    }
    return CSVLine.text(start + cells(group.score)) + causes.joined()
  }

  private func cells(_ score: Score) -> [CSVLine.Cell] {
    let findings = score.breach + score.practice + score.advice
    return [
      "", "", "", "\(score.cases)", "\(score.withFindings)",
      PerThousand(score.withFindings, of: score.cases).text, "\(findings)",
      PerThousand(findings, of: score.cases).text, "\(score.undetermined)",
      score.demanded.lowest.text, score.demanded.highest.text, score.lawful.lowest.text,
      score.lawful.highest.text, score.excess.text, score.atRisk.text, score.refundDue.text,
    ].map { .plain($0) }
  }

  private func cells(
    _ cause: FindingCause, _ count: CauseCount, of cases: Int
  ) -> [CSVLine.Cell] {
    [
      .text(cause.rule), .text(cause.part ?? ""), .plain(count.verdict.rawValue),
      .plain("\(cases)"), .plain("\(count.cases)"),
      .plain(PerThousand(count.cases, of: cases).text),
      .plain("\(count.findings)"), .plain(PerThousand(count.findings, of: cases).text),
      .plain("\(count.open)"), .plain(""), .plain(""), .plain(""), .plain(""),
      .plain(count.excess.text), .plain(count.atRisk.text), .plain(""),
    ]
  }
}
