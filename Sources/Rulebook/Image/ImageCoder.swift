import Casebook

/// Reads a program from an image, or writes one: whichever it is, the parts of a value are named
/// once, in one order.
///
/// A part is given as it is when writing, and as nil when reading; what comes back is the part.
protocol ImageCoding: ~Escapable {
  /// A whole number; small ones take one byte.
  mutating func number(_ old: UInt64?) throws(ImageFault) -> UInt64
  /// A text.
  mutating func text(_ old: String?) throws(ImageFault) -> String
  /// A set of kinds; the image has each set once.
  mutating func kinds(_ old: KindSet?) throws(ImageFault) -> KindSet
  /// A stretch of a document.
  mutating func span(_ old: Span?) throws(ImageFault) -> Span
  /// A part that is read only when it is asked for.
  mutating func later<Part: Imaged>(_ old: Later<Part>?) throws(ImageFault) -> Later<Part>
  /// Several parts of one kind, whose own parts are named by a closure.
  mutating func list<Part>(
    _ old: [Part]?, _ part: (inout Self, Part?) throws(ImageFault) -> Part
  ) throws(ImageFault) -> [Part]
  /// A value that has several forms, none of which holds another such value.
  mutating func flat<Value: ImagedForms>(_ old: Value?) throws(ImageFault) -> Value
  /// A value that has several forms.
  mutating func forms<Value: ImagedForms>(_ old: Value?) throws(ImageFault) -> Value
}

/// What reads a program or writes one; what reads it cannot be kept longer than its image.
typealias ImageCoder = ImageCoding & ~Escapable

/// What stands in an image.
protocol Imaged: Sendable {
  /// Goes through the parts in order.
  /// - Parameters:
  ///   - coder: reads or writes each part.
  ///   - old: the value to write; nil when reading.
  /// - Throws: `ImageFault.damaged` when an image says what no value is.
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Self?) throws(ImageFault)
}

/// What stands in an image in one of several forms. Each form has a number, and a line in both
/// directions.
protocol ImagedForms: Imaged {
  /// Writes the number of the form and its parts.
  func write(to image: inout ImageWriter) throws(ImageFault)
  /// Reads the form of a number.
  init(form: UInt64, from image: inout ImageReader) throws(ImageFault)
}

extension ImagedForms {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Self?) throws(ImageFault) {
    self = try coder.forms(old)
  }
}

extension ImageCoding where Self: ~Escapable {
  /// The next part.
  @inline(__always)
  mutating func callAsFunction<Part: Imaged>(_ old: Part?) throws(ImageFault) -> Part {
    try Part(&self, old)
  }

  /// The next part, which may be missing.
  mutating func callAsFunction<Part: Imaged>(_ old: Part?) throws(ImageFault) -> Part? {
    try optional(old)
  }

  /// A part that may be missing: whether it is there, then the part.
  mutating func optional<Part: Imaged>(_ old: Part?) throws(ImageFault) -> Part? {
    let isThere = try number(old == nil ? 0 : 1)
    return isThere == 0 ? nil : try Part(&self, old)
  }
}
