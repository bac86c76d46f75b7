import Values

/// What to say when something is wrong. Nothing here runs while a file is sound.
extension CaseParser {
  /// The trouble with the token that stands here: JSON broken, or something else than expected.
  func trouble(orBroken expected: String, hint: String) -> Trouble {
    guard at < bytes.count else { return cutOff(ASCII.endBrace) }
    return Trouble(at: at, expected: expected, hint: hint)
  }

  /// The text ends too early.
  func cutOff(_ close: UInt8) -> Trouble {
    Trouble(
      at: bytes.count, expected: "\"\(Character(Unicode.Scalar(close)))\"",
      hint: "the text is cut off")
  }

  func unknown(_ name: Name, at start: Int, _ kind: KindID) -> Trouble {
    let key = text(of: name)
    let kind = plan.vocabulary[kind]
    return Trouble(
      at: start, expected: "a key of \(kind.name)", hint: hint(forKey: key, of: kind))
  }

  private func hint(forKey key: String, of kind: ThingKind) -> String {
    if let near = nearestName(to: key, among: kind.fields.map(\.key)) {
      return "did you mean \"\(near)\"?"
    }
    let owners = plan.vocabulary.kinds.filter { $0.fields.contains { $0.key == key } }.map(\.name)
    if !owners.isEmpty {
      return "it is a key of \(listed(owners))"
    }
    return "remove it, or begin its name with x-"
  }

  func twice(_ name: Name, at start: Int, inObjectAt object: Int32) -> Trouble {
    let first = JSONText(bytes).member(text(of: name), ofObjectAt: Int(object))?.key
    return Trouble(
      at: start, found: "\(JSONText(bytes).token(at: start)) again",
      expected: "each key once", hint: "", first: first ?? start)
  }

  func missing(_ field: Field, inObjectAt object: Int32) -> Trouble {
    Trouble(
      at: Int(object), found: "no \"\(field.key)\"", expected: expectation(of: field.type),
      hint: "add it")
  }

  func both(_ number: Int, of kind: ThingKind, inObjectAt object: Int32) -> Trouble {
    let exclusion = plan.exclusions[number]
    let keys = [kind.fields[exclusion.first].key, kind.fields[exclusion.second].key]
    let text = JSONText(bytes)
    let places = keys.compactMap { text.member($0, ofObjectAt: Int(object))?.key }
    return Trouble(
      at: places.max() ?? Int(object), found: "both \"\(keys[0])\" and \"\(keys[1])\"",
      expected: "one", hint: exclusion.hint)
  }

  func text(of name: Name) -> String {
    let text = name.isUnescaped ? unescaped : bytes
    return String(decoding: text[name.start..<name.end], as: UTF8.self)
  }

  /// Up to five of these, with commas.
  func listed(_ names: [String]) -> String {
    let shown = names.prefix(5).map(printable).joined(separator: ", ")
    return names.count > 5 ? shown + ", …" : shown
  }
}
