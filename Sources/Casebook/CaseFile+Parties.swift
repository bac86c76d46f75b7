public import Values

/// A party as far as a file names it.
public struct Party: Hashable, Sendable {
  /// Its id; nil where the file has none.
  public let id: String?
  /// Its name; nil where the file has none.
  public let name: String?

  /// A party of this id and name.
  public init(id: String?, name: String?) {
    self.id = id
    self.name = name
  }
}

extension CaseFile {
  /// The creditor of a case.
  public func creditor(of root: Thing) -> Party { party(vocabulary.core.creditor, of: root) }

  /// The agency of a case; without id and name where nobody but the creditor collects.
  public func agency(of root: Thing) -> Party { party(vocabulary.core.agency, of: root) }

  private func party(_ role: Word, of root: Thing) -> Party {
    guard let party = things(root, role).first else { return Party(id: nil, name: nil) }
    let name = vocabulary.word(key: "name").map { self[party, $0] } ?? .absent
    let text = name.state == .value ? text(name.first) : nil
    return Party(id: identifier(of: party), name: text)
  }

  /// The first day on which an agency or a lawyer did something in the case; where none did, the
  /// first day of its timeline. Nil where no day is known.
  public func dayTaken(of root: Thing) -> CivilDay? {
    let dated = events.filter { self.root(of: $0) == root && day(of: $0) != nil }
    let taken = dated.first(where: isByCollector)
    return (taken ?? dated.first).flatMap { day(of: $0) }
  }

  /// Whether `by` names one of those who collect for others.
  private func isByCollector(_ event: Thing) -> Bool {
    let by = self[event, vocabulary.core.by]
    guard by.state == .value,
      case .choice(let list)? = vocabulary.field(vocabulary.core.by, of: kind(of: event))?.type
    else { return false }
    return ["agency", "lawyer"].contains(vocabulary[list].values[Int(by.first)])
  }
}
