public import Audit
import Casebook

/// Where the time of a run went, as a table: stages first, then the rules, the dearest first.
public struct ProfileText {
  /// The stages of a run beside judging.
  public struct Stages: Sendable {
    /// Reading cases and finding out which belong together.
    public let reading: Duration
    /// Judging, as far as the run waited for it, and reading again what is judged together.
    public let judging: Duration
    /// Writing reports.
    public let reporting: Duration

    /// Stages that took so long.
    public init(reading: Duration, judging: Duration, reporting: Duration) {
      self.reading = reading
      self.judging = judging
      self.reporting = reporting
    }
  }

  private let profile: Profile
  private let stages: Stages
  private let language: Language

  /// A profile in a language.
  public init(_ profile: Profile, stages: Stages, language: Language) {
    self.profile = profile
    self.stages = stages
    self.language = language
  }

  /// The tables.
  public var text: String {
    var page = Page(style: .plain)
    page.paragraph(Self.stagesTitle(profile.cases)[language], .heading)
    Table(
      header: [Self.stage, Self.milliseconds].map { $0[language] },
      rows: [
        (Self.reading, stages.reading), (Self.judging, stages.judging),
        (Self.reporting, stages.reporting),
      ].map { [$0[language], milliseconds($1)] }, numeric: [1]
    ).write(on: &page, indent: 2)
    page.blank()
    page.paragraph(Self.rulesTitle[language], .heading)
    Table(
      header: [Self.rule, Self.milliseconds, Self.share, Self.each, Self.median].map {
        $0[language]
      }, rows: rules, numeric: [1, 2, 3, 4]
    ).write(on: &page, indent: 2)
    return page.text
  }

  private var rules: [[String]] {
    let applied = profile.rules.filter(\.isApplied)
    let median = applied.map(\.time).sorted()[applied.count / 2]
    let all = profile.total
    let dearest = applied.sorted { ($1.time, $0.id) < ($0.time, $1.id) }.map { rule in
      [
        rule.id, milliseconds(rule.time), percent(rule.time, of: all), nanoseconds(rule.time),
        median == .zero ? "" : tenths(rule.time / median),
      ]
    }
    return dearest + [
      [
        Self.beside[language], milliseconds(profile.beside), percent(profile.beside, of: all),
        nanoseconds(profile.beside), "",
      ]
    ]
  }

  private func milliseconds(_ time: Duration) -> String { tenths(time / .milliseconds(1)) }

  private func percent(_ time: Duration, of all: Duration) -> String {
    all == .zero ? "" : tenths(100 * (time / all)) + " %"
  }

  private func nanoseconds(_ time: Duration) -> String {
    profile.cases == 0 ? "" : String(Int(time / .nanoseconds(1)) / profile.cases)
  }

  /// A measured time, not an amount: one decimal is more than it is good for.
  private func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func stagesTitle(_ cases: Int) -> Label {
    Label(nb: "Hvor tiden gikk (\(cases) saker)", en: "Where the time went (\(cases) cases)")
  }
  private static let rulesTitle = Label(
    nb: "Bedømmingen, alle arbeidere sammen", en: "Judging, all workers together")
  private static let stage = Label(nb: "del", en: "stage")
  private static let rule = Label(nb: "regel", en: "rule")
  private static let milliseconds = Label(same: "ms")
  private static let share = Label(nb: "andel", en: "share")
  private static let each = Label(nb: "ns per sak", en: "ns a case")
  private static let median = Label(nb: "× median", en: "× median")
  private static let reading = Label(nb: "lesing", en: "reading")
  private static let judging = Label(nb: "bedømming", en: "judging")
  private static let reporting = Label(nb: "rapporter", en: "reports")
  private static let beside = Label(nb: "(utenom reglene)", en: "(beside the rules)")
}
