import Testing

@testable import Audit
@testable import Reports

@Suite("The report for people") struct TextReportTests {
  static func write(
    _ cases: [CaseReport], _ language: Language, _ detail: Detail = .normal,
    style: Style = .plain, rejected: Int = 0
  ) -> String {
    var report = TextReport(
      context: Sample.context, language: language, style: style, detail: detail)
    var receipt = Receipt()
    receipt.rules = Sample.context.rules
    var text = report.begin()
    for one in cases {
      receipt.count(one)
      text += report.add(one)
    }
    receipt.countRejected(rejected)
    return text + report.end(receipt)
  }

  @Test("reads as a letter for one case", arguments: Language.allCases)
  func letter(language: Language) throws {
    try Snapshot.expect(Self.write([Sample.full], language), is: "letter.\(language).txt")
  }

  @Test("tells everything when asked to", arguments: Language.allCases)
  func verbose(language: Language) throws {
    try Snapshot.expect(
      Self.write([Sample.full], language, .verbose), is: "letter-verbose.\(language).txt")
  }

  @Test("tells the findings alone when asked to be quiet", arguments: Language.allCases)
  func quiet(language: Language) throws {
    try Snapshot.expect(
      Self.write([Sample.full], language, .quiet), is: "letter-quiet.\(language).txt")
  }

  @Test("says so when a case is in order", arguments: Language.allCases)
  func clean(language: Language) throws {
    try Snapshot.expect(Self.write([Sample.clean], language), is: "letter-clean.\(language).txt")
  }

  @Test("lists the cases with findings, then counts", arguments: Language.allCases)
  func several(language: Language) throws {
    let cases = [Sample.clean, Sample.full, Sample.open]
    try Snapshot.expect(
      Self.write(cases, language, rejected: 1), is: "several.\(language).txt")
  }

  @Test("lists open questions of several cases when asked to tell everything")
  func severalVerbose() throws {
    try Snapshot.expect(
      Self.write([Sample.clean, Sample.open], .nb, .verbose), is: "several-verbose.nb.txt")
  }

  @Test("says nothing of several clean cases when asked to be quiet") func quietAndClean() {
    #expect(Self.write([Sample.clean, Sample.clean], .nb, .quiet).isEmpty)
    #expect(Self.write([Sample.clean], .nb, .quiet).isEmpty)
  }

  @Test("is no letter when another case could not be read") func rejected() {
    let text = Self.write([Sample.clean], .en, rejected: 1)
    #expect(text.contains("2, 1 audited, 1 without findings, 1 rejected"))
  }

  @Test("is coloured without changing a word") func coloured() {
    let coloured = Self.write([Sample.full], .nb, style: .coloured)
    #expect(coloured.contains("\u{1B}[1;31mBRUDD\u{1B}[0m"))
    var bare = ""
    var isCode = false
    for character in coloured {
      if character == "\u{1B}" { isCode = true }
      if !isCode { bare.append(character) }
      if character == "m" { isCode = false }
    }
    #expect(bare == Self.write([Sample.full], .nb))
  }

  @Test("keeps within 100 columns", arguments: Language.allCases, [Detail.normal, .verbose])
  func width(language: Language, detail: Detail) {
    for line in Self.write([Sample.full, Sample.open], language, detail).split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }

  @Test("lets nothing of a case file steer the terminal") func control() {
    let hostile = Sample.report("A\u{1B}[2J\u{202E}B\n", findings: [], undetermined: [])
    let text = Self.write([hostile], .en)
    #expect(text.hasPrefix("Case A\u{FFFD}[2J\u{FFFD}B\u{FFFD}\n"))
  }
}

@Suite("A page") struct PageTests {
  @Test("breaks between words, and leaves a long word whole") func wrapping() {
    #expect(Page.wrapped("aa bb cc", first: 5, rest: 5) == ["aa bb", "cc"])
    #expect(Page.wrapped("aa bb cc", first: 5, rest: 2) == ["aa bb", "cc"])
    #expect(Page.wrapped("a bbbbbbbb c", first: 4, rest: 4) == ["a", "bbbbbbbb", "c"])
    #expect(
      Page.wrapped("1\u{A0}990,00\u{A0}kr x", first: 6, rest: 6) == ["1\u{A0}990,00\u{A0}kr", "x"])
    #expect(Page.wrapped("", first: 4, rest: 4) == [""])
  }

  @Test("breaks any text where characters say, whether or not each scalar is one")
  func wrapsAlike() {
    for text in AnyTextTests.texts + ["§ 9 – «ø»", "e\u{301} \u{301}a b", "a \u{200D} b"] {
      for width in [3, 8, 40] {
        // Filled word by word, as the characters of the text are counted.
        var lines = [""]
        for word in visible(text).split(separator: " ") {
          let line = lines[lines.count - 1]
          let wider = line.isEmpty ? String(word) : line + " " + word
          let isFull = !line.isEmpty && line.count + 1 + word.count > width
          if isFull { lines.append(String(word)) } else { lines[lines.count - 1] = wider }
        }
        #expect(Page.wrapped(text, first: width, rest: width) == lines, "\(text.debugDescription)")
      }
    }
  }
}
