import Testing

@testable import Casebook

@Suite("Input errors of a whole file")
struct InputFaultWholeTests {
  @Test("references and contradictory keys", arguments: FaultExamples.references)
  func references(example: FaultExample) { #expect(fault(example.text) == example.told) }

  @Test("one agency that is named twice needs no byId")
  func oneAgency() throws {
    _ = try read(
      caseText(
        #"{"type":"call","by":"agency"}"#,
        more: #""agency":{"id":"912345678"},"otherAgencies":[{"id":"912345678"}],"#))
  }

  @Test(
    "a rule, choice or reading that the rule set does not know is refused",
    arguments: [
      (
        #""rulings":[{"rule":"obj-stpo","ruling":"confirmed"}],"#,
        #"1:56: /rulings/0/rule: found "obj-stpo", expected a rule, hint: did you mean "obj-stop"?"#
      ),
      (
        #""choices":{"day-counts":"actual/365"},"#,
        #"1:48: /choices: found "day-counts", expected a choice, hint: did you mean "day-count"?"#
      ),
      (
        #""choices":{"day-count":"30/360"},"#,
        #"1:60: /choices/day-count: found "30/360", expected a reading of day-count, "#
          + "hint: write one of actual/actual, actual/365"
      ),
      (#""choices":{"window":"7","day-count":"actual/365"},"#, ""),
    ])
  func names(more: String, told: String) throws {
    let names = KnownNames(
      rules: ["obj-stop"], choices: ["day-count": ["actual/actual", "actual/365"], "window": []])
    let reader = CaseReader(vocabulary: .standard, names: names)
    let bytes = Array(caseText(more: more).utf8)
    do throws(InputFault) {
      _ = try reader.read(bytes, source: "f")
      #expect(told == "")
    } catch {
      #expect(error.description == "f:" + told)
    }
  }

  @Test("broken JSON", arguments: FaultExamples.broken)
  func broken(example: FaultExample) { #expect(fault(example.text) == example.told) }

  @Test("ten thousand brackets are refused at the seventeenth level")
  func deep() {
    let text = "{\"x-a\":" + String(repeating: "[", count: 10_000)
    #expect(
      fault(text)
        == "1:23: /x-a/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: found a list, expected at most 16 levels of "
        + "lists and objects, hint: no case nests that deep; the text may be damaged")
    let sixteen = String(repeating: "[", count: 15) + String(repeating: "]", count: 15)
    #expect(fault(caseText(more: "\"x-a\":\(sixteen),")) == "")
  }

  @Test(
    "bytes that are not UTF-8 are refused where they stand",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    let text = Array(#"{"id":"å"#.utf8) + bytes + Array(#""}"#.utf8)
    let byte = String(bytes[0], radix: 16, uppercase: true)
    #expect(
      fault(bytes: text)
        == "1:9: /id: found byte 0x\(byte), expected UTF-8, hint: save the file as UTF-8")
  }

  @Test("a column counts characters, not bytes")
  func columns() {
    #expect(fault(#"{"id":"blåbær 😀","x":1}"#).hasPrefix("1:18: "))
  }

  @Test("in a stream the line is that of the stream")
  func lines() {
    #expect(fault(bytes: Array("{".utf8), line: 14).hasPrefix("14:2: "))
    let twice = caseText(#"{"type":"call","id":"a","id":"b"}"#)
    #expect(fault(bytes: Array(twice.utf8), line: 11).hasSuffix("first at line 14 column 16"))
  }

  @Test("each way to break off the worked example is a fault, and none a crash")
  func truncated() throws {
    let whole = try #require(Examples.all.last { $0.file == "worked-example.json" }).bytes
    let end = try #require(whole.lastIndex(of: UInt8(ascii: "}")))
    for length in stride(from: 0, through: end, by: 7) {
      #expect(fault(bytes: Array(whole[..<length])) != "", "\(length) bytes")
    }
  }
}
