import Values

/// What to say of a value that is not what its field holds.
extension CaseParser {
  /// A value of the wrong JSON type stands here, or none at all.
  mutating func wrong(_ field: FieldPlan) throws(Trouble) -> Trouble {
    try wrong(field, type: elementType(field))
  }

  /// Something else than the list of this field stands here.
  mutating func wrongList(_ field: FieldPlan) throws(Trouble) -> Trouble {
    try wrong(field, type: .list(elementType(field)))
  }

  private mutating func wrong(_ field: FieldPlan, type: FieldType) throws(Trouble) -> Trouble {
    guard at < bytes.count else { return cutOff(ASCII.endBrace) }
    let start = at
    let isNull = takes(ASCII.null)
    at = start
    if !JSONText.isWord(bytes[at]) { try skipValue() }
    return Trouble(
      at: start, expected: expectation(of: type),
      hint: isNull
        ? hintForNull(field, type) : hint(for: type, found: JSONText(bytes).token(at: start)))
  }

  private func elementType(_ field: FieldPlan) -> FieldType {
    guard field.number >= 0 else { return .text }
    switch plan.description(of: field).type {
    case .list(let element): return element
    case .events: return .event
    case let type: return type
    }
  }

  private func hintForNull(_ field: FieldPlan, _ type: FieldType) -> String {
    var isList = false
    if case .list = type { isList = true }
    if field.isList && !isList { return "leave it out of the list" }
    guard field.number < 0 || !plan.description(of: field).isRequired else {
      return "this key is required"
    }
    if isList { return "leave the key out if unknown, write [] if there are none" }
    return field.mayBeNone
      ? "leave the key out if unknown, write \"none\" if there is none"
      : "leave the key out if unknown"
  }

  private func hint(for type: FieldType, found: String) -> String {
    switch type {
    case .text, .id, .reference:
      found.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
        ? "write it in quotes: \"\(found)\"" : "write it in quotes"
    case .day: "write it as \"2026-01-31\""
    case .time: "write it as \"2026-01-31T14:05\""
    case .money: "write it as 1990 or 12.30"
    case .rate: "write it as 12.25, without quotes"
    case .ratio: "write it as 0.05, without quotes"
    case .int: "write it as 14, without quotes"
    case .bool: "write true or false, without quotes"
    case .choice(let list): "write one of \(listed(plan.vocabulary[list].values))"
    case .thing, .event, .map: "put it in braces: { … }"
    case .list, .events: "put it in brackets: [ … ]"
    }
  }
}

// Values of the right JSON type.
extension CaseParser {
  func malformed(_ field: FieldPlan, at start: Int, why: CalendarFault) -> Trouble {
    let isNone = JSONText(bytes).token(at: start) == "\"none\""
    return Trouble(
      at: start, expected: expectation(of: elementType(field)),
      hint: isNone ? Self.hintForNone : why.description)
  }

  private static let hintForNone = "this key does not take \"none\"; leave it out if unknown"

  /// An amount, rate, share or whole number that is written wrongly or too large.
  func malformed(_ field: FieldPlan, at start: Int, _ digits: ArraySlice<UInt8>?) -> Trouble {
    let type = elementType(field)
    let text = String(decoding: digits ?? [], as: UTF8.self)
    return Trouble(at: start, expected: expectation(of: type), hint: hint(for: type, number: text))
  }

  private func hint(for type: FieldType, number text: String) -> String {
    if text == "none" { return Self.hintForNone }
    if text.hasPrefix("-") { return "nothing is negative; a reduction is an event of its own" }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    if !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), parts.count <= 2 {
      return hint(
        for: type, whole: String(parts[0]), decimals: parts.count == 2 ? String(parts[1]) : nil)
    }
    if Double(text) != nil, text.lowercased().contains("e") {
      return "write it without an exponent"
    }
    return type == .money ? "write it as 1990 or 12.30" : "write digits, with a decimal point"
  }

  private func hint(for type: FieldType, whole: String, decimals: String?) -> String {
    if type == .ratio, decimals?.count ?? 0 <= 6 { return "write a share, such as 0.05 for 5 %" }
    if whole.count > 1, whole.hasPrefix("0") { return "remove the zeros in front" }
    if whole.isEmpty || decimals?.isEmpty == true {
      return "write a digit on both sides of the point"
    }
    let places = [FieldType.money: 2, .rate: 4, .ratio: 6][type] ?? 0
    if case .int(let range) = type, decimals == nil, let number = Int(whole),
      number < range.lowerBound
    {
      return "the number is too small"
    }
    guard let decimals, decimals.count > places else { return "the number is too large" }
    if places == 0 { return "write it without decimals" }
    guard let rounded = Self.rounded(whole + decimals.prefix(places + 1), places: places) else {
      return "the number is too large"
    }
    return type == .money
      ? "write \"\(rounded)\" if that was charged" : "write \(rounded) if that is meant"
  }

  /// Digits with one decimal too many, rounded half up.
  private static func rounded(_ digits: String, places: Int) -> String? {
    guard let value = Int64(digits) else { return nil }
    let scaled = String(value / 10 + (value % 10 >= 5 ? 1 : 0))
    let padded = String(repeating: "0", count: max(0, places + 1 - scaled.count)) + scaled
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  func notOnList(_ field: FieldPlan, at start: Int) -> Trouble {
    let list = plan.vocabulary.choiceLists[field.argument]
    let token = JSONText(bytes).token(at: start)
    let expected = expectation(of: .choice(list.id))
    if token == "\"none\"" {
      return Trouble(at: start, expected: expected, hint: Self.hintForNone)
    }
    if let near = nearestName(to: String(token.dropFirst().dropLast()), among: list.values) {
      return Trouble(at: start, expected: expected, hint: "did you mean \"\(near)\"?")
    }
    let shown = list.values.count <= 12 ? list.values.joined(separator: ", ") : listed(list.values)
    return Trouble(at: start, expected: expected, hint: "write one of \(shown)")
  }
}

// Names of types.
extension CaseParser {
  /// What a field of this type should hold, as messages say it.
  func expectation(of type: FieldType) -> String {
    switch type {
    case .list, .events: "a list"
    case .text: "a text"
    case .id: "an id"
    case .day: "a day"
    case .time: "a time"
    case .money: "kroner with at most two decimals"
    case .rate: "per cent a year with at most four decimals"
    case .ratio: "a share from 0 to 1 with at most six decimals"
    case .int(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .bool: "true or false"
    case .choice(let list): withArticle(plan.vocabulary[list].name)
    case .reference(.claim): "a claim of this case"
    case .reference(.event): "an event of this case"
    case .reference(.address): "an address of the debtor"
    case .thing(let kind): "an object with the keys of \(plan.vocabulary[kind].name)"
    case .event: "an object with the keys of an event"
    case .map: "an object of names and texts"
    }
  }

  private func withArticle(_ name: String) -> String {
    let words = name.split(separator: "-").joined(separator: " ")
    return (words.first.map { "aeiou".contains($0) } ?? false) ? "an \(words)" : "a \(words)"
  }
}
