import Testing

@testable import Casebook

@Suite("The order of events")
struct TimelineTests {
  private func ids(_ file: CaseFile) -> [String] {
    file.events.map { file.identifier(of: $0) ?? "?" }
  }

  @Test("by day, then clock, `seq`, rank and id; without a day last")
  func order() throws {
    let file = try read(
      caseText(
        #"{"type":"purring","id":"none"}"#,
        #"{"type":"refund","id":"r5","date":"2026-01-02","amount":1}"#,
        #"{"type":"purring","id":"b4","date":"2026-01-02"}"#,
        #"{"type":"purring","id":"a4","date":"2026-01-02"}"#,
        #"{"type":"payment","id":"p2","date":"2026-01-02","amount":1}"#,
        #"{"type":"call","id":"late","at":"2026-01-01T17:00"}"#,
        #"{"type":"call","id":"early","at":"2026-01-01T09:00"}"#,
        #"{"type":"purring","id":"s2","date":"2026-01-03","seq":2}"#,
        #"{"type":"refund","id":"s1","date":"2026-01-03","seq":1,"amount":1}"#))
    #expect(ids(file) == ["early", "late", "p2", "a4", "b4", "r5", "s1", "s2", "none"])
  }

  @Test("on a day of mixed events every clock and every `seq` is kept")
  func mixed() throws {
    let file = try read(
      caseText(
        #"{"type":"refund","id":"c1","at":"2026-01-02T09:00","amount":1}"#,
        #"{"type":"payment","id":"c2","at":"2026-01-02T10:00","seq":1,"amount":1}"#,
        #"{"type":"opt-out","id":"q2","date":"2026-01-02","seq":2}"#,
        #"{"type":"objection","id":"plain","date":"2026-01-02"}"#))
    let order = ids(file)
    func isBefore(_ first: String, _ second: String) -> Bool {
      (order.firstIndex(of: first) ?? 9) < (order.firstIndex(of: second) ?? -1)
    }
    #expect(isBefore("c1", "c2") && isBefore("c2", "q2"))
    #expect(Set(order) == ["c1", "c2", "q2", "plain"])
  }

  @Test(
    "one event is surely before another by day, clock or `seq`, never by rank or id",
    arguments: [
      (#""date":"2026-01-01""#, #""date":"2026-01-02""#, Precedence.before),
      (#""date":"2026-01-02""#, #""date":"2026-01-01""#, .after),
      (#""date":"2026-01-01""#, #""at":"2026-01-02T00:00""#, .before),
      (#""date":"2026-01-01""#, #""date":"2026-01-01""#, .undecided),
      (#""at":"2026-01-01T10:00""#, #""at":"2026-01-01T10:01""#, .before),
      (#""at":"2026-01-01T10:00""#, #""at":"2026-01-01T10:00""#, .undecided),
      (#""at":"2026-01-01T10:00""#, #""date":"2026-01-01""#, .undecided),
      (#""date":"2026-01-01","seq":2"#, #""date":"2026-01-01","seq":1"#, .after),
      (#""date":"2026-01-01","seq":2"#, #""date":"2026-01-01""#, .undecided),
      (#""at":"2026-01-01T10:00","seq":2"#, #""at":"2026-01-01T11:00","seq":1"#, .before),
      (#""at":"2026-01-01T10:00","seq":1"#, #""at":"2026-01-01T10:00","seq":2"#, .before),
      (#""seq":1"#, #""date":"2026-01-01""#, .undecided),
      (#""seq":1"#, #""seq":2"#, .undecided),
    ])
  func precedence(first: String, second: String, expected: Precedence) throws {
    let file = try read(
      caseText(
        #"{"type":"legal-result","id":"a",\#(first)}"#, #"{"type":"closed","id":"b",\#(second)}"#))
    let a = try #require(file.events.first { file.identifier(of: $0) == "a" })
    let b = try #require(file.events.first { file.identifier(of: $0) == "b" })
    #expect(file.precedence(of: a, to: b) == expected)
    #expect(file.precedence(of: a, to: a) == .same)
    switch expected {
    case .before: #expect(file.precedence(of: b, to: a) == .after)
    case .after: #expect(file.precedence(of: b, to: a) == .before)
    default: #expect(file.precedence(of: b, to: a) == .undecided)
    }
  }
}
