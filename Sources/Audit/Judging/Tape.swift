import Casebook
import Rulebook
import Values

/// What an explanation reads while a definition is computed.
///
/// Findings of one case rest on much the same: where there are many, what a definition has read for
/// one is read again for the next without computing it.
final class Tape {
  /// Something that is read.
  enum Item {
    case fact(Fact, Value, ValueType, isAssumed: Bool)
    case choice(ChoiceID)
    case row(TableValue)
    /// All that another definition reads, unless that has been explained.
    case part(Asked)
  }

  /// In the order in which they were read, each once.
  private(set) var items: [Item] = []
  /// What the definition gave.
  var value = Value.none
  /// How many lines are written of it, besides those of its parts.
  var lines = 0
  /// Whether nothing was written that depends on what had been written before.
  var isWhole = true
  private var facts = FactsRead()
  private var choices: Set<ChoiceID> = []
  private var rows = Distinct<TableValue>()
  private(set) var parts: Set<Asked> = []

  func read(_ fact: Fact, _ value: Value, _ type: ValueType, isAssumed: Bool) {
    guard facts.isNew(fact, value, isAssumed: isAssumed) else { return }
    items.append(.fact(fact, value, type, isAssumed: isAssumed))
  }

  func read(_ choice: ChoiceID) {
    if choices.insert(choice).inserted { items.append(.choice(choice)) }
  }

  func read(_ row: TableValue) {
    if rows.add(row) { items.append(.row(row)) }
  }

  func read(_ part: Asked) {
    if parts.insert(part).inserted { items.append(.part(part)) }
  }
}

// Definitions that have been explained, in this explanation or before.
extension Recorder {
  /// What a definition gave, if it has been explained here.
  func known(_ asked: Asked) -> Value? {
    tapes.last?.read(asked)
    return explained[asked]
  }

  /// What a definition gave when it was explained for another finding: all that it read is read
  /// again. Nil where comparisons in it may decide, as those are not on the tape.
  func replayed(_ asked: Asked, _ kept: [Asked: Tape]) -> Value? {
    guard isAside, let tape = kept[asked] else { return nil }
    play(asked, kept)
    return tape.value
  }

  private func play(_ asked: Asked, _ kept: [Asked: Tape]) {
    guard explained[asked] == nil, let tape = kept[asked] else { return }
    explained[asked] = tape.value
    if !asked.isPart { leaveOut(lines: tape.lines) }
    for item in tape.items {
      switch item {
      case .fact(let fact, let value, let type, let isAssumed):
        take(fact, value, type, isAssumed: isAssumed)
      case .choice(let choice): choices.insert(choice)
      case .row(let row): rows.add(row)
      case .part(let part): play(part, kept)
      }
    }
  }

  /// What a part of an expression gave when it was explained before. Its lines are written each
  /// time, and are those of whatever it is a part of.
  func replayedPart(_ asked: Asked, _ kept: [Asked: Tape]) -> Value? {
    guard isAside, let tape = kept[asked] else { return nil }
    play(asked, kept)
    leaveOut(lines: tape.lines)
    tapes.last?.lines += tape.lines
    return tape.value
  }

  /// Runs what explains a definition, and keeps what it reads.
  func taping(_ compute: () -> Value) -> Tape {
    let tape = Tape()
    tapes.append(tape)
    tape.value = compute()
    tapes.removeLast()
    return tape
  }
}
