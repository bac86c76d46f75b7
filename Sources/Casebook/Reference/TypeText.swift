extension Vocabulary {
  /// What a field holds, as the reference page and the listing write it; marks excluded.
  func typeText(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .id: "id"
    case .day: "day"
    case .time: "time"
    case .money: "money"
    case .rate: "rate"
    case .ratio: "ratio"
    case .int(let range): "int \(range.lowerBound)–\(range.upperBound)"
    case .bool: "bool"
    case .choice(let list): self[list].name
    case .reference(.claim): "id of a claim"
    case .reference(.event): "id of an event"
    case .reference(.address): "id of an address"
    case .thing(let kind): self[kind].name
    case .list(let element): "[\(typeText(element))]"
    case .events: "[event]"
    case .event: "event"
    case .map: "names → text"
    }
  }

  /// The marks of the case format: `!` required, `°` takes "none", `‡` only a person can set it.
  func marks(of field: Field) -> String {
    (field.isRequired ? "!" : "") + (field.mayBeNone ? "°" : "") + (field.isHuman ? "‡" : "")
  }
}
