/// Reads the parts of a program from an image, one after the other.
@safe struct ImageReader: ImageCoder {
  private let image: RuleImage
  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  /// How far it has come.
  private(set) var place: Int
  /// Where the span before this one begins.
  private var file = 0
  private var start = 0
  /// How many values the one at hand stands in.
  private var depth = 0

  /// Deeper than any expression that a person writes; what is deeper is no image of rules.
  private static let deepest = 200

  init(_ image: RuleImage, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= image.bytes.count)
    self.image = image
    unsafe bytes = image.bytes.start
    place = range.lowerBound
    end = range.upperBound
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { place == end }

  /// The next part.
  mutating func callAsFunction<Part: Imaged>() throws(ImageFault) -> Part {
    try Part(&self, nil)
  }

  private mutating func byte() throws(ImageFault) -> UInt8 {
    guard place < end else { throw .damaged }
    defer { place += 1 }
    return unsafe bytes[place]
  }

  /// Six bits in a byte, the lowest first; the seventh says that more follow.
  @inline(__always)
  mutating func number(_: UInt64? = nil) throws(ImageFault) -> UInt64 {
    if place < end {
      let first = unsafe bytes[place]
      if first < 64 {
        place += 1
        return UInt64(first)
      }
    }
    return try longNumber()
  }

  @inline(never)
  private mutating func longNumber() throws(ImageFault) -> UInt64 {
    let first = try byte()
    guard first < 128 else { throw .damaged }
    var number = UInt64(first & 63)
    var shift: UInt64 = 6
    while true {
      let byte = try byte()
      number |= UInt64(byte & 63) << shift
      if byte < 64 { return number }
      shift += 6
      guard shift < 64, byte < 128 else { throw .damaged }
    }
  }

  /// A number that counts or names one of what there is.
  private mutating func number(below bound: Int) throws(ImageFault) -> Int {
    let number = try number()
    guard number < bound else { throw .damaged }
    return Int(number)
  }

  /// A stretch of bytes, whose length stands before it.
  private mutating func stretch() throws(ImageFault) -> Range<Int> {
    let length = try number()
    guard length <= end - place else { throw .damaged }
    defer { place += Int(length) }
    return place..<place + Int(length)
  }

  mutating func text(_: String?) throws(ImageFault) -> String {
    unsafe String(decoding: image.bytes.stretch(try stretch()), as: UTF8.self)
  }

  mutating func kinds(_: KindSet?) throws(ImageFault) -> KindSet {
    image.kindSets[try number(below: image.kindSets.count)]
  }

  mutating func span(_: Span?) throws(ImageFault) -> Span {
    let length = try number()
    if length & 1 == 1 { file = try number(below: image.files.count) }
    let (next, overflow) = start.addingReportingOverflow(signed(try number()))
    let (last, overflowAtEnd) = next.addingReportingOverflow(Int(length >> 1))
    guard !overflow, !overflowAtEnd, next >= 0, file < image.files.count else { throw .damaged }
    start = next
    guard last <= UInt32.max else { throw .damaged }
    return Span(image.files[file], next..<last)
  }

  mutating func later<Part: Imaged>(_: Later<Part>?) throws(ImageFault) -> Later<Part> {
    Later(image, try stretch())
  }

  mutating func list<Part>(
    _: [Part]?, _ part: (inout Self, Part?) throws(ImageFault) -> Part
  ) throws(ImageFault) -> [Part] {
    let count = try number()
    // A literal is put where it belongs at once. Most lists are as short.
    switch count {
    case 0: return []
    case 1: return [try part(&self, nil)]
    case 2: return [try part(&self, nil), try part(&self, nil)]
    case 3: return [try part(&self, nil), try part(&self, nil), try part(&self, nil)]
    default: break
    }
    // Every part is a byte at least.
    guard count <= end - place else { throw .damaged }
    var parts: [Part] = []
    parts.reserveCapacity(Int(count))
    for _ in 0..<count { parts.append(try part(&self, nil)) }
    return parts
  }

  mutating func forms<Value: ImagedForms>(_: Value?) throws(ImageFault) -> Value {
    guard depth < Self.deepest else { throw .damaged }
    depth += 1
    defer { depth -= 1 }
    return try Value(form: try number(), from: &self)
  }
}

/// The number that `zigzag` made this of.
func signed(_ number: UInt64) -> Int { Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1) }

/// A number without a sign, small where the number is near zero.
func zigzag(_ number: Int) -> UInt64 { UInt64(UInt(bitPattern: number << 1 ^ number >> 63)) }
