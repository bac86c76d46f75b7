import Audit
import Rulebook
import Values

/// The plan for programs, `skikk-plan/1`. The same input, rules and day give the same bytes.
struct PlanJSON: PlanReport {
  private let context: RunContext
  private let language: Language
  private var writer = JSONWriter()

  init(context: RunContext, language: Language) {
    self.context = context
    self.language = language
  }

  mutating func begin() -> String {
    writer.openObject(.lines)
    for field in PlanFormatJSON.head { field.append(context, language, &writer) }
    writer.key(PlanFormatJSON.cases)
    writer.openList(.lines)
    return writer.take()
  }

  mutating func add(_ plan: StepPlan) -> String {
    writer.member()
    PlanFormatJSON.plan.append(plan, language, &writer)
    return writer.take()
  }

  mutating func end() -> String {
    writer.closeList()
    writer.closeObject()
    return writer.take() + "\n"
  }
}

/// The format `skikk-plan/1`.
enum PlanFormatJSON {
  static let name = "skikk-plan/1"
  static let cases = "cases"

  static let head: [ShapeField<RunContext>] = [
    .always(
      "format", "The name of this format.",
      Shape<String>(.constant(name)) { name, _ in .string(name) }
    ) { _, _ in name },
    .always("ruleSet", "The rules that were applied.", FindingsFormat.ruleSet) { context, _ in
      context
    },
    .always("on", "The day from which steps are looked for.", .day) { context, _ in context.asOf },
  ]

  static let plan = Shape<StepPlan>.object(
    "plan", "The steps that may come next in one case.", layout: .lines,
    [
      .always("id", "The case number.", .text) { plan, _ in plan.id },
      .always("source", "The file it was read from.", .text) { plan, _ in plan.source },
      .always("steps", "The steps, by their first day.", step.list(.lines)) { plan, _ in
        plan.steps
      },
    ])

  private static let step = Shape<StepPlan.Step>.object(
    "step", "A step, and when and how it may be taken.", layout: .lines,
    [
      .always("name", "Its name among the steps of the rules.", .text) { step, _ in step.name },
      .always("step", "Its type.", .text) { step, _ in step.type },
      .always("facts", "What it is beside its type: `by`, `kind`.", Shape.shown.byName) {
        step, _ in step.facts.map { ($0.name, $0.word) }
      },
    ]
      + [
        .sometimes(
          "open",
          """
          True where something of the case that is not known may yet forbid it on `earliest`.
          """, .flag
        ) { step, _ in step.answer.isEarliestOpen ? true : nil }
      ]
      + FindingsFormat.possible.map { field in
        ShapeField(property: field.property) { step, language, writer in
          field.append(step.answer, language, &writer)
        }
      } + [
        .always(
          "needs", "What it must contain, and what must be settled first.",
          FindingsFormat.need.list(.lines)
        ) { step, _ in step.answer.needs }
      ])
}

/// The JSON Schema of plans, made from the description the writer uses.
public enum PlanSchema {
  /// JSON Schema 2020-12, as `skikk schema plan` prints it.
  public static var text: String { FindingsSchema.document(PlanFormatJSON.name, root) }

  private static let root = Schema.ObjectSchema(
    name: "report", meaning: "A report of skikk plan --format json.",
    properties: PlanFormatJSON.head.map(\.property) + [
      .init(
        key: PlanFormatJSON.cases, meaning: "A plan for each case.", isRequired: true,
        schema: .list(PlanFormatJSON.plan.schema))
    ])
}
