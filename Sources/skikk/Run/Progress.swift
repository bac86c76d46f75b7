import Glibc
import Reports

/// Tells how far a run is, on a terminal that someone looks at, a few times a second.
final class Progress {
  /// What a run is doing, and how much of it there is, where that is known.
  enum Stage {
    /// Reading everything before anything is judged.
    case reading(inputs: [CaseInput])
    /// Judging what has been read.
    case judging(cases: Int)
    /// Judging what arrives.
    case streaming
  }

  private static let pause = Duration.milliseconds(250)

  private let clock = ContinuousClock()
  private let language: Language
  private var text = ProgressText()
  private var start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  /// Whoever runs the program sees it, unless standard error is no terminal that can erase a line,
  /// or only findings are asked for.
  init?(_ invocation: Invocation) {
    let isDumb = invocation.terminal.environment["TERM"] == "dumb"
    guard isatty(STDERR_FILENO) == 1, !isDumb, !invocation.has(.quiet) else { return nil }
    language = invocation.terminal.language
    start = clock.now
    shown = start
  }

  /// A stage of the run begins.
  func begin(_ stage: Stage) {
    text = ProgressText()
    switch stage {
    case .reading(let inputs): text.allBytes = CaseInput.size(of: inputs)
    case .judging(let cases): (text.allCases, text.findings) = (cases, 0)
    case .streaming:
      (text.allBytes, text.findings) = (CaseInput.size(of: [.standardInput]), 0)
    }
    start = clock.now
  }

  /// So much more has been done.
  func add(cases: Int = 0, bytes: Int = 0, findings: Int = 0) {
    text.cases += cases
    text.bytes += bytes
    text.findings = text.findings.map { $0 + findings }
    let now = clock.now
    guard now - shown >= Self.pause else { return }
    shown = now
    text.elapsed = now - start
    StatusLine.show(text.line(in: language))
  }

  /// Nothing more is to be told.
  func end() { StatusLine.erase() }
}
