import Casebook
import Reports
import Rulebook

extension Command {
  static let explain = Command(
    path: ["explain"], operands: "RULE | § | CHOICE", operandCount: 1...Int.max,
    summary: Label(
      nb: "Forklarer en regel, en paragraf eller en tolkning.",
      en: "Explains a rule, a section of law or a choice."),
    about: Label(
      nb: "Skriver ordene rundt regelen, regelen selv, verdiene som gjelder, unntak og eksempler.",
      en: "Prints the words around the rule, the rule, the values in force, exceptions, examples."),
    options: [.onDay, .rules],
    examples: [
      ("skikk explain inkl-9-deadline", Label(nb: "én regel", en: "one rule")),
      (
        "skikk explain '§ 9'",
        Label(nb: "alle regler fra en paragraf", en: "every rule from a section")
      ),
      (
        "skikk explain --on 2019-01-01 inkassoforskriften § 1-2",
        Label(nb: "med verdiene fra 2019", en: "with the values of 2019")
      ),
    ],
    run: explain)

  @Sendable private static func explain(_ invocation: Invocation) throws -> ExitCode {
    let day = try invocation.day(.onDay)
    let program = try RuleFolder(invocation).program
    let words = invocation.operands.joined(separator: " ")
    guard let question = Question(words, in: program) else {
      throw UsageFault.unknown(
        Label(nb: "regel, paragraf eller tolkning", en: "rule, section or choice"), words,
        among: Question.names(in: program), in: invocation.command.name)
    }
    let terminal = invocation.terminal
    let explanation = Explanation(
      program: program, language: terminal.language, on: day, style: terminal.style)
    try terminal.show(explanation.text(of: question))
    return .clean
  }
}
