import Casebook
import Reports

/// A word that several commands begin with, or none for the program: what help says of it.
struct CommandGroup: Sendable {
  /// Its words: `["rules"]`.
  let path: [String]
  /// What its commands are about.
  let summary: Label
  /// Command lines that work, with what they do.
  let examples: [(line: String, meaning: Label)]
}

extension Commands {
  /// Every group, the program first.
  static let groups: [CommandGroup] = [
    CommandGroup(
      path: [], summary: HelpText.about,
      examples: [
        (
          "skikk check case.json",
          Label(nb: "hva er galt i én sak", en: "what is wrong in one case")
        ),
        (
          "skikk check --fail-on practice --format json=findings.json --format text cases/",
          Label(nb: "en mappe med saker, i en rørledning", en: "a folder of cases, in a pipeline")
        ),
        (
          "skikk explain inkl-9-deadline",
          Label(nb: "loven bak en regel", en: "the law behind a rule")
        ),
      ]),
    CommandGroup(
      path: ["rules"],
      summary: Label(
        nb: "Regelsettet: list det, les det, kjør eksemplene, se ordene det bruker.",
        en: "The rule set: list it, compile it, run its examples, see the words it uses."),
      examples: [
        ("skikk rules list", Label(nb: "hver regel med hjemmel", en: "every rule with its law")),
        (
          "skikk rules test rules/",
          Label(
            nb: "les reglene i en mappe og kjør eksemplene",
            en: "compile the rules of a folder and run their examples")
        ),
      ]),
    CommandGroup(
      path: ["schema"],
      summary: Label(
        nb: "JSON Schema for det programmet leser og skriver.",
        en: "JSON Schema of what the program reads and writes."),
      examples: [
        ("skikk schema case > case.schema.json", Label(nb: "saksfiler", en: "case files")),
        (
          "skikk schema findings > findings.schema.json",
          Label(nb: "rapporten til programmer", en: "the report for programs")
        ),
      ]),
  ]
}
