import Audit
import Values

/// The format `skikk-baseline/1`: what each key says, and how it is written.
enum BaselineFormat {
  /// The name of the format.
  static let name = "skikk-baseline/1"

  /// A known finding.
  static let finding = Shape<KnownFinding>.object(
    "known", "A finding that is known.",
    [
      .always("case", "The case number.", .text) { finding, _ in finding.caseID },
      .always("rule", "The rule's id.", .text) { finding, _ in finding.rule },
      .sometimes("part", "The part of the rule.", .text) { finding, _ in finding.part },
      .always(
        "fingerprint", "What the finding is recognised by within its case.",
        .form("^[0-9a-f]{16}$")
      ) { finding, _ in finding.fingerprint },
      .always("verdict", "How bad it was.", .choice(verdicts)) { finding, _ in
        finding.verdict.rawValue
      },
      .always("excess", "What was too much in any case, in kroner.", .money) { finding, _ in
        finding.excess
      },
      .always("atRisk", "What more might have been too much, in kroner.", .money) { finding, _ in
        finding.atRisk
      },
      .always("claims", "How many claims it concerned.", .count) { finding, _ in finding.claims },
      .always("events", "How many events it concerned.", .count) { finding, _ in finding.events },
    ])

  /// The verdicts of findings.
  static let verdicts = Verdict.allCases.filter(\.isFinding).map(\.rawValue)

  /// The file as a whole.
  static let file = Shape<Baseline>.object(
    "baseline", "Findings that stay quiet as long as they get no worse.",
    layout: .lines,
    [
      .always(
        "format", "The name of this format.",
        Shape<String>(.constant(name)) { name, _ in .string(name) }
      ) { _, _ in name },
      .always(
        "findings", "The findings, by case, rule, part and fingerprint.", finding.list(.lines)
      ) { baseline, _ in baseline.findings },
    ])
}

/// The JSON Schema of baseline files, made from the description the writer uses.
public enum BaselineSchema {
  /// JSON Schema 2020-12, as `skikk schema baseline` prints it.
  public static var text: String {
    guard case .object(let root) = BaselineFormat.file.schema else { return "" }
    return FindingsSchema.document(BaselineFormat.name, root)
  }
}
