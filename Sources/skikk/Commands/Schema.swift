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

  static let schemaFindings = Command(
    path: ["schema", "findings"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for rapporten skikk-findings/1.",
      en: "Prints the JSON Schema of the report skikk-findings/1."),
    about: Label(nb: "", en: ""), options: [],
    examples: [
      (
        "skikk schema findings > findings.schema.json",
        Label(nb: "til en fil", en: "to a file")
      )
    ],
    run: { invocation in
      try invocation.terminal.show(FindingsSchema.text)
      return .clean
    })

  static let schemaAmounts = Command(
    path: ["schema", "amounts"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for oppstillingen skikk-amounts/1.",
      en: "Prints the JSON Schema of the accounts skikk-amounts/1."),
    about: Label(nb: "", en: ""), options: [],
    examples: [
      (
        "skikk schema amounts > amounts.schema.json",
        Label(nb: "til en fil", en: "to a file")
      )
    ],
    run: { invocation in
      try invocation.terminal.show(AccountSchema.text)
      return .clean
    })
  static let schemaBaseline = Command(
    path: ["schema", "baseline"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for kjente funn, skikk-baseline/1.",
      en: "Prints the JSON Schema of known findings, skikk-baseline/1."),
    about: Label(nb: "", en: ""), options: [],
    examples: [
      (
        "skikk schema baseline > baseline.schema.json",
        Label(nb: "til en fil", en: "to a file")
      )
    ],
    run: { invocation in
      try invocation.terminal.show(BaselineSchema.text)
      return .clean
    })

  static let schemaPlan = Command(
    path: ["schema", "plan"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for planen skikk-plan/1.",
      en: "Prints the JSON Schema of the plans skikk-plan/1."),
    about: Label(nb: "", en: ""), options: [],
    examples: [
      (
        "skikk schema plan > plan.schema.json",
        Label(nb: "til en fil", en: "to a file")
      )
    ],
    run: { invocation in
      try invocation.terminal.show(PlanSchema.text)
      return .clean
    })

  static let schemaScorecard = Command(
    path: ["schema", "scorecard"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for resultatkortet skikk-scorecard/1.",
      en: "Prints the JSON Schema of the scorecard skikk-scorecard/1."),
    about: Label(nb: "", en: ""), options: [],
    examples: [
      (
        "skikk schema scorecard > scorecard.schema.json",
        Label(nb: "til en fil", en: "to a file")
      )
    ],
    run: { invocation in
      try invocation.terminal.show(ScorecardSchema.text)
      return .clean
    })

  static let schemaParts = Command(
    path: ["schema", "parts"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver JSON Schema for en linje av skikk parts, skikk-parts/1.",
      en: "Prints the JSON Schema of a line of skikk parts, skikk-parts/1."),
    about: Label(nb: "", en: ""), options: [],
    examples: [
      (
        "skikk schema parts > parts.schema.json",
        Label(nb: "til en fil", en: "to a file")
      )
    ],
    run: { invocation in
      try invocation.terminal.show(PartsSchema.text)
      return .clean
    })
}
