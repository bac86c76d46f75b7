import Audit
import Casebook
import Values

/// Everything a report says, as text to be compared.
enum ReportDump {
  /// Paths of claims and events are written with the ids of the case, so that their places in the
  /// file do not show.
  static func text(_ report: CaseReport, of json: JSON) -> String {
    var lines = ["case \(report.id)"]
    lines += report.parties.map { "party \($0.role) \($0.name)" }
    lines += report.timeline.map { "event \($0.name) \($0.type) \($0.day?.description ?? "?")" }
    lines += report.verdicts.sorted { $0.key < $1.key }.map { "rule \($0.key) \($0.value)" }
    lines += report.partVerdicts.sorted { $0.key < $1.key }.map { "part \($0.key) \($0.value)" }
    for finding in report.findings {
      lines += text(finding)
      lines.append("  fingerprint \(finding.fingerprint)")
    }
    lines += report.undetermined.map { entry in
      // Sorted by path in the report; here by name.
      let missing = entry.missing.map { named($0, json) }.sorted()
      return "open \(entry.rule) \(entry.part ?? "-") \(entry.verdict) \(entry.claims) "
        + "\(entry.events.map(\.name)) \(entry.reason) \(kroner(entry.atRisk)) \(missing)"
    }
    lines += report.setAside.map { entry in
      "aside \(entry.rule) \(entry.part ?? "-") \(entry.exception) \(entry.claims) "
        + "\(entry.events.map(\.name))"
    }
    lines += report.conflicts.map { "conflict \($0.name)" }
    lines += report.choices.map { "choice \($0.name) \($0.reading)" }
    lines.append("met \(report.met) after \(report.eventsAfter)")
    lines.append("excess \(kroner(report.excess)) at risk \(kroner(report.atRisk))")
    return named(lines.joined(separator: "\n"), json)
  }

  /// One finding; without its fingerprint, which follows from ids alone.
  static func text(_ finding: Finding) -> [String] {
    var lines = [
      "\(finding.verdict) \(finding.rule) \(finding.part ?? "-") \(finding.claims) "
        + "\(finding.events.map(\.name)) \(finding.day?.description ?? "?")",
      "  nb \(sentence(finding.message.nb))", "  en \(sentence(finding.message.en))",
      "  expected \(finding.expected?.plain ?? "-") actual \(finding.actual?.plain ?? "-")",
      "  excess \(kroner(finding.excess)) at risk \(kroner(finding.atRisk))",
    ]
    lines += finding.consequences.map { "  so \($0.name) \($0.isAtRisk)" }
    lines += finding.facts.map { "  fact \($0.path) \($0.value.plain)" }
    lines += finding.assumptions.map { "  assumed \($0.path) \($0.value.plain)" }
    lines += finding.choices.map { "  choice \($0.name) \($0.reading)" }
    lines += finding.values.map { "  row \($0.table) \($0.row) \($0.value.plain)" }
    lines += finding.trace.map { line in
      "  trace \(line.depth) \(line.text) = \(line.value?.plain ?? "-") "
        + "(\(line.worked ?? "")) \(line.source ?? "") \(line.isAssumption)"
    }
    return lines
  }

  static func sentence(_ pieces: [Sentence.Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let value): value.plain
      }
    }.joined()
  }

  static func kroner(_ ore: Ratio?) -> String { ore.map { Shown.money($0).plain } ?? "-" }

  /// The text with `/events/2` written as `/events/<id>`.
  private static func named(_ text: String, _ json: JSON) -> String {
    var text = text
    for list in ["claims", "events"] {
      let members = json[list]?.members ?? []
      // From the last, so that `/events/1` is not found in `/events/12`.
      for (index, member) in members.enumerated().reversed() {
        guard let id = member["id"]?.string else { continue }
        text = text.replacing("/\(list)/\(index)", with: "/\(list)/<\(id)>")
      }
    }
    return text
  }
}
