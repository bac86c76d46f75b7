import Audit

extension FindingsFormat {
  /// What the receipt says of findings that are not told.
  static let leftOut: [ShapeField<Receipt>] = [
    .sometimes(
      "ignored", "Findings and open questions that --select or --ignore left out by verdict.",
      .count
    ) { receipt, _ in receipt.ignored > 0 ? receipt.ignored : nil },
    .sometimes("baseline", "What came of the findings that were known.", baseline) { receipt, _ in
      receipt.baseline
    },
  ]

  private static let baseline = Shape<BaselineReceipt>.object(
    "baselineReceipt", "What came of the findings that were known.",
    [
      .always("known", "Findings that are not told because they are known.", .count) { one, _ in
        one.known
      },
      .always("worse", "Findings that were known and have become worse.", .count) { one, _ in
        one.worse
      },
      .always(
        "stale", "Known findings that no longer occur.", BaselineFormat.finding.list(.lines)
      ) { one, _ in one.stale },
      .always("outside", "Known findings of cases or rules that were not judged.", .count) {
        one, _ in one.outside
      },
    ])
}
