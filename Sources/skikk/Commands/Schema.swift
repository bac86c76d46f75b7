import Casebook
import Reports

extension Command {
  static let schemaCase = Command(
    path: ["schema", "case"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for saksfiler, skikk-case/1.",
      en: "Prints the JSON Schema of case files, skikk-case/1."),
    about: Label(
      nb: "Skjemaet sier hvilke nøkler, typer og lister som finnes; resten prøver skikk check.",
      en: "The schema says which keys, types and lists there are; skikk check tries the rest."),
    options: [.reference],
    examples: [
      ("skikk schema case > case.schema.json", Label(nb: "til en fil", en: "to a file")),
      (
        "skikk schema case --reference",
        Label(nb: "hvert felt med ord, som Markdown", en: "every field in words, as Markdown")
      ),
    ],
    run: { invocation in
      let text =
        invocation.has(.reference)
        ? CaseReference.markdown() : String(decoding: CaseSchema.json(), as: UTF8.self)
      try invocation.terminal.show(text.hasSuffix("\n") ? text : text + "\n")
      return .clean
    })

  static let schemaFindings = schema(
    "findings", nb: "rapporten skikk-findings/1", en: "the report skikk-findings/1"
  ) { FindingsSchema.text }

  static let schemaAmounts = schema(
    "amounts", nb: "oppstillingen skikk-amounts/1", en: "the accounts skikk-amounts/1"
  ) { AccountSchema.text }

  static let schemaBaseline = schema(
    "baseline", nb: "kjente funn, skikk-baseline/1", en: "known findings, skikk-baseline/1"
  ) { BaselineSchema.text }

  static let schemaPlan = schema(
    "plan", nb: "planen skikk-plan/1", en: "the plans skikk-plan/1"
  ) { PlanSchema.text }

  static let schemaScorecard = schema(
    "scorecard", nb: "resultatkortet skikk-scorecard/1", en: "the scorecard skikk-scorecard/1"
  ) { ScorecardSchema.text }

  static let schemaParts = schema(
    "parts", nb: "en linje av skikk parts, skikk-parts/1",
    en: "a line of skikk parts, skikk-parts/1"
  ) { PartsSchema.text }

  /// The command that prints the schema of something that the program writes.
  private static func schema(
    _ name: String, nb: String, en: String, text: @escaping @Sendable () -> String
  ) -> Command {
    Command(
      path: ["schema", name], operands: "", operandCount: 0...0,
      summary: Label(nb: "Skriver JSON Schema for \(nb).", en: "Prints the JSON Schema of \(en)."),
      about: Label(nb: "", en: ""), options: [],
      examples: [
        ("skikk schema \(name) > \(name).schema.json", Label(nb: "til en fil", en: "to a file"))
      ],
      run: { invocation in
        try invocation.terminal.show(text())
        return .clean
      })
  }
}
