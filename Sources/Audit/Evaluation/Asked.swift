import Rulebook
import Values

/// What a definition was asked, as a key for its value: only known arguments make one.
struct Asked: Hashable {
  private let definition: Int32
  private let thing: Int32
  private let day: Int32
  private let today: Int32
  private let amount: Ratio
  private let claims: [Int64]

  init?(
    _ id: DefinitionID, _ definition: Definition, _ arguments: [Value], today: CivilDay
  ) {
    self.definition = Int32(id.rawValue)
    self.today = definition.usesToday ? today.number : 0
    switch arguments[0] {
    case .thing(let number): (thing, claims) = (number, [])
    case .list(let members): (thing, claims) = (-1, members)
    default: return nil
    }
    if definition.atAmount {
      guard case .number(let amount) = arguments[1] else { return nil }
      self.amount = amount
    } else {
      amount = .zero
    }
    if definition.onDay {
      guard case .day(let day) = arguments[2] else { return nil }
      self.day = day
    } else {
      day = 0
    }
  }
}
