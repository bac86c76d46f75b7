import Audit
import Casebook
import Foundation
import Reports
import Rulebook

/// The reports that `--format` asks for, each with where it goes.
struct ReportOutputs {
  private var reports: [(report: any Report, output: Output)] = []
  private let terminal: Terminal

  /// What `--format` says: which form, and the file unless it is standard output.
  struct Wish: Equatable {
    let format: ReportFormat
    let file: String?
  }

  /// The wishes of a command line; without any, text on standard output.
  static func wishes(of invocation: Invocation) throws(UsageFault) -> [Wish] {
    let command = invocation.command.name
    var wishes: [Wish] = []
    for value in invocation.values[Option.format.name] ?? ["text"] {
      let sides = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = ReportFormat(rawValue: String(sides[0])) else {
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw .value(
          value, of: .format, expected: Label(nb: "en av: \(known)", en: "one of \(known)"),
          in: command)
      }
      let file = sides.count > 1 && sides[1] != "-" ? String(sides[1]) : nil
      if file?.isEmpty == true {
        throw .value(
          value, of: .format,
          expected: Label(nb: "et filnavn etter =", en: "the name of a file after ="), in: command)
      }
      wishes.append(Wish(format: format, file: file))
    }
    let targets = wishes.map { $0.file.map(place) }
    let inputs = Set(invocation.operands.map(place))
    if let input = wishes.compactMap(\.file).first(where: { inputs.contains(place($0)) }) {
      throw UsageFault(
        Label(
          nb: "en rapport kan ikke skrives over \(input), som skal leses",
          en: "a report cannot be written over \(input), which is to be read"), in: command)
    }
    if let twice = targets.firstIndex(where: { file in targets.count { $0 == file } > 1 }) {
      let file = wishes[twice].file
      throw UsageFault(
        Label(
          nb: "to rapporter kan ikke skrives til \(file ?? "standard ut")",
          en: "two reports cannot go to \(file ?? "standard output")"), in: command)
    }
    return wishes
  }

  /// A path in the one form in which two that lead to the same file are equal.
  private static func place(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
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

  mutating func add(_ report: CaseReport) throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.add(report))
    }
  }

  mutating func add(_ unread: UnreadInput) throws(OutputFault) {
    for index in reports.indices {
      try reports[index].output.write(reports[index].report.add(unread))
    }
  }

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
