import Rulebook
import Values

/// What a definition was asked, as a key for its value: only known arguments make one.
struct Asked: Hashable {
  private let asked: Int32
  private let isOfRules: Bool
  private let thing: Int32
  private let day: Int32
  private let today: Int32
  private let amount: Ratio
  private let claims: [Int64]

  init?(
    _ definition: Definition, _ id: DefinitionID, _ of: Value, _ amount: Value, _ day: Value,
    today: CivilDay
  ) {
    asked = Int32(id.rawValue)
    isOfRules = false
    self.today = definition.usesToday ? today.number : 0
    switch of {
    case .thing(let number): (thing, claims) = (number, [])
    case .list(let members): (thing, claims) = (-1, members)
    default: return nil
    }
    if definition.atAmount {
      guard case .number(let amount) = amount else { return nil }
      self.amount = amount
    } else {
      self.amount = .zero
    }
    if definition.onDay {
      guard case .day(let day) = day else { return nil }
      self.day = day
    } else {
      self.day = 0
    }
  }

  /// A part of an expression, by its number from one, of what is bound to at most two slots.
  init(part: Int, _ first: Int32, _ second: Int32) {
    asked = -Int32(part)
    isOfRules = false
    (thing, day) = (first, second)
    (today, amount, claims) = (0, .zero, [])
  }

  /// Whether it is of a part of an expression.
  var isPart: Bool { asked < 0 }

  /// What a set of rules says of a thing.
  init(_ rules: MeetsID, _ thing: Int32) {
    asked = Int32(rules.rawValue)
    isOfRules = true
    self.thing = thing
    (day, today, amount, claims) = (0, 0, .zero, [])
  }
}
