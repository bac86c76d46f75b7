import Audit
import Casebook
import Reports
import Rulebook
import Values

extension Command {
  static let gate = Command(
    path: ["gate"], operands: "CASE | -", operandCount: 1...1,
    summary: Label(
      nb: "Sier om et steg kan tas, før det tas, og ellers når og hvordan.",
      en: "Says whether a step may be taken, before it is, and else when and how."),
    about: Label(
      nb: """
        Steget er det som --send beskriver, ellers sakens eget (planned). Det prøves mot saken \
        slik den står den dagen, med de samme reglene som skikk check, og bare det steget selv \
        bryter, blir sagt. Svaret har alltid første lovlige dag, korteste frist, høyeste beløp av \
        hvert slag, hva brevet må inneholde og hva som må avklares. Det ser et år fram, ikke \
        lenger enn reglene er gjennomgått. En strøm besvares sak for sak. Avslutter med 0 når alt \
        kan gå, 1 når noe ikke kan. Med --quiet blir det bare sagt om steget kan tas; det går \
        dobbelt så fort.
        """,
      en: """
        The step is the one that --send describes, else the case's own (planned). It is tried \
        against the case as it stands on that day, by the same rules as skikk check, and only what \
        the step itself breaks is told. The answer always has the first lawful day, the shortest \
        deadline, the largest charge of each kind, what the letter must contain and what must be \
        settled. It looks a year ahead, no further than the rules are reviewed. A stream is \
        answered case by case. Exits with 0 when everything may go, 1 when something may not. With \
        --quiet it says only whether the step may be taken, in half the time.
        """),
    options: [
      .send, .stepDay, .deadline, .charge, .actor, .fact, .format, .rules, .select, .ignore,
      .choose,
      .assume, .failOn, .quiet, .verbose,
    ],
    examples: [
      (
        "skikk gate case.json --send inkassovarsel --on 2026-01-05 --deadline 2026-01-19",
        Label(nb: "et varsel", en: "a notice")
      ),
      (
        "skikk gate case.json --send betalingsoppfordring --on 2026-01-20 --charge salaer=300",
        Label(nb: "en betalingsoppfordring med salær", en: "a demand with a salær")
      ),
      (
        "cat tonight.ndjson | skikk gate --format json -",
        Label(nb: "alt som skal ut i natt", en: "everything that is to go out tonight")
      ),
    ],
    run: {
      var run = keptToTheEnd(try GateRun($0))
      return try run.run()
    })
}

extension Option {
  static let send = Option(
    "send", value: "TYPE", nb: "Steget: en hendelsestype, som inkassovarsel.",
    en: "The step: a type of event, as inkassovarsel.")
  static let stepDay = Option(
    "on", value: "DATE",
    nb: "Dagen (ÅÅÅÅ-MM-DD); ellers stegets egen (også --set at=), ellers i dag.",
    en: "The day (YYYY-MM-DD); else the step's own (--set at=, too), else today.")
  static let deadline = Option(
    "deadline", value: "DATE", nb: "Siste dag for betaling, som brevet sier den.",
    en: "The last day to pay, as the letter states it.")
  static let charge = Option(
    "charge", value: "KIND=AMOUNT", repeatable: true, nb: "Et gebyr i kroner, som salaer=300.",
    en: "A charge in kroner, as salaer=300.")
  static let actor = Option(
    "by", value: "ROLE", nb: "Hvem: creditor, agency eller lawyer; ellers den som pleier.",
    en: "Who: creditor, agency or lawyer; else who usually does.")
  static let fact = Option(
    "set", value: "KEY=VALUE", repeatable: true,
    nb: """
      Noe annet om steget, som i saksfilen: channel=post, at=2026-02-10T16:30, \
      states=["amount"].
      """,
    en: """
      Something else of the step, as in a case file: channel=post, at=2026-02-10T16:30, \
      states=["amount"].
      """)
}

/// One run of `skikk gate`.
struct GateRun {
  private let invocation: Invocation
  private let failOn: FailOn
  private let wishes: [ReportOutputs.Wish]
  private let rules: StepRules
  private let day: CivilDay?
  private let draft: StepDraft?
  private var outputs: ReportOutputs?
  private var receipt = Receipt()
  private var isHeld = false
  /// What could not be read, or has no step that could be tried.
  private var unread: UnreadInputs

  /// Prepares the run; everything wrong with the command line or the rules is found here.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    unread = UnreadInputs(terminal: invocation.terminal)
    failOn = try invocation.failOn
    wishes = try ReportOutputs.wishes(of: invocation)
    day = try invocation.givenDay(.stepDay)
    rules = try StepRules(
      invocation, failOn: failOn,
      traces: wishes.map { $0.format.traces(Self.detail(invocation)) }.max() ?? .none)
    draft = try invocation.stepDraft(among: rules.patterns)
  }

  /// Answers for each case, in the order in which they come.
  mutating func run() throws -> ExitCode {
    do {
      let inputs = CaseInput.all(invocation.operands)
      let stream = CaseStream(inputs, names: rules.folder.names, readOnce: true)
      try stream.forEach { item in
        switch item {
        case .read(let file, let place):
          try answer(file, place, of: inputs[Int(place.input)].name)
        case .rejected(let fault): unread.note(fault, isCase: true)
        case .missing(let fault): unread.note(fault, isCase: false)
        }
      }
      try open(on: day ?? Invocation.today)
      for unread in unread.listed { try outputs?.add(unread) }
      receipt.countRejected(unread.cases)
      try outputs?.end(receipt)
    } catch {
      outputs?.abandon()
      throw error
    }
    return max(
      isHeld && failOn != .never ? .findings : .clean, unread.isEmpty ? .clean : .incomplete)
  }

  private mutating func answer(
    _ file: CaseFile, _ place: CasePlace, of source: String
  ) throws {
    let planned: (step: PlannedStep, day: CivilDay)
    do throws(InputFault) { planned = try step(of: file, source: source) } catch {
      let message = "\(source):\(place.line):1: \(error.path): \(error.plain)"
      return unread.note(
        UnreadInput(file: source, line: Int(place.line), column: 1, message: message),
        isCase: true)
    }
    let report = rules.gate.report(
      on: planned.step, for: planned.day, isSearching: isSearching)
    try open(on: planned.day)
    receipt.count(report)
    isHeld = isHeld || report.gate?.allowed == false
    try outputs?.add(report)
  }

  /// The step of a case, ready to be tried, and its day.
  private func step(
    of file: CaseFile, source: String
  ) throws(InputFault) -> (step: PlannedStep, day: CivilDay) {
    var file = file
    if var draft {
      if !draft.facts.contains(where: { ["date", "at"].contains($0.key) }) {
        draft.facts.append(.init("date", .string(Invocation.today.description)))
      }
      _ = draft.complete(by: rules.patterns, in: file)
      file = try draft.placed(in: file)
    }
    let kinds = rules.patterns.chargeKinds(ofPlannedStepIn: file)
    guard let step = PlannedStep(of: file, source: source, asking: kinds) else {
      throw InputFault(
        file: source, line: 1, column: 1, path: "/planned", found: "no planned step",
        expected: "one", hint: "add planned to the case, or describe the step with --send")
    }
    guard let planned = file.planned, !file.claims(of: planned).isEmpty else {
      throw InputFault(
        file: source, line: 1, column: 1, path: "/planned/claims", found: "no claim",
        expected: "those the step is for", hint: "a step without `claims` is for all of the case")
    }
    return (step, day ?? step.day ?? Invocation.today)
  }

  /// Opens the reports, the first time it is called; the first step tells the day of the run.
  private mutating func open(on day: CivilDay) throws {
    guard outputs == nil else { return }
    let context = rules.context(on: day)
    receipt.rules = context.rules
    var outputs = try ReportOutputs(
      wishes, context: context, program: rules.folder.program, terminal: invocation.terminal,
      detail: detail)
    try outputs.begin()
    self.outputs = outputs
  }

  /// Whether the reports say more than whether the step may be taken as planned.
  private var isSearching: Bool {
    !invocation.has(.quiet) || wishes.contains { $0.format != .text }
  }

  private var detail: Detail { Self.detail(invocation) }

  private static func detail(_ invocation: Invocation) -> Detail {
    if invocation.has(.quiet) { return .quiet }
    return invocation.has(.verbose) ? .verbose : .normal
  }
}

extension InputFault {
  /// What is wrong, without the place.
  fileprivate var plain: String { "found \(found), expected \(expected), hint: \(hint)" }
}
