import Audit
import Testing

@Suite("Ranges in the order of events")
struct RangeTests {
  /// Three purringer a week apart; an inkassovarsel on the day of the second.
  func text(_ second: String = "", _ notice: String = "") -> String {
    tinyCase(
      purring("a", "2026-01-05"), purring("b", "2026-01-12", second), purring("c", "2026-01-19"),
      event("inkassovarsel", "v", "2026-01-12", notice))
  }

  func count(_ range: String, _ wanted: Int, in text: String? = nil) throws -> Answer {
    try ask("(count of purring of claim \(range)) = \(wanted)", text ?? self.text())
  }

  @Test("days are included by `on`, `through` and `from`, not by `before` and `after`")
  func days() throws {
    #expect(try count("before 2026-01-12", 1) == .yes)
    #expect(try count("on 2026-01-12", 1) == .yes)
    #expect(try count("through 2026-01-12", 2) == .yes)
    #expect(try count("after 2026-01-12", 1) == .yes)
    #expect(try count("from 2026-01-12 through 2026-01-19", 2) == .yes)
    #expect(try count("after 2026-01-12 through 2026-01-19", 1) == .yes)
    #expect(try count("from 2026-01-06 through 2026-01-11", 0) == .yes)
  }

  @Test("an event ends a range at its place in the order")
  func events() throws {
    let seq = text(#""seq":1"#, #""seq":2"#)
    let notice = "(first inkassovarsel of claim)"
    #expect(try count("before \(notice)", 2, in: seq) == .yes)
    #expect(try count("through \(notice)", 2, in: seq) == .yes)
    #expect(try count("after \(notice)", 1, in: seq) == .yes)
    #expect(try count("from \(notice) through (last purring of claim)", 1, in: seq) == .yes)
    let back = text(#""seq":2"#, #""seq":1"#)
    #expect(try count("before \(notice)", 1, in: back) == .yes)
    #expect(try count("after \(notice) through (last purring of claim)", 2, in: back) == .yes)
  }

  @Test("clocks order a day before `seq` does")
  func clocks() throws {
    let text = tinyCase(
      #"{"type":"purring","id":"b","at":"2026-01-12T09:00","seq":2}"#,
      #"{"type":"inkassovarsel","id":"v","at":"2026-01-12T15:00","seq":1}"#)
    #expect(try count("before (first inkassovarsel of claim)", 1, in: text) == .yes)
  }

  @Test("an event belongs to the range that it begins or ends, unless that says before or after")
  func itself() throws {
    func own(_ range: String, _ wanted: Int) throws -> Bool {
      let rules = try TinyRules(
        probe(
          "require (count of purring of claim called other \(range)) = \(wanted)\n breach",
          scope: "for each claim\n  for the last purring of claim called p"))
      return try rules.report(text()).findings.isEmpty
    }
    #expect(try own("through p", 3))
    #expect(try own("before p", 2))
    #expect(try own("from p through p", 1))
    #expect(try own("after p", 0))
  }

  @Test("the order within one day is undecided, and the two events are named")
  func sameDay() throws {
    let order = Answer.open("/events/1/seq", "/events/3/seq")
    #expect(try count("before (first inkassovarsel of claim)", 1) == order)
    #expect(try count("through (first inkassovarsel of claim)", 1) == order)
    #expect(try count("after (first inkassovarsel of claim)", 1) == order)
    #expect(try count("on (first inkassovarsel of claim)", 1) == .yes)
    let day = "((first inkassovarsel of claim).date else never)"
    #expect(
      try ask(
        "some purring of claim where purring.date > 2026-01-06 and purring.date < \(day)", text())
        == .no)
  }

  @Test("an event without a day may be anywhere, and its day is named")
  func undated() throws {
    let text = tinyCase(
      purring("a", "2026-01-05"), purring("b"), event("inkassovarsel", "v", "2026-01-12"),
      event("closed", "z", "2026-03-01"))
    let notice = "(first inkassovarsel of claim)"
    #expect(try count("before \(notice)", 1, in: text) == .open("/events/1/date"))
    #expect(try ask("at least 1 purring of claim before \(notice)", text) == .yes)
    #expect(try ask("at most 2 purring of claim before \(notice)", text) == .yes)
    #expect(try count("before 1989-01-01", 0, in: text) == .yes)
  }

  @Test("an event without a day may be of the same day as another, before or after it")
  func undatedOnOneDay() throws {
    let early = tinyCase(
      purring("a", "2026-01-05"), event("inkassovarsel", "v"),
      more: #""extracted":"2026-01-05","#)
    let notice = "(first inkassovarsel of claim)"
    #expect(try count("before \(notice)", 1, in: early) == .open("/events/1/date"))
    let late = tinyCase(
      purring("a"), event("inkassovarsel", "v", "2026-01-05"),
      more: #""extracted":"2026-01-05","#)
    #expect(try count("through \(notice)", 1, in: late) == .open("/events/0/date"))
  }

  @Test("two charges of one event stand in the order of the file")
  func itemsOfOneEvent() throws {
    let two = charges(("purring-fee", "35"), ("other", "10"))
    let rules = try TinyRules(
      probe(
        "require (count of item of claim called past before cost) = 0\n breach",
        scope: "for each item of each claim called cost"))
    let report = try rules.report(tinyCase(purring("a", "2026-01-05", two)))
    #expect(report.met == 1)
    #expect(report.findings.count == 1)
  }
}
