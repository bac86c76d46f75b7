import Audit
import Casebook
import Reports

/// The forms of a scorecard that a command line asks for, each with where it goes.
struct ScoreOutput {
  private let wishes: [ReportWish<ScoreFormat>]
  private let slice: ScoreSlice
  private let terminal: Terminal
  private let detail: Detail

  /// What the options say.
  init(_ invocation: Invocation) throws(UsageFault) {
    wishes = try invocation.wishes(among: ScoreFormat.allCases, standard: .text)
    terminal = invocation.terminal
    detail =
      invocation.has(.quiet) ? .quiet : invocation.has(.verbose) ? .verbose : .normal
    let by = invocation[.groupedBy] ?? ScoreSlice.agency.rawValue
    guard let slice = ScoreSlice(rawValue: by) else {
      let known = ScoreSlice.allCases.map(\.rawValue).joined(separator: ", ")
      throw .value(
        by, of: .groupedBy, expected: Label(nb: "en av: \(known)", en: "one of \(known)"),
        in: invocation.command.name)
    }
    self.slice = slice
  }

  /// Writes the scorecard.
  func write(_ card: Scorecard) throws(OutputFault) {
    for wish in wishes {
      let output = if let file = wish.file { try Output(file: file) } else { Output() }
      do throws(OutputFault) {
        try output.write(
          wish.format.report(
            of: card, by: slice, in: terminal.language,
            style: wish.file == nil ? terminal.style : .plain, detail: detail))
        try output.finish()
      } catch {
        output.abandon()
        throw error
      }
    }
  }
}
