import Casebook
import Reports
import Rulebook

extension Command {
  static let rulesVocabulary = Command(
    path: ["rules", "vocabulary"], operands: "[NOUN]", operandCount: 0...1,
    summary: Label(
      nb: "Viser ordene regler og saksfiler kan bruke.",
      en: "Shows the words that rules and case files can use."),
    about: Label(
      nb:
        "NOUN er et slag ting (claim), en hendelse (purring), letter, contact eller en liste.",
      en: "NOUN is a kind of thing (claim), an event (purring), letter, contact or a list."),
    options: [],
    examples: [
      ("skikk rules vocabulary", Label(nb: "alle slag", en: "every kind")),
      (
        "skikk rules vocabulary inkassovarsel",
        Label(nb: "hva et inkassovarsel kan fortelle", en: "what an inkassovarsel can tell")
      ),
    ],
    run: vocabulary)

  @Sendable private static func vocabulary(_ invocation: Invocation) throws -> ExitCode {
    let listing = VocabularyListing()
    guard let noun = invocation.operands.first else {
      try invocation.terminal.show(listing.overview)
      return .clean
    }
    guard let entry = listing.entry(noun) else {
      let vocabulary = Vocabulary.standard
      let known =
        vocabulary.kinds.map(\.name) + vocabulary.choiceLists.map(\.name)
        + ["letter", "contact", "event", "party"]
      throw UsageFault.unknown(
        Label(nb: "ord", en: "noun"), noun, among: known, in: invocation.command.name)
    }
    try invocation.terminal.show(entry)
    return .clean
  }
}
