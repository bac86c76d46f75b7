import Audit
import Casebook
import Rulebook
import Values

/// The format `skikk-scorecard/1`: what each key says, and how it is written. It is the same in
/// every language, and has everything that is needed to put scorecards together.
enum ScorecardFormat {
  /// The name of the format.
  static let name = "skikk-scorecard/1"

  /// A scorecard.
  static let scorecard = Shape<Scorecard>.object(
    "scorecard", "A scorecard of skikk score --format json.", layout: .lines,
    [
      .always(
        "format", "The name of this format.",
        Shape<String>(.constant(name)) { name, _ in .string(name) }
      ) { _, _ in name },
      .always("ruleSet", "The rules that were applied.", FindingsFormat.ruleSet) { card, _ in
        card.basis.context
      },
      .always("selection", "A hash of the ids of the rules that were applied.", .text) { card, _ in
        card.basis.selection
      },
      .always("asOf", "The day of evaluation.", .day) { card, _ in card.basis.context.asOf },
      .always("total", "All cases.", score) { card, _ in card.total },
      .always(
        "agencies", "The cases of each agency; id null: nobody but the creditor collects.",
        party.list(.lines)
      ) { card, _ in PartyScore.all(card.agencies, card.agencyNames) },
      .always(
        "creditors", "The cases of each creditor; id null: the file does not name it.",
        party.list(.lines)
      ) { card, _ in PartyScore.all(card.creditors, card.creditorNames) },
      .always(
        "months", "The cases taken for collection in each month; null: not known.",
        month.list(.lines)
      ) { card, _ in MonthScore.all(card.months) },
      .always("measures", "What the measures of the rules count.", measure.list(.lines)) {
        card, _ in card.basis.context.measures
      },
      .always("measured", "What was counted, for each party and quarter.", measured.list(.lines)) {
        card, _ in card.receipt.measured.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      },
      .always("receipt", "What the run did.", FindingsFormat.receipt) { card, _ in card.receipt },
    ])

  /// The score of a party.
  struct PartyScore {
    let id: String?
    let name: String?
    let score: Score

    /// By id, without one first.
    static func all(_ scores: [String?: Score], _ names: [String: String]) -> [PartyScore] {
      scores.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { id, score in
        PartyScore(id: id, name: id.flatMap { names[$0] }, score: score)
      }
    }
  }

  private static let party = Shape<PartyScore>.object(
    "party", "The cases of an agency or a creditor.", layout: .lines,
    [
      .always("id", "Its id.", Shape.text.orNull) { party, _ in party.id },
      .sometimes("name", "Its name, where a case gives it.", .text) { party, _ in party.name },
      .always("score", "Its cases.", score) { party, _ in party.score },
    ])

  /// The score of a month.
  struct MonthScore {
    let month: Month?
    let score: Score

    /// By month, the unknown first.
    static func all(_ scores: [Month?: Score]) -> [MonthScore] {
      scores.sorted { ($0.key?.description ?? "") < ($1.key?.description ?? "") }
        .map { MonthScore(month: $0, score: $1) }
    }
  }

  private static let month = Shape<MonthScore>.object(
    "monthScore", "The cases that were taken in a month.", layout: .lines,
    [
      .always("month", "The month, as 2026-03; null where no day is known.", Shape.month.orNull) {
        month, _ in month.month
      },
      .always("score", "Its cases.", score) { month, _ in month.score },
    ])
}

extension Shape<Month> {
  /// A month: `2026-03`.
  static var month: Shape {
    Shape(.form(pattern: "^[0-9]{4}-[0-9]{2}$")) { month, _ in .string("\(month)") }
  }
}

extension Shape<KronerTotal> {
  /// Kroner: two decimals, up to six where there are more.
  static var kroner: Shape {
    Shape(.number) { total, _ in .number(total.text) }
  }
}

/// The JSON Schema of scorecards, made from the description the writer uses.
public enum ScorecardSchema {
  /// JSON Schema 2020-12, as `skikk schema scorecard` prints it.
  public static var text: String {
    guard case .object(let root) = ScorecardFormat.scorecard.schema else { return "" }
    return FindingsSchema.document(ScorecardFormat.name, root)
  }
}
