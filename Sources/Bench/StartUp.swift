import Foundation

/// How long it takes until a program has answered, beside one that does nothing.
struct StartUp {
  /// How often each is started; the middle one counts.
  let runs: Int

  func measure() throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skikk-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try WholeRuns.sample(1, to: folder.appending(path: "case.ndjson"))
    let programs: [(name: String, program: String, arguments: [String])] = [
      ("start nothing", "skikk-bench-empty", []),
      ("start --version", "skikk", ["--version"]),
      ("start check", "skikk", ["check", "--jobs=1", "case.ndjson"]),
      (
        "start gate", "skikk",
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

/// Whole runs of the program over a file of cases, on every core.
struct WholeRuns {
  let count: Int

  func measure() throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "skikk-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "cases.ndjson")
    try Self.sample(count, to: file)
    let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
    return try ["check", "score"].map { command in
      let run = try ProgramRun(
        of: "skikk", [command, "--fail-on=never", "--format=json", "cases.ndjson"], in: folder)
      var result = Result(
        name: "skikk \(command)", asked: count, count: count, seconds: run.seconds, bytes: size)
      result.peakMemory = run.peakMemory
      return result
    }
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
