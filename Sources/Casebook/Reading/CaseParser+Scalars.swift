import Values

/// Single values.
extension CaseParser {
  mutating func text(_ field: FieldPlan) throws(Trouble) -> Int64 {
    guard next == ASCII.quote else { throw try wrong(field) }
    if let (start, end, hash) = plainString() {
      at = end &+ 1
      return Int64(texts.number(padded, start, end, hash: hash))
    }
    let (start, end, hasEscapes) = try string()
    guard hasEscapes else { return Int64(texts.number(bytes, start, end)) }
    let text = decoder.decode(bytes, start..<end)
    return Int64(texts.number(text, 0, text.count))
  }

  mutating func id(_ field: FieldPlan) throws(Trouble) -> Int64 {
    guard next == ASCII.quote else { throw try wrong(field) }
    if let (start, end, hash) = plainString(), end > start, end &- start <= 80 {
      at = end &+ 1
      return Int64(texts.number(padded, start, end, hash: hash))
    }
    let start = at
    let number = try text(field)
    try checkID(texts.pool[Int(number)], at: start)
    return number
  }

  func checkID(_ id: ArraySlice<UInt8>, at start: Int) throws(Trouble) {
    var characters = 0
    for byte in id {
      if byte & 0xC0 != 0x80 { characters += 1 }
      if byte < 32 || byte == 127 {
        throw Trouble(
          at: start, expected: "an id without control characters", hint: "leave them out")
      }
    }
    guard (1...80).contains(characters) else {
      throw Trouble(
        at: start, expected: "an id of 1 to 80 characters",
        hint: characters == 0 ? "leave the key out if unknown" : "use a shorter one")
    }
  }

  /// The contents of a plain string that is a day, a time or an amount; nil when it has escapes.
  private mutating func stringOfDigits() throws(Trouble) -> ArraySlice<UInt8>? {
    let (start, end, hasEscapes) = try string()
    return hasEscapes ? nil : bytes[start..<end]
  }

  mutating func day(_ field: FieldPlan) throws(Trouble) -> Int64 {
    guard next == ASCII.quote else { throw try wrong(field) }
    let start = at
    if let day = plainDay() {
      at += 12
      return Int64(day.number)
    }
    let text = try stringOfDigits()
    do throws(CalendarFault) {
      return Int64(try CivilDay(parsing: text ?? []).number)
    } catch {
      throw malformed(field, at: start, why: error)
    }
  }

  /// The day that stands here as `"YYYY-MM-DD"`, if one does.
  @inline(__always)
  private func plainDay() -> CivilDay? {
    func byte(_ offset: Int) -> UInt8 { Words.byte(padded, at: at &+ offset) }
    guard at &+ 11 < bytes.count, byte(5) == ASCII.minus, byte(8) == ASCII.minus,
      byte(11) == ASCII.quote
    else { return nil }
    var isSound = true
    func digit(_ offset: Int) -> Int {
      let value = byte(offset) &- ASCII.zero
      if value > 9 { isSound = false }
      return Int(value)
    }
    let year = ((digit(1) &* 10 &+ digit(2)) &* 10 &+ digit(3)) &* 10 &+ digit(4)
    let (month, day) = (digit(6) &* 10 &+ digit(7), digit(9) &* 10 &+ digit(10))
    return isSound ? CivilDay(year: year, month: month, day: day) : nil
  }

  mutating func time(_ field: FieldPlan) throws(Trouble) -> Int64 {
    guard at < bytes.count, bytes[at] == ASCII.quote else { throw try wrong(field) }
    let start = at
    let text = try stringOfDigits()
    do throws(CalendarFault) {
      return try CivilTime(parsing: text ?? []).seconds
    } catch {
      throw malformed(field, at: start, why: error)
    }
  }

  /// Reads an amount, rate or whole number in units of its last decimal.
  mutating func decimal(_ field: FieldPlan, places: Int) throws(Trouble) -> Int64 {
    let start = at
    guard at < bytes.count else { throw try wrong(field) }
    if let value = plainDecimal(places: places) { return value }
    var digits: ArraySlice<UInt8>?
    if bytes[at] == ASCII.quote, field.operation == .money {
      digits = try stringOfDigits()
    } else if isNumber(bytes[at]) {
      digits = number()
    } else {
      throw try wrong(field)
    }
    guard let digits, let value = scaledDecimal(digits, places: places) else {
      throw malformed(field, at: start, digits)
    }
    return value
  }

  /// Reads a number of at most twelve digits that is written as amounts mostly are; nil, and
  /// nothing is read, where another one stands here.
  private mutating func plainDecimal(places: Int) -> Int64? {
    var value: Int64 = 0
    var end = at
    func takeDigits() {
      while true {
        let digit = Words.byte(padded, at: end) &- ASCII.zero
        guard digit <= 9, end &- at <= 13 else { return }
        value = value &* 10 &+ Int64(digit)
        end &+= 1
      }
    }
    takeDigits()
    let whole = end &- at
    var decimals = 0
    if Words.byte(padded, at: end) == ASCII.point {
      end &+= 1
      let start = end
      takeDigits()
      decimals = end &- start
      if decimals == 0 { return nil }
    }
    // A zero at the front stands alone before the point.
    guard end < bytes.count, !Self.goesOnWithNumber(bytes[end]), whole > 0,
      whole + decimals <= 12, decimals <= places, whole == 1 || bytes[at] != ASCII.zero
    else { return nil }
    for _ in decimals..<places { value *= 10 }
    at = end
    return value
  }

  private static func goesOnWithNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.point, ASCII.minus, UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: false
    }
  }

  mutating func whole(_ field: FieldPlan) throws(Trouble) -> Int64 {
    let start = at
    let value = try decimal(field, places: 0)
    guard plan.range(of: field).contains(Int(value)) else {
      throw malformed(field, at: start, bytes[start..<at])
    }
    return value
  }

  mutating func ratio(_ field: FieldPlan) throws(Trouble) -> Int64 {
    let start = at
    let value = try decimal(field, places: 6)
    guard value <= 1_000_000 else { throw malformed(field, at: start, bytes[start..<at]) }
    return value
  }

  private func isNumber(_ byte: UInt8) -> Bool {
    (ASCII.zero...ASCII.nine).contains(byte) || byte == ASCII.minus
  }

  /// Goes over what looks like a number.
  private mutating func number() -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case ASCII.zero...ASCII.nine, ASCII.point, ASCII.minus, UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        at += 1
      default: return bytes[start..<at]
      }
    }
    return bytes[start..<at]
  }

  mutating func bool(_ field: FieldPlan) throws(Trouble) -> Int64 {
    if takes(ASCII.true) { return 1 }
    if takes(ASCII.false) { return 0 }
    throw try wrong(field)
  }

  /// Goes over this word if it stands here.
  mutating func takes(_ word: [UInt8]) -> Bool {
    guard at + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[at + offset] != word[offset] { return false }
    at += word.count
    return true
  }

  mutating func choice(_ field: FieldPlan) throws(Trouble) -> Int64 {
    guard next == ASCII.quote else { throw try wrong(field) }
    let start = at
    var value = number(in: plan.values)
    if value < 0 {
      let name = try name()
      value = find(name, in: plan.values)
    }
    let index = value < 0 ? -1 : plan.indices[field.argument * plan.valueCount + value]
    guard index >= 0 else { throw notOnList(field, at: start) }
    return Int64(index)
  }
}
