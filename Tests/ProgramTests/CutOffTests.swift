import Foundation
import Testing

@Suite("An input that ends too early") struct CutOffTests {
  private static let select = "--select=inkl-9-deadline"

  @Test("is named with the place where it ends, in whatever it stands")
  func cutOff() throws {
    let workshop = try Workshop()
    let whole = TestCase.short("A")
    let cut = String(TestCase.short("B").prefix(66))
    let fault =
      ": found the end of the input, expected the rest of the case, "
      + "hint: the input seems to be cut off; fetch it again"
    try workshop.write(whole + "\n" + cut, to: "s.ndjson")
    try workshop.write(cut.replacing(", \"", with: ",\n\""), to: "c.json")
    #expect(cut.hasSuffix(#", "debtor": {"id": "D", "kind""#), "\(cut)")
    for arguments in [["s.ndjson"], ["-"], ["--gather", "-"]] {
      let outcome = try workshop.run(
        Workshop.program, ["check", Self.select] + arguments, input: whole + "\n" + cut)
      let name = arguments.last ?? ""
      #expect(outcome.errors == "\(name):2:67: /debtor/kind\(fault)\n")
      #expect(outcome.output.contains("Case A") && outcome.code == 3)
    }
    let file = try workshop.skikk("check", Self.select, "c.json")
    #expect(file.errors == "c.json:4:7: /debtor/kind\(fault)\n")
  }

  @Test("is none when only its last line feed is missing", arguments: ["-", "s.ndjson", "c.json"])
  func whole(input: String) throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "s.ndjson")
    try workshop.write(TestCase.lawful("A"), to: "c.json")
    let outcome = try workshop.skikk("check", Self.select, input, input: TestCase.lawful("A"))
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
  }

  @Test("is told as what is wrong in it when it does not end too early") func otherwise() throws {
    let outcome = try Workshop().skikk("check", "-", input: #"{"format": 1}"#)
    #expect(outcome.errors.hasPrefix("-:1:12: /format: found 1, expected"))
  }

  @Test("through a pipe that unpacks it is told, and the cases before it are judged")
  func packed() throws {
    let workshop = try Workshop()
    let lines = (0..<40).map { StreamTests.short("A-\($0)", against: "D-\($0)") }
    try workshop.write(lines.joined(separator: "\n") + "\n", to: "s.ndjson")
    func run(_ script: String) throws -> Workshop.Outcome {
      try workshop.run(
        URL(filePath: "/bin/sh"), ["-c", script], environment: ["SKIKK": Workshop.program.path])
    }
    let sound = try run(
      "gzip s.ndjson && zcat s.ndjson.gz | $SKIKK check \(Self.select) --format=ndjson -q -")
    #expect(sound.output.split(separator: "\n").count == 40 && sound.errors.isEmpty)
    let cut = try run(
      """
      head -c $(($(wc -c < s.ndjson.gz) / 2)) s.ndjson.gz | zcat 2> said |
      $SKIKK check \(Self.select) --format=ndjson -q -
      """)
    #expect(cut.code == 3)
    #expect(cut.complaints.count == 1 && cut.errors.contains("the input seems to be cut off"))
    let direct = try run("$SKIKK check s.ndjson.gz; $SKIKK check - < s.ndjson.gz")
    #expect(direct.complaints.count == 2)
    for (name, complaint) in zip(["s.ndjson.gz", "-"], direct.complaints) {
      #expect(complaint.hasPrefix("\(name):1:1: /: found compressed bytes (gzip), expected JSON"))
    }
  }
}
