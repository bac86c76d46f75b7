import Audit
import Rulebook
import Values

extension FindingsFormat {
  /// What the gate says of a planned step. The findings beside it are those of the step alone.
  static let gate = Shape<GateAnswer>.object(
    "gate", "What the rules say of a step before it is taken.", layout: .lines,
    [
      .always("step", "The type of the step.", .text) { answer, _ in answer.step },
      .always("on", "The day asked about.", .day) { answer, _ in answer.on },
      .always("allowed", "Whether it may be taken then, as planned.", .flag) { answer, _ in
        answer.allowed
      },
      .sometimes(
        "open", "True where something of the case that is not known may yet forbid it.", .flag
      ) { answer, _ in answer.allowed && answer.isOpen ? true : nil },
      .sometimes(
        "covered", "False where the rules do not cover the day: then nothing is promised.", .flag
      ) { answer, _ in answer.uncovered == nil ? nil : false },
    ] + possible + [
      .sometimes(
        "earliestForCharges",
        """
        Where what is planned is too much to charge on `earliest`: the first day on which it may \
        be charged, with a deadline and contents that are lawful then; null where no day is until \
        something else happens.
        """, Shape.day.orNull
      ) { answer, _ in answer.planned.map(\.earliest) },
      .always("needs", "What it must contain, and what must be settled first.", need.list(.lines)) {
        answer, _ in answer.needs
      },
    ])

  /// What would be lawful.
  static let possible: [ShapeField<GateAnswer>] = [
    .always(
      "earliest",
      """
      The first day on which it may be taken, with a deadline, charges and contents that are \
      lawful then; null where no day is until something else happens.
      """, Shape.day.orNull
    ) { answer, _ in answer.earliest },
    .always("searchedThrough", "The last day that was tried.", .day) { answer, _ in
      answer.searchedThrough
    },
    .always(
      "shortestDeadline", "The first lawful last day to pay, of a step on `earliest`.",
      Shape.day.orNull
    ) { answer, _ in answer.shortestDeadline },
    .always(
      "largestCharge",
      """
      The most it may charge of each kind on `earliest`, with what can be put right in the letter \
      put right, in kroner; null: no limit is known.
      """,
      Shape.money.orNull.byName
    ) { answer, _ in answer.largestCharges.map { ($0.kind, $0.amount) } },
    .sometimes(
      "deadlineForCharge",
      """
      Where a largest charge takes a longer deadline than the shortest, and than the one that is \
      planned: the first lawful last day to pay of a step that charges so much.
      """, Shape.day.byName
    ) { answer, _ in
      let deadlines = answer.largestCharges.compactMap { charge in
        charge.deadline.map { (charge.kind, $0) }
      }
      return deadlines.isEmpty ? nil : deadlines
    },
    .sometimes(
      "chargeAtRisk",
      """
      How much of a largest charge is too much if what is not known of the case, whatever the step \
      says, turns out so; in kroner.
      """,
      Shape.money.byName
    ) { answer, _ in
      let atRisk = answer.largestCharges.filter { $0.atRisk > .zero }.map { ($0.kind, $0.atRisk) }
      return atRisk.isEmpty ? nil : atRisk
    },
  ]

  static let need = Shape<GateNeed>.object(
    "need", "Something that the step must have, or that must be settled before it.",
    [
      .always("rule", "The rule's id.", .text) { need, _ in need.rule },
      .sometimes("part", "The part of the rule.", .text) { need, _ in need.part },
      .always(
        "kind",
        """
        content: the letter must say it; clearance: it stands in the way until something else \
        happens; fact: the file, or the plan, does not have it; judgement: a person must judge; \
        law: the law is open, or the rules end before the day.
        """, .choice(GateNeed.Kind.allCases.map(\.rawValue))
      ) { need, _ in need.kind.rawValue },
      .always("what", "What is needed, in the language asked for.", .text) { need, language in
        need.text(in: language)
      },
      .sometimes("states", "Words of the contents that a letter must have.", Shape.text.list()) {
        need, _ in need.words.isEmpty ? nil : need.words.map(\.asWritten)
      },
      .sometimes("missing", "What would settle it, as in `undetermined`.", Shape.text.list()) {
        need, _ in need.missing.isEmpty ? nil : need.missing
      },
      .always("law", "Where the rule comes from.", .text) { need, _ in need.law.citation },
      .always("claims", "Ids of the claims.", Shape.text.list()) { need, _ in need.claims },
    ])
}

extension GateNeed {
  /// What is needed, in one sentence or a few words.
  func text(in language: Language) -> String {
    switch what {
    case .words(let words): language.enumeration(words.map { $0.text(in: language) })
    case .sentence(let sentence): sentence.text(in: language)
    case .question(let question): question.sentence(in: language)
    }
  }

  /// The same below a heading that says what is wrong: of an open question, what is missing.
  func shortText(in language: Language) -> String {
    guard !missing.isEmpty else { return text(in: language) }
    return missing.map { OpenTexts.missing($0)[language] }.joined(separator: ", ")
  }

  /// The words that a letter must have.
  var words: [Shown] { if case .words(let words) = what { words } else { [] } }

  /// What would settle an open question.
  var missing: [String] { if case .question(let question) = what { question.missing } else { [] } }
}
