public import Casebook
public import Values

/// A step that has not been taken, in its case, ready to be tried on other days and with other
/// deadlines and charges.
public struct PlannedStep: Sendable {
  /// What is tried.
  struct Trial: Hashable {
    enum Deadline: Hashable { case planned, unstated, last(CivilDay) }
    enum Charges: Hashable {
      /// As planned.
      case planned
      case none
      /// Of each kind that is planned, a token.
      case token
      /// As planned, but nothing of one kind.
      case without(Int)
      /// As planned, but so many øre of one kind.
      case of(Int, Int64)
    }
    enum Contents: Hashable {
      /// What the step is planned to say, and how it is to be sent.
      case planned
      /// Nothing is known of it: it can still be put right.
      case open
      /// It is known to say nothing.
      case empty
    }

    var day: CivilDay
    var deadline = Deadline.planned
    var charges = Charges.planned
    var contents = Contents.planned

    /// The step with everything put right that can be, beside what it charges.
    static func putRight(on day: CivilDay, charging charges: Charges) -> Trial {
      Trial(day: day, deadline: .unstated, charges: charges, contents: .open)
    }
  }

  /// The kinds of charges that are asked about, in order.
  struct ChargeKind: Sendable {
    let name: String
    let label: Label
    /// The line that is given other amounts.
    let line: Thing
    /// What the planned lines of the kind come to, in øre.
    let planned: Int64
  }

  /// The case, the step not taken.
  public let file: CaseFile
  /// Where it was read.
  public let source: String
  let event: Thing
  let chargeKinds: [ChargeKind]
  /// The charges that are planned.
  let lines: [Thing]
  /// Whether the step says what it charges, be it nothing.
  let saysCharges: Bool
  let words: Words

  /// A krone stands for a charge of which it is asked only whether there may be one.
  static let token: Int64 = 100

  /// The planned step of a case; nil when the case has none.
  /// - Parameters:
  ///   - file: the case.
  ///   - source: where it was read, for reports.
  ///   - kinds: kinds of charges to be asked about beside those that are planned.
  public init?(of file: CaseFile, source: String, asking kinds: [String] = []) {
    guard let event = file.planned else { return nil }
    let words = Words(file.vocabulary, of: file.vocabulary[file.kind(of: event)])
    let own = file.charges(of: event)
    let named = own.map { Self.kind(of: $0, in: file, words).value }
    let missing = kinds.filter { !named.contains($0) }
    let prepared = (try? Self.adding(missing, to: file)) ?? file
    let planned = prepared.planned ?? event
    let all = prepared.charges(of: planned)
    self.file = prepared
    self.source = source
    self.event = planned
    self.words = words
    lines = Array(all.prefix(own.count))
    saysCharges = file[event, words.charges].state == .list
    var found: [ChargeKind] = []
    for line in all {
      let (name, label) = Self.kind(of: line, in: prepared, words)
      guard !found.contains(where: { $0.name == name }) else { continue }
      let same = lines.filter { Self.kind(of: $0, in: prepared, words).value == name }
      found.append(
        ChargeKind(
          name: name, label: label, line: line,
          planned: same.reduce(0) { $0 + prepared[$1, words.amount].first }))
    }
    chargeKinds = found
  }

  /// The file with a line of no kroner for each kind that the step does not charge.
  private static func adding(_ kinds: [String], to file: CaseFile) throws(InputFault) -> CaseFile? {
    guard !kinds.isEmpty, case .object(var members)? = try file.plannedTree() else { return nil }
    let place = members.firstIndex { $0.key == "charges" }
    let old = place.map { members[$0].value.elements } ?? []
    let all = JSONTree.array(old + kinds.map { StepDraft.charge(($0, "0")) })
    if let place { members[place].value = all } else { members.append(.init("charges", all)) }
    return try file.withPlanned(.object(members))
  }

  static func kind(
    of charge: Thing, in file: CaseFile, _ words: Words
  ) -> (value: String, label: Label) {
    let slot = file[charge, words.kind]
    guard case .choice(let id)? = file.vocabulary.field(words.kind, of: file.kind(of: charge))?.type
    else { return ("", Label(nb: "", en: "")) }
    let list = file.vocabulary[id]
    return (list.values[Int(slot.first)], list.labels[Int(slot.first)])
  }
}

extension PlannedStep {
  /// The type of the step.
  var kind: ThingKind { file.vocabulary[file.kind(of: event)] }

  /// The day it is planned for, if the case says.
  public var day: CivilDay? { file.day(of: event) }

  /// Whether steps of the type can give a deadline.
  var canHaveDeadline: Bool { kind.fields.contains { $0.word == words.deadline } }

  /// Whether the step states a deadline.
  var hasDeadline: Bool {
    [words.deadline, words.deadlineDays].contains { file[event, $0].state == .value }
  }

  /// Whether steps of the type say something, and it is not known what.
  var isUnread: Bool {
    kind.fields.contains { $0.word == words.states } && file[event, words.states].state == .absent
  }

  /// Whether the case says what the step says.
  var isRead: Bool { file[event, words.states].state == .list }
}
