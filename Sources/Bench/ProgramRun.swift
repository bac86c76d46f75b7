import Foundation

/// A run of a program, with what it cost.
struct ProgramRun {
  /// How long it took, in seconds.
  let seconds: Double
  /// The most memory it had, in bytes.
  let peakMemory: Int
  /// How it ended.
  let code: Int

  /// A program that could not be run, or that failed.
  struct Failure: Error {
    let program: String
    let told: String
  }

  /// The folder of this program, and of those built with it.
  static let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Runs a program that was built beside this one, by the one that does nothing else.
  init(of program: String, _ arguments: [String], in folder: URL) throws {
    try self.init(at: Self.folder.appending(path: program).path, arguments, in: folder)
  }

  /// Runs a program that stands at a path, with whatever it starts itself.
  init(at program: String, _ arguments: [String], in folder: URL) throws {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = Self.folder.appending(path: "skikk-bench-empty")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    try process.run()
    let told = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = told.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    guard numbers.count == 3, numbers[2] < 2 else { throw Failure(program: program, told: told) }
    (seconds, peakMemory, code) = (Double(numbers[0]) / 1e9, numbers[1], numbers[2])
  }
}
