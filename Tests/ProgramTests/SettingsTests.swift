import Foundation
import Testing

@testable import skikk

@Suite("Settings") struct SettingsTests {
  /// The value of an option and where it comes from, by `--show-config`.
  private func shown(
    _ workshop: borrowing Workshop, _ option: String, _ arguments: String...
  ) throws -> [String] {
    let outcome = try workshop.run(
      Workshop.program, ["check", "--show-config", "--format=json"] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let options = try #require((object as? [String: Any])?["options"] as? [String: Any])
    let values = try #require(options[option] as? [[String: String]])
    return values.map { "\($0["value"] ?? "") \($0["from"] ?? "")" }
  }

  @Test("are found beside the case, above it, or in the working folder") func found() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A"), to: "a/b/case.json")
    try workshop.write(TestCase.short("B"), to: "other/case.json")
    #expect(try shown(workshop, "jobs", "a/b/case.json")[0].hasSuffix(" default"))
    try workshop.write(#"{"jobs": 7}"#, to: ".skikk.json")
    #expect(try shown(workshop, "jobs", "a/b/case.json") == ["7 .skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "-") == ["7 .skikk.json:1:10"])
    #expect(try shown(workshop, "jobs") == ["7 .skikk.json:1:10"])
    try workshop.write(#"{"jobs": 6}"#, to: "a/.skikk.json")
    #expect(try shown(workshop, "jobs", "a/b/case.json") == ["6 a/.skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "a/b") == ["6 a/.skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "other", "a/b") == ["7 .skikk.json:1:10"])
    try workshop.write(#"{"jobs": 5}"#, to: "a/b/.skikk.json")
    #expect(try shown(workshop, "jobs", "a/b/case.json") == ["5 a/b/.skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "a/b/none.json") == ["7 .skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "./a//b/../b/case.json") == ["5 a/b/.skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "a/b/../case.json/../") == ["6 a/.skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "a/../other/case.json") == ["7 .skikk.json:1:10"])
    let whole = workshop.folder.appending(path: "a/b/case.json").path
    #expect(try shown(workshop, "jobs", whole) == ["5 a/b/.skikk.json:1:10"])
    #expect(
      try shown(workshop, "jobs", "--config=a/.skikk.json", "a/b/case.json")
        == ["6 a/.skikk.json:1:10"])
    #expect(try shown(workshop, "jobs", "--no-config", "a/b")[0].hasSuffix(" default"))
  }

  @Test("give way to the command line, option by option, and of named values name by name")
  func precedence() throws {
    let workshop = try Workshop()
    try workshop.write(
      """
      {
        "select": ["inkl-9", "god-skikk"], "fail-on": "advice", "quiet": true,
        "choose": {"day-count": "open", "cap-fees": "open"}
      }
      """, to: ".skikk.json")
    #expect(
      try shown(workshop, "select") == ["inkl-9 .skikk.json:2:14", "god-skikk .skikk.json:2:24"])
    #expect(try shown(workshop, "select", "--select=fork") == ["fork command-line"])
    #expect(try shown(workshop, "fail-on", "--fail-on=never") == ["never command-line"])
    #expect(
      try shown(workshop, "choose", "--choose=day-count=actual/365") == [
        "day-count=open .skikk.json:3:27", "cap-fees=open .skikk.json:3:47",
        "day-count=actual/365 command-line",
      ])
    #expect(try shown(workshop, "quiet") == ["true .skikk.json:2:68"])
    #expect(try shown(workshop, "quiet", "-v") == ["false default"])
  }

  @Test("count as if they stood on the command line") func effect() throws {
    let workshop = try Workshop()
    try workshop.write(TestCase.short("A"), to: "cases/a.json")
    try workshop.write(TestCase.rules, to: "pack/egne/1.md")
    try workshop.write(
      #"{"rules": "pack", "select": "egne", "ignore": "advice,undetermined", "lang": "nb"}"#,
      to: ".skikk.json")
    let quiet = try workshop.skikk("check", "--as-of=2026-11-22", "cases")
    #expect(quiet.code == 0 && quiet.output.contains("GOD SKIKK  t-practice"))
    #expect(!quiet.output.contains("t-advice"))
    #expect(quiet.output.contains("Innstillinger   .skikk.json"))
    // From another folder the path of the rules still leads from the settings.
    let inside = try workshop.run(
      URL(filePath: "/bin/sh"),
      ["-c", "cd cases && exec \"$0\" check --as-of=2026-11-22 --lang en .", Workshop.program.path])
    #expect(inside.output.contains("PRACTICE  t-practice"), "\(inside.errors)")
    #expect(inside.output.contains("Settings        ../.skikk.json"))
    try workshop.write(#"{"fail-on": "practice", "rules": "pack"}"#, to: ".skikk.json")
    #expect(try workshop.skikk("check", "--select=t-practice", "cases").code == 1)
    #expect(try workshop.skikk("amounts", "cases").code == 0)
  }

  @Test("are told in JSON reports as well, and absent where there are none") func told() throws {
    let workshop = try Workshop()
    let arguments = ["check", "--format=json", "-"]
    let without = try workshop.run(Workshop.program, arguments, input: TestCase.lawful("A"))
    #expect(!without.output.contains("\"settings\""))
    try workshop.write("{}", to: ".skikk.json")
    let with = try workshop.run(Workshop.program, arguments, input: TestCase.lawful("A"))
    #expect(with.output.contains("\"settings\": \".skikk.json\""))
  }

  @Test("are shown as a table for people") func table() throws {
    let workshop = try Workshop()
    try workshop.write(#"{"ignore": "anbefalinger"}"#, to: ".skikk.json")
    let outcome = try workshop.skikk("check", "--show-config", "--as-of=2026-11-22")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "Settings       .skikk.json")
    #expect(lines.contains { $0.wholeMatch(of: /as-of +2026-11-22 +command line/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /ignore +anbefalinger +\.skikk\.json:1:12/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /fail-on +breach +default/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /lang +en +environment/) != nil })
    for option in Command.check.options {
      #expect(lines.contains { $0.hasPrefix(option.name) }, "\(option.name)")
    }
  }

  @Test(
    "that are broken are refused, with line, column and what is meant",
    arguments: [
      (
        "{\n  \"ingore\": []\n}",
        "2:3: /: found \"ingore\", expected a key of the settings, hint: did you mean \"ignore\"?"
      ),
      ("{\"write-baseline\": \"b\"}", "1:2: /: found \"write-baseline\", expected a key"),
      ("{\"fail-on\": \"practise\"}", "1:13: /fail-on: found \"practise\", expected one of breach"),
      ("{\"jobs\": \"4\"}", "1:10: /jobs: found \"4\", expected a whole number"),
      ("{\"jobs\": 0}", "1:10: found `0` after --jobs; expected a whole number from 1 to 1024"),
      ("{\"as-of\": \"2026-02-30\"}", "1:11: /as-of: found \"2026-02-30\", expected a day"),
      ("{\"quiet\": 1}", "1:11: /quiet: found 1, expected true or false"),
      ("{\"format\": [\"text\", 3]}", "1:21: /format/1: found 3, expected a text"),
      ("{\"format\": \"jsn=x\"}", "1:12: /format: found \"jsn=x\", expected one of text"),
      ("{\"choose\": [\"a=b\"]}", "1:12: /choose: found a list, expected an object of names"),
      ("{\"choose\": {\"day-count\": \"opn\"}}", "1:26: unknown choice or reading `opn`; did you"),
      (
        "{\"assume\": {\"act26\": \"soon\"}}", "1:22: /assume/act26: found \"soon\", expected a day"
      ),
      (
        "{\"select\": [\"inkl-9\", \"inkl-99\"]}", "1:23: unknown rule, folder or verdict `inkl-99`"
      ),
      ("{\"rules\": \"nowhere\"}", "1:11: found no rule documents (.md) in nowhere"),
      ("{\"baseline\": \"none.json\"}", "1:14: none.json cannot be read"),
      ("{\"ignore\": \"a\", \"ignore\": \"b\"}", "1:17: /: found \"ignore\" again"),
      ("[]", "1:1: /: found a list, expected an object"), ("{", "1:2: "),
    ])
  func faults(text: String, message: String) throws {
    let workshop = try Workshop()
    try workshop.write(text, to: ".skikk.json")
    let outcome = try workshop.skikk("check", "-", input: TestCase.lawful("A"))
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("skikk: .skikk.json:" + message), "\(outcome.errors)")
  }

  @Test("cannot be both named and refused, and a named file must be there") func named() throws {
    let workshop = try Workshop()
    let both = try workshop.skikk("check", "--config=a", "--no-config", "-")
    #expect(both.errors.hasPrefix("skikk: --config and --no-config exclude each other"))
    let missing = try workshop.skikk("check", "--config=a", "-")
    #expect(missing.code == 2 && missing.errors.hasPrefix("skikk: a cannot be read"))
  }

  @Test("are read or refused, never more, whatever is done to them") func fuzz() {
    let options = Commands.settingOptions
    let whole = Array(
      #"{"select": ["a", "b"], "fail-on": "advice", "choose": {"c": "d"}, "jobs": 3, "quiet": true, "assume": {"act26": "2026-01-01"}, "format": "json=x"}"#
        .utf8)
    var dice = SystemRandomNumberGenerator()
    var refused = 0
    for _ in 0..<2000 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      if Bool.random(using: &dice) {
        bytes[place] = UInt8.random(in: 0...255, using: &dice)
      } else {
        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &dice)))
      }
      if (try? SettingsFile(bytes, path: "s", options: options)) == nil { refused += 1 }
    }
    #expect(refused > 300 && refused < 2000)
  }
}
