public import Audit
public import Casebook
import Values

/// Reads and writes files of known findings, `skikk-baseline/1`.
public enum BaselineFile {
  /// The file of a baseline, the same bytes for the same findings.
  public static func text(of baseline: Baseline) -> String {
    BaselineFormat.file.write(baseline, .en).text() + "\n"
  }

  /// The baseline of a file.
  /// - Throws: the first thing that is not as the format has it, with its place.
  public static func baseline(of bytes: [UInt8], source: String) throws(InputFault) -> Baseline {
    let document = try JSONDocument(parsing: bytes, source: source)
    let root = try document.members(
      of: document.tree, at: [], "a baseline", known: ["format", "findings"],
      required: ["format", "findings"])
    guard root["format"] == .string(BaselineFormat.name) else {
      throw document.fault(
        at: [.key("format")], expected: "\"\(BaselineFormat.name)\"",
        hint: "write the file with skikk check --write-baseline")
    }
    guard case .array(let elements)? = root["findings"] else {
      throw document.fault(at: [.key("findings")], expected: "a list", hint: "write [] for none")
    }
    var findings: [KnownFinding] = []
    var seen: Set<[String]> = []
    for (index, element) in elements.enumerated() {
      let entry = KnownEntry(document: document, index: index)
      let finding = try entry.finding(element)
      guard seen.insert([finding.caseID, finding.fingerprint]).inserted else {
        throw document.fault(
          at: entry.path + [.key("fingerprint")],
          found: "\"\(finding.fingerprint)\" again", expected: "each finding of a case once",
          hint: "remove one of the two")
      }
      findings.append(finding)
    }
    return Baseline(findings)
  }
}

/// One entry of a file that is being read.
private struct KnownEntry {
  let document: JSONDocument
  let index: Int
  var path: [JSONStep] { [.key("findings"), .index(index)] }

  private static let required = [
    "case", "rule", "fingerprint", "verdict", "excess", "atRisk", "claims", "events",
  ]

  func finding(_ element: JSONTree) throws(InputFault) -> KnownFinding {
    let members = try document.members(
      of: element, at: path, "a finding", known: Self.required + ["part"],
      required: Self.required)
    return KnownFinding(
      caseID: try text("case", members), rule: try text("rule", members),
      part: members["part"] == nil ? nil : try text("part", members),
      fingerprint: try fingerprint(members), verdict: try verdict(members),
      excess: try kroner("excess", members), atRisk: try kroner("atRisk", members),
      claims: try count("claims", members), events: try count("events", members))
  }

  private func text(
    _ key: String, _ members: [String: JSONTree]
  ) throws(InputFault) -> String {
    guard let text = members[key]?.text, !text.isEmpty else {
      throw fault(key, expected: "a text")
    }
    return text
  }

  private func fingerprint(_ members: [String: JSONTree]) throws(InputFault) -> String {
    let text = try text("fingerprint", members)
    let digits = Array("0123456789abcdef".utf8)
    guard text.utf8.count == 16, text.utf8.allSatisfy({ digits.contains($0) }) else {
      throw fault("fingerprint", expected: "sixteen hexadecimal digits")
    }
    return text
  }

  private func verdict(_ members: [String: JSONTree]) throws(InputFault) -> Verdict {
    let name = try text("verdict", members)
    guard let verdict = Verdict(rawValue: name), verdict.isFinding else {
      let known = BaselineFormat.verdicts.joined(separator: ", ")
      throw fault("verdict", expected: "one of \(known)")
    }
    return verdict
  }

  /// An amount in kroner, exactly, in øre.
  private func kroner(
    _ key: String, _ members: [String: JSONTree]
  ) throws(InputFault) -> Ratio {
    guard case .number(let digits)? = members[key],
      let millionths = scaledDecimal(Array(digits.utf8)[...], places: 6),
      let ore = try? Ratio(millionths, 10_000)
    else { throw fault(key, expected: "kroner with at most six decimals") }
    return ore
  }

  private func count(_ key: String, _ members: [String: JSONTree]) throws(InputFault) -> Int {
    guard case .number(let digits)? = members[key], let count = Int(digits), count >= 0,
      String(count) == digits
    else { throw fault(key, expected: "a whole number from 0") }
    return count
  }

  private func fault(_ key: String, expected: String) -> InputFault {
    document.fault(
      at: path + [.key(key)], expected: expected,
      hint: "write the file with skikk check --write-baseline")
  }
}
