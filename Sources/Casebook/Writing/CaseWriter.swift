import Values

/// Writes a case file in its one canonical form.
///
/// Keys come in the order of the vocabulary, extension keys after them by name; lists keep their
/// order. Money has two decimals, times stand on the Norwegian clock, and there is no space between
/// tokens. The same facts give the same bytes, and reading them gives the same facts.
public struct CaseWriter {
  private let file: CaseFile
  private var bytes: [UInt8] = []
  private let extensions: [Int32: [Extension]]

  private init(_ file: CaseFile) {
    self.file = file
    extensions = Dictionary(grouping: file.extensions, by: \.name.thing)
      .mapValues { list in
        list.sorted { Self.key(of: $0, file).lexicographicallyPrecedes(Self.key(of: $1, file)) }
      }
  }

  /// The file as one JSON object without a line feed.
  public static func json(of file: CaseFile) -> [UInt8] {
    var writer = CaseWriter(file)
    writer.write(thing: file.root)
    return writer.bytes
  }

  /// One thing of a file, as it stands in it.
  public static func json(of thing: Thing, in file: CaseFile) -> [UInt8] {
    var writer = CaseWriter(file)
    writer.write(thing: thing)
    return writer.bytes
  }

  /// The file with a planned step, in place of any that it has.
  public static func json(of file: CaseFile, planning step: JSONTree) -> [UInt8] {
    var writer = CaseWriter(file)
    writer.bytes.append(ASCII.brace)
    writer.write(fieldsOf: file.root) { $0 != file.vocabulary.core.planned }
    writer.write(key: file.vocabulary.words[Int(file.vocabulary.core.planned.rawValue)].key)
    writer.bytes += step.json
    writer.bytes.append(ASCII.endBrace)
    return writer.bytes
  }

  /// The file as one line of a stream, with its line feed.
  public static func line(of file: CaseFile) -> [UInt8] {
    json(of: file) + [ASCII.newline]
  }

  private static func key(of part: Extension, _ file: CaseFile) -> ArraySlice<UInt8> {
    file.bytes(ofText: Int64(part.name.key))
  }

  private mutating func write(thing: Thing) {
    bytes.append(ASCII.brace)
    write(fieldsOf: thing)
    bytes.append(ASCII.endBrace)
  }

  /// The members of an object, those of extensions last.
  private mutating func write(
    fieldsOf thing: Thing, where isWritten: (Word) -> Bool = { _ in true }
  ) {
    for field in file.vocabulary[file.kind(of: thing)].fields where isWritten(field.word) {
      let slot = file[thing, field.word]
      guard slot.state != .absent else { continue }
      write(key: field.key)
      switch slot.state {
      case .none: bytes += "\"none\"".utf8
      case .value: write(slot.first, of: field.type)
      case .list: write(list: slot, field.type, of: thing, field.word)
      case .absent: break
      }
    }
    write(extensionsOf: thing, map: -1)
  }

  private mutating func write(extensionsOf thing: Thing, map: Int32) {
    for part in extensions[thing.index] ?? [] where part.name.map == map {
      write(key: file.text(Int64(part.name.key)))
      bytes += part.json
    }
  }

  /// A key with its colon, and the comma before it where one is due.
  private mutating func write(key: String) {
    if bytes.last != ASCII.brace { bytes.append(ASCII.comma) }
    write(json: key.utf8)
    bytes.append(ASCII.colon)
  }

  private mutating func write(list: Slot, _ type: FieldType, of thing: Thing, _ word: Word) {
    if type == .map {
      write(map: list, of: thing, word)
      return
    }
    let element: FieldType = if case .list(let element) = type { element } else { .event }
    bytes.append(ASCII.bracket)
    for index in 0..<Int(list.count) {
      if index > 0 { bytes.append(ASCII.comma) }
      write(file.elements[Int(list.first) + index], of: element)
    }
    bytes.append(ASCII.endBracket)
  }

  private mutating func write(map: Slot, of thing: Thing, _ word: Word) {
    bytes.append(ASCII.brace)
    let pairs = stride(from: Int(map.first), to: Int(map.first) + Int(map.count), by: 2)
      .map { (key: file.text(file.elements[$0]), value: file.elements[$0 + 1]) }
    for pair in pairs.sorted(by: { $0.key < $1.key }) {
      write(key: pair.key)
      write(pair.value, of: .text)
    }
    write(extensionsOf: thing, map: Int32(word.rawValue))
    bytes.append(ASCII.endBrace)
  }

  private mutating func write(_ payload: Int64, of type: FieldType) {
    switch type {
    case .text, .id: write(json: file.bytes(ofText: payload))
    case .day: write(quoted: CivilDay(number: Int32(payload)).description)
    case .time: write(quoted: CivilTime(seconds: payload).description)
    case .money: bytes += Money(ore: payload).description.utf8
    case .rate: bytes += decimal(payload, places: 4).utf8
    case .ratio: bytes += decimal(payload, places: 6).utf8
    case .int: bytes += String(payload).utf8
    case .bool: bytes += payload == 1 ? ASCII.true : ASCII.false
    case .choice(let list): write(quoted: file.vocabulary[list].values[Int(payload)])
    case .reference:
      write(json: (file.identifier(of: Thing(index: Int32(payload))) ?? "").utf8)
    case .thing, .event, .events: write(thing: Thing(index: Int32(payload)))
    case .list, .map: break
    }
  }

  private mutating func write(quoted text: String) {
    bytes.append(ASCII.quote)
    bytes += text.utf8
    bytes.append(ASCII.quote)
  }

  private mutating func write(json text: some Sequence<UInt8>) {
    appendJSONString(text, to: &bytes)
  }
}

/// A whole number of units as a decimal without zeros at its end.
private func decimal(_ units: Int64, places: Int) -> String {
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  var decimals = padded.suffix(places)
  while decimals.last == "0" { decimals.removeLast() }
  // Whole strings: slices are put together by a function that has conformances looked for first.
  return String(padded.dropLast(places)) + (decimals.isEmpty ? "" : "." + String(decimals))
}

/// Appends UTF-8 text as a JSON string; only what must be escaped is.
func appendJSONString(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
  bytes.append(ASCII.quote)
  for byte in text {
    switch byte {
    case ASCII.quote, ASCII.backslash: bytes += [ASCII.backslash, byte]
    case 10: bytes += "\\n".utf8
    case 13: bytes += "\\r".utf8
    case 9: bytes += "\\t".utf8
    case 0..<32:
      let digits = Array("0123456789abcdef".utf8)
      bytes += "\\u00".utf8
      bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
  bytes.append(ASCII.quote)
}
