import Foundation

/// How long it takes until a program has answered, beside one that does nothing.
struct StartUp {
  /// How often each is started; the middle one counts.
  let runs: Int

  func measure() throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skikk-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let portfolio = folder.appending(path: "case.ndjson")
    try WholeRuns.sample(1, to: portfolio)
    try OrdinaryCase(cutFrom: Data(contentsOf: portfolio)).json
      .write(to: folder.appending(path: "ordinary.json"))
    let programs: [(name: String, program: String, arguments: [String])] = [
      ("start nothing", "skikk-bench-empty", []),
      ("start --version", "skikk", ["--version"]),
      ("start check", "skikk", ["check", "--jobs=1", "case.ndjson"]),
      ("start gate", "skikk", ["gate", "ordinary.json"]),
      (
        "start gate, closed case", "skikk",
        ["gate", "case.ndjson", "--send", "inkassovarsel", "--on", "2026-10-01"]
      ),
    ]
    var results: [Result] = []
    for (name, program, arguments) in programs {
      // A command that this program does not have is not measured.
      guard (try? ProgramRun(of: program, arguments, in: folder)) != nil else { continue }
      let all = try (0..<runs).map { _ in try ProgramRun(of: program, arguments, in: folder) }
      let middle = all.map(\.seconds).sorted()[runs / 2]
      var result = Result(name: name, count: runs, seconds: middle)
      result.peakMemory = all.map(\.peakMemory).max()
      result.timesEmpty = results.first.map { middle / $0.seconds }
      results.append(result)
    }
    return results
  }
}

/// Whole runs of the program on every core: over a file of cases, and over a pipe.
struct WholeRuns {
  let count: Int
  /// The rules that are applied; all where nil.
  let select: String?

  func measure() throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skikk-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "cases.ndjson")
    try Self.sample(count, to: file)
    let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
    let options =
      ["--fail-on=never", "--format=json"] + (select.map { ["--select=\($0)"] } ?? [])
    func result(_ name: String, _ run: ProgramRun) -> Result {
      var result = Result(
        name: name, asked: count, count: count, seconds: run.seconds, bytes: size)
      result.peakMemory = run.peakMemory
      return result
    }
    let files = try ["check", "score"].map { command in
      result(
        "skikk \(command)",
        try ProgramRun(of: "skikk", [command] + options + ["cases.ndjson"], in: folder))
    }
    // Debtors of the portfolio come again: 3 says so.
    let program = ProgramRun.folder.appending(path: "skikk").path
    let script = #"cat cases.ndjson | "$0" check "$@" - || [ $? = 3 ]"#
    let stream = try ProgramRun(
      at: "/bin/sh", ["-c", script, program] + options, in: folder)
    return files + [result("skikk check -", stream)]
  }

  /// Writes an invented portfolio to a file.
  static func sample(_ count: Int, to file: URL) throws {
    try Data().write(to: file)
    let process = Process()
    process.executableURL = ProgramRun.folder.appending(path: "skikk")
    process.arguments = ["sample", "\(count)"]
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
  }
}
