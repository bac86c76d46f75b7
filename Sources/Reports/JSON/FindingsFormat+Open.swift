import Audit
import Casebook
import Rulebook

extension FindingsFormat {
  /// One open question.
  static let undetermined = Shape<Undetermined>.object(
    "undetermined", "A rule that could not be decided for a subject.",
    [
      .always("rule", "The rule's id.", .text) { question, _ in question.rule },
      .sometimes("part", "The part of the rule.", .text) { question, _ in question.part },
      .always("verdict", "What it would be if the test failed.", .choice(outcomes)) {
        question, _ in question.verdict.rawValue
      },
      .always("law", "Where the rule comes from.", .text) { question, _ in question.law.citation },
      .always("claims", "Ids of the claims.", Shape.text.list()) { question, _ in
        question.claims
      },
      .always("events", "Ids of the events, or their paths.", Shape.text.list()) { question, _ in
        question.events.map(\.name)
      },
      .always(
        "reason",
        """
        missing: the file lacks a fact; unread: nobody has looked at the text of a letter; \
        human: a person must judge; law: the law is open, or a table ends; \
        conflict: the file contradicts itself.
        """, .choice(Undetermined.Reason.allCases.map(\.rawValue))
      ) { question, _ in question.reason.rawValue },
      .always(
        "missing",
        "What would settle it: paths, choice:NAME, ruling:RULE, table:NAME, complete:GROUP.",
        Shape.text.list()
      ) { question, _ in question.missing },
      .always("message", "Why it is open, in the language asked for.", .text) {
        question, language in question.sentence(in: language)
      },
      .sometimes("atRisk", "What may be too much, in kroner.", .money) { question, _ in
        question.atRisk
      },
    ])

  private static let outcomes = Verdict.allCases.filter(\.isFinding).map(\.rawValue)

  /// A rule that an exception set aside.
  static let setAside = Shape<SetAside>.object(
    "setAside", "A rule that an exception set aside for a subject.",
    [
      .always("rule", "The rule's id.", .text) { one, _ in one.rule },
      .sometimes("part", "The part of the rule.", .text) { one, _ in one.part },
      .always("exception", "The exception's name.", .text) { one, _ in one.exception },
      .always("law", "Where the exception comes from.", .text) { one, _ in one.law },
      .always("claims", "Ids of the claims.", Shape.text.list()) { one, _ in one.claims },
      .always("events", "Ids of the events, or their paths.", Shape.text.list()) { one, _ in
        one.events.map(\.name)
      },
    ])

  /// Facts that contradict each other.
  static let conflict = Shape<DataConflict>.object(
    "conflict", "Facts of the file that cannot both be true.",
    [
      .always("name", "The kind of conflict.", .text) { conflict, _ in conflict.name },
      .always("message", "What contradicts what, in the language asked for.", .text) {
        conflict, language in conflict.message[language]
      },
      .always("paths", "JSON pointers of the facts.", Shape.text.list()) { conflict, _ in
        conflict.paths
      },
    ])
}
