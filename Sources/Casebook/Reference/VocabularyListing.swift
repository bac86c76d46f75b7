/// The words of case files for people at a terminal: `skikk rules vocabulary [NOUN]`.
public struct VocabularyListing {
  private let vocabulary: Vocabulary

  /// A listing of this vocabulary.
  public init(_ vocabulary: Vocabulary = .standard) { self.vocabulary = vocabulary }

  /// Every kind of thing with what it is, then the names of the closed lists.
  public var overview: String {
    let things = vocabulary.kinds.filter { $0.traits == nil }
    let lists = vocabulary.choiceLists.map(\.name).joined(separator: ", ")
    return section("Things", things) + "\n" + section("Events", vocabulary.eventKinds)
      + "\nClosed lists\n  \(lists)\n"
  }

  private func section(_ title: String, _ kinds: [ThingKind]) -> String {
    let width = kinds.map(\.name.count).max() ?? 0
    let rows = kinds.map { "  \(padded($0.name, width))  \($0.meaning)\n" }
    return "\(title)\n" + rows.joined()
  }

  /// The facts of a kind, or the values of a closed list; nil when nothing has this name.
  ///
  /// Names that stand for several kinds can be given: `letter`, `contact`, `event` list the facts
  /// that all of them have, `party` those of every party.
  public func entry(_ name: String) -> String? {
    if let kind = vocabulary.kind(named: name) {
      return "\(kind.name): \(kind.meaning)\n" + facts(kind.fields)
    }
    if let list = vocabulary.choiceLists.first(where: { $0.name == name }) {
      let width = list.values.map(\.count).max() ?? 0
      let rows = zip(list.values, list.labels).map {
        "  \(padded($0, width))  \($1.nb) / \($1.en)\n"
      }
      return "\(list.name): one of\n" + rows.joined()
    }
    let members = vocabulary.kinds.filter { belongs($0, to: name) }
    guard let first = members.first else { return nil }
    let shared = first.fields.filter { field in
      members.allSatisfy { vocabulary.field(field.word, of: $0.id)?.type == field.type }
    }
    return "\(name): \(members.map(\.name).joined(separator: ", "))\n" + facts(shared)
  }

  private func belongs(_ kind: ThingKind, to name: String) -> Bool {
    switch name {
    case "letter": kind.traits?.isLetter == true
    case "contact": kind.traits?.isContact == true
    case "event": kind.traits != nil
    case "party": kind.role == .party
    default: false
    }
  }

  private func facts(_ fields: [Field]) -> String {
    let types = fields.map { vocabulary.typeText($0.type) + vocabulary.marks(of: $0) }
    let width = fields.map(\.name.count).max() ?? 0
    let typeWidth = types.map(\.count).max() ?? 0
    return zip(fields, types).map { field, type in
      let absent = field.isRequired ? "" : " (absent: \(field.absenceText))"
      return
        "  \(padded(field.name, width))  \(padded(type, typeWidth))  \(field.meaning)\(absent)\n"
    }.joined()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
