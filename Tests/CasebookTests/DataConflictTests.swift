import Testing

@testable import Casebook

@Suite("Facts that contradict each other")
struct DataConflictTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    /// A text of the case with `@` where the deciding value stands.
    let text: String
    /// The value at which the facts contradict each other, and the nearest at which they do not.
    let wrong: String
    let right: String
    let paths: [String]
    var testDescription: String { "\(name): \(wrong) against \(right)" }
  }

  static let examples: [Example] = [
    Example(
      name: "deadline-before-letter",
      text: caseText(#"{"type":"purring","date":"2026-01-12","deadline":"@"}"#),
      wrong: "2026-01-11", right: "2026-01-12", paths: ["/events/0/date", "/events/0/deadline"]),
    Example(
      name: "event-after-extract",
      text: caseText(#"{"type":"call","at":"@T00:00"}"#, more: #""extracted":"2026-03-01","#),
      wrong: "2026-03-02", right: "2026-03-01", paths: ["/events/0/at", "/extracted"]),
    Example(
      name: "before-origin",
      text: caseText(
        #"{"type":"payment","date":"@","amount":1,"claims":["F-2"]}"#,
        claims: #"{"id":"F-1","origin":"2026-09-09"},{"id":"F-2","origin":"2026-02-02"}"#),
      wrong: "2026-02-01", right: "2026-02-02", paths: ["/claims/1/origin", "/events/0/date"]),
    Example(
      name: "instalment-before-plan",
      text: caseText(
        #"{"type":"plan","date":"2026-01-12","instalments":[{"due":"2026-02-12","amount":1},"#
          + #"{"due":"@","amount":1}]}"#),
      wrong: "2026-01-11", right: "2026-01-12",
      paths: ["/events/0/date", "/events/0/instalments/1/due"]),
    Example(
      name: "end-before-start",
      text: caseText(claims: #"{"id":"F-1","period":{"from":"2026-01-12","to":"@"}}"#),
      wrong: "2026-01-11", right: "2026-01-12",
      paths: ["/claims/0/period/from", "/claims/0/period/to"]),
    Example(
      name: "end-before-start",
      text: caseText(
        #"{"type":"statement","demands":{"interestFrom":"2026-01-12","interestTo":"@"}}"#),
      wrong: "2026-01-11", right: "2026-01-12",
      paths: ["/events/0/demands/interestFrom", "/events/0/demands/interestTo"]),
    Example(
      name: "end-before-start",
      text: caseText(#"{"type":"hold","date":"2026-01-12","until":"@"}"#),
      wrong: "2026-01-11", right: "2026-01-12", paths: ["/events/0/date", "/events/0/until"]),
    Example(
      name: "end-before-start",
      text: caseText(
        #"{"type":"hold","id":"h","date":"2026-01-12"}"#,
        #"{"type":"hold-end","date":"@","of":["h"]}"#),
      wrong: "2026-01-11", right: "2026-01-12", paths: ["/events/0/date", "/events/1/date"]),
    Example(
      name: "consumer-organisation",
      text: caseText(more: #""debtor":{"kind":"@","entity":"organisation"},"#),
      wrong: "consumer", right: "business", paths: ["/debtor/kind", "/debtor/entity"]),
    Example(
      name: "consumer-organisation",
      text: caseText(
        claims: #"{"id":"F-1","debtorKind":"@"}"#, more: #""debtor":{"entity":"organisation"},"#),
      wrong: "consumer", right: "business", paths: ["/claims/0/debtorKind", "/debtor/entity"]),
    Example(
      name: "vat-above-amount",
      text: caseText(
        #"{"type":"charge","charges":[{"kind":"salaer","amount":100,"vat":@}]}"#),
      wrong: "100.01", right: "100",
      paths: ["/events/0/charges/0/vat", "/events/0/charges/0/amount"]),
    Example(
      name: "vat-part-above-principal",
      text: caseText(claims: #"{"id":"F-1","principal":100,"vatLiablePart":@}"#),
      wrong: "100.01", right: "100", paths: ["/claims/0/vatLiablePart", "/claims/0/principal"]),
    Example(
      name: "allocation-sum",
      text: caseText(
        #"{"type":"payment","amount":100,"allocation":[{"to":"costs","amount":40},"#
          + #"{"to":"principal","amount":@}]}"#),
      wrong: "60.01", right: "60", paths: ["/events/0/amount", "/events/0/allocation"]),
    Example(
      name: "allocation-sum",
      text: caseText(
        #"{"type":"payment","amount":100,"allocation":[{"to":"costs","amount":40},"#
          + #"{"to":"principal","amount":@}]}"#),
      wrong: "59.99", right: "60.00", paths: ["/events/0/amount", "/events/0/allocation"]),
  ]

  @Test("are noted with both paths, and nothing is noted a step away", arguments: examples)
  func conflicts(example: Example) throws {
    let wrong = try read(example.text.replacing("@", with: example.wrong))
    let conflict = try #require(wrong.conflicts.first)
    #expect(wrong.conflicts.count == 1)
    #expect(conflict.paths == conflict.facts.map { wrong.pointer(to: $0) })
    #expect(conflict.name == example.name)
    #expect(conflict.facts.map { wrong.pointer(to: $0) } == example.paths)
    #expect(!conflict.message.nb.isEmpty && !conflict.message.en.isEmpty)
    let right = try read(example.text.replacing("@", with: example.right))
    #expect(right.conflicts == [])
  }

  @Test("a letter before the origin of its claim is one, a call is not")
  func origin() throws {
    let claim = #"{"id":"F-1","origin":"2026-02-02"}"#
    let letter = #"{"type":"invoice","date":"2026-02-01"}"#
    let call = #"{"type":"call","date":"2026-02-01"}"#
    #expect(try read(caseText(letter, claims: claim)).conflicts.map(\.name) == ["before-origin"])
    #expect(try read(caseText(call, claims: claim)).conflicts == [])
  }

  @Test("an amount too large to be added up is no crash")
  func overflow() throws {
    let huge = "92233720368547758.07"
    let part = #"{"to":"costs","amount":\#(huge)}"#
    let file = try read(
      caseText(#"{"type":"payment","amount":\#(huge),"allocation":[\#(part),\#(part)]}"#))
    #expect(file.conflicts.map(\.name) == ["allocation-sum"])
  }

  @Test("the planned step is compared with itself, not with the day of the extract")
  func planned() throws {
    let step = #"{"type":"purring","date":"2026-04-01","deadline":"2026-03-31"}"#
    let file = try read(caseText(more: #""extracted":"2026-03-01","planned":\#(step),"#))
    #expect(file.conflicts.map(\.name) == ["deadline-before-letter"])
    #expect(file.conflicts.map(\.paths) == [["/planned/date", "/planned/deadline"]])
    #expect(file.takingPlannedStep().conflicts.count == 2)
  }
}
