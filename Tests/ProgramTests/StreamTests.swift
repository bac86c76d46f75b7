import Foundation
import Testing

@Suite("A stream") struct StreamTests {
  static let select = "--select=inkl-9-deadline"
  private static let day = "--as-of=2026-11-20"

  /// A case of a debtor with a notice that is too short.
  static func short(_ id: String, against debtor: String) -> String {
    TestCase.short(id).replacing("\"id\": \"D\"", with: "\"id\": \"\(debtor)\"")
  }

  /// The number of the case that a line of `ndjson` is about.
  static func number(_ line: String?) -> String? {
    let value = line.flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) }
    return (value as? [String: Any])?["id"] as? String
  }

  private static var portfolio: [String] {
    get throws {
      try String(
        contentsOf: Checkout.root.appending(path: "cases/portfolio/blandet.ndjson"),
        encoding: .utf8
      ).split(separator: "\n").map(String.init)
    }
  }

  private static func debtor(_ line: String) -> String {
    line.firstMatch(of: /"debtor": ?{[^}]*?"id": ?"([^"]*)"/).map { String($0.output.1) } ?? line
  }

  @Test("is answered in its order, each case as it is in a file", arguments: ["1", "2", "3"])
  func order(jobs: String) throws {
    let workshop = try Workshop()
    let lines = try Self.portfolio.sorted { (Self.debtor($0), $1) < (Self.debtor($1), $0) }
    try workshop.write(lines.joined(separator: "\n"), to: "-.ndjson")
    let arguments = ["check", "--format=json", Self.day, "--jobs=\(jobs)"]
    let file = try workshop.run(Workshop.program, arguments + ["./-.ndjson"])
    let stream = try workshop.run(
      Workshop.program, arguments + ["-"], input: lines.joined(separator: "\n"))
    let expected = UnrelatedCaseTests.entries(file.output)
    let found = UnrelatedCaseTests.entries(stream.output)
    #expect(expected.count == lines.count && found.count == lines.count)
    for (id, entry) in expected {
      #expect(found[id] == entry.replacing("\"./-.ndjson\"", with: "\"-\""), "\(id)")
    }
    let order = stream.output.matches(of: /\n      "id": "(.*)"/).map { String($0.output.1) }
    #expect(order == lines.compactMap { Self.number($0) })
    #expect(stream.code == file.code && stream.errors.isEmpty)
  }

  @Test("in which a debtor comes again says so; gathered, it is what a file is")
  func apart() throws {
    let workshop = try Workshop()
    let lines = ["A/1", "B/2", "C/1", "D/3", "E/1", "F/1"].map { name in
      let sides = name.split(separator: "/").map(String.init)
      return Self.short(sides[0], against: sides[1])
    }
    let input = lines.joined(separator: "\n")
    try workshop.write(input, to: "s.ndjson")
    let arguments = ["check", Self.select, "--format=json", Self.day]
    let stream = try workshop.run(Workshop.program, arguments + ["-"], input: input)
    // C after A and B; E, with F, after D.
    #expect(stream.output.contains(#""apart": 2"#))
    #expect(stream.errors.hasPrefix("skikk: 2 times cases against a debtor came after earlier"))
    #expect(stream.code == 3)
    let text = try workshop.skikk("check", Self.select, Self.day, "-", input: input)
    let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("2 times cases against a debtor came after earlier ones"))
    let gathered = try workshop.run(
      Workshop.program, arguments + ["--gather", "-"], input: input)
    let file = try workshop.run(Workshop.program, arguments + ["s.ndjson"])
    #expect(gathered.output == file.output.replacing("\"s.ndjson\"", with: "\"-\""))
    #expect(gathered.code == 1 && gathered.errors.isEmpty)
    #expect(!gathered.output.contains("apart"))
    // Among other inputs it is no stream.
    try workshop.write(Self.short("G", against: "1"), to: "g.json")
    let among = try workshop.run(Workshop.program, arguments + ["-", "g.json"], input: input)
    #expect(among.output.contains(#""cases": 7, "audited": 7"#) && among.code == 1)
    // A house may decide so for all of its runs.
    try workshop.write(#"{"gather": true}"#, to: ".skikk.json")
    let decided = try workshop.run(Workshop.program, arguments + ["-"], input: input)
    #expect(decided.code == 1 && decided.errors.isEmpty)
  }

  @Test("finds across the cases of a debtor that come one after the other what a file finds")
  func together() throws {
    let file = Checkout.root.appending(path: "cases/contact-call-frequency/two-creditors.ndjson")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let other = Substring(Self.short("other", against: "other"))
    func findings(_ lines: [Substring]) throws -> (Int, Int32) {
      let outcome = try Workshop().skikk(
        "check", "--select=contact-call-frequency", "--as-of=2026-11-22", "--format=json",
        "--fail-on=practice", "-", input: lines.joined(separator: "\n"))
      return (outcome.output.matches(of: /"rule": "contact-call-frequency"/).count, outcome.code)
    }
    #expect(try findings([lines[0], "{broken", lines[1], other]) == (1, 3))
    #expect(try findings([lines[0], lines[1], other]) == (1, 1))
    // Not told, but not passed over in silence.
    #expect(try findings([lines[0], other, lines[1]]) == (0, 3))
  }

  @Test("is answered line by line as it comes", arguments: ["1", "2"]) func slow(jobs: String)
    throws
  {
    let workshop = try Workshop()
    let talk = try Conversation(
      ["check", Self.select, "--format=ndjson", "--jobs=\(jobs)", "-"], in: workshop.folder)
    // More than one worker begins with.
    for number in 0..<150 {
      try talk.give(Self.short("A-\(number)", against: "D-\(number)"))
      guard number > 0 else { continue }
      let answer = Self.number(talk.hear())
      #expect(answer == "A-\(number - 1)")
      guard answer != nil else { break }
    }
    // A pause does not cut a group: another case of the last debtor may still come.
    #expect(talk.hear(within: 0.3) == nil)
    try talk.end()
    #expect(Self.number(talk.hear()) == "A-149")
    #expect(talk.finish().code == 1)
  }

  @Test("of cases that name no debtor is answered at once") func alone() throws {
    let workshop = try Workshop()
    let talk = try Conversation(
      ["check", Self.select, "--format=ndjson", "-"], in: workshop.folder)
    for number in 0..<3 {
      try talk.give(
        TestCase.short("A-\(number)").replacing("\"id\": \"D\", ", with: "") + "\n \n")
      #expect(Self.number(talk.hear()) == "A-\(number)")
    }
    try talk.end()
    #expect(talk.finish().code == 1)
  }

  @Test("loses each broken line alone", arguments: ["1", "2"]) func broken(jobs: String) throws {
    let lines = (1...2_000).map { number in
      number % 1_000 == 0 ? "{\"format\": 1}" : Self.short("A-\(number)", against: "D-\(number)")
    }
    let outcome = try Workshop().skikk(
      "check", Self.select, "--format=ndjson", "--jobs=\(jobs)", "-",
      input: lines.joined(separator: "\n"))
    let answered = outcome.output.split(separator: "\n").map { Self.number(String($0)) }
    #expect(answered == (1...2_000).filter { $0 % 1_000 != 0 }.map { "A-\($0)" })
    let places = outcome.complaints.dropLast().map { $0.prefix { $0 != "/" } }
    #expect(places == ["-:1000:12: ", "-:2000:12: "])
    let receipt = #""receipt":{"cases":2000,"audited":1998,"rejected":2,"#
    #expect(outcome.complaints.last?.contains(receipt) == true, "\(outcome.errors)")
    #expect(outcome.code == 3)
  }

  @Test("is the same in whatever pieces it comes", arguments: 0..<3) func pieces(seed: Int) throws {
    let lines = (0..<30).map { Self.short("Å-\($0)", against: "D-\($0 / 2)") }
    let text = Array((lines.joined(separator: "\n\n") + "\n").utf8)
    let workshop = try Workshop()
    let arguments = ["check", Self.select, "--format=ndjson", "-q", "-"]
    let whole = try workshop.run(
      Workshop.program, arguments, input: String(decoding: text, as: UTF8.self))
    let talk = try Conversation(arguments, in: workshop.folder)
    var rest = text[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...(seed == 0 ? 40 : 2_000)))
      try talk.give(bytes: piece)
      rest = rest.dropFirst(piece.count)
    }
    try talk.end()
    for line in whole.output.split(separator: "\n") { #expect(talk.hear() == String(line)) }
    #expect(talk.hear() == nil && talk.finish().code == whole.code && whole.code == 1)
  }

  @Test("that begins with a broken line loses no other") func brokenFirst() throws {
    let outcome = try Workshop().skikk(
      "check", Self.select, "--format=ndjson", "-",
      input: "{\"format\": \"skikk-case/1\", \"claims\": [\n" + TestCase.short("A") + "\n"
        + TestCase.short("B"))
    let answered = outcome.output.split(separator: "\n").map { Self.number(String($0)) }
    #expect(answered == ["A", "B"])
    #expect(outcome.complaints.first?.hasPrefix("-:1:") == true)
    #expect(outcome.code == 3)
  }
}
