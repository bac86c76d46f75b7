import Casebook
import EmbeddedRules
import Reports
import Rulebook

extension Command {
  static let completions = Command(
    path: ["completions"],
    operands: CompletionScript.Shell.allCases.map(\.rawValue).joined(separator: " | "),
    operandCount: 1...1,
    summary: Label(
      nb: "Skriver utfylling av kommandolinjen for et skall.",
      en: "Prints completion of the command line for a shell."),
    about: Label(
      nb: """
        Kommandoer, valg, regler, mapper, tolkninger og filer fylles ut. Skriptet kjenner de \
        innebygde reglene; skriv det på nytt når programmet er skiftet ut.
        """,
      en: """
        Commands, options, rules, folders, readings and files are completed. The script knows the \
        rules built in; write it anew when the program has been replaced.
        """),
    options: [],
    examples: [
      (
        "source <(skikk completions bash)",
        Label(nb: "i dette skallet, og i ~/.bashrc", en: "in this shell, and in ~/.bashrc")
      ),
      (
        "skikk completions zsh > ~/.zfunc/_skikk",
        Label(
          nb: "for zsh, i en mappe i fpath før compinit",
          en: "for zsh, in a folder of fpath before compinit")
      ),
      (
        "skikk completions fish > ~/.config/fish/completions/skikk.fish",
        Label(nb: "for fish", en: "for fish")
      ),
    ],
    run: completions)

  @Sendable private static func completions(_ invocation: Invocation) throws -> ExitCode {
    let name = invocation.operands[0]
    guard let shell = CompletionScript.Shell(rawValue: name) else {
      throw UsageFault.unknown(
        Label(nb: "skall", en: "shell"), name,
        among: CompletionScript.Shell.allCases.map(\.rawValue), in: invocation.command.name)
    }
    let (program, _) = RuleSet.embedded.compiled(with: .standard, readingExamples: false)
    let script = CompletionScript(
      commands: Commands.all,
      candidates: Candidates(program: program, language: invocation.terminal.language))
    try invocation.terminal.show(script.text(for: shell))
    return .clean
  }

  static let manual = Command(
    path: ["man"], operands: "", operandCount: 0...0,
    summary: Label(
      nb: "Skriver manualsiden, skikk(1).", en: "Prints the manual page, skikk(1)."),
    about: Label(
      nb: "Siden er skrevet i mdoc og vises av man, mandoc og groff.",
      en: "The page is written in mdoc, and shown by man, mandoc and groff."),
    options: [],
    examples: [
      ("skikk man | man -l -", Label(nb: "les den", en: "read it")),
      (
        "skikk man > /usr/local/share/man/man1/skikk.1",
        Label(nb: "så «man skikk» finner den", en: "so that `man skikk` finds it")
      ),
    ],
    run: { invocation in
      let page = ManualPage(commands: Commands.all, language: invocation.terminal.language)
      try invocation.terminal.show(page.text)
      return .clean
    })
}
