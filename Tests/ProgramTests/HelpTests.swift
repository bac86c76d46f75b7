import Casebook
import Reports
import Testing

@testable import skikk

@Suite("Help") struct HelpTests {
  @Test("is there for every command, and names every option", arguments: Commands.all.indices)
  func commands(index: Int) throws {
    let command = Commands.all[index]
    let workshop = try Workshop()
    for language in Language.allCases {
      let outcome = try workshop.run(
        Workshop.program, command.path + ["--help", "--lang", language.rawValue])
      #expect(outcome.code == 0 && outcome.errors.isEmpty)
      #expect(outcome.output.contains(command.summary[language]))
      for option in command.allOptions { #expect(outcome.output.contains("--\(option.name)")) }
      for line in outcome.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }
  }

  @Test("calls every command by the name under which it is found") func names() {
    for name in CommandName.allCases { #expect(name.command.name == name.rawValue) }
  }

  @Test("of the program lists every command, and so does that of a group") func lists() throws {
    let workshop = try Workshop()
    let program = try workshop.skikk("--help").output
    for command in Commands.all { #expect(program.contains("  \(command.name)  ")) }
    let group = try workshop.skikk("rules", "-h").output
    #expect(group.contains("rules vocabulary") && !group.contains("schema"))
  }

  @Test("looks like this", arguments: Language.allCases) func snapshot(language: Language) throws {
    let help = HelpText(commands: Commands.all, language: language)
    for path in [[], ["rules"], ["schema"], ["check"]] {
      let name = (["help"] + path).joined(separator: "-")
      try Snapshot.expect(help.text(for: path), is: "\(name).\(language).txt")
    }
  }

  @Test("of every group says what it is about, with examples of its commands") func groups() throws
  {
    let groups = Commands.all.flatMap { command in
      command.path.indices.map { Array(command.path[..<$0]) }
    }
    let understood = ArgumentParser()
    for path in Set(groups) {
      let group = try #require(Commands.groups.first { $0.path == path }, "\(path)")
      #expect(!group.examples.isEmpty)
      let text = HelpText(commands: Commands.all, language: .en).text(for: path)
      for (line, meaning) in group.examples {
        #expect(text.contains("  \(line)\n      \(meaning.en)\n"))
        let words = line.prefix { $0 != ">" }.split(separator: " ").dropFirst().map(String.init)
        guard case .run(let command, _, _) = try understood.parse(words) else {
          Issue.record("not run: \(line)")
          continue
        }
        #expect(command.path.starts(with: path))
      }
    }
  }

  @Test("has examples that the program understands", arguments: Commands.all.indices)
  func examples(index: Int) throws {
    let command = Commands.all[index]
    #expect(!command.examples.isEmpty)
    for (example, _) in command.examples {
      // What stands in `<( )` is a line of its own.
      let line = example.replacing("source <(", with: "").replacing(")", with: "")
      // The program's part of a shell line, without pipes, redirections and quotes.
      let part = line.split(separator: "|").first { $0.contains("skikk") } ?? ""
      let words = part.prefix { $0 != ">" }.replacing("'", with: "").split(separator: " ")
      let parsed = try ArgumentParser()
        .parse(words.dropFirst().map(String.init))
      guard case .run(let understood, _, _) = parsed else {
        Issue.record("not run: \(line)")
        continue
      }
      #expect(understood.path == command.path)
    }
  }

  @Test("is offered with every usage fault") func offered() throws {
    let workshop = try Workshop()
    #expect(try workshop.skikk("check").errors.hasSuffix("More: skikk check --help\n"))
    #expect(try workshop.skikk("rules", "lst").errors.hasSuffix("More: skikk rules --help\n"))
  }

  @Test("--version names the program and the rules") func version() throws {
    let workshop = try Workshop()
    let text = try workshop.skikk("--version").output
    #expect(text.wholeMatch(of: /skikk [0-9]+\.[0-9]+\.[0-9]+ \(rules [0-9a-f]{16}\)\n/) != nil)
  }
}

@Suite("The argument parser") struct ArgumentParserTests {
  private static let parser = ArgumentParser()

  private func values(_ arguments: String...) throws -> (
    values: [String: [String]], operands: [String]
  ) {
    guard case .run(_, let values, let operands) = try Self.parser.parse(arguments) else {
      return ([:], [])
    }
    return (values, operands)
  }

  @Test("takes options and operands in any order, in both spellings") func order() throws {
    let (values, operands) = try values(
      "check", "a", "--select=x,y", "b", "--select", "z", "-v", "-", "--", "--quiet")
    #expect(values == ["select": ["x,y", "z"], "verbose": [""]])
    #expect(operands == ["a", "b", "-", "--quiet"])
  }

  @Test("leaves values as they are, whatever they look like") func oddValues() throws {
    #expect(try values("check", "--rules", "--as-of", "x").values == ["rules": ["--as-of"]])
    #expect(try values("check", "--choose=a=b=c", "x").values == ["choose": ["a=b=c"]])
    #expect(try values("check", "--rules=", "x").values == ["rules": [""]])
  }

  @Test(
    "says what is wrong",
    arguments: [
      (["check", "--rules"], "--rules needs a value: --rules DIR"),
      (["check", "--quiet=1", "x"], "--quiet takes no value"),
      (["check", "--as-of=2026-01-01", "--as-of=2026-01-02", "x"], "--as-of is given twice"),
      (["check", "-x", "x"], "unknown option `-x`; known are -q, -v, -h"),
      (["check", "--verbos", "x"], "unknown option `--verbos`; did you mean `--verbose`?"),
      (["rules", "list", "x"], "`x` is one word too many for `rules list`"),
      (
        ["bogus"],
        "unknown command `bogus`; known are check, amounts, gate, plan, score, parts, explain, "
          + "rules, schema, sample, completions, man"
      ),
      (["list"], "unknown command `list`; did you mean `rules list`?"),
      (["check", "--on=2026-01-01", "x"], "`check` has no option --on; `amounts` has"),
      (["rules", "chek"], "unknown command `chek`; did you mean `check`?"),
      (["--lang"], "--lang needs a value: --lang nb|en"),
      (["--lang", "sv", "check"], "found `sv` after --lang; expected nb or en"),
      (["-v", "check"], "unknown option `-v`; known are --help, --version"),
    ])
  func faults(arguments: [String], message: String) {
    let fault = #expect(throws: UsageFault.self) { try Self.parser.parse(arguments) }
    #expect(fault?.message.en == message)
  }
}
