import Casebook
import EmbeddedRules
import Files
import Glibc
import Reports
import Rulebook

@main
struct Main {
  /// The version of the program.
  static let version = "0.1.0"

  static func main() {
    // A reader that has seen enough (`skikk … | head`) ends the program without a word.
    signal(SIGPIPE, SIG_DFL)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let environment = Terminal.environment
    let terminal = Terminal(
      language: ArgumentParser.language(of: arguments) ?? Language(environment: environment),
      environment: environment)
    exit(run(arguments, terminal).rawValue)
  }

  /// Runs a command line; whatever goes wrong is told on standard error.
  static func run(_ arguments: [String], _ terminal: Terminal) -> ExitCode {
    do {
      let request = try ArgumentParser().parse(arguments)
      return try answer(request, terminal, asked: ArgumentParser.language(of: arguments))
    } catch let fault as UsageFault {
      terminal.complain(fault.text(in: terminal.language))
      return .usage
    } catch let fault as RuleSetFault {
      terminal.complain(fault.diagnostics.map(\.rendered).joined(separator: "\n"))
      terminal.complain(faultCount(fault.diagnostics.count)[terminal.language] + "\n")
      return .usage
    } catch let fault as OutputFault {
      terminal.complain(unwritten(fault)[terminal.language] + "\n")
      return .incomplete
    } catch let fault as ScratchFault {
      terminal.complain(StreamText.notPutAside(fault)[terminal.language] + "\n")
      return .incomplete
    } catch {
      terminal.complain("skikk: \(error)\n")
      return .incomplete
    }
  }

  private static func answer(
    _ request: ArgumentParser.Request, _ terminal: Terminal, asked language: Language?
  ) throws -> ExitCode {
    switch request {
    case .help(let path):
      let help = HelpText(commands: Commands.all, language: terminal.language)
      try terminal.show(help.text(for: path))
      return .clean
    case .version:
      try terminal.show("skikk \(version) (rules \(RuleSet.embedded.version))\n")
      return .clean
    case .run(let command, let values, let operands):
      let invocation = Invocation(
        command: command, values: values, operands: operands, terminal: terminal)
      return try run(invocation.withSettings(asked: language))
    }
  }

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    if invocation.has(.showConfig) { return try invocation.showSettings() }
    Heap.useLargePage()
    do { return try invocation.command.run(invocation) } catch let fault as UsageFault {
      throw fault.placed(in: invocation)
    }
  }

  private static func faultCount(_ count: Int) -> Label {
    Label(
      nb: "skikk: \(count) feil i regelsettet",
      en: "skikk: \(count) \(count == 1 ? "fault" : "faults") in the rule set")
  }

  private static func unwritten(_ fault: OutputFault) -> Label {
    let name = Label(
      nb: fault.file == "-" ? "standard ut" : fault.file,
      en: fault.file == "-" ? "standard output" : fault.file)
    return Label(
      nb: "skikk: kan ikke skrive til \(name.nb): \(fault.reason)",
      en: "skikk: cannot write to \(name.en): \(fault.reason)")
  }
}
