import Foundation
import Testing

@Suite("skikk gate") struct GateTests {
  private static func notice(_ day: String, _ deadline: String) -> String {
    """
    {"type": "inkassovarsel", "date": "\(day)", "by": "creditor", "deadline": "\(deadline)"}
    """
  }

  /// What a report for programs says of each step.
  private static func gates(_ text: String) throws -> [(id: String, gate: [String: Any])] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let cases = try #require(value?["cases"] as? [[String: Any]])
    return try cases.map {
      (try #require($0["id"] as? String), $0["gate"] as? [String: Any] ?? [:])
    }
  }

  @Test("answers a stream in its order, and a bad line costs that line") func stream() throws {
    let workshop = try Workshop()
    let short = Self.notice("2025-12-15", "2025-12-28")
    let lawful = Self.notice("2025-12-15", "2025-12-29")
    let lines = [
      TestCase.unsent("Z", planned: short), "{\"format\": ", TestCase.unsent("A", planned: lawful),
      TestCase.unsent("N"), "", TestCase.unsent("B", planned: lawful.replacing("by", with: "bye")),
      TestCase.unsent("M", planned: Self.notice("2025-11-20", "2025-12-29")),
    ]
    let outcome = try workshop.skikk(
      "gate", "--format", "json", "-", input: lines.joined(separator: "\n"))
    #expect(outcome.code == 3)
    let answers = try Self.gates(outcome.output)
    #expect(answers.map(\.id) == ["Z", "A", "M"])
    #expect(answers.map { $0.gate["allowed"] as? Bool } == [false, true, false])
    #expect(
      answers.map { $0.gate["shortestDeadline"] as? String }
        == ["2025-12-29", "2025-12-29", "2025-12-05"])
    #expect(
      answers.map { $0.gate["earliest"] as? String } == ["2025-12-15", "2025-12-15", "2025-11-21"])
    #expect(outcome.complaints.count == 3)
    #expect(outcome.complaints[0].hasPrefix("-:2:"))
    #expect(outcome.complaints[1].hasPrefix("-:4:1: /planned: found no planned step"))
    #expect(outcome.complaints[2].hasPrefix("-:6:"))
  }

  @Test("asks the same of a step that is described as of one in the case") func described() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.unsent("A"), to: "a.json")
    try workshop.write(
      TestCase.unsent("A", planned: Self.notice("2025-12-15", "2025-12-28")), to: "b.json")
    func gate(_ text: String) throws -> NSDictionary {
      try #require(try Self.gates(text).first?.gate as NSDictionary?)
    }
    let described = try workshop.skikk(
      "gate", "a.json", "--send", "inkassovarsel", "--on", "2025-12-15", "--deadline",
      "2025-12-28", "--by", "creditor", "--format", "json")
    let planned = try workshop.skikk("gate", "b.json", "--format", "json")
    #expect(described.code == 1 && planned.code == 1)
    #expect(try gate(described.output) == gate(planned.output))
    let moved = try workshop.skikk(
      "gate", "b.json", "--on", "2025-12-16", "--format", "json")
    #expect(try gate(moved.output)["on"] as? String == "2025-12-16")
    #expect(try gate(moved.output)["shortestDeadline"] as? String == "2025-12-30")
  }

  @Test("takes the step to be of who usually takes it") func pattern() throws {
    let workshop = try Workshop()
    // Nothing was sent, so there was no notice before the demand.
    let whole = TestCase.unsent("A").replacing(
      "\"events\"", with: "\"complete\": {\"letters\": true}, \"events\"")
    let agency = whole.replacing("\"debtor\"", with: "\"agency\": {\"id\": \"B\"}, \"debtor\"")
    for (input, kind) in [(agency, "salaer"), (whole, "betalingsoppfordring-fee")] {
      let outcome = try workshop.skikk(
        "gate", "--send", "betalingsoppfordring", "--on", "2026-01-05", "--format", "json", "-",
        input: input)
      // A demand by an agency is a step that needs a notice; that of the creditor is none.
      #expect(outcome.code == (kind == "salaer" ? 1 : 0))
      #expect((try Self.gates(outcome.output)[0].gate["earliest"] is NSNull) == (kind == "salaer"))
      let free = try workshop.skikk(
        "gate", "--send", "betalingsoppfordring", "--on", "2026-01-05", "--format", "json",
        "--select", "fork-2", "-", input: input)
      let charges = try Self.gates(free.output)[0].gate["largestCharge"] as? [String: Any]
      #expect(charges?.keys.sorted() == [kind])
    }
  }

  @Test("tries a call at its hour, which carries the day") func hour() throws {
    let workshop = try Workshop()
    let input = TestCase.lawful("A").replacing("\"debtor\"", with: "\"agency\": {}, \"debtor\"")
    func gate(_ at: String, on day: String? = nil) throws -> (code: Int32, gate: [String: Any]) {
      let outcome = try workshop.run(
        Workshop.program,
        [
          "gate", "--send", "call", "--set", "at=\(at)", "--fail-on", "practice", "--format",
          "json", "-",
        ] + (day.map { ["--on", $0] } ?? []), input: input)
      #expect(outcome.errors.isEmpty)
      return (outcome.code, try #require(try Self.gates(outcome.output).first).gate)
    }
    // A Tuesday: circular 5/2022 allows calls from eight to twenty-one.
    for (at, code) in [("22:30", Int32(1)), ("16:30", 0), ("07:00", 1)] {
      for day in [nil, "2026-02-10"] {
        let answer = try gate("2026-02-10T\(at)", on: day)
        #expect(answer.code == code && answer.gate["on"] as? String == "2026-02-10")
      }
    }
    // Half an hour into the eleventh in Norway.
    #expect(try gate("2026-02-10T23:30Z", on: "2026-02-11").gate["on"] as? String == "2026-02-11")
  }

  @Test(
    "names the option, what was found and what was expected",
    arguments: [
      (
        ["statement", "--set", "channel=pst"],
        "found \"pst\" after --set channel; expected a channel"
      ),
      (
        ["statement", "--set", "states=[\"x\"]"],
        "found \"x\" after --set states; expected a state"
      ),
      (["statement", "--set", "deadline=3"], "found 3 after --set deadline; expected a day"),
      (
        ["call", "--on", "2026-02-11", "--set", "at=2026-02-10T16:30"],
        "found `2026-02-11` after --on; expected 2026-02-10, the day of --set at"
      ),
      (
        ["betalingsoppfordring", "--by", "debtor"],
        "found `debtor` after --by; expected one of creditor, agency, lawyer"
      ),
    ])
  func wrongUsage(step: [String], message: String) throws {
    let outcome = try Workshop().run(
      Workshop.program, ["gate", "--send"] + step + ["-"], input: TestCase.unsent("A"))
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("skikk: \(message)"), "\(outcome.errors)")
  }

  @Test("leaves to the case what names something of it") func references() throws {
    let outcome = try Workshop().skikk(
      "gate", "--send", "purring", "--set", "claims=[\"F-2\"]", "-", input: TestCase.unsent("A"))
    #expect(outcome.code == 3)
    #expect(outcome.errors.hasPrefix("-:1:1: /planned/claims/0: found \"F-2\", expected a claim"))
  }

  @Test("reads on in either language") func languages() throws {
    let workshop = try Workshop()
    let input = TestCase.unsent("A", planned: Self.notice("2025-12-15", "2025-12-28"))
    let english = try workshop.skikk("gate", "-", input: input).output
    #expect(english.contains("No: inkassovarsel may not go out on 15 December 2025."))
    #expect(english.contains("Shortest deadline   29 December 2025 (14 days)"))
    let norwegian = try workshop.skikk("gate", "--lang", "nb", "-", input: input).output
    #expect(norwegian.contains("Nei: inkassovarsel kan ikke gå 15. desember 2025."))
    let quiet = try workshop.skikk("gate", "-q", "-", input: input).output
    #expect(!quiet.contains("Shortest deadline"))
  }

  @Test("gives the same bytes each time") func same() throws {
    let workshop = try Workshop()
    let lines = (0..<6).map { number in
      TestCase.unsent("C\(number)", planned: Self.notice("2025-12-1\(number)", "2025-12-28"))
    }
    let input = lines.joined(separator: "\n")
    let first = try workshop.skikk("gate", "--format", "json", "-", input: input).output
    #expect(try workshop.skikk("gate", "--format", "json", "-", input: input).output == first)
    #expect(try Self.gates(first).count == 6)
  }

  @Test("answers for two steps of one case, and for every case of a folder") func again() throws {
    let workshop = try Workshop()
    let (short, lawful) = (
      Self.notice("2025-12-15", "2025-12-28"), Self.notice("2025-12-15", "2025-12-29")
    )
    try workshop.write(
      TestCase.unsent("A", planned: short) + "\n" + TestCase.unsent("A", planned: lawful),
      to: "f/b.ndjson")
    try workshop.write(TestCase.unsent("C", planned: lawful), to: "f/a.json")
    let outcome = try workshop.skikk("gate", "--format", "json", "f")
    #expect(outcome.code == 1 && outcome.errors.isEmpty)
    let answers = try Self.gates(outcome.output)
    #expect(answers.map(\.id) == ["C", "A", "A"])
    #expect(answers.map { $0.gate["allowed"] as? Bool } == [true, false, true])
    #expect(outcome.output.contains("\"source\": \"f/b.ndjson\""))
  }

  @Test("survives any line") func fuzz() throws {
    let workshop = try Workshop()
    let good = TestCase.unsent("A", planned: Self.notice("2025-12-15", "2025-12-28"))
    let lines = (0..<200).map { number -> String in
      var bytes = Array(good.utf8)
      let place = (number * 7919) % bytes.count
      switch number % 3 {
      case 0: bytes.removeSubrange(place..<min(place + 1 + number % 5, bytes.count))
      case 1: bytes[place] = UInt8(33 + number % 90)
      default: bytes.insert(contentsOf: bytes[..<min(9, place)], at: place)
      }
      return String(decoding: bytes, as: UTF8.self).replacing("\n", with: " ")
    }
    let outcome = try workshop.skikk(
      "gate", "--format", "json", "-", input: lines.joined(separator: "\n"))
    #expect(outcome.code == 3)
    _ = try Self.gates(outcome.output)
    #expect(outcome.complaints.allSatisfy { $0.hasPrefix("-:") })
  }
}

@Suite("skikk plan") struct PlanTests {
  @Test("lists the steps of the rules, as table, for programs and as calendar") func plan() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.lawful("A"), to: "a.json")
    let outcome = try workshop.skikk(
      "plan", "--on", "2025-12-20", "--ics", "a.ics", "--format", "text", "--format",
      "json=a.plan.json", "a.json")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("Next steps in case A as of 20 December 2025"))
    let written = (workshop.read("a.plan.json"), workshop.read("a.ics"))
    let json = try #require(written.0)
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let steps = ((value?["cases"] as? [[String: Any]])?[0]["steps"] as? [[String: Any]]) ?? []
    let days = Dictionary(
      uniqueKeysWithValues: steps.map { ($0["name"] as? String ?? "", $0["earliest"] as? String) })
    // The notice of 15 December gives until the 29th; the creditor's own demand may follow it.
    #expect(days["own-demand"] == "2025-12-30")
    #expect(days["inkassovarsel"] == "2025-12-20")
    // Nobody is named who could take these.
    #expect(days["demand"] == nil && days["call"] == nil)
    #expect(
      steps.map { $0["earliest"] as? String ?? "9" }
        == steps.map { $0["earliest"] as? String ?? "9" }.sorted())
    let calendar = try #require(written.1)
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(calendar.contains("UID:A/own-demand@skikk\r\nDTSTAMP:20251220T000000Z\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20251230\r\n"))
  }
}
