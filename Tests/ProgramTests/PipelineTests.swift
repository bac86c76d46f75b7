import Foundation
import Testing

@Suite("Reports for pipelines") struct PipelineTests {
  private static let portfolio = Checkout.root.appending(path: "cases/portfolio").path

  @Test("come all at once, each to its place, and say the same") func allAtOnce() throws {
    let workshop = try Workshop()
    try workshop.write(
      TestCase.short("A") + "\n{\n" + TestCase.lawful("B") + "\n", to: "s.ndjson")
    let outcome = try workshop.skikk(
      "check", "--select=inkl-9-deadline", "--as-of=2026-11-22", "--format", "sarif=o.sarif",
      "--format=junit=o.xml", "--format=csv=o.csv", "--format=ndjson=o.ndjson", "--format=github",
      "--format=json=o.json", "s.ndjson")
    #expect(outcome.code == 3)
    #expect(
      try workshop.names == ["o.csv", "o.json", "o.ndjson", "o.sarif", "o.xml", "s.ndjson"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("::error file=s.ndjson,line=1,title=BREACH inkl-9-deadline (days)"))
    #expect(lines[1].hasPrefix("::error file=s.ndjson,line=2,col="))
    #expect(lines[2].hasPrefix("::notice title=skikk::3 cases; 1 breach of the law;"))
    let (stream, table) = (workshop.read("o.ndjson") ?? "", workshop.read("o.csv") ?? "")
    #expect(stream.split(separator: "\n").count == 2)
    #expect(table.split(separator: "\r\n").count == 2)
    let junit = workshop.read("o.xml") ?? ""
    #expect(junit.contains(#"<testcase classname="A" name="inkl-9-deadline" time="0">"#))
    #expect(junit.contains(#"<testcase classname="B" name="inkl-9-deadline" time="0"/>"#))
    #expect(junit.contains(#"<error type="unread" message="s.ndjson:2:"#))
  }

  @Test("in SARIF explain a rule in the words of its document, and what could not be read")
  func sarif() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A"), to: "a b.json")
    let outcome = try workshop.skikk(
      "check", "--select=inkl-9-deadline", "--as-of=2026-11-22", "--format=sarif", "a b.json",
      "none.json")
    let log = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rule = try #require((driver?["rules"] as? [[String: Any]])?.first)
    let help = try #require((rule["help"] as? [String: String])?["text"])
    #expect(help.hasPrefix("inkassoloven (1988) § 9(2)") && help.contains("at least 14 days"))
    #expect(rule["helpUri"] as? String == "https://lovdata.no/lov/1988-05-13-26/%C2%A79")
    #expect(outcome.output.contains(#""uri": "a%20b.json""#))
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notes = invocation["toolExecutionNotifications"] as? [[String: Any]]
    let message = try #require((notes?.first?["message"] as? [String: String])?["text"])
    #expect(outcome.complaints.map(String.init) == [message])
  }

  @Test("in NDJSON are cases alone on standard output; the receipt is beside them")
  func stream() throws {
    let workshop = try Workshop()
    let input = TestCase.short("A") + "\n" + TestCase.lawful("B")
    let outcome = try workshop.skikk(
      "check", "--select=inkl-9-deadline", "--format=ndjson", "-", input: input)
    let ids = try outcome.output.split(separator: "\n").map { line in
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(entry?["id"] as? String)
    }
    #expect(ids == ["A", "B"])
    #expect(outcome.complaints.count == 1)
    #expect(outcome.errors.contains(#""receipt":{"cases":2,"audited":2,"#))
    let quiet = try workshop.skikk(
      "check", "--quiet", "--select=inkl-9-deadline", "--format=ndjson", "-", input: input)
    #expect(quiet.output == outcome.output && quiet.errors.isEmpty)
  }

  @Test("are refused where two would go to one file, or one over what is read") func sameFile()
    throws
  {
    let workshop = try Workshop()
    let outcome = try workshop.skikk(
      "check", "--format=json=o", "--format=csv=./o", "none.json")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("two reports cannot go to"))
    try workshop.write(TestCase.lawful("A"), to: "a.ndjson")
    let over = try workshop.skikk("check", "--format=ndjson=./a.ndjson", "a.ndjson")
    #expect(over.code == 2)
    #expect(over.errors.contains("a report cannot be written over ./a.ndjson"))
    #expect(workshop.read("a.ndjson") == TestCase.lawful("A"))
  }

  @Test("keep the permissions of the file they replace, and take those of a new one else")
  func permissions() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "a.json")
    try workshop.write("old", to: "kept.json")
    let kept = workshop.folder.appending(path: "kept.json").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: kept)
    let shell = URL(filePath: "/bin/sh")
    let command =
      "umask 022; \(Workshop.program.path) check -q --format json=kept.json "
      + "--format json=new.json a.json; stat -c %a kept.json new.json"
    let outcome = try workshop.run(shell, ["-c", command])
    #expect(outcome.output == "640\n644\n")
  }

  @Test(
    "leave nothing half when they are interrupted", arguments: [SIGINT, SIGTERM, SIGHUP, SIGALRM])
  func interrupted(number: Int32) throws {
    let workshop = try Workshop()
    try workshop.write("old", to: "o.json")
    let process = Process()
    process.executableURL = Workshop.program
    process.arguments = ["check", "--format=json=o.json", "--format=sarif=o.sarif", "-"]
    process.currentDirectoryURL = workshop.folder
    // Nobody writes to this pipe: the program waits for its input.
    let input = Pipe()
    process.standardInput = input
    try process.run()
    var tries = 0
    while try workshop.names.count(where: { $0.hasSuffix(".part") }) < 2, tries < 3000 {
      tries += 1
      usleep(10_000)
    }
    #expect(try workshop.names.count { $0.hasSuffix(".part") } == 2)
    kill(process.processIdentifier, number)
    tries = 0
    while process.isRunning, tries < 3000 {
      tries += 1
      usleep(10_000)
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(try workshop.names == ["o.json"])
    #expect(workshop.read("o.json") == "old")
    try input.fileHandleForWriting.close()
  }

  @Test("leave nothing half when nobody reads standard output") func closedPipe() throws {
    let workshop = try Workshop()
    let command =
      "\(Workshop.program.path) check --format json=o.json --format csv \(Self.portfolio) | true"
    let outcome = try workshop.run(URL(filePath: "/bin/sh"), ["-c", command])
    #expect(outcome.errors.isEmpty)
    #expect(try workshop.names == [])
  }

  @Test("leave nothing half when one of them cannot be written") func unwritable() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "a.json")
    let nowhere = try workshop.skikk(
      "check", "--format=json=o.json", "--format=csv=no/where.csv", "a.json")
    #expect(nowhere.code == 3)
    #expect(nowhere.errors.hasPrefix("skikk: cannot write to no/where.csv: "))
    let full = try workshop.skikk(
      "check", "--format=json=o.json", "--format=csv=/dev/full", "a.json")
    #expect(full.code == 3 && full.errors.hasPrefix("skikk: cannot write to /dev/full: "))
    #expect(try workshop.names == ["a.json"])
  }
}
