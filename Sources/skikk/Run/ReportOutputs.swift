import Audit
import Casebook
import Reports

/// The reports that `--format` asks for, each with where it goes.
struct ReportOutputs {
  private var reports: [(report: any Report, output: Output)] = []

  typealias Wish = ReportWish<ReportFormat>

  /// The wishes of a command line; without any, text on standard output.
  static func wishes(of invocation: Invocation) throws(UsageFault) -> [Wish] {
    try invocation.wishes(among: ReportFormat.allCases, standard: .text)
  }

  /// Opens everything that is asked for.
  init(
    _ wishes: [Wish], context: RunContext, terminal: Terminal, detail: Detail
  ) throws(OutputFault) {
    for wish in wishes {
      let output = if let file = wish.file { try Output(file: file) } else { Output() }
      let report = wish.format.report(
        of: context, in: terminal.language, style: wish.file == nil ? terminal.style : .plain,
        detail: detail)
      reports.append((report, output))
    }
  }

  mutating func begin() throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.begin())
    }
  }

  mutating func add(_ report: CaseReport) throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.add(report))
    }
  }

  mutating func end(_ receipt: Receipt) throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.end(receipt))
      try reports[index].output.finish()
    }
  }

  /// Leaves no half report behind.
  func abandon() { for (_, output) in reports { output.abandon() } }
}
