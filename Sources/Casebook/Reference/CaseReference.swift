/// The reference page of the case format, made from the vocabulary.
public struct CaseReference {
  private let vocabulary: Vocabulary
  private var lines: [String] = []

  private init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The page as Markdown.
  public static func markdown(_ vocabulary: Vocabulary = .standard) -> String {
    var page = CaseReference(vocabulary)
    page.lines = introduction
    page.things()
    page.events()
    page.choices()
    return page.lines.joined(separator: "\n") + "\n"
  }

  private mutating func things() {
    let parts = vocabulary.kinds.filter { $0.traits == nil }
    lines += ["", "## Things"]
    for kind in parts {
      lines += ["", "### `\(kind.name)`", "", "\(kind.meaning) (\(kind.label.nb))", ""]
      table(kind.fields.map { row($0, absent: $0.absenceText) })
    }
  }

  private mutating func table(_ rows: [String]) {
    lines += ["| key | holds | meaning | when absent |", "|---|---|---|---|"] + rows
  }

  private func row(_ field: Field, absent: String) -> String {
    let holds = "\(vocabulary.typeText(field.type))\(vocabulary.marks(of: field))"
    return "| `\(field.key)` | \(holds) | \(field.meaning) | \(absent) |"
  }
}

// Events: what all have once, what families have once, then what each has alone.
extension CaseReference {
  private mutating func events() {
    let events = vocabulary.eventKinds
    let letters = events.filter { $0.traits?.isLetter == true }
    let contacts = events.filter { $0.traits?.isContact == true }
    let every = shared(by: events)
    lines += ["", "## Events", "", "### Every event", ""]
    table(rows(every, in: events))
    lines += ["", "### Letters", "", "\(listed(letters)).", ""]
    let ofLetters = shared(by: letters).filter { key in !every.contains(key) }
    table(rows(ofLetters, in: letters))
    lines += ["", "### Contacts", "", "\(listed(contacts)).", ""]
    let ofContacts = shared(by: contacts).filter { key in !every.contains(key) }
    table(rows(ofContacts, in: contacts))
    lines += ["", "### Event types and their own keys", ""]
    lines += ["*Rank* orders a day where clock and `seq` do not; *group* is the key of `complete`."]
    for event in events {
      let isLetter = event.traits?.isLetter == true
      let family = isLetter ? ofLetters : event.traits?.isContact == true ? ofContacts : []
      own(event, besides: Set(every + family))
    }
  }

  private mutating func own(_ event: ThingKind, besides shared: Set<String>) {
    guard let traits = event.traits else { return }
    let family = traits.isLetter ? "letter, " : traits.isContact ? "contact, " : ""
    let group = traits.completeness.map { ", group `\($0)`" } ?? ""
    lines += ["", "#### `\(event.name)`", ""]
    lines.append("\(event.meaning) (\(event.label.nb); \(family)rank \(traits.rank)\(group))")
    let fields = event.fields.filter { !shared.contains($0.key) }
    guard !fields.isEmpty else { return }
    lines.append("")
    table(fields.map { row($0, absent: $0.absenceText) })
  }

  /// The keys that all of these kinds have, in order.
  private func shared(by kinds: [ThingKind]) -> [String] {
    guard let first = kinds.first else { return [] }
    return first.fields.map(\.key).filter { key in
      kinds.allSatisfy { kind in kind.fields.contains { $0.key == key } }
    }
  }

  /// Rows of shared keys; where kinds read an absence otherwise than most do, they are named.
  private func rows(_ keys: [String], in kinds: [ThingKind]) -> [String] {
    keys.compactMap { key in
      let uses = kinds.compactMap { kind in
        kind.fields.first { $0.key == key }.map { (kind: kind, field: $0) }
      }
      guard let first = uses.first else { return nil }
      let counts = Dictionary(grouping: uses) { $0.field.absenceText }
      let texts = counts.keys.sorted { left, right in
        let (a, b) = (counts[left]?.count ?? 0, counts[right]?.count ?? 0)
        return a != b ? a > b : left < right
      }
      let others = texts.dropFirst().map { text in
        "\(text): \(listed((counts[text] ?? []).map(\.kind)))"
      }
      return row(first.field, absent: (texts.prefix(1) + others).joined(separator: "; "))
    }
  }

  private func listed(_ kinds: [ThingKind]) -> String {
    kinds.map { "`\($0.name)`" }.joined(separator: ", ")
  }
}

// Closed lists.
extension CaseReference {
  private mutating func choices() {
    lines += ["", "## Closed lists"]
    for list in vocabulary.choiceLists where list.name != "event-type" {
      lines += ["", "### \(list.name)", "", "| value | bokmål | English |", "|---|---|---|"]
      for (value, label) in zip(list.values, list.labels) {
        lines.append("| `\(value)` | \(label.nb) | \(label.en) |")
      }
    }
  }
}
