import Casebook
import Rulebook

/// What a report can say of a case beside what was found in it. Few ask for it, so it is made when
/// it is asked for.
struct CaseBackground: Sendable {
  /// The timeline as read.
  let timeline: @Sendable () -> [EventReference]
  /// Names of the parties, with their roles.
  let parties: @Sendable () -> [(role: String, name: String)]
  /// Whose case it is, and from when.
  var belonging: @Sendable () -> Belonging = { .unknown }

  /// Of a case that has these events.
  init(_ file: CaseFile, _ root: Thing, timeline events: [Thing]) {
    timeline = { events.map { SubjectNames.reference(file, $0) } }
    parties = { SubjectNames.parties(file, of: root) }
  }

  /// Of what is known already.
  init(timeline: [EventReference], parties: [(role: String, name: String)]) {
    self.timeline = { timeline }
    self.parties = { parties }
  }
}

extension CaseReport {
  /// The timeline as read, for the report of one case.
  public var timeline: [EventReference] { background.timeline() }
  /// Names of the parties: creditor, agency, debtor, as far as the file has them.
  public var parties: [(role: String, name: String)] { background.parties() }
  /// Whose case it is, and from when.
  public var belonging: Belonging { background.belonging() }
}
