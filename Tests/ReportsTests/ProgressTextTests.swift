import Reports
import Testing

@Suite("How far a run is") struct ProgressTextTests {
  @Test("is told by cases, findings, rate and time left, where the end is known") func judging() {
    var text = ProgressText()
    text.allCases = 120_000
    text.cases = 30_000
    text.findings = 1_234
    text.elapsed = .seconds(40)
    // 30,000 in 40 s are 750 a second; the other 90,000 take 120 s.
    #expect(
      text.line(in: .en) == "30,000 of 120,000 cases, 1,234 findings, 750 a second, 2:00 left")
    let space = "\u{A0}"
    #expect(
      text.line(in: .nb)
        == "30\(space)000 av 120\(space)000 saker, 1\(space)234 funn, 750 i sekundet, 2:00 igjen")
  }

  @Test("is told by bytes while it is not known how many cases there are") func reading() {
    var text = ProgressText()
    text.allBytes = 4_000
    text.bytes = 1
    text.cases = 1
    text.elapsed = .seconds(2)
    // 3,999 bytes at half a byte a second: 7,998 s are 2 h 13 min 18 s. Half a case is none.
    #expect(text.line(in: .en) == "1 case, 0 a second, 2:13:18 left")
  }

  @Test("has no end where the input has none, and no rate before there is time") func stream() {
    var text = ProgressText()
    text.cases = 5
    text.findings = 1
    #expect(text.line(in: .en) == "5 cases, 1 finding")
    text.elapsed = .milliseconds(500)
    #expect(text.line(in: .en) == "5 cases, 1 finding, 10 a second")
  }

  @Test("never has less than nothing left") func more() {
    var text = ProgressText()
    text.allBytes = 10
    text.bytes = 20
    text.elapsed = .seconds(1)
    #expect(text.line(in: .en) == "0 cases, 0 a second, 0:00 left")
  }
}
