import Audit
import Casebook
import Testing
import Values

/// Changes of a case that must change nothing.
@Suite("What makes no difference")
struct SamenessTests {
  /// The cases whose events all have ids: others are named by their places.
  static let named = Shipped.cases.filter { shipped in
    (shipped.json["events"]?.members ?? []).allSatisfy { $0["id"] != nil }
  }

  /// What each case comes to, judged one after the other by one auditor.
  static let dumps: [String: String] = {
    guard let now = try? Shipped.auditor(), let later = try? Shipped.auditor(for: "act26-")
    else { return [:] }
    var dumps: [String: String] = [:]
    for shipped in Shipped.cases {
      guard let file = try? shipped.file() else { continue }
      let auditor = Shipped.isOfNewAct(shipped.name) ? later : now
      dumps[shipped.name] = ReportDump.text(auditor.audit(file, source: ""), of: shipped.json)
    }
    return dumps
  }()

  func dump(_ text: String, _ json: JSON, of name: String) throws -> String {
    let file = try CaseReader.standard.read(Array(text.utf8), source: "")
    return ReportDump.text(try Shipped.auditor(for: name).audit(file, source: ""), of: json)
  }

  @Test("the order of events and keys, and what was judged before", arguments: named)
  func order(shipped: ShippedCase) throws {
    var changed = shipped.json
    changed["events"] = .list((shipped.json["events"]?.members ?? []).reversed())
    let after = try dump(changed.written { $0.reversed() }, changed, of: shipped.name)
    #expect(after == Self.dumps[shipped.name])
  }

  // MARK: Names

  /// Ids of claims, events and addresses get a prefix, which keeps their order.
  func renamed(_ json: JSON) -> JSON {
    let lists = [json["claims"], json["events"], json["debtor"]?["addresses"]]
    let ids = Set(lists.flatMap { ($0?.members ?? []).compactMap { $0["id"]?.string } })
    return rename(json, ids)
  }

  private func rename(_ json: JSON, _ ids: Set<String>) -> JSON {
    func prefixed(_ value: JSON) -> JSON {
      value.mapTexts { ids.contains($0) ? "zz-" + $0 : $0 }
    }
    switch json {
    case .list(let members): return .list(members.map { rename($0, ids) })
    case .object(let members):
      return .object(
        members.reduce(into: [:]) { result, member in
          let (key, value) = member
          let isName = ["id", "claim", "of", "address"].contains(key)
          // `claims` of an event, and `events` of a ruling, hold names.
          let isNames =
            ["claims", "events"].contains(key) && value.members.allSatisfy { $0.string != nil }
          result[key] = isName || isNames ? prefixed(value) : rename(value, ids)
        })
    default: return json
    }
  }

  @Test("the names of claims, events and addresses", arguments: named)
  func names(shipped: ShippedCase) throws {
    let changed = renamed(shipped.json)
    #expect(changed != shipped.json)
    let after = try dump(changed.written(), changed, of: shipped.name)
      .replacing("zz-", with: "")
    func withoutFingerprints(_ text: String?) -> [Substring] {
      (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("  fingerprint") }
    }
    #expect(withoutFingerprints(after) == withoutFingerprints(Self.dumps[shipped.name]))
  }

  // MARK: Days

  static var day: Regex<Substring> { /\d{4}-\d{2}-\d{2}/ }

  /// Every day that a case names, but birthdays.
  static func days(_ json: JSON) -> [CivilDay] {
    var json = json
    json = json.with([.key("debtor"), .key("born")][...], nil)
    return json.written().matches(of: day).compactMap { CivilDay(String($0.output)) }
  }

  /// The cases that lie, before and after a shift, within one half-year: one sats, one rate, one
  /// wording of every rule.
  static let shiftable: [(shipped: ShippedCase, last: CivilDay)] = Shipped.cases.compactMap {
    shipped in
    let days = days(shipped.json)
    guard let first = days.min(), let last = days.max(), let later = try? last.adding(days: 28)
    else { return nil }
    // An age is counted in calendar years: across a 29 February a birthday moves by 27 or 29 days.
    if shipped.name.hasPrefix("cost-minor/") || shipped.name.hasPrefix("contact-minor/") {
      return nil
    }
    // Calls are counted by calendar months.
    if shipped.name.hasPrefix("contact-call-frequency/sixteen") { return nil }
    func half(_ day: CivilDay) -> String {
      "\(day.description.prefix(4)) \(day.description.dropFirst(5) < "07" ? 1 : 2)"
    }
    // The form of letters changed in 2017, the fees in October 2020, telephoning in December 2022.
    let isOfOneLaw = first.description > "2018" && !["2020 2", "2022 2"].contains(half(first))
    return isOfOneLaw && half(first) == half(later) ? (shipped, last) : nil
  }

  /// What is too much of salær, finding by finding.
  func salaer(_ report: CaseReport) -> [String] {
    report.findings.filter { $0.rule.hasPrefix("fork-2") || $0.rule.hasPrefix("merge") }
      .map { finding in
        "\(finding.rule) \(finding.part ?? "-") \(finding.claims) "
          + "\(ReportDump.kroner(finding.excess)) \(ReportDump.kroner(finding.atRisk))"
      }
  }

  @Test("whole weeks, where nothing of the law changes in between", arguments: [7, 28])
  func shift(days: Int) throws {
    #expect(Self.shiftable.count >= 20)
    var kroner = 0
    for (shipped, last) in Self.shiftable {
      func report(_ json: JSON, _ asOf: CivilDay) throws -> CaseReport {
        let file = try CaseReader.standard.read(json.bytes, source: "")
        return try Shipped.auditor(asOf: asOf).audit(file, source: "")
      }
      let moved = shipped.json.mapTexts { text in
        text.replacing(Self.day) { match in
          (try? CivilDay(String(match.output))?.adding(days: days))?.description ?? ""
        }
      }
      let before = try report(shipped.json, last)
      let after = try report(moved, last.adding(days: days))
      #expect(after.verdicts == before.verdicts, "\(shipped.name)")
      #expect(after.partVerdicts == before.partVerdicts, "\(shipped.name)")
      #expect(salaer(after) == salaer(before), "\(shipped.name)")
      kroner += salaer(before).count
    }
    #expect(kroner > 0)
  }
}
