import Casebook
import EmbeddedRules
import Foundation
import Rulebook
import Testing
import Values

@testable import Audit

/// One case below `cases/`: a file, or a line of a stream.
struct ShippedCase: Sendable, CustomTestStringConvertible {
  /// Where it stands: `real/x.json`, `portfolio/y.ndjson:3`.
  let name: String
  let json: JSON

  var testDescription: String { name }
  var id: String { json["id"]?.string ?? "" }

  func file() throws -> CaseFile { try CaseReader.standard.read(json.bytes, source: name) }
}

/// The cases and rules of this checkout.
enum Shipped {
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let cases: [ShippedCase] = names(below: "cases", [".json", ".ndjson"]).flatMap { name in
    let lines = text("cases/\(name)").split(separator: "\n", omittingEmptySubsequences: false)
    guard name.hasSuffix(".ndjson") else {
      return [try? ShippedCase(name: name, json: JSON(lines.joined(separator: "\n").utf8))]
        .compactMap { $0 }
    }
    return lines.enumerated().compactMap { number, line in
      line.isEmpty ? nil : try? ShippedCase(name: "\(name):\(number + 1)", json: JSON(line.utf8))
    }
  }

  static func cases(in folder: String) -> [ShippedCase] {
    cases.filter { $0.name.hasPrefix(folder + "/") }
  }

  /// The cases of one file by its name below `cases/`, without its ending.
  static func file(_ name: String) throws -> [CaseFile] {
    try cases.filter { $0.name == name + ".json" || $0.name.hasPrefix(name + ".ndjson:") }
      .map { try $0.file() }
  }

  /// The rules of this checkout, compiled.
  static let program: Program = {
    let (program, diagnostics) = RuleSet.embedded.compiled(with: .standard)
    precondition(diagnostics.isEmpty, diagnostics.map(\.rendered).joined(separator: "\n"))
    return program
  }()

  /// The rules with the act of 2026 in force from the day that its examples assume.
  static let assumed: Program = {
    let day = CivilDay("2027-07-01") ?? .last
    return (try? program.assuming([Assumption(act: "act26", day: day)])) ?? program
  }()

  /// Whether a case, or a rule, is of the act of 2026.
  static func isOfNewAct(_ name: String) -> Bool { name.hasPrefix("act26-") }

  /// An auditor for a case, by the name of its folder: those of the act of 2026 are judged as if
  /// it were in force.
  static func auditor(for name: String) throws -> Auditor {
    guard isOfNewAct(name) else { return try auditor() }
    return try Auditor(
      program: assumed, options: AuditOptions(asOf: CivilDay("2027-12-31") ?? .last))
  }

  /// The last day to which the rules have been reviewed.
  static let asOf = program.reviewedThrough

  static func auditor(asOf: CivilDay = asOf, choices: [String: String] = [:]) throws -> Auditor {
    try Auditor(program: program, options: AuditOptions(asOf: asOf, choices: choices))
  }

  static func text(_ path: String) -> String {
    (try? String(contentsOf: checkout.appending(path: path), encoding: .utf8)) ?? ""
  }

  static func names(below folder: String, _ endings: [String]) -> [String] {
    let base = checkout.appending(path: folder).path()
    let all = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return all.filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
  }
}
