import Audit
import Casebook
import Values

/// Writes what a report leaves out, and what came of the findings that were known.
struct BaselineText {
  let language: Language
  let detail: Detail

  /// The most entries that are listed unless everything is asked for.
  private static let few = 10

  /// How many findings were left out, and which known ones no longer occur.
  func write(_ receipt: Receipt, indent: Int, on page: inout Page) {
    if receipt.ignored > 0 {
      page.paragraph(BaselineTexts.ignored(receipt.ignored)[language], indent: indent)
    }
    guard let baseline = receipt.baseline else { return }
    page.paragraph(BaselineTexts.known(baseline)[language], indent: indent)
    if baseline.outside > 0 {
      page.paragraph(BaselineTexts.outside(baseline.outside)[language], indent: indent)
    }
    stale(baseline.stale, indent: indent, on: &page)
  }

  private func stale(_ stale: [KnownFinding], indent: Int, on page: inout Page) {
    guard !stale.isEmpty else { return }
    page.paragraph(BaselineTexts.stale(stale.count)[language], indent: indent)
    let listed = detail == .verbose ? stale[...] : stale.prefix(Self.few)
    for finding in listed {
      let rule = [finding.rule, finding.part].compactMap { $0 }.joined(separator: " ")
      page.paragraph(
        "\(finding.caseID): \(rule) (\(finding.fingerprint))", indent: indent + 2, .faint)
    }
    if listed.count < stale.count {
      let rest = stale.count - listed.count
      page.paragraph(FindingTexts.moreLines(rest)[language], indent: indent + 2, .faint)
    }
  }

  /// What was known of a finding before it became worse.
  func before(_ was: KnownFinding) -> String {
    var parts = [FindingTexts.verdict(was.verdict)[language].lowercased()]
    if was.excess > .zero { parts.append(language.money(was.excess)) }
    if was.atRisk > .zero {
      parts.append(FindingTexts.upTo(language.money(was.atRisk))[language])
    }
    parts.append(CountTexts.claims(was.claims)[language])
    parts.append(CountTexts.events(was.events)[language])
    return parts.joined(separator: ", ")
  }
}

/// What is said of known findings.
enum BaselineTexts {
  /// What a finding that was known has been, beside what it is now.
  static let before = Label(nb: "Før", en: "Before")

  /// The verdict line of a case in which nothing is told.
  static func nothingNew(_ known: Int) -> Label {
    Label(
      nb: "Ingenting nytt er funnet; \(known) funn er kjent fra før.",
      en: "Nothing new was found; \(known) \(known == 1 ? "finding is" : "findings are") known.")
  }

  /// How many findings a baseline kept quiet, and how many became worse.
  static func known(_ baseline: BaselineReceipt) -> Label {
    let (known, worse) = (baseline.known, baseline.worse)
    return Label(
      nb: "\(known) kjente funn er ikke vist; \(worse) kjente funn er blitt verre.",
      en: "\(known) known \(known == 1 ? "finding" : "findings") not shown; \(worse) known "
        + "\(worse == 1 ? "finding has" : "findings have") become worse.")
  }

  static func outside(_ count: Int) -> Label {
    Label(
      nb: "\(count) kjente funn gjelder saker eller regler som ikke er prøvd nå.",
      en: "\(count) known \(count == 1 ? "finding is" : "findings are") of cases or rules not "
        + "judged now.")
  }

  static func stale(_ count: Int) -> Label {
    Label(
      nb: "\(count) kjente funn er borte; --write-baseline lar dem falle:",
      en: "\(count) known \(count == 1 ? "finding no longer occurs" : "findings no longer occur"); "
        + "--write-baseline leaves \(count == 1 ? "it" : "them") out:")
  }

  /// What verdicts that were not asked for came to.
  static func ignored(_ count: Int) -> Label {
    Label(
      nb: "\(count) funn eller åpne spørsmål er ikke vist (--select, --ignore).",
      en: "\(count) \(count == 1 ? "finding or open question" : "findings or open questions") "
        + "not shown (--select, --ignore).")
  }
}

extension CountTexts {
  static func claims(_ count: Int) -> Label {
    Label(nb: "\(count) krav", en: "\(count) \(count == 1 ? "claim" : "claims")")
  }

  static func events(_ count: Int) -> Label {
    Label(
      nb: "\(count) \(count == 1 ? "hendelse" : "hendelser")",
      en: "\(count) \(count == 1 ? "event" : "events")")
  }
}
