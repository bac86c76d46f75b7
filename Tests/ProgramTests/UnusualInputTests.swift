import Foundation
import Testing

/// Nothing that was given is lost, passed over in silence, or waited for without end.
@Suite("Inputs that are no ordinary files") struct UnusualInputTests {
  @Test("a file without a case is told of, alone and beside others") func empty() throws {
    let workshop = try Workshop()
    try workshop.write("", to: "export.ndjson")
    let alone = try workshop.skikk("check", "--quiet", "export.ndjson")
    #expect(alone.code == 3 && alone.errors.contains("export.ndjson:1:1: /: found nothing"))
    try workshop.write(TestCase.lawful("A"), to: "a.json")
    let both = try workshop.skikk("score", "--format=json", ".")
    #expect(both.code == 3 && both.output.contains(#""cases": 1"#))
  }

  @Test("a pipe in a folder is named, and not waited for") func pipe() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "cases/a.json")
    let made = try workshop.run(URL(filePath: "/usr/bin/mkfifo"), ["cases/b.json"])
    #expect(made.code == 0)
    let link = workshop.folder.appending(path: "cases/c.json").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "gone.json")
    let outcome = try workshop.skikk("check", "--quiet", "--format=ndjson", "cases")
    #expect(outcome.code == 3 && outcome.output.contains(#""id":"A""#))
    #expect(outcome.errors.contains("cases/b.json: found a pipe or device"))
    #expect(outcome.errors.contains("cases/c.json: found a link that leads nowhere"))
  }

  @Test("compressed cases and links to folders are named, and not passed over")
  func passedOver() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "cases/a.json")
    for name in ["cases/b.ndjson.gz", "cases/letters.pdf", "cases/notes.gz", "cases/.b.json.gz"] {
      try workshop.write("x", to: name)
    }
    try workshop.write(TestCase.lawful("C"), to: "more/c.json")
    let link = workshop.folder.appending(path: "cases/more").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../more")
    let outcome = try workshop.skikk("check", "--quiet", "--format=ndjson", "cases")
    #expect(outcome.code == 3 && outcome.output.contains(#""id":"A""#))
    let lines = outcome.errors.split(separator: "\n").filter { $0.contains("found a ") }
    #expect(lines.count == 2)
    #expect(outcome.errors.contains("cases/b.ndjson.gz: found a compressed file"))
    #expect(outcome.errors.contains("cases/more: found a link to a folder"))
    let named = try workshop.skikk("check", "--quiet", "--format=ndjson", "cases/more")
    #expect(named.code == 0 && named.output.contains(#""id":"C""#))
  }

  @Test("what is read is never written over: cases, settings, a baseline") func overwriting() throws
  {
    let workshop = try Workshop()
    let text = TestCase.lawful("A")
    try workshop.write(text, to: "cases/a.json")
    try workshop.write("{}", to: "set.json")
    let calls = [
      ["check", "--format=csv=cases/a.json", "cases"],
      ["check", "--write-baseline=cases/a.json", "cases/a.json"],
      ["check", "--config=set.json", "--format=json=set.json", "cases"],
      ["plan", "--on=2026-02-02", "--ics=cases/a.json", "cases/a.json"],
    ]
    for call in calls {
      let outcome = try workshop.run(Workshop.program, call)
      #expect(outcome.code == 2 && outcome.errors.contains("cannot be written over"), "\(call)")
    }
    #expect(workshop.read("cases/a.json") == text && workshop.read("set.json") == "{}")
    let twice = try workshop.skikk(
      "check", "--write-baseline=b.json", "--format=json=b.json", "cases")
    #expect(twice.code == 2)
    for _ in 1...2 {
      let baseline = try workshop.skikk("check", "-q", "--write-baseline=b.json", "cases")
      #expect(baseline.code == 0)
    }
    let known = try workshop.skikk(
      "check", "-q", "--baseline=b.json", "--write-baseline=b.json", "cases")
    #expect(known.code == 0)
  }

  @Test("a scorecard that is given twice is counted once") func scorecards() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A"), to: "a.json")
    try workshop.write(TestCase.lawful("B"), to: "b.json")
    let one = try workshop.skikk("score", "--as-of=2026-11-20", "--format=json", "a.json")
    try workshop.write(one.output, to: "one.json")
    let both = try workshop.skikk(
      "score", "--as-of=2026-11-20", "--format=json", "a.json", "b.json")
    try workshop.write(both.output, to: "both.json")
    for again in ["both.json", "./both.json", "one.json"] {
      let merged = try workshop.skikk("score", "--merge", "--format=json", "both.json", again)
      #expect(merged.code == 3 && merged.output == both.output)
      #expect(merged.errors.contains("\(again): case A also stands in both.json"))
    }
    // Parts in which nothing is wrong say the same, and are not.
    let lawful = try workshop.skikk("score", "--as-of=2026-11-20", "--format=json", "b.json")
    try workshop.write(lawful.output, to: "c.json")
    try workshop.write(lawful.output, to: "d.json")
    let merged = try workshop.skikk("score", "--merge", "--format=json", "c.json", "d.json")
    #expect(merged.code == 0 && merged.output.contains(#""cases": 2"#))
  }

  @Test("streams that do not wait are waited for") func notWaiting() throws {
    let workshop = try Workshop()
    let cases = (1...200).map { TestCase.lawful("\($0)") + "\n" }.joined()
    let (given, taken) = (Pipe(), Pipe())
    for end in [given.fileHandleForReading, taken.fileHandleForWriting] {
      #expect(fcntl(end.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
    }
    let process = Process()
    process.executableURL = Workshop.program
    process.arguments = ["check", "--quiet", "--gather", "--format=ndjson", "-"]
    process.currentDirectoryURL = workshop.folder
    (process.standardInput, process.standardOutput) = (given, taken)
    try process.run()
    Thread.detachNewThread {
      for line in cases.split(separator: "\n") {
        given.fileHandleForWriting.write(Data((line + "\n").utf8))
        usleep(500)
      }
      try? given.fileHandleForWriting.close()
    }
    var lines = 0
    while case let bytes = taken.fileHandleForReading.readData(ofLength: 500), !bytes.isEmpty {
      lines += bytes.count { $0 == UInt8(ascii: "\n") }
      usleep(200)
    }
    process.waitUntilExit()
    #expect(lines == 200 && process.terminationStatus == 0)
  }
}
