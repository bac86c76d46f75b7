extension InputFault {
  /// What is wrong with a value of JSON text that could be read as such.
  /// - Parameters:
  ///   - bytes: the whole text, one value.
  ///   - file: the file, as the user named it.
  ///   - steps: the way to the value.
  ///   - expected: what should stand there.
  ///   - hint: what to do about it.
  public init(
    in bytes: [UInt8], file: String, at steps: [JSONStep], expected: String, hint: String
  ) {
    let text = JSONText(bytes)
    var at = bytes.firstIndex { !ASCII.isSpace($0) } ?? 0
    for step in steps {
      switch step {
      case .key(let key):
        guard let member = text.member(key, ofObjectAt: at) else { break }
        at = member.value
      case .index(let index): at = text.element(index, ofListAt: at)
      }
    }
    self = Trouble(at: at, expected: expected, hint: hint).fault(in: bytes, file: file, line: 1)
  }
}
