import Casebook
import EmbeddedRules
import Reports
import Rulebook
import Testing

@testable import skikk

/// What the scripts say; that shells understand them is tried by `.ci/shells`.
@Suite("Completion") struct CompletionTests {
  private static let program = RuleSet.embedded
    .compiled(with: .standard, readingExamples: false).program

  private static func script(_ language: Language = .en) -> CompletionScript {
    CompletionScript(
      commands: Commands.all, candidates: Candidates(program: program, language: language))
  }

  @Test(
    "offers every command and every option", arguments: CompletionScript.Shell.allCases,
    Language.allCases)
  func everything(shell: CompletionScript.Shell, language: Language) {
    let text = Self.script(language).text(for: shell)
    for command in Commands.all {
      for word in command.path { #expect(text.contains(word)) }
      for option in command.allOptions {
        let form = shell == .fish ? "-l \(option.name)" : "--\(option.name)"
        #expect(text.contains(form), "\(form)")
      }
    }
    for rule in Self.program.rules { #expect(text.contains(rule.id)) }
    for level in FailOn.allCases { #expect(text.contains(level.rawValue)) }
  }

  @Test("takes what values can be from what help calls them") func values() {
    #expect(ArgumentValues(calledIn: "nb|en") == .oneOf(["nb", "en"]))
    #expect(ArgumentValues(calledIn: "DATE") == .day)
    #expect(ArgumentValues(calledIn: "TYPE") == .eventTypes)
    #expect(ArgumentValues(calledIn: "NAME=VALUE") == .text)
    #expect(ArgumentValues.operands(writtenAs: "PATH… | -") == .cases)
    #expect(ArgumentValues.operands(writtenAs: "CASE… | -") == .cases)
    #expect(ArgumentValues.operands(writtenAs: "[DIR]") == .folder)
    #expect(ArgumentValues.operands(writtenAs: "RULE | § | CHOICE") == .topics)
    #expect(
      ArgumentValues.operands(writtenAs: "bash | zsh | fish") == .oneOf(["bash", "zsh", "fish"]))
    #expect(ArgumentValues.operands(writtenAs: "") == nil)
  }

  @Test("knows the words of each kind of value") func words() {
    let candidates = Self.script().candidates
    func words(_ values: ArgumentValues) -> [String] { candidates.words(for: values).map(\.word) }
    #expect(words(.rules).contains("inkl-9-deadline"))
    #expect(words(.rules).contains("god-skikk") && words(.rules).contains("undetermined"))
    #expect(Set(words(.rules)).count == words(.rules).count)
    #expect(words(.choices).contains("day-count=actual/365"))
    #expect(words(.choices).contains("visit-notice="))
    #expect(words(.acts) == ["act26="])
    #expect(words(.eventTypes).contains("betalingsoppfordring"))
    #expect(words(.charges).contains("salaer="))
    #expect(words(.reports(["text"])) == ["text", "text="])
    #expect(words(.day).isEmpty && words(.file).isEmpty)
  }

  @Test("refuses a shell it does not know") func unknown() throws {
    let outcome = try Workshop().skikk("completions", "bahs")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("skikk: unknown shell `bahs`; did you mean `bash`?"))
  }

  @Test("quotes what shells would read otherwise") func quotes() {
    #expect("it's".quoted == #"'it'\''s'"#)
  }
}

@Suite("The manual page") struct ManualTests {
  @Test("speaks of every command and option, in plain ASCII", arguments: Language.allCases)
  func everything(language: Language) {
    let text = ManualPage(commands: Commands.all, language: language).text
    for command in Commands.all {
      #expect(text.contains(".Ss \(command.path.count == 1 ? "\"skikk \(command.name)\"" : "")"))
      for option in command.options {
        #expect(text.contains("Fl \(Mdoc.escaped("-" + option.name))"), "\(option.name)")
      }
    }
    #expect(text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    #expect(text.hasPrefix(".Dd ") && text.contains(".Sh EXIT STATUS\n"))
  }

  @Test("writes each character as roff has it") func escapes() {
    #expect(Mdoc.escaped(#"a-b\c§…'"#) == #"a\-b\ec\[u00A7]\[u2026]\(aq"#)
    var page = Mdoc()
    page.prose(".dot first. 'quote next")
    #expect(page.text == "\\&.dot first.\n\\(aqquote next\n")
  }

  @Test("is printed by the program") func printed() throws {
    let outcome = try Workshop().skikk("man", "--lang", "nb")
    #expect(outcome.code == 0 && outcome.output.contains("god inkassoskikk"))
  }
}
