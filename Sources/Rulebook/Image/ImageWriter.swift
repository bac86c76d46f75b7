/// Writes the parts of a program into an image, one after the other.
struct ImageWriter: ImageCoding {
  private(set) var bytes: [UInt8] = []
  /// The sets of kinds that occur, and the number of each.
  private(set) var kindSets: [KindSet] = []
  private var kindNumbers: [KindSet: Int] = [:]
  private let files: [String: Int]
  private var file = 0
  private var start = 0

  /// A writer for rules of these files.
  init(files: [SourceFile]) {
    self.files = Dictionary(
      files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A form of a value, and its parts.
  mutating func form<each Part: Imaged>(
    _ number: UInt64, _ parts: repeat each Part
  ) throws(ImageFault) {
    _ = try self.number(number)
    repeat try write(each parts)
  }

  /// One part.
  mutating func write<Part: Imaged>(_ part: Part) throws(ImageFault) {
    _ = try Part(&self, part)
  }

  mutating func number(_ old: UInt64?) throws(ImageFault) -> UInt64 {
    guard let old else { throw .damaged }
    var rest = old
    while rest >= 64 {
      bytes.append(UInt8(rest & 63) | 64)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
    return old
  }

  mutating func text(_ old: String?) throws(ImageFault) -> String {
    guard let old else { throw .damaged }
    _ = try number(UInt64(old.utf8.count))
    bytes += old.utf8
    return old
  }

  mutating func kinds(_ old: KindSet?) throws(ImageFault) -> KindSet {
    guard let old else { throw .damaged }
    if kindNumbers[old] == nil {
      kindNumbers[old] = kindSets.count
      kindSets.append(old)
    }
    _ = try number(kindNumbers[old].map { UInt64($0) })
    return old
  }

  mutating func span(_ old: Span?) throws(ImageFault) -> Span {
    guard let old, let file = files[old.file.path] else { throw .damaged }
    let isSame = file == self.file
    _ = try number(UInt64(old.range.count) << 1 | (isSame ? 0 : 1))
    if !isSame { _ = try number(UInt64(file)) }
    _ = try number(zigzag(old.range.lowerBound - start))
    (self.file, start) = (file, old.range.lowerBound)
    return old
  }

  mutating func later<Part: Imaged>(_ old: Later<Part>?) throws(ImageFault) -> Later<Part> {
    guard let old else { throw .damaged }
    // Written apart, because its length stands before it, and it is read on its own.
    let outer = (bytes, file, start)
    (bytes, file, start) = ([], 0, 0)
    _ = try Part(&self, old.part)
    let inner = bytes
    (bytes, file, start) = outer
    _ = try number(UInt64(inner.count))
    bytes += inner
    return old
  }

  mutating func list<Part>(
    _ old: [Part]?, _ part: (inout Self, Part?) throws(ImageFault) -> Part
  ) throws(ImageFault) -> [Part] {
    guard let old else { throw .damaged }
    _ = try number(UInt64(old.count))
    for one in old { _ = try part(&self, one) }
    return old
  }

  mutating func flat<Value: ImagedForms>(_ old: Value?) throws(ImageFault) -> Value {
    try forms(old)
  }

  mutating func forms<Value: ImagedForms>(_ old: Value?) throws(ImageFault) -> Value {
    guard let old else { throw .damaged }
    try old.write(to: &self)
    return old
  }
}
