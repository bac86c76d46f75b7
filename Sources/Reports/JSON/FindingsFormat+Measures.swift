import Audit
import Values

extension FindingsFormat {
  /// What a measure counted for one party in one quarter.
  static let measured = Shape<MeasureLine>.object(
    "measure", "What a measure counted for one party in one quarter; never a finding.",
    [
      .always("rule", "The rule that measures.", .text) { line, _ in line.info.rule },
      .sometimes("part", "The part of the rule.", .text) { line, _ in line.info.part },
      .always("what", "What is counted, in the language asked for.", .text) { line, language in
        line.info.label[language]
      },
      .always("law", "Where it comes from.", .text) { line, _ in line.info.law },
      .always("by", "Whose subjects are counted together: agency or creditor.", .text) { line, _ in
        line.info.party
      },
      .always("party", "Its id; null where the files name none.", Shape.text.orNull) { line, _ in
        line.party
      },
      .always(
        "quarter", "The quarter of the deciding day, as 2026-Q1; null where it is not known.",
        Shape.text.orNull
      ) { line, _ in line.quarter?.description },
      .always("reached", "Subjects that met the test.", .count) { line, _ in line.count.reached },
      .always("counted", "Subjects of which it is known.", .count) { line, _ in
        line.count.counted
      },
      .always("unknown", "Subjects of which it is not known.", .count) { line, _ in
        line.count.unknown
      },
      .sometimes("share", "Reached of counted, where enough were counted.", .share) { line, _ in
        line.share
      },
      .sometimes("reference", "A share to compare with.", .share) { line, _ in
        line.info.reference
      },
    ])
}
