import Casebook

/// The facts of a case file that may be taken out of it without changing what exists in it.
///
/// Left alone is what the case format does not let be missing (ids, types, kinds and amounts of
/// charges), what says which things belong together (`claims`, `of`, `claim`), what holds things
/// of its own (`claims`, `events`, `charges`, parties), and what is no fact of the case (`choices`).
enum Deletions {
  private static let kept: Set<String> = [
    "format", "id", "type", "claims", "events", "of", "claim", "charges", "choices", "note",
    "sources", "text", "name", "creditor", "debtor", "agency", "lawyer", "otherAgencies",
    "complete", "addresses", "extracted", "planned", "sharedId", "interestLines", "costLines",
    "byClaim", "instalments",
  ]
  private static let keptInCharges: Set<String> = ["kind", "amount"]

  /// Paths of the facts of a case, each to be deleted or not.
  static func facts(of json: JSON) -> [[JSON.Step]] {
    var result: [[JSON.Step]] = []
    func add(_ object: JSON?, _ path: [JSON.Step], kept more: Set<String> = []) {
      for key in object?.keys ?? []
      where !kept.contains(key) && !more.contains(key) && !key.hasPrefix("x-") {
        result.append(path + [.key(key)])
      }
    }
    add(json, [])
    for party in ["creditor", "debtor", "agency", "lawyer"] {
      if json[party]?["id"] != nil { result.append([.key(party), .key("id")]) }
      add(json[party], [.key(party)])
    }
    if let complete = json["complete"] {
      // Only `true` can be taken back; `false` says that the file lacks something.
      for key in complete.keys where complete[key] == .flag(true) {
        result.append([.key("complete"), .key(key)])
      }
    }
    for list in ["claims", "events"] {
      for (index, thing) in (json[list]?.members ?? []).enumerated() {
        let path: [JSON.Step] = [.key(list), .index(index)]
        add(thing, path)
        for part in ["demands", "handsOver", "period", "tvangsgrunnlag"] {
          add(thing[part], path + [.key(part)])
        }
        for (number, charge) in (thing["charges"]?.members ?? []).enumerated() {
          add(charge, path + [.key("charges"), .index(number)], kept: keptInCharges)
        }
        for (number, entry) in (thing["allocation"]?.members ?? []).enumerated() {
          let inner = path + [.key("allocation"), .index(number)]
          if entry["claim"] != nil { result.append(inner + [.key("claim")]) }
        }
      }
    }
    return result
  }

  /// Whether the case format reads the absence of a fact in a way of its own (`assumed other`).
  static func isAssumed(_ path: [JSON.Step], in file: CaseFile) -> Bool {
    guard case .key(let key)? = path.last, let word = file.vocabulary.word(key: key) else {
      return false
    }
    let things = (0..<file.count).map { Thing(index: Int32($0)) }
    let owner = things.first { file.pointer(to: $0) == pointer(path.dropLast()) }
    guard let owner, let field = file.vocabulary.field(word, of: file.kind(of: owner)) else {
      return false
    }
    switch field.absence {
    case .assumed, .assumedList, .assumedNone: return true
    case .unknown, .error, .nothing: return false
    }
  }

  /// A path as a JSON pointer.
  static func pointer(_ path: some Sequence<JSON.Step>) -> String {
    path.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += "/\(key)"
      case .index(let index): text += "/\(index)"
      }
    }
  }
}
