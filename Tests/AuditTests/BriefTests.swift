import Casebook
import Foundation
import Testing
import Values

@testable import Audit

/// Judging computes values in brief, where nothing has to be explained; in which form they are
/// computed must never show.
@Suite("Values in brief")
struct BriefTests {
  /// Every second of the shipped cases.
  static func half(_ number: Int) -> [ShippedCase] {
    Shipped.cases.enumerated().filter { $0.offset % 2 == number }.map(\.element)
  }

  /// What a case comes to with all values in full, and with values in brief.
  func dumps(
    _ json: JSON, of name: String, asOf: CivilDay? = nil, choices: [String: String] = [:]
  ) throws -> (full: String, brief: String) {
    let file = try CaseReader.standard.read(json.bytes, source: "")
    func dump(inFull: Bool) throws -> String {
      let auditor =
        asOf == nil && choices.isEmpty
        ? try Shipped.auditor(for: name)
        : try Shipped.auditor(asOf: asOf ?? Shipped.asOf, choices: choices)
      auditor.worksInFull = inFull
      return ReportDump.text(auditor.audit(file, source: ""), of: json)
    }
    return (try dump(inFull: true), try dump(inFull: false))
  }

  @Test("give what values in full give", arguments: half(0))
  func shipped(shipped: ShippedCase) throws {
    let dumps = try dumps(shipped.json, of: shipped.name)
    #expect(dumps.brief == dumps.full)
  }

  @Test("give the same where facts are missing, and switches open", arguments: half(1))
  func missing(shipped: ShippedCase) throws {
    var json = shipped.json
    let events = json["events"]?.members ?? []
    json["events"] = .list(
      events.enumerated().map { number, event in
        var event = event
        for key in [["channel"], ["deadline", "deadlineDays"], ["states"], ["by"]][number % 4] {
          event[key] = nil
        }
        return event
      })
    json["complete"] = nil
    let last = events.compactMap { $0["date"]?.string.flatMap { CivilDay($0) } }.max()
    let dumps = try dumps(
      json, of: shipped.name, asOf: last,
      choices: ["repair": "open", "cap-rounding": "open", "deadline-holiday": "open"])
    #expect(dumps.brief == dumps.full)
  }

  @Test("give the same of cases judged together")
  func together() throws {
    let files = try Shipped.cases.filter { $0.name.hasPrefix("merge") }.map {
      try CaseReader.standard.read($0.json.bytes, source: $0.name)
    }
    #expect(files.count > 10)
    for start in stride(from: 0, to: files.count - 2, by: 3) {
      let group = files[start..<start + 3].map { (file: $0, source: "") }
      func texts(inFull: Bool) throws -> [String] {
        let auditor = try Shipped.auditor(asOf: Shipped.asOf, choices: [:])
        auditor.worksInFull = inFull
        return auditor.audit(together: group).map { ReportDump.text($0, of: .object([:])) }
      }
      #expect(try texts(inFull: false) == texts(inFull: true))
    }
  }
}
