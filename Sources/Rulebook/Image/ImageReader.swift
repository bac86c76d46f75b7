/// Reads the parts of a program from an image, one after the other.
///
/// It looks at the bytes where they stand, and cannot be kept longer than they do.
struct ImageReader: ImageCoding, ~Escapable {
  private let image: RuleImage
  private let bytes: Swift.Span<UInt8>
  /// How far it has come in them.
  private(set) var place = 0
  /// Where they stand in the image.
  private let origin: Int
  /// Where the span before this one begins.
  private var file = 0
  private var start = 0
  /// How many values the one at hand stands in.
  private var depth = 0

  /// Deeper than any expression that a person writes; what is deeper is no image of rules.
  private static let deepest = 200

  /// A reader of bytes that stand at a place in an image.
  @_lifetime(copy bytes)
  init(_ image: RuleImage, _ bytes: Swift.Span<UInt8>, at origin: Int) {
    self.image = image
    self.bytes = bytes
    self.origin = origin
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { place == bytes.count }

  /// The next part.
  @inline(__always)
  mutating func callAsFunction<Part: Imaged>() throws(ImageFault) -> Part {
    try Part(&self, nil)
  }

  /// Whether there is a byte at a place. In one comparison: a place before the first is a number
  /// above all others.
  @inline(__always)
  private func isThere(_ place: Int) -> Bool {
    UInt(bitPattern: place) < UInt(bitPattern: bytes.count)
  }

  /// Six bits in a byte, the lowest first; the seventh says that more follow.
  @inline(__always)
  mutating func number(_: UInt64? = nil) throws(ImageFault) -> UInt64 {
    let place = place
    if isThere(place) {
      let first = bytes[place]
      if first < 64 {
        self.place = place + 1
        return UInt64(first)
      }
    }
    return try longNumber()
  }

  /// A number of several bytes, of which most have two or three.
  @inline(never)
  private mutating func longNumber() throws(ImageFault) -> UInt64 {
    let place = place
    if isThere(place), isThere(place + 1), bytes[place] < 128 {
      let second = bytes[place + 1]
      let two = UInt64(bytes[place] & 63) | UInt64(second & 63) << 6
      if second < 64 {
        self.place = place + 2
        return two
      }
      if second < 128, isThere(place + 2), bytes[place + 2] < 64 {
        self.place = place + 3
        return two | UInt64(bytes[place + 2]) << 12
      }
    }
    return try longerNumber()
  }

  @inline(never)
  private mutating func longerNumber() throws(ImageFault) -> UInt64 {
    let bytes = bytes
    var (place, shift, number): (Int, UInt64, UInt64) = (self.place, 0, 0)
    while isThere(place), shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 63) &<< shift
      if byte < 64 {
        self.place = place
        return number
      }
      guard byte < 128 else { break }
      shift += 6
    }
    throw .damaged
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
    guard length <= bytes.count - place else { throw .damaged }
    defer { place += Int(length) }
    return place..<place + Int(length)
  }

  mutating func text(_: String?) throws(ImageFault) -> String {
    let characters = bytes.extracting(try stretch())
    guard let text = try? UTF8Span(validating: characters) else { throw .damaged }
    return String(copying: text)
  }

  mutating func kinds(_: KindSet?) throws(ImageFault) -> KindSet {
    image.kindSets[try number(below: image.kindSets.count)]
  }

  mutating func span(_: Span?) throws(ImageFault) -> Span {
    let length = try number()
    if length & 1 == 1 { file = try number(below: image.files.count) }
    let next = start &+ signed(try number())
    let last = next &+ Int(length >> 1)
    guard let span = Span(exactly: image.files, file, next, last) else { throw .damaged }
    start = next
    return span
  }

  mutating func later<Part: Imaged>(_: Later<Part>?) throws(ImageFault) -> Later<Part> {
    let range = try stretch()
    return Later(image, (origin + range.lowerBound)..<(origin + range.upperBound))
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
    guard count <= bytes.count - place else { throw .damaged }
    var parts: [Part] = []
    parts.reserveCapacity(Int(count))
    for _ in 0..<count { parts.append(try part(&self, nil)) }
    return parts
  }

  @inline(__always)
  mutating func flat<Value: ImagedForms>(_: Value?) throws(ImageFault) -> Value {
    try Value(form: try number(), from: &self)
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
