import Audit
import Casebook
import EmbeddedRules
import Foundation
import Reports
import Rulebook
import Sample
import Values

/// The parts of a run over many cases, each measured by itself on one core.
struct Stages {
  let count: Int
  /// About how long each part may take.
  let seconds: Double

  /// What judging is called among the results.
  static let judging = "judge"

  /// How many cases are told, read or judged before the clock is looked at.
  private static let batch = 100

  func measure() throws -> [Result] {
    let program = RuleSet.embedded.compiled(with: .standard, readingExamples: false).program
    let day = try program.reviewedThrough.adding(months: -3)
    var portfolio = try SamplePortfolio(seed: 1, until: day, by: program)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    let telling = timed("sample", of: count) { _ in
      portfolio.next(into: &bytes)
      ends.append(bytes.count)
    }
    var files: [CaseFile] = []
    let reading = timed("read", of: ends.count) { place in
      let line = Array(bytes[(place == 0 ? 0 : ends[place - 1])..<(ends[place] - 1)])
      if let file = try? CaseReader.standard.read(line, source: "-") { files.append(file) }
    }
    return [telling.with(bytes: bytes.count), reading.with(bytes: ends[reading.count - 1])]
      + (try judging(files, by: program, on: day))
  }

  private func judging(
    _ files: [CaseFile], by program: Program, on day: CivilDay
  ) throws -> [Result] {
    var results: [Result] = []
    let groups = Dictionary(grouping: files) { $0.debtorID(of: $0.root) ?? "" }
      .sorted { $0.key < $1.key }.map(\.value)
    let several = groups.filter { $0.count > 1 }
    results.append(timed("join", of: several.count) { _ = CaseFile.joined(several[$0]) })
    let auditor = try Auditor(
      program: program, options: AuditOptions(asOf: day, balances: true))
    var reports: [CaseReport] = []
    let judging = timed(Self.judging, of: groups.count) { place in
      reports += auditor.audit(together: groups[place].map { ($0, "-") })
    }
    let rules = auditor.applied.count
    results.append(
      Result(
        name: judging.name, asked: count, count: reports.count, seconds: judging.seconds,
        rules: rules))
    let context = auditor.context(ruleSetVersion: "")
    for format in [ReportFormat.json, .ndjson, .text] {
      var report = format.report(of: context, in: .en, by: ToolInfo(version: ""))
      var size = report.begin().utf8.count
      let writing = timed("report \(format.rawValue)", of: reports.count) { place in
        size += report.add(reports[place]).utf8.count
      }
      results.append(writing.with(bytes: size))
    }
    var card = Scorecard(basis: ScoreBasis(context: context, rules: auditor.applied))
    results.append(timed("score", of: reports.count) { card.add(reports[$0]) })
    return results
  }

  /// Does something so many times, or until the time is up.
  private func timed(_ name: String, of count: Int, _ step: (Int) -> Void) -> Result {
    var done = 0
    var spent = 0.0
    while done < count, spent < seconds {
      let next = min(count, done + Self.batch)
      spent += measuredSeconds { for place in done..<next { step(place) } }
      done = next
    }
    return Result(name: name, asked: self.count, count: done, seconds: spent)
  }
}

extension Result {
  fileprivate func with(bytes: Int) -> Result {
    var result = self
    result.bytes = bytes
    return result
  }
}
