import Casebook
import Rulebook

/// What a choice is set to.
enum ChoiceReading: Hashable, Sendable {
  case reading(Int)
  case number(Int)
  case open
}

/// Words of the vocabulary that judging itself looks up.
struct KnownWords {
  let date: Word
  let deadline: Word
  let deadlineDays: Word
  let at: Word
  let amount: Word
  let kind: Word
  let rulings: Word
  let planned: Word
  let rule: Word
  let ruling: Word
  let claims: Word
  let events: Word
  let choices: Word
  let of: Word
  let extracted: Word
  /// For each kind, where its records have days beside their own: when a payment was ordered,
  /// received, falls due.
  let dayPlaces: [[Int]]
  /// Kinds of events whose charges take something back.
  let removalKinds: KindSet
  /// The case, its parties and claims: kinds that no event stands behind.
  let timelessKinds: KindSet
  /// Kinds of events that concern, without `of`, every event that shares a claim with them.
  let relatedKinds: KindSet
  /// What events are about that do not say, by their kind.
  let matters: [KindID: EventTraits.Matters]
  /// The kinds that these are of.
  let matterKinds: KindSet
  let eventKinds: KindSet
  /// For each kind, which entry of an account its events are, if any.
  let entryKinds: [AccountStatement.Entry.Kind?]
  let claimKinds: KindSet
  let itemKinds: KindSet
  /// Kinds that stand for consequences; they follow those of the vocabulary.
  let consequenceKinds: KindSet
  private let firstConsequence: Int

  init(_ vocabulary: Vocabulary, consequences: Int) {
    firstConsequence = vocabulary.kinds.count
    consequenceKinds = KindSet(
      (0..<consequences).map { KindID(rawValue: UInt8(vocabulary.kinds.count + $0)) })
    func word(_ key: String) -> Word { vocabulary.word(key: key) ?? Word(rawValue: 0) }
    date = word("date")
    deadline = word("deadline")
    deadlineDays = word("deadlineDays")
    at = word("at")
    amount = word("amount")
    kind = word("kind")
    rulings = word("rulings")
    planned = word("planned")
    rule = word("rule")
    ruling = word("ruling")
    claims = word("claims")
    events = word("events")
    choices = word("choices")
    of = word("of")
    extracted = word("extracted")
    var isDay = [Bool](repeating: false, count: vocabulary.words.count)
    for kind in vocabulary.eventKinds {
      for field in kind.fields {
        if case .day = field.type { isDay[Int(field.word.rawValue)] = true }
      }
    }
    dayPlaces = vocabulary.kinds.map { kind in
      kind.fields.indices.filter { isDay[Int(kind.fields[$0].word.rawValue)] }
    }
    timelessKinds = KindSet(
      [vocabulary.kinds[0].id] + vocabulary.kinds.filter { $0.role == .claim }.map(\.id)
        + vocabulary.kinds[0].fields.compactMap { field in
          if case .thing(let kind) = field.type { kind } else { nil }
        })
    relatedKinds = KindSet(
      vocabulary.kinds.filter { $0.traits?.relatesByClaims == true }.map(\.id))
    matters = Dictionary(
      uniqueKeysWithValues: vocabulary.eventKinds.compactMap { kind in
        kind.traits?.matters.map { (kind.id, $0) }
      })
    matterKinds = KindSet(matters.values.flatMap(\.kinds))
    removalKinds = KindSet(vocabulary.kinds.filter { $0.name == "charge-removed" }.map(\.id))
    eventKinds = KindSet(vocabulary.eventKinds.map(\.id))
    var entryKinds = [AccountStatement.Entry.Kind?](
      repeating: nil, count: vocabulary.kinds.count)
    for entry in AccountStatement.Entry.Kind.allCases {
      if let kind = vocabulary.kind(named: entry.rawValue)?.id {
        entryKinds[Int(kind.rawValue)] = entry
      }
    }
    self.entryKinds = entryKinds
    claimKinds = KindSet(vocabulary.kinds.filter { $0.role == .claim }.map(\.id))
    itemKinds = KindSet(vocabulary.kinds.filter { $0.name == "item" }.map(\.id))
  }

  /// The kind that stands for a consequence of the program.
  func kind(ofConsequence index: Int) -> KindID {
    KindID(rawValue: UInt8(firstConsequence + index))
  }
}
