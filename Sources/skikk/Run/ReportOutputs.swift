import Audit
import Casebook
import FoundationEssentials
import Reports
import Rulebook

/// The reports that `--format` asks for, each with where it goes.
struct ReportOutputs {
  private var reports: [(report: any Report, output: Output)] = []
  private let terminal: Terminal
  private let page = BlankPage()

  typealias Wish = ReportWish<ReportFormat>

  /// The wishes of a command line; without any, text on standard output.
  static func wishes(of invocation: Invocation) throws(UsageFault) -> [Wish] {
    try invocation.wishes(among: ReportFormat.allCases, standard: .text)
  }

  /// Opens everything that is asked for.
  /// - Parameters:
  ///   - wishes: the reports, each with where it goes.
  ///   - context: what the run is judged by.
  ///   - program: the rules, whose documents some reports quote.
  ///   - terminal: the language, and where standard output goes.
  ///   - detail: how much the reports say.
  /// - Throws: `OutputFault` when one cannot be opened; then none is left behind.
  init(
    _ wishes: [Wish], context: RunContext, program: Program? = nil, terminal: Terminal,
    detail: Detail
  ) throws(OutputFault) {
    self.terminal = terminal
    let tool = ToolInfo(version: Main.version, program: program)
    do throws(OutputFault) {
      for wish in wishes {
        let output = if let file = wish.file { try Output(file: file) } else { Output() }
        let report = wish.format.report(
          of: context, in: terminal.language, by: tool,
          style: wish.file == nil ? terminal.style : .plain, detail: detail)
        reports.append((report, output))
      }
    } catch {
      abandon()
      throw error
    }
  }

  mutating func begin() throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.begin())
    }
  }

  /// Adds a case to every report.
  /// - Parameters:
  ///   - report: the case.
  ///   - entries: its entry in each report, where they have been written.
  /// - Throws: `OutputFault` when one cannot be written.
  mutating func add(_ report: CaseReport, entries: [[UInt8]]? = nil) throws(OutputFault) {
    let entries = entries ?? self.entries.entries(of: report, on: page)
    for index in reports.indices {
      guard let before = reports[index].report.place(report) else { continue }
      try reports[index].output.write(before)
      try reports[index].output.write(entries[index])
    }
  }

  /// Writes the entries of cases, as these reports have them.
  var entries: EntryWriters { EntryWriters(reports.map(\.report)) }

  mutating func add(_ unread: UnreadInput) throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.add(unread))
    }
  }

  /// Hands on what has been written so far.
  func flush() throws(OutputFault) { for (_, output) in reports { try output.flush() } }

  /// Ends every report, and only when all are whole puts each in its place.
  mutating func end(_ receipt: Receipt) throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.end(receipt))
      try reports[index].output.flush()
    }
    for index in reports.indices {
      try reports[index].output.finish()
      let aside = reports[index].report.aside(receipt)
      if !aside.isEmpty { terminal.complain(aside) }
    }
  }

  /// Leaves no half report behind.
  func abandon() { for (_, output) in reports { output.abandon() } }
}
