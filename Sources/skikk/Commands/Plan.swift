import Audit
import Casebook
import Reports
import Rulebook
import Values

extension Command {
  static let plan = Command(
    path: ["plan"], operands: "CASE | -", operandCount: 1...1,
    summary: Label(
      nb: "Stiller opp stegene som kan komme nå, med første dag og høyeste gebyr.",
      en: "Lists the steps that may come next, each with its first day and largest charge."),
    about: Label(
      nb: """
        Hvert steg som noen i saken kan ta (tabellen steps i reglene), prøves som med skikk gate, \
        som om ikke noe annet skjedde før det. Steg som ingen dag er lovlig for, står sist, med \
        det som er i veien.
        """,
      en: """
        Every step that somebody in the case can take (the table steps of the rules) is tried as \
        by skikk gate, as if nothing else happened before it. Steps for which no day is lawful \
        stand last, with what is in their way.
        """),
    options: [
      .planDay, .planFormat, .calendar, .rules, .select, .ignore, .choose, .assume, .failOnStep,
    ],
    examples: [
      ("skikk plan case.json", Label(nb: "fra i dag", en: "from today on")),
      (
        "skikk plan --on 2026-01-20 --ics steps.ics case.json",
        Label(nb: "med dagene som kalender", en: "with the days as a calendar")
      ),
    ],
    run: { try PlanRun($0).run() })
}

extension Option {
  static let planDay = Option(
    "on", value: "DATE", nb: "Fra denne dagen (ÅÅÅÅ-MM-DD); ellers i dag.",
    en: "From this day on (YYYY-MM-DD); default today.")
  static let planFormat = Option(
    "format", value: "F[=FILE]", repeatable: true,
    nb: "Planens form, til FILE eller standard ut: text eller json.",
    en: "Form of the plan, to FILE or standard output: text or json.")
  static let calendar = Option(
    "ics", value: "FILE", nb: "Skriv dagene også som kalender (iCalendar).",
    en: "Write the days as a calendar, too (iCalendar).")
  static let failOnStep = Option(
    "fail-on", value: "LEVEL",
    nb: "Det som er i veien for et steg: breach (standard), practice, advice, undetermined.",
    en: "What stands in a step's way: breach (default), practice, advice, undetermined.")
}

/// One run of `skikk plan`.
struct PlanRun {
  private let invocation: Invocation
  private let wishes: [(format: PlanFormat, file: String?)]
  private let rules: StepRules
  private let day: CivilDay

  /// Prepares the run; everything wrong with the command line or the rules is found here.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    wishes = try Self.wishes(of: invocation)
    day = try invocation.day(.planDay)
    rules = try StepRules(invocation, failOn: invocation.failOn)
  }

  /// The forms that are asked for, as far as a plan has them.
  private static func wishes(
    of invocation: Invocation
  ) throws(UsageFault) -> [(format: PlanFormat, file: String?)] {
    var wishes: [(format: PlanFormat, file: String?)] = []
    for wish in try ReportOutputs.wishes(of: invocation) {
      guard let format = PlanFormat(rawValue: wish.format.rawValue) else {
        let known = PlanFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw .value(
          wish.format.rawValue, of: .format,
          expected: Label(nb: "en av: \(known)", en: "one of \(known)"),
          in: invocation.command.name)
      }
      wishes.append((format, wish.file))
    }
    return wishes
  }

  /// Plans each case, in the order in which they come.
  func run() throws -> ExitCode {
    var outputs: [(report: any PlanReport, output: Output)] = []
    do {
      let terminal = invocation.terminal
      for (format, file) in wishes {
        let report = format.report(
          of: rules.context(on: day), in: terminal.language,
          style: file == nil ? terminal.style : .plain)
        outputs.append((report, try file.map { try Output(file: $0) } ?? Output()))
      }
      if let file = invocation[.calendar] {
        let calendar = PlanCalendar(language: terminal.language)
        outputs.append((calendar, file == "-" ? Output() : try Output(file: file)))
      }
      return try write(to: &outputs) ? .clean : .incomplete
    } catch {
      for (_, output) in outputs { output.abandon() }
      throw error
    }
  }

  /// Writes the plan of each case; whether everything could be read.
  private func write(
    to outputs: inout [(report: any PlanReport, output: Output)]
  ) throws -> Bool {
    for index in outputs.indices { try outputs[index].output.write(outputs[index].report.begin()) }
    var unread = UnreadInputs(terminal: invocation.terminal)
    let inputs = CaseInput.all(invocation.operands)
    let stream = CaseStream(inputs, names: rules.folder.names, readOnce: true)
    try stream.forEach { item in
      switch item {
      case .read(let file, let place):
        let plan = rules.gate.plan(
          of: file, source: inputs[Int(place.input)].name, on: day, by: rules.patterns)
        for index in outputs.indices {
          try outputs[index].output.write(outputs[index].report.add(plan))
        }
      case .rejected(let fault): unread.note(fault, isCase: true)
      case .missing(let fault): unread.note(fault, isCase: false)
      }
    }
    for index in outputs.indices {
      try outputs[index].output.write(outputs[index].report.end())
      try outputs[index].output.finish()
    }
    return unread.isEmpty
  }
}
