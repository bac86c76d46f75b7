import Foundation
import Testing

@testable import Audit
@testable import Reports

@Suite("The report of a scorecard") struct ScoreReportTests {
  private static let card = ScoreSample.card(ScoreSample.reports(60, seed: 3))

  @Test("tells people how much is wrong, with whom and why", arguments: Language.allCases)
  func text(language: Language) throws {
    let text = ScoreFormat.text.report(of: Self.card, by: .agency, in: language)
    try Snapshot.expect(text, is: "score.\(language).txt")
  }

  @Test(
    "is divided by creditor or month, and has it all when asked", arguments: ScoreSlice.allCases)
  func slices(slice: ScoreSlice) throws {
    let text = ScoreFormat.text.report(of: Self.card, by: slice, in: .en, detail: .verbose)
    try Snapshot.expect(text, is: "score-\(slice)-verbose.en.txt")
  }

  @Test("is one table when nothing more is wanted") func quiet() {
    let text = ScoreFormat.text.report(of: Self.card, by: .creditor, in: .en, detail: .quiet)
    #expect(text.contains("By creditor") && !text.contains("Worst cases"))
    #expect(text.split(separator: "\n").filter { $0.contains("Kraft AS") }.count == 1)
  }

  @Test("for programs is of the form that its schema says") func schema() throws {
    let text = ScorecardTests.json(Self.card)
    try Snapshot.expect(text, is: "scorecard.json")
    try Snapshot.expect(ScorecardSchema.text, is: "scorecard.schema.json")
    #expect(try SchemaCheck.faults(in: text, ScorecardSchema.text).isEmpty)
    let broken = text.replacingOccurrences(of: "\"refundDue\"", with: "\"refund\"")
    #expect(try !SchemaCheck.faults(in: broken, ScorecardSchema.text).isEmpty)
  }

  @Test("for programs is the same in every language") func languages() {
    let other = ScoreFormat.json.report(of: Self.card, by: .month, in: .nb)
    #expect(other == ScorecardTests.json(Self.card))
  }

  @Test("for spreadsheets has as many cells in every line") func table() throws {
    let text = ScoreFormat.csv.report(of: Self.card, by: .agency, in: .nb)
    let lines = text.components(separatedBy: "\r\n").dropLast()
    try Snapshot.expect(lines.joined(separator: "\n") + "\n", is: "score.csv")
    #expect(!lines.contains { $0.contains("\n") })
    // Names with commas stand between quotes: taken out before the cells are counted.
    let cells = lines.map { line in
      line.replacingOccurrences(of: "\"'=Kvikk, \"\"AS\"\"\"", with: "name").split(
        separator: ",", omittingEmptySubsequences: false
      ).count
    }
    #expect(Set(cells) == [19] && lines.count > 10)
  }

  @Test("of no cases is a report all the same") func empty() throws {
    let card = Scorecard(basis: ScoreSample.basis)
    #expect(
      ScoreFormat.text.report(of: card, by: .agency, in: .en)
        .hasPrefix("Scorecard of 0 cases as of 22 November 2026"))
    let text = ScorecardTests.json(card)
    #expect(try SchemaCheck.faults(in: text, ScorecardSchema.text).isEmpty)
  }
}
