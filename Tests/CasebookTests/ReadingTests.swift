import Foundation
import Testing
import Values

@testable import Casebook

@Suite("Reading case files")
struct ReadingTests {
  @Test("all twelve examples of the case format are found")
  func twelve() { #expect(Examples.all.count == 12) }

  @Test("each example is read without fault or contradiction", arguments: Examples.all)
  func examples(document: Examples.Document) throws {
    let file = try CaseReader.standard.read(
      document.bytes, source: document.file, line: document.line)
    #expect(file.conflicts.isEmpty)
    #expect(!file.claims.isEmpty)
  }

  @Test("what the worked example says can be read back, field by field")
  func workedExample() throws {
    let file = try Examples.read("EX-1")
    let claim = try #require(file.claims.first)
    let principal = try #require(file.vocabulary.word(named: "principal"))
    let due = try #require(file.vocabulary.word(named: "due"))
    #expect(file[claim, principal] == .value(199_000))
    let november20 = try #require(CivilDay(year: 2025, month: 11, day: 20))
    #expect(file[claim, due] == .value(Int64(november20.number)))
    #expect(file.events.compactMap { file.identifier(of: $0) } == (1...7).map { "e\($0)" })
    #expect(file.charges.count == 4)
    let states = try #require(file.vocabulary.word(named: "states"))
    #expect(file[file.events[4], states].count == 11)
  }

  @Test("absent, \"none\", empty and given are four different things")
  func fourStates() throws {
    let file = try read(
      caseText(
        #"{"type":"invoice","deadline":"none","states":[],"channel":"post"}"#,
        claims: #"{"id":"1"}"#))
    let event = file.events[0]
    func slot(_ name: String) throws -> Slot {
      file[event, try #require(file.vocabulary.word(named: name))]
    }
    #expect(try slot("deadline") == .none)
    #expect(try slot("states").state == .list && slot("states").count == 0)
    #expect(try slot("channel") == .value(0))
    #expect(try slot("flags") == .absent)
    #expect(try slot("principal") == .absent)
  }

  @Test(
    "money is read exactly, as a number or as text",
    arguments: [
      ("1990", 199_000), ("12.3", 1230), ("12.30", 1230), (#""12.30""#, 1230), ("0", 0),
      ("0.01", 1), ("92233720368547758.07", Int64.max),
    ])
  func money(text: String, ore: Int64) throws {
    let file = try read(caseText(claims: #"{"id":"1","principal":\#(text)}"#))
    #expect(file[file.claims[0], file.vocabulary.core.principal] == .value(ore))
  }

  @Test("an offset is put on the Norwegian clock, and the day follows it")
  func offset() throws {
    let file = try read(caseText(#"{"type":"call","at":"2026-06-30T23:30:00Z"}"#))
    #expect(file.day(of: file.events[0])?.description == "2026-07-01")
    #expect(file.clock(of: file.events[0])?.description == "2026-07-01T01:30")
  }

  @Test("escapes mean what they say, in keys, values of lists, ids and texts")
  func escapes() throws {
    let file = try read(
      caseText(
        #"{"t\u0079pe":"in\u0076oice","id":"\u00e5\ud83d\ude00\/","text":"a\"b\\\n"}"#))
    let event = file.events[0]
    #expect(file.vocabulary[file.kind(of: event)].name == "invoice")
    #expect(file.identifier(of: event) == "å😀/")
    let text = try #require(file.vocabulary.word(named: "text"))
    #expect(file.text(file[event, text].first) == "a\"b\\\n")
  }

  @Test(
    "names and texts mean the same with escapes, and wherever the document ends",
    arguments: Examples.all)
  func escapedNames(document: Examples.Document) throws {
    let plain = try CaseReader.standard.read(document.bytes, source: "f")
    let text = String(decoding: document.bytes, as: UTF8.self)
    // The first letter of every text but "none", which means nothing with an escape.
    let escaped = text.replacing(/"(?!none")([a-zA-Z])/) { match in
      "\"\\u00" + String(match.1.utf8.first ?? 0, radix: 16)
    }
    #expect(escaped != text)
    let read = try CaseReader.standard.read(Array(escaped.utf8), source: "f")
    // What no rule reads is kept as it was written, so the two are compared by what they mean.
    let meant = try [read, plain].map { try JSONTree(parsing: CaseWriter.json(of: $0)) }
    #expect(meant[0] == meant[1])
    let trimmed = Array(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
    for spaces in 0..<9 {
      let longer = trimmed + [UInt8](repeating: 0x20, count: spaces)
      let file = try CaseReader.standard.read(longer, source: "f")
      #expect(CaseWriter.json(of: file) == CaseWriter.json(of: plain))
    }
  }

  @Test("a value of a list may be the last but brackets of its document") func lastChoice() throws {
    for kind in ["consumer", "business"] {
      for spaces in 0..<12 {
        let text = """
          {"format":"skikk-case/1","id":"1","creditor":{"id":"C"},"claims":[{"id":"1",\
          "principal":1,"due":"2025-11-20"}],"events":[],"debtor":{"kind":"\(kind)"}}
          """ + String(repeating: " ", count: spaces)
        let file = try read(text)
        let written = String(decoding: CaseWriter.json(of: file), as: UTF8.self)
        #expect(written.filter { $0 != " " }.contains("\"kind\":\"\(kind)\""))
      }
    }
  }

  @Test("references lead to the things they name, whichever stands first")
  func references() throws {
    let file = try read(
      caseText(
        #"{"type":"payout","of":["p"],"amount":1,"date":"2026-01-03"}"#,
        #"{"type":"payment","id":"p","amount":1,"date":"2026-01-02","claims":["F-2"]}"#,
        claims: #"{"id":"F-1"},{"id":"F-2"}"#))
    #expect(file.claims(of: file.events[0]) == [file.claims[1]])
    #expect(file.claims(of: file.events[1]) == file.claims)
    #expect(file.events(naming: file.events[0]) == [file.events[1]])
    #expect(file.events(naming: file.events[1]).isEmpty)
  }

  @Test("a charge concerns its own claim, else those of its event")
  func chargeClaims() throws {
    let charge = #"{"kind":"salaer","amount":1}"#
    let own = #"{"kind":"salaer","amount":1,"claim":"F-1"}"#
    let file = try read(
      caseText(
        #"{"type":"charge","claims":["F-2"],"charges":[\#(charge),\#(own)]}"#,
        claims: #"{"id":"F-1"},{"id":"F-2"}"#))
    #expect(file.charges.map { file.claims(of: $0) } == [[file.claims[1]], [file.claims[0]]])
    #expect(file.claims(of: file.root) == file.claims)
  }

  @Test("a path names each thing and field as JSON pointers do")
  func pointers() throws {
    let file = try Examples.read("EX-1")
    let amount = file.vocabulary.core.amount
    #expect(file.pointer(to: file.root) == "")
    #expect(file.pointer(to: file.events[1]) == "/events/1")
    #expect(file.pointer(to: Fact(file.charges[0], amount)) == "/events/1/charges/0/amount")
    #expect(file.pointer(to: Fact(file.root, file.vocabulary.core.extracted)) == "/extracted")
  }

  @Test("a letter's last day is the stated one, or counted from its day")
  func deadlines() throws {
    let file = try read(
      caseText(
        #"{"type":"purring","date":"2026-01-01","deadline":"2026-01-15"}"#,
        #"{"type":"purring","date":"2026-02-20","deadlineDays":14}"#,
        #"{"type":"purring","date":"2026-03-01","deadline":"none"}"#,
        #"{"type":"purring","deadlineDays":14}"#))
    let days = file.events.map { file.deadline(of: $0) }
    let march6 = try #require(CivilDay(year: 2026, month: 3, day: 6))
    let january15 = try #require(CivilDay(year: 2026, month: 1, day: 15))
    #expect(
      days == [.value(Int64(january15.number)), .value(Int64(march6.number)), .none, .absent])
  }

  @Test("choices made for the case are names and texts")
  func choices() throws {
    let file = try read(caseText(more: #""choices":{"day-count":"actual/365","x-a":1,"b":"c"},"#))
    let entries = file.entries(file.root, file.vocabulary.core.choices)
    #expect(entries.map(\.name) == ["day-count", "b"])
    #expect(entries.map(\.text) == ["actual/365", "c"])
  }

  @Test("the planned step stands apart until it is taken")
  func planned() throws {
    let file = try Examples.read("EX-5")
    let planned = try #require(file.planned)
    #expect(!file.events.contains(planned))
    let taken = file.takingPlannedStep()
    #expect(taken.events.last == planned)
    #expect(taken.events.count == file.events.count + 1)
    #expect(file.pointer(to: planned) == "/planned")
  }

  @Test("completeness is declared, assumed, silent or broken")
  func completeness() throws {
    let more = #""complete":{"letters":true,"payments":false},"#
    let file = try read(caseText(more: more))
    func coverage(_ name: String) throws -> Coverage {
      file.coverage(of: try #require(file.vocabulary.kind(named: name)).id)
    }
    #expect(try coverage("inkassovarsel") == .complete)
    #expect(try coverage("payment") == .broken)
    #expect(try coverage("hold") == .silent)
    #expect(try coverage("call") == .assumedComplete)
    #expect(try coverage("closed") == .assumedComplete)
    #expect(try coverage("item") == .assumedComplete)
    #expect(file.completeness(ofGroup: "letters") == .declaredComplete)
    #expect(file.completeness(ofGroup: "payments") == .declaredIncomplete)
    #expect(file.completeness(ofGroup: "claims") == .undeclared)
  }
}
