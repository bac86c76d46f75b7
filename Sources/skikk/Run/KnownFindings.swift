import Audit
import Casebook
import FoundationEssentials
import Reports

/// The findings that a run knows from `--baseline`, and those it writes for `--write-baseline`.
struct KnownFindings {
  private let target: String?
  private var comparison: BaselineComparison?
  private var found: [KnownFinding] = []

  /// What a command line asks for; the baseline is read here.
  init(_ invocation: Invocation) throws(UsageFault) {
    target = invocation[.writeBaseline]
    guard let file = invocation[.baseline] else { return }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UsageFault(
        Label(
          nb: "\(file) kan ikke leses; --write-baseline \(file) skriver den",
          en: "\(file) cannot be read; --write-baseline \(file) writes it"),
        in: invocation.command.name
      ).caused(by: .baseline, file)
    }
    do { comparison = .init(with: try BaselineFile.baseline(of: Array(data), source: file)) } catch
    {
      throw UsageFault(
        Label(nb: error.description, en: error.description), in: invocation.command.name)
    }
  }

  /// Makes a receipt count what is known, where something is.
  func begin(_ receipt: inout Receipt) {
    if comparison != nil { receipt.baseline = BaselineReceipt() }
  }

  /// Whether what is told of a case may be less than what was found in it.
  var hidesFindings: Bool { comparison != nil }

  /// The report without what is known; what it finds is kept to be written.
  mutating func told(_ report: CaseReport) -> CaseReport {
    if target != nil { found += report.findings.map { KnownFinding($0, in: report.id) } }
    return comparison?.told(report) ?? report
  }

  /// Adds to a receipt what was known and did not occur.
  func end(_ receipt: inout Receipt, isAsked: (KnownFinding) -> Bool) {
    comparison?.close(&receipt, isAsked: isAsked)
  }

  /// Writes what was found, and what was known of cases and rules that were not judged.
  func write(isAsked: (KnownFinding) -> Bool) throws(OutputFault) {
    guard let target else { return }
    let kept = comparison?.outside(isAsked: isAsked) ?? []
    let output = try Output(file: target)
    do throws(OutputFault) {
      try output.write(BaselineFile.text(of: Baseline(found + kept)))
      try output.finish()
    } catch {
      output.abandon()
      throw error
    }
  }
}
