import Foundation

/// Measures how fast the program is, on an invented portfolio that is the same everywhere.
///
/// A measurement is no test: it never fails, and what it says holds for the machine it ran on. What
/// must not grow is counted in instructions, by `.ci/budget`.
@main
struct Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let options = Options(arguments) else {
      print(Options.usage)
      exit(2)
    }
    var results = try StartUp(runs: options.runs).measure()
    for count in options.cases {
      let parts = try Stages(count: count, seconds: options.seconds).measure()
      results += parts
      let wait = parts.first { $0.name == Stages.judging }.map { $0.seconds / Double($0.count) }
      guard let wait, wait * Double(count) < options.longest else { continue }
      results += try WholeRuns(count: count, select: options.select).measure()
    }
    results = Result.grown(results)
    print(Result.table(results), terminator: "")
    guard let file = options.json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(results).write(to: URL(filePath: file))
  }
}
