import Casebook
import Reports
import Rulebook
import Sample
import Values

extension Command {
  static let sample = Command(
    path: ["sample"], operands: "N", operandCount: 1...1,
    summary: Label(
      nb: "Skriver N oppdiktede saker, én per linje.", en: "Prints N invented cases, one a line."),
    about: Label(
      nb: """
        Saker som i virkeligheten, fra faktura til avslutning: fire inkassoforetak og åtte \
        fordringshavere av ulik kvalitet, forbrukere og næringsdrivende. Omtrent hver sjuende sak \
        bryter reglene. Samme frø gir samme saker, og de første sakene er de samme uansett N.
        """,
      en: """
        Cases as in real life, from the invoice to the end: four agencies and eight creditors of \
        different quality, consumers and businesses. About one case in seven breaks the rules. \
        The same seed gives the same cases, and the first cases are the same whatever N is.
        """),
    options: [.seed, .until],
    examples: [
      (
        "skikk sample 1000 > sample.ndjson", Label(nb: "tusen saker til en fil", en: "to a file")
      ),
      (
        "skikk sample 20 --seed 7 | skikk check -",
        Label(nb: "tjue andre saker, prøvd", en: "twenty others, checked")
      ),
    ],
    run: { try SampleRun($0).run() })
}

extension Option {
  static let seed = Option(
    "seed", value: "S", nb: "Et helt tall som avgjør sakene; ellers 1.",
    en: "A whole number that decides the cases; default 1.")
  static let until = Option(
    "until", value: "DATE",
    nb:
      "Dagen sakene er hentet ut (ÅÅÅÅ-MM-DD); ellers tre måneder før reglenes siste gjennomgang.",
    en: "The day of the extract (YYYY-MM-DD); default three months before the rules' last review.")
}

/// One run of `skikk sample`.
struct SampleRun {
  private let count: Int
  private var portfolio: SamplePortfolio

  /// Prepares the run; everything wrong with the command line is found here.
  init(_ invocation: Invocation) throws {
    count = try Self.count(invocation)
    let rules = try RuleFolder(invocation, readingExamples: false)
    let reviewed = rules.program.reviewedThrough
    let until =
      invocation[.until] == nil ? try reviewed.adding(months: -3) : try invocation.day(.until)
    portfolio = try SamplePortfolio(
      seed: try Self.seed(invocation), until: until, by: rules.program)
  }

  /// Writes the cases.
  func run() throws -> ExitCode {
    let output = Output()
    var portfolio = portfolio
    var bytes: [UInt8] = []
    for _ in 0..<count {
      portfolio.next(into: &bytes)
      if bytes.count >= Self.block {
        try output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try output.write(bytes)
    try output.finish()
    return .clean
  }

  private static let block = 1 << 18

  private static func count(_ invocation: Invocation) throws(UsageFault) -> Int {
    guard let count = Int(invocation.operands[0]), count >= 0 else {
      throw UsageFault(
        Label(
          nb: "fant «\(invocation.operands[0])», ventet et antall saker",
          en: "found `\(invocation.operands[0])`, expected a number of cases"),
        in: invocation.command.name)
    }
    return count
  }

  private static func seed(_ invocation: Invocation) throws(UsageFault) -> UInt64 {
    guard let text = invocation[.seed] else { return 1 }
    guard let seed = UInt64(text) else {
      throw .value(
        text, of: .seed,
        expected: Label(nb: "et helt tall fra 0", en: "a whole number from 0"),
        in: invocation.command.name)
    }
    return seed
  }
}
