import Testing

@testable import Rulebook

@Suite("A rule document") struct SourceFileTests {
  @Test("has its lines where line ends stand, whatever stands around them") func lines() {
    var dice = SeededGenerator(seed: 31)
    // A byte one above a line end, behind one, is where a search eight bytes at a time can err.
    let pieces = ["\n", "\n", "\u{0B}", "a", "ø", "\t", "§ 9 is a longer piece", "\u{8A}"]
    for count in 0..<300 {
      let text = (0..<count % 40).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      let file = SourceFile(path: "a.md", text: text)
      var starts = [0]
      for (place, byte) in text.utf8.enumerated() where byte == 10 { starts.append(place + 1) }
      #expect(file.lineStarts == starts, "\(text.debugDescription)")
      #expect(file.bytes == Array(text.utf8))
    }
  }

  @Test("is named by its folder and its path there") func path() {
    let apart = SourceFile(folder: "rules/", "satser/gebyr.md", text: "", isRead: false)
    #expect(apart.path == "rules/satser/gebyr.md")
    let ruleSet = RuleSet(documents: [("a.md", ""), ("b/c.md", "")], in: "x")
      .overlaid(with: RuleSet(documents: [("b/c.md", "# C"), ("d.md", "")], in: "y/"))
    #expect(ruleSet.files(isRead: false).map(\.path) == ["x/a.md", "y/b/c.md", "y/d.md"])
  }
}
