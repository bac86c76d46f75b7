import Casebook
import Rulebook
import Values

/// The bound subject of a limb as reports name it.
struct SubjectNames {
  let claims: [String]
  let events: [EventReference]
  /// What is bound beside claims: events, and what stands in them.
  let things: [Thing]
  /// The claims that are bound.
  let claimThings: [Thing]

  /// Which members of a group are named.
  enum Members { case all, first }

  init(_ evaluator: Evaluator, _ limb: Limb, ofGroups members: Members = .all) {
    let most = members == .all ? Int.max : 1
    let file = evaluator.file
    var claims: [String] = []
    var events: [EventReference] = []
    var things: [Thing] = []
    var claimThings: [Thing] = []
    func note(_ thing: Thing) {
      if evaluator.words.claimKinds.contains(file.kind(of: thing)) {
        claimThings.append(thing)
        claims.append(file.identifier(of: thing) ?? file.pointer(to: thing))
      } else {
        things.append(thing)
        let event = evaluator.event(of: thing)
        let reference = Self.reference(evaluator, event)
        if !file.roots.contains(event), !events.contains(reference) { events.append(reference) }
      }
    }
    for subject in limb.subject {
      if case .list(let members) = evaluator.subject(subject.slot) {
        members.prefix(most).forEach { note(Thing(index: Int32(truncatingIfNeeded: $0))) }
      } else if case .thing(let number) = evaluator.subject(subject.slot), Int(number) < file.count
      {
        note(Thing(index: number))
      }
    }
    self.claims = claims
    self.events = events
    (self.things, self.claimThings) = (things, claimThings)
  }

  static func reference(_ evaluator: Evaluator, _ event: Thing) -> EventReference {
    reference(evaluator.file, event)
  }

  static func reference(_ file: CaseFile, _ event: Thing) -> EventReference {
    let kind = file.vocabulary[file.kind(of: event)]
    let path = file.pointer(to: event)
    return EventReference(
      name: file.identifier(of: event) ?? path, type: kind.name, label: kind.label,
      day: file.day(of: event), path: path)
  }

  /// Names of the parties, or their ids where they have no name.
  static func parties(_ file: CaseFile, of root: Thing) -> [(role: String, name: String)] {
    let vocabulary = file.vocabulary
    return ["creditor", "agency", "lawyer", "debtor"].compactMap { role in
      guard let word = vocabulary.word(key: role) else { return nil }
      let slot = file[root, word]
      guard slot.state == .value else { return nil }
      let party = Thing(index: Int32(truncatingIfNeeded: slot.first))
      let name = vocabulary.word(key: "name").map { file[party, $0] }
      if let name, name.state == .value { return (role, file.text(name.first)) }
      return file.identifier(of: party).map { (role, $0) }
    }
  }
}

/// Why something is not known, as reports name it.
struct CauseNames {
  private let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// Each cause by path or name, sorted, without repeats.
  func missing(_ causes: [Cause]) -> [String] {
    Set(causes.flatMap { names(of: $0) }).sorted()
  }

  private func names(of cause: Cause) -> [String] {
    let (file, program) = (evaluator.file, evaluator.program)
    switch cause {
    case .fact(let fact): return [file.pointer(to: fact)]
    case .silence(let kinds, _): return ["/events: " + kindNames(kinds)]
    case .incomplete(let kinds):
      let groups = kinds.members(of: evaluator.vocabulary).compactMap { $0.traits?.completeness }
      return Set(groups).sorted().map { "/complete/\($0)" }
    case .table(let id): return ["table:\(program.tables[id.rawValue].name)"]
    case .commencement(let index): return ["commencement:\(program.commencements[index].name)"]
    case .review: return ["rules: reviewed through \(program.reviewedThrough)"]
    case .choice(let id): return ["choice:\(program.choices[id.rawValue].name)"]
    case .ruling(let rule), .judgement(let rule): return ["ruling:\(program.rules[rule].id)"]
    case .order(let one, let other):
      return [one, other].map { file.pointer(to: $0) + "/seq" }
    case .conflict(let index): return file.conflicts[index].facts.map { file.pointer(to: $0) }
    case .rivals(let names): return names.map { "exception:\($0)" }
    case .overflow: return ["overflow"]
    }
  }

  private func kindNames(_ kinds: KindSet) -> String {
    kinds.members(of: evaluator.vocabulary).map(\.name).joined(separator: " or ")
  }

  /// Why a verdict is open, in one word: the cause that a reader can do most about.
  func reason(_ causes: [Cause]) -> Undetermined.Reason {
    if causes.contains(where: { if case .conflict = $0 { true } else { false } }) {
      return .conflict
    }
    if causes.contains(where: isMissing) { return .missing }
    if causes.contains(where: isUnread) { return .unread }
    if causes.contains(where: isHuman) { return .human }
    return .law
  }

  private func field(_ cause: Cause) -> Field? {
    guard case .fact(let fact) = cause else { return nil }
    return evaluator.vocabulary.field(fact.word, of: evaluator.file.kind(of: fact.thing))
  }

  private func isUnread(_ cause: Cause) -> Bool {
    guard let field = field(cause) else { return false }
    return field.key == "states"
  }

  private func isHuman(_ cause: Cause) -> Bool {
    switch cause {
    case .ruling, .judgement: return true
    default: break
    }
    return field(cause)?.isHuman == true
  }

  private func isMissing(_ cause: Cause) -> Bool {
    switch cause {
    case .fact: !isUnread(cause) && !isHuman(cause)
    case .silence, .incomplete, .order: true
    default: false
    }
  }
}
