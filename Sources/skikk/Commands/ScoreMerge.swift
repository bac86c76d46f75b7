import Audit
import Casebook
import Files
import FoundationEssentials
import Reports

/// One run of `skikk score --merge` over scorecards.
struct ScoreMergeRun {
  private let invocation: Invocation
  private let failOn: FailOn
  private let output: ScoreOutput

  /// Prepares the run; options that are for judging cases are refused.
  init(_ invocation: Invocation) throws(UsageFault) {
    self.invocation = invocation
    failOn = try invocation.failOn(.scoreFailOn, standard: .never)
    output = try ScoreOutput(invocation)
    let judging: [Option] = [.asOf, .rules, .select, .ignore, .choose, .assume, .part, .jobs]
    if let option = judging.first(where: { invocation.has($0) }) {
      throw UsageFault(
        Label(
          nb: "--\(option.name) gjelder saker; med --merge står alt i resultatkortene",
          en: "--\(option.name) is for cases; with --merge the scorecards have it all"),
        in: invocation.command.name)
    }
  }

  /// Adds up the scorecards. One that cannot be read, or was made by other rules, is named and left
  /// out.
  func run() throws -> ExitCode {
    var sum: Scorecard?
    var isWhole = true
    var read: [WorstCase: String] = [:]
    func leaveOut(_ text: String) {
      invocation.terminal.complain(text + "\n")
      isWhole = false
    }
    for path in invocation.operands {
      do throws(InputFault) {
        let card = try Scorecard(parsing: try Self.bytes(of: path), file: path)
        var joint = sum
        do throws(ScoreMismatch) { try joint?.add(card) } catch {
          leaveOut(Self.text(of: error, path)[language])
          continue
        }
        // A case is of one part alone; the worst ones have names.
        if let same = card.total.worst.cases.first(where: { read[$0] != nil }) {
          leaveOut(Self.text(ofTwice: path, same.id, read[same] ?? "")[language])
          continue
        }
        for one in card.total.worst.cases { read[one] = path }
        isWhole = isWhole && card.receipt.rejected == 0
        sum = joint ?? card
      } catch {
        leaveOut("\(error)")
      }
    }
    guard let sum else { return .incomplete }
    try output.write(sum)
    return max(failOn.code(for: sum.receipt), isWhole ? .clean : .incomplete)
  }

  private var language: Language { invocation.terminal.language }

  private static func bytes(of path: String) throws(InputFault) -> [UInt8] {
    let handle: FileHandle? =
      path == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
    guard let data = try? handle?.readToEnd() else {
      throw InputFault(
        file: path, line: 1, column: 1, path: "/", found: "nothing that can be read",
        expected: "a scorecard of skikk score --format json", hint: "check the path")
    }
    return data
  }

  private static func text(ofTwice path: String, _ id: String, _ other: String) -> Label {
    Label(
      nb: "\(path): saken \(id) står også i \(other), ventet hver sak én gang; tas ikke med",
      en: "\(path): case \(id) also stands in \(other), expected each case once; left out")
  }

  private static func text(of mismatch: ScoreMismatch, _ path: String) -> Label {
    let what =
      switch mismatch.what {
      case .ruleSet: Label(nb: "regelsettet", en: "rule set")
      case .asOf: Label(nb: "vurderingsdagen", en: "day of evaluation")
      case .choices: Label(nb: "tolkningene", en: "readings")
      case .assumptions: Label(nb: "forutsetningene", en: "assumptions")
      case .rules: Label(nb: "utvalget av regler", en: "selection of rules")
      }
    return Label(
      nb: """
        \(path): \(what.nb) er \(mismatch.other), ventet \(mismatch.first) som i det første \
        kortet; tas ikke med
        """,
      en: """
        \(path): the \(what.en) is \(mismatch.other), expected \(mismatch.first) as in the first \
        scorecard; left out
        """)
  }
}
