import Testing

@testable import Casebook

@Suite("Writing case files")
struct WritingTests {
  @Test("reading what was written gives the same bytes again", arguments: Examples.all)
  func roundTrip(document: Examples.Document) throws {
    let file = try CaseReader.standard.read(document.bytes, source: document.file)
    let written = CaseWriter.json(of: file)
    let again = try CaseReader.standard.read(written, source: "written")
    #expect(CaseWriter.json(of: again) == written)
    #expect(again.events.count == file.events.count)
    #expect(CaseWriter.line(of: file) == written + [10])
    #expect(!written.contains(10))
  }

  @Test("the canonical form: keys in order, two decimals, extensions last")
  func canonical() throws {
    let file = try read(
      """
      { "x-b": { "n" : [ 1e3, null ] }, "x-a": " a ", "events": [ { "note": "\\u00e5\\n",
        "at": "2026-02-24T09:05:00Z", "type": "call", "x-c": true } ], "id": "A", "choices": { "b": "1",
        "a": "2", "x-d": 0 }, "format": "skikk-case/1",
        "claims": [ { "runningRate": 12.50, "principal": "12.3", "due": "none", "id": "F" } ],
        "creditor": { "objectionRate": 0.050, "vatRegistered": false } }
      """)
    #expect(
      String(decoding: CaseWriter.json(of: file), as: UTF8.self)
        == #"{"format":"skikk-case/1","id":"A","creditor":{"vatRegistered":false,"#
        + #""objectionRate":0.05},"claims":[{"id":"F","principal":12.30,"due":"none","#
        + #""runningRate":12.5}],"events":[{"type":"call","at":"2026-02-24T10:05","note":"å\n","#
        + #""x-c":true}],"choices":{"a":"2","b":"1","x-d":0},"x-a":" a ","x-b":{"n":[1e3,null]}}"#)
  }

  @Test("references are written as the ids they came from")
  func references() throws {
    let text = #"{"type":"answer","id":"a","claims":["F-1"],"of":["a"]}"#
    let file = try read(caseText(text))
    #expect(String(decoding: CaseWriter.json(of: file), as: UTF8.self).contains(text))
  }
}

@Suite("JSON as a tree")
struct JSONTreeTests {
  private func tree(_ text: String) throws -> JSONTree { try JSONTree(parsing: Array(text.utf8)) }
  private func text(_ tree: JSONTree) -> String { String(decoding: tree.json, as: UTF8.self) }

  @Test(
    "numbers, texts and the order of keys stay as they were",
    arguments: [
      #"{"b":1990.00,"a":[1e3,-0.5,null,true,false,"å\n\""],"c":{}}"#, "[]", "12.30", #""a""#,
    ])
  func same(json: String) throws { #expect(text(try tree(json)) == json) }

  @Test("a key twice, broken JSON and text after the end are faults")
  func faults() {
    for json in [#"{"a":1,"a":2}"#, "[1,]", "1 2", "", "[01]", "{\"a\"}"] {
      #expect(throws: InputFault.self, "\(json)") { try tree(json) }
    }
  }

  private static let varied =
    #"{"id":"A","debtor":{"kind":"consumer"},"claims":[{"id":"F.1"}],"#
    + #""events":[{"id":"v","deadline":"2026-01-01","charges":[{"amount":1}]},{"id":"v.x"}]}"#

  @Test(
    "a variation begins with an id or a party and goes on with keys and indices",
    arguments: [
      ("v.deadline", "2026-01-18", #"{"id":"v","deadline":"2026-01-18","charges":[{"amount":1}]}"#),
      ("v.charges.0.amount", "12.30", #""charges":[{"amount":12.30}]"#),
      ("v.charges.1.kind", "salaer", #"[{"amount":1},{"kind":"salaer"}]"#),
      ("v.x.delivery-valid", "false", #"{"id":"v.x","deliveryValid":false}"#),
      ("F.1.due", "none", #"{"id":"F.1","due":"none"}"#),
      ("debtor.kind", "business", #""debtor":{"kind":"business"}"#),
      ("complete.letters", "true", #","complete":{"letters":true}}"#),
      ("case.extracted", "2026-03-01", #","extracted":"2026-03-01"}"#),
    ])
  func set(path: String, value: String, expected: String) throws {
    var tree = try tree(Self.varied)
    try tree.set(JSONTree(literal: value), at: try tree.path(path))
    #expect(text(tree).contains(expected), "\(text(tree))")
  }

  @Test("what is removed is gone, and removing what is not there changes nothing")
  func remove() throws {
    var tree = try tree(Self.varied)
    try tree.remove(at: try tree.path("v.deadline"))
    try tree.remove(at: try tree.path("v.x"))
    try tree.remove(at: try tree.path("agency.licence"))
    try tree.remove(at: try tree.path("debtor.born"))
    #expect(
      text(tree) == #"{"id":"A","debtor":{"kind":"consumer"},"claims":[{"id":"F.1"}],"#
        + #""events":[{"id":"v","charges":[{"amount":1}]}]}"#)
  }

  @Test("a path that leads nowhere says so")
  func nowhere() throws {
    let tree = try tree(Self.varied)
    #expect(throws: JSONPathFault.self) { try tree.path("w.deadline") }
    #expect(throws: JSONPathFault.self) {
      var tree = tree
      try tree.set(.null, at: try tree.path("v.deadline.day"))
    }
    #expect(throws: JSONPathFault.self) {
      var tree = tree
      try tree.set(.null, at: try tree.path("v.charges.7.amount"))
    }
  }
}
