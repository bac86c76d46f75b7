import Casebook
import Reports
import Rulebook

extension Command {
  static let parts = Command(
    path: ["parts"], operands: "PATH… | -", operandCount: 1...Int.max,
    summary: Label(
      nb: "Sier for hver sak hvilken av N deler av en saksmengde den er i.",
      en: "Says for each case which of N parts of a caseload it is of."),
    about: Label(
      nb: """
        Saker som bedømmes sammen, er i samme del, uansett fil og rekkefølge; hvilke det er, \
        avgjør reglene. Delene er de samme som --part i check og score bedømmer. Ett JSON-objekt \
        per linje, i den rekkefølgen sakene kommer: part, case, source og line. Slik kan et \
        program som fordeler saker på maskiner, spørre i stedet for å vite det selv.
        """,
      en: """
        Cases that are judged together are of one part, whatever their file and order; which ones \
        these are the rules decide. The parts are those that --part of check and score judges. One \
        JSON object a line, in the order in which the cases come: part, case, source and line. So \
        a program that sends cases to several machines can ask, and need not know.
        """),
    options: [.into, .rules],
    examples: [
      (
        "skikk parts --into 16 cases/",
        Label(nb: "en mappe, i 16 deler", en: "a folder, in 16 parts")
      ),
      (
        "cat portfolio.ndjson | skikk parts --into 200 -",
        Label(nb: "en strøm, linje for linje", en: "a stream, line by line")
      ),
    ],
    run: { try PartsRun($0).run() })
}

extension Option {
  static let part = Option(
    "part", value: "K/N",
    nb: "Bare del K av N. Saker som bedømmes sammen, er i samme del (se skikk parts).",
    en: "Part K of N alone. Cases that are judged together are of one part (see skikk parts).")
  static let into = Option(
    "into", value: "N", nb: "Hvor mange deler det skal bli.", en: "How many parts there are to be.")
}

/// One run of `skikk parts`.
struct PartsRun {
  private let invocation: Invocation
  private let count: Int
  private let rules: RuleFolder

  /// Prepares the run; everything wrong with the command line or the rules is found here.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    count = try Self.count(invocation)
    rules = try RuleFolder(invocation, readingExamples: false)
  }

  /// Places each case as it comes; what cannot be read is told on standard error.
  func run() throws -> ExitCode {
    let inputs = CaseInput.all(invocation.operands)
    let stream = CaseStream(inputs, names: rules.names, readOnce: true)
    var unread = UnreadInputs(terminal: invocation.terminal)
    let output = Output()
    try stream.forEach { item in
      switch item {
      case .read(let file, let place):
        let part = CasePart(of: file.heading, among: count, together: rules.reach)
        try output.write(
          CasePlacement(
            part: part.number, id: file.heading.number,
            source: inputs[Int(place.input)].name,
            line: Int(place.line)
          ).jsonLine)
      case .rejected(let fault): unread.note(fault, isCase: true)
      case .missing(let fault): unread.note(fault, isCase: false)
      }
    }
    try output.finish()
    return unread.isEmpty ? .clean : .incomplete
  }

  private static func count(_ invocation: Invocation) throws(UsageFault) -> Int {
    guard let text = invocation[.into] else {
      throw UsageFault(
        Label(nb: "ventet --into N: antall deler", en: "expected --into N: how many parts"),
        in: invocation.command.name)
    }
    guard let count = Int(text), (1...CasePart.most).contains(count) else {
      throw .value(
        text, of: .into,
        expected: Label(
          nb: "et helt tall fra 1 til \(CasePart.most)",
          en: "a whole number from 1 to \(CasePart.most)"), in: invocation.command.name)
    }
    return count
  }
}
