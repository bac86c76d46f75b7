import Audit
import Casebook
import Values

extension ScorecardFormat {
  /// What was found in some cases.
  static let score = Shape<Score>.object(
    "score", "What was found in some cases.", layout: .lines,
    [
      .always("cases", "Cases.", .count) { score, _ in score.cases },
      .always("withFindings", "Cases that break the law or good practice.", .count) { score, _ in
        score.withFindings
      },
      .always("perThousand", "The same of 1 000 cases, to one decimal.", .number) { score, _ in
        PerThousand(score.withFindings, of: score.cases).text
      },
      .always("breach", "Findings: breach of statute or regulation.", .count) { score, _ in
        score.breach
      },
      .always("practice", "Findings: breach of good practice.", .count) { score, _ in
        score.practice
      },
      .always("advice", "Findings: recommended practice not followed.", .count) { score, _ in
        score.advice
      },
      .always("undetermined", "Subjects that could not be decided.", .count) { score, _ in
        score.undetermined
      },
      .always("demanded", "What was asked for.", range) { score, _ in score.demanded },
      .always("lawful", "What may be claimed, before payments.", range) { score, _ in
        score.lawful
      },
      .always("excess", "Too much in any case, each krone once.", .kroner) { score, _ in
        score.excess
      },
      .always("atRisk", "What more may be too much, as open questions fall.", .kroner) {
        score, _ in score.atRisk
      },
      .always("refundDue", "What is to be paid back in any case.", .kroner) { score, _ in
        score.refundDue
      },
      .always("causes", "What each rule found.", cause.list(.lines)) { score, _ in
        score.causes.sorted { $0.key < $1.key }.map { ($0.key, $0.value, score.cases) }
      },
      .sometimes("trend", "The cases by the month they were taken in.", trend.list(.lines)) {
        score, _ in
        score.months.isEmpty
          ? nil
          : score.months.sorted { ($0.key?.description ?? "") < ($1.key?.description ?? "") }
            .map { ($0.key, $0.value) }
      },
      .always("worst", "The worst cases, the worst first.", worst.list(.lines)) { score, _ in
        score.worst.cases
      },
    ])

  private static let range = Shape<KronerRange>.object(
    "range", "A sum of amounts that are not all known to the øre.",
    [
      .always("lowest", "The least it can be.", .kroner) { range, _ in range.lowest },
      .always("highest", "The most it can be.", .kroner) { range, _ in range.highest },
      .always("unknown", "Cases that are not in it, because nothing is known.", .count) {
        range, _ in range.unknown
      },
    ])

  private static let cause = Shape<(FindingCause, CauseCount, Int)>.object(
    "cause", "What one rule, or a part of it, found.",
    [
      .always("rule", "The rule.", .text) { cause, _ in cause.0.rule },
      .sometimes("part", "The part of the rule.", .text) { cause, _ in cause.0.part },
      .always(
        "verdict", "The worst verdict it gave; undetermined where it found nothing.",
        .choice(["breach", "practice", "advice", "undetermined"])
      ) { cause, _ in cause.1.verdict.rawValue },
      .always("law", "Where it comes from.", .text) { cause, _ in cause.1.law },
      .always("findings", "Findings.", .count) { cause, _ in cause.1.findings },
      .always("perThousand", "Findings of 1 000 cases, to one decimal.", .number) { cause, _ in
        PerThousand(cause.1.findings, of: cause.2).text
      },
      .always("cases", "Cases with such a finding.", .count) { cause, _ in cause.1.cases },
      .always("open", "Subjects that could not be decided.", .count) { cause, _ in cause.1.open },
      .always("excess", "Too much by these findings, each by itself.", .kroner) { cause, _ in
        cause.1.excess
      },
      .always("atRisk", "What more may be too much by them.", .kroner) { cause, _ in
        cause.1.atRisk
      },
    ])

  private static let trend = Shape<(Month?, Score.MonthCount)>.object(
    "monthCount", "The cases of one month.",
    [
      .always("month", "The month, as 2026-03; null where no day is known.", Shape.month.orNull) {
        month, _ in month.0
      },
      .always("cases", "Cases.", .count) { month, _ in month.1.cases },
      .always("withFindings", "Cases that break the law or good practice.", .count) { month, _ in
        month.1.withFindings
      },
      .always("excess", "Too much in any case.", .kroner) { month, _ in month.1.excess },
    ])

  private static let worst = Shape<WorstCase>.object(
    "worstCase", "A case that stands high on the list.",
    [
      .always("id", "The case number.", .text) { one, _ in one.id },
      .always("agency", "Id of the agency.", Shape.text.orNull) { one, _ in one.agency },
      .always("creditor", "Id of the creditor.", Shape.text.orNull) { one, _ in one.creditor },
      .always("excess", "Too much in any case.", .kroner) { one, _ in one.excess },
      .always("atRisk", "What more may be too much.", .kroner) { one, _ in one.atRisk },
      .always("breach", "Breaches of the law.", .count) { one, _ in one.breach },
      .always("practice", "Breaches of good practice.", .count) { one, _ in one.practice },
      .always("rule", "The rule of the worst finding.", .text) { one, _ in one.cause.rule },
      .sometimes("part", "Its part.", .text) { one, _ in one.cause.part },
    ])

  /// What a measure counts.
  static let measure = Shape<MeasureInfo>.object(
    "measure", "What a measure counts; never a finding.",
    [
      .always("rule", "The rule that measures.", .text) { info, _ in info.rule },
      .sometimes("part", "The part of the rule.", .text) { info, _ in info.part },
      .always("nb", "What is counted, in bokmål.", .text) { info, _ in info.label.nb },
      .always("en", "What is counted, in English.", .text) { info, _ in info.label.en },
      .always("law", "Where it comes from.", .text) { info, _ in info.law },
      .always("by", "Whose subjects are counted together: agency or creditor.", .text) {
        info, _ in info.party
      },
      .always("needs", "The fewest subjects that make a share.", .count) { info, _ in info.needs },
      .sometimes("reference", "A share to compare with, as a fraction.", .fraction) { info, _ in
        info.reference
      },
    ])

  /// What a measure counted.
  static let measured = Shape<(Measured.Key, Measured)>.object(
    "measured", "What a measure counted for one party in one quarter.",
    [
      .always("rule", "The rule that measures.", .text) { line, _ in line.0.rule },
      .sometimes("part", "The part of the rule.", .text) { line, _ in line.0.part },
      .always("party", "Id of the party; null where the files name none.", Shape.text.orNull) {
        line, _ in line.0.party
      },
      .always(
        "quarter", "The quarter of the deciding day, as 2026-Q1; null where it is not known.",
        Shape.text.orNull
      ) { line, _ in line.0.quarter?.description },
      .always("reached", "Subjects that met the test.", .count) { line, _ in line.1.reached },
      .always("missed", "Subjects that did not.", .count) { line, _ in line.1.missed },
      .always("unknown", "Subjects of which it is not known.", .count) { line, _ in
        line.1.unknown
      },
    ])
}

extension Shape<String> {
  /// A number that has been written out.
  static var number: Shape {
    Shape(.number) { text, _ in .number(text) }
  }
}

extension Shape<Ratio> {
  /// An exact fraction: `93/100`.
  static var fraction: Shape {
    Shape(.form(pattern: "^-?[0-9]+/[0-9]+$")) { ratio, _ in
      .string("\(ratio.numerator)/\(ratio.denominator)")
    }
  }
}

/// How many of 1 000, to the nearest tenth.
struct PerThousand {
  /// Tenths of one of 1 000.
  let tenths: Int

  init(_ count: Int, of all: Int) {
    tenths = all == 0 ? 0 : Int((Int128(count) * 20_000 / Int128(all) + 1) / 2)
  }

  /// With a point and one decimal: `153.0`.
  var text: String { "\(tenths / 10).\(tenths % 10)" }
}
