import Audit
import Reports

/// A case that was judged, with what it adds to each report, written by whoever judged it.
struct WrittenCase: Sendable {
  let report: CaseReport
  /// For each report its entry; nil where the reports are told something else of the case, so that
  /// entries have to be written of that.
  let entries: [[UInt8]]?
}

/// What a worker writes on, time and again, so that memory is asked for once.
final class BlankPage {
  fileprivate var bytes = ByteBuffer()
}

/// Writes the entries of cases for all reports of a run: several cases at once, each by itself.
struct EntryWriters: Sendable {
  /// The reports, as they stand before the first case.
  private let reports: [any Report]

  init(_ reports: [any Report]) { self.reports = reports }

  /// What a case adds to each report.
  func entries(of report: CaseReport, on page: BlankPage) -> [[UInt8]] {
    reports.map { form in
      page.bytes.removeAll()
      form.write(report, to: &page.bytes)
      return Array(page.bytes.bytes)
    }
  }
}
