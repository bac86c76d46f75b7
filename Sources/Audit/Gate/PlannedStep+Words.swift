import Casebook

extension PlannedStep {
  /// The fields of a step that are tried with other values.
  struct Words: Sendable {
    let kind, amount, vat, charges, deadline, deadlineDays, states: Word
    /// What letters have, or contacts, and other events have not, beside what they charge and their
    /// deadline: how they are sent and what they say.
    let contents: [Word]
  }
}

extension PlannedStep.Words {
  init(_ vocabulary: Vocabulary, of kind: ThingKind) {
    func word(_ key: String) -> Word { vocabulary.word(key: key) ?? Word(rawValue: 0) }
    self.kind = word("kind")
    amount = word("amount")
    vat = word("vat")
    charges = word("charges")
    deadline = word("deadline")
    deadlineDays = word("deadlineDays")
    states = word("states")
    let others = [charges, deadline, deadlineDays]
    contents = Self.family(of: kind, in: vocabulary).filter { !others.contains($0) }
  }

  /// The words that every letter has, or every contact, and not every event.
  private static func family(of kind: ThingKind, in vocabulary: Vocabulary) -> [Word] {
    guard let traits = kind.traits, traits.isLetter || traits.isContact else { return [] }
    let events = vocabulary.eventKinds
    let family = events.filter {
      $0.traits?.isLetter == traits.isLetter && $0.traits?.isContact == traits.isContact
    }
    return kind.fields.map(\.word).filter { word in
      family.allSatisfy { kind in kind.fields.contains { $0.word == word } }
        && !events.allSatisfy { kind in kind.fields.contains { $0.word == word } }
    }
  }
}
