import Casebook
import Foundation
import Rulebook
import Testing
import Values

@testable import Audit

/// The law of the rule language's section 5, on every case of the checkout.
///
/// Facts are taken out of a case at random. What the rules then say for sure must be what they say
/// with the facts there; and the money that is surely too much must not grow, nor what may be too
/// much shrink. Exempt is what rests on an assumption: a fact whose absence the case format reads
/// in a way of its own, or that the rule reads `if unknown`.
@Suite("A missing fact never turns one definite verdict into another")
struct MissingFactTests {
  /// How many times each case is thinned out; SKIKK_MUTATIONS asks for more.
  static let rounds =
    ProcessInfo.processInfo.environment["SKIKK_MUTATIONS"].flatMap { Int($0) } ?? 3
  static let assumed = AssumedFacts(Shipped.program)
  /// The rules with a part that says nothing until a person has ruled: taking the ruling out is not
  /// taking out a fact.
  static let raised = Set(
    Shipped.program.rules.filter { $0.limbs.contains { $0.review == .raising } }.map(\.id))

  @Test("facts taken out of a case", arguments: Shipped.cases)
  func law(shipped: ShippedCase) throws {
    let auditor = try Shipped.auditor(for: shipped.name)
    let full = auditor.audit(try shipped.file(), source: "")
    let facts = Deletions.facts(of: shipped.json)
    guard !facts.isEmpty else { return }
    var random = SeededGenerator(seed: 20_260_106)
    for _ in 0..<Self.rounds {
      let count = Int.random(in: 1...4, using: &random)
      let gone = Set(facts.shuffled(using: &random).prefix(count))
      let thinned = gone.sorted { $0.count > $1.count }
        .reduce(shipped.json) { $0.with($1[...], nil) }
      guard let file = try? CaseReader.standard.read(thinned.bytes, source: "") else { continue }
      let thin = auditor.audit(file, source: "")
      let faults = Comparison(full, thin, gone: gone, file: file).faults
      #expect(
        faults == [],
        "without \(gone.map { Deletions.pointer($0) }.sorted().joined(separator: " "))")
    }
  }

  /// A thinned case beside the full one.
  struct Comparison {
    private(set) var faults: [String] = []
    private let gone: Set<String>

    init(_ full: CaseReport, _ thin: CaseReport, gone: Set<[JSON.Step]>, file: CaseFile) {
      self.gone = Set(
        gone.compactMap { path in if case .key(let key)? = path.last { key } else { nil } })
      let assumptions = gone.filter { Deletions.isAssumed($0, in: file) }
      if assumptions.isEmpty {
        verdicts(Said(full), Said(thin))
        money(full, thin)
      }
      for open in thin.undetermined where open.missing.isEmpty {
        faults.append("\(open.rule) \(open.part ?? "") is open for want of nothing")
      }
    }

    private mutating func verdicts(_ full: Said, _ thin: Said) {
      for key in Set(full.verdicts.keys).union(thin.verdicts.keys).sorted() {
        let (before, after) = (full.verdicts[key] ?? [], thin.verdicts[key] ?? [])
        let isAssumed = !(MissingFactTests.assumed.words[key.rule] ?? []).isDisjoint(with: gone)
        let isUnraised = gone.contains("rulings") && MissingFactTests.raised.contains(key.rule)
        if isAssumed || isUnraised { continue }
        if !after.subtracting(before).isEmpty, !full.open.contains(key) {
          faults.append("\(key): \(names(before)) became \(names(after))")
        }
        if !before.subtracting(after).isEmpty, !thin.open.contains(key) {
          faults.append("\(key): \(names(before)) became \(names(after))")
        }
      }
    }

    private func names(_ verdicts: Set<Verdict>) -> String {
      verdicts.isEmpty ? "no finding" : verdicts.map(\.rawValue).sorted().joined(separator: ", ")
    }

    private mutating func money(_ full: CaseReport, _ thin: CaseReport) {
      guard MissingFactTests.assumed.all.isDisjoint(with: gone) else { return }
      let most = [full, thin].map { (try? $0.excess.adding($0.atRisk)) ?? .zero }
      if thin.excess > full.excess {
        faults.append("certain excess rose from \(full.excess) to \(thin.excess)")
      }
      if most[1] < most[0] {
        faults.append("excess and at risk fell from \(most[0]) to \(most[1])")
      }
    }
  }

  /// What a report says of each subject, and each claim of it, or event of a group.
  struct Said {
    struct Key: Hashable, Comparable, CustomStringConvertible {
      let rule: String
      let part: String
      let claim: String
      let events: [String]
      var description: String { "\(rule) \(part) [\(claim) \(events.joined(separator: " "))]" }
      static func < (left: Key, right: Key) -> Bool { left.description < right.description }
    }
    var verdicts: [Key: Set<Verdict>] = [:]
    var open: Set<Key> = []

    init(_ report: CaseReport) {
      for finding in report.findings {
        let events = Self.subjects(finding.events, finding.group, finding.claims)
        for key in Self.keys(finding.rule, finding.part, finding.claims, events) {
          verdicts[key, default: []].insert(finding.verdict)
        }
      }
      for entry in report.undetermined {
        let events = Self.subjects(entry.events, entry.group, entry.claims)
        open.formUnion(Self.keys(entry.rule, entry.part, entry.claims, events))
      }
    }

    /// The events of a subject together; each by itself where they are a group, as its claims are:
    /// of seven calls in a week, six whose days are known still are too many.
    private static func subjects(
      _ events: [EventReference], _ group: [Int64]?, _ claims: [String]
    ) -> [[EventReference]] {
      group != nil && claims.isEmpty ? events.map { [$0] } : [events]
    }

    private static func keys(
      _ rule: String, _ part: String?, _ claims: [String], _ events: [[EventReference]]
    ) -> [Key] {
      (claims.isEmpty ? [""] : claims).flatMap { claim in
        events.map { Key(rule: rule, part: part ?? "", claim: claim, events: $0.map(\.name)) }
      }
    }
  }
}
