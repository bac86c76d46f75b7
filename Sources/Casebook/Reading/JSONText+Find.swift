/// Finding members again in a text that has been read, to say where they stand.
extension JSONText {
  /// Where the first member of this key of the object at `start` stands: its key, its value. Up
  /// to there the object must be well-formed.
  func member(_ key: String, ofObjectAt start: Int) -> (key: Int, value: Int)? {
    var at = afterSpace(start + 1)
    while at < bytes.count, bytes[at] == ASCII.quote {
      let end = endOfString(from: at)
      let value = afterSpace(afterSpace(end) + 1)
      if end - at >= 2, decoded(stringFrom: at, to: end) == key { return (at, value) }
      at = afterSpace(endOfValue(from: value))
      if at < bytes.count, bytes[at] == ASCII.comma { at = afterSpace(at + 1) }
    }
    return nil
  }

  /// Where the element at `index` of the list at `start` begins.
  func element(_ index: Int, ofListAt start: Int) -> Int {
    var at = afterSpace(start + 1)
    for _ in 0..<index {
      at = afterSpace(endOfValue(from: at))
      if at < bytes.count, bytes[at] == ASCII.comma { at = afterSpace(at + 1) }
    }
    return at
  }

  /// Whether every list and object that begins in the text also ends in it.
  var isClosed: Bool {
    var depth = 0
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case ASCII.quote:
        at = endOfString(from: at)
        continue
      case ASCII.brace, ASCII.bracket: depth += 1
      case ASCII.endBrace, ASCII.endBracket: depth -= 1
      default: break
      }
      at += 1
    }
    return depth <= 0
  }

  /// Whether the text looks like a whole case: an object that says in which format it is.
  var isCase: Bool {
    let start = afterSpace(0)
    return start < bytes.count && bytes[start] == ASCII.brace && isClosed
      && member("format", ofObjectAt: start) != nil
  }

  private func afterSpace(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
    return at
  }

  private func endOfValue(from start: Int) -> Int {
    var at = start
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case ASCII.quote:
        at = endOfString(from: at)
        if depth == 0 { return at }
        continue
      case ASCII.brace, ASCII.bracket: depth += 1
      case ASCII.endBrace, ASCII.endBracket:
        depth -= 1
        if depth <= 0 { return depth < 0 ? at : at + 1 }
      case ASCII.comma where depth == 0: return at
      default: break
      }
      at += 1
    }
    return at
  }

  /// A key as the parser understood it, with escapes undone.
  private func decoded(stringFrom start: Int, to end: Int) -> String {
    var parser = StringDecoder()
    let contents = (start + 1)..<(end - 1)
    return String(decoding: parser.decode(bytes, contents), as: UTF8.self)
  }
}
