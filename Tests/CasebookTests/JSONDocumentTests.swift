import Casebook
import Testing

@Suite("A JSON document") struct JSONDocumentTests {
  private static let text = """
     { "a": [1, {"b,c": "x]", "d": true}],
      "é": {"f": null} }
    """

  @Test(
    "knows where each part stands",
    arguments: [
      ([], 1, 2), ([.key("a")], 1, 9), ([.key("a"), .index(0)], 1, 10),
      ([.key("a"), .index(1)], 1, 13), ([.key("a"), .index(1), .key("d")], 1, 32),
      ([.key("é")], 2, 8), ([.key("é"), .key("f")], 2, 14),
    ] as [([JSONStep], Int, Int)])
  func positions(path: [JSONStep], line: Int, column: Int) throws {
    let document = try JSONDocument(parsing: Array(Self.text.utf8), source: "s")
    #expect(document.position(of: path) == (line, column))
  }

  @Test("refuses keys that are not known, says which is near, and leaves x- alone") func keys()
    throws
  {
    let document = try JSONDocument(parsing: Array(#"{"x-a": 1, "selct": 2}"#.utf8), source: "s")
    let fault = #expect(throws: InputFault.self) {
      try document.members(of: document.tree, at: [], "the thing", known: ["select", "ignore"])
    }
    #expect(
      fault?.description
        == "s:1:12: /: found \"selct\", expected a key of the thing, hint: did you mean \"select\"?"
    )
    let members = try document.members(of: document.tree, at: [], "it", known: ["selct"])
    #expect(members == ["selct": .number("2")])
  }
}
