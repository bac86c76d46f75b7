/// A case file as it grows, in bytes: JSON on one line.
///
/// Text must be what JSON takes as it stands: no quotation mark, backslash or control character.
struct CaseText {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Starts again, in the same memory.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds bytes as they are.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds what was written elsewhere.
  mutating func add(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

  /// A comma, unless an object or a list begins.
  private mutating func separate() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
      return
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// Begins a value: of a list, or of a key.
  mutating func open(_ bracket: String, _ key: String? = nil) {
    separate()
    if let key { name(key) }
    add(bracket)
  }

  /// Ends what was opened.
  mutating func close(_ bracket: String) { add(bracket) }

  private mutating func name(_ key: String) {
    bytes.append(UInt8(ascii: "\""))
    add(key)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// A key with yes or no.
  mutating func flag(_ key: String, _ value: Bool) {
    separate()
    name(key)
    add(value ? "true" : "false")
  }

  /// A key with a number that has been written out.
  mutating func written(_ key: String, _ number: String) {
    separate()
    name(key)
    add(number)
  }

  /// A key with text.
  mutating func text(_ key: String, _ value: String) {
    separate()
    name(key)
    bytes.append(UInt8(ascii: "\""))
    add(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A key with text that is held as bytes.
  mutating func text(_ key: String, _ value: ArraySlice<UInt8>, _ rest: String = "") {
    separate()
    name(key)
    bytes.append(UInt8(ascii: "\""))
    add(value)
    add(rest)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A key with a list of words.
  mutating func words(_ key: String, _ words: [String]) {
    open("[", key)
    for word in words {
      separate()
      bytes.append(UInt8(ascii: "\""))
      add(word)
      bytes.append(UInt8(ascii: "\""))
    }
    close("]")
  }

  /// A key with an amount in øre, written in kroner.
  mutating func kroner(_ key: String, _ ore: Int) {
    separate()
    name(key)
    digits(ore / 100)
    guard ore % 100 != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(ore % 100 / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(ore % 10))
  }

  /// A key with a whole number.
  mutating func number(_ key: String, _ number: Int) {
    separate()
    name(key)
    digits(number)
  }

  private mutating func digits(_ number: Int) {
    guard number >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    digits(number / 10)
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
