import Foundation
import Testing

@Suite("Progress") struct ProgressTests {
  private static let arguments = [
    "check", "--select=inkl-9-deadline", "--format=ndjson", "-",
  ]

  /// What stands on the terminal of a run that takes a while.
  private static func seen(
    _ options: [String] = [], environment: [String: String] = [:], onTerminal: Bool = true
  ) throws -> (seen: String, errors: String) {
    let workshop = try Workshop()
    let talk = try Conversation(
      Self.arguments + options, in: workshop.folder,
      environment: ["TERM": "xterm"].merging(environment) { $1 }, onTerminal: onTerminal)
    for number in 0..<4 {
      try talk.give(StreamTests.short("A-\(number)", against: "D-\(number)"))
      Thread.sleep(forTimeInterval: 0.3)
    }
    try talk.give("{")
    try talk.end()
    let errors = talk.finish().errors
    return (talk.seen(), errors)
  }

  /// The lines that a terminal shows in the end: a carriage return goes to the beginning of a line,
  /// `ESC [K` erases the rest of it.
  private static func screen(_ written: String) -> [String] {
    var lines: [[Unicode.Scalar]] = [[]]
    var column = 0
    var rest = Array(written.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n": lines.append([])
      case "\r": column = 0
      case "\u{1B}":
        rest = rest.dropFirst(2)
        lines[lines.count - 1].removeLast(max(0, (lines.last?.count ?? 0) - column))
      default:
        if column < lines[lines.count - 1].count {
          lines[lines.count - 1][column] = scalar
        } else {
          lines[lines.count - 1].append(scalar)
        }
        column += 1
      }
    }
    return lines.map { String(String.UnicodeScalarView($0)) }
  }

  @Test("is told on a terminal, and taken away before anything else and at the end")
  func terminal() throws {
    let seen = try Self.seen().seen
    #expect(seen.contains(/\r[23] cases, [123] findings?, \d+ a second\u{1B}\[K/), "\(seen)")
    let lines = Self.screen(seen)
    #expect(lines.contains { $0.hasPrefix("-:5:2: /: found ") }, "\(lines)")
    #expect(!lines.contains { $0.contains("a second") }, "\(lines)")
    // A few times a second: four cases in more than a second.
    #expect(seen.matches(of: /a second/).count <= 8)
  }

  @Test("speaks the language of the run") func language() throws {
    #expect(try Self.seen(environment: ["LANG": "nb_NO"]).seen.contains(" saker, "))
  }

  @Test(
    "is not told when only findings are asked for, or nothing can be erased",
    arguments: [(["--quiet"], "xterm"), ([], "dumb")])
  func silent(options: [String], terminal: String) throws {
    let seen = try Self.seen(options, environment: ["TERM": terminal]).seen
    #expect(!seen.contains("a second") && !seen.contains("\u{1B}"))
  }

  @Test("is not told where no terminal is") func file() throws {
    let errors = try Self.seen(onTerminal: false).errors
    #expect(!errors.contains("a second") && !errors.contains("\u{1B}"))
    #expect(errors.hasPrefix("-:5:2: /: found "))
  }
}
