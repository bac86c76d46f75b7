import Foundation
import Testing

@Suite("A run that does not fit in memory") struct LargeRunTests {
  private static let select = "--select=inkl-9-deadline"

  /// A folder for what is put aside.
  private static func aside(in workshop: borrowing Workshop) throws -> [String: String] {
    try workshop.write("", to: "aside/.keep")
    return ["TMPDIR": workshop.folder.appending(path: "aside").path]
  }

  private static func left(in workshop: borrowing Workshop) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: workshop.folder.appending(path: "aside").path)
  }

  @Test("leaves nothing behind, whenever and however it is ended", arguments: [SIGKILL, SIGINT])
  func interrupted(signal: Int32) throws {
    let workshop = try Workshop()
    let environment = try Self.aside(in: workshop)
    let talk = try Conversation(
      ["check", Self.select, "--gather", "--format=ndjson=found.ndjson", "-"],
      in: workshop.folder, environment: environment)
    for number in 0..<200 {
      try talk.give(StreamTests.short("A-\(number)", against: "D-\(number)"))
    }
    // It holds the copy of its input open, which no longer has a name.
    let open = URL(filePath: "/proc/\(talk.number)/fd")
    let end = Date() + 60
    var files: [String] = []
    while !files.contains(where: { $0.contains("/aside/") }), Date() < end {
      files = try FileManager.default.contentsOfDirectory(atPath: open.path).compactMap {
        try? FileManager.default.destinationOfSymbolicLink(
          atPath: open.appending(path: $0).path)
      }
    }
    #expect(files.contains { $0.contains("/aside/") && $0.hasSuffix("(deleted)") })
    #expect(try Self.left(in: workshop) == [".keep"])
    kill(talk.number, signal)
    #expect(talk.finish().code == signal)
    #expect(try Self.left(in: workshop) == [".keep"])
  }

  @Test("says so when there is no room, and which folder has none", arguments: ["nb", "en"])
  func full(language: String) throws {
    let workshop = try Workshop()
    let environment = try Self.aside(in: workshop)
      .merging(["SKIKK": Workshop.program.path]) { $1 }
    try workshop.write(
      (0..<200).map { TestCase.lawful("A-\($0)") }.joined(separator: "\n"), to: "s.ndjson")
    // A file of at most one block, and no signal when it is full.
    let script = """
      trap '' XFSZ; ulimit -f 1
      exec $SKIKK --lang=\(language) check \(Self.select) --gather - < s.ndjson
      """
    let outcome = try workshop.run(
      URL(filePath: "/bin/sh"), ["-c", script], environment: environment)
    let folder = workshop.folder.appending(path: "aside").path
    let said = [
      "nb": "skikk: kan ikke legge saker til side i \(folder)",
      "en": "skikk: cannot put cases aside in \(folder)",
    ]
    #expect(outcome.errors.hasPrefix(said[language] ?? ""), "\(outcome)")
    #expect(outcome.errors.contains("File too large; TMPDIR"))
    #expect(outcome.code == 3 && outcome.output.isEmpty)
  }

  @Test("says so when the folder is not there") func missing() throws {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "check", "--gather", "-", input: TestCase.lawful("A"), environment: ["TMPDIR": "none/such"])
    #expect(outcome.errors.contains(/^skikk: cannot put cases aside in \S*none\/such/))
    #expect(outcome.errors.contains("No such file or directory") && outcome.code == 3)
  }

  @Test("reads a pipe that has a name, as a file or one case a line") func namedPipe() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A") + "\n" + TestCase.short("B") + "\n", to: "s.ndjson")
    let outcome = try workshop.run(
      URL(filePath: "/bin/sh"),
      [
        "-c",
        """
        mkfifo p; cat s.ndjson > p & $SKIKK check \(Self.select) --format=ndjson p
        """,
      ], environment: ["SKIKK": Workshop.program.path])
    let answered = outcome.output.split(separator: "\n").map { StreamTests.number(String($0)) }
    #expect(answered == ["A", "B"], "\(outcome.errors)")
  }
}
