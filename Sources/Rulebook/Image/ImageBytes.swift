/// The bytes of an image, where they stand: in the program that carries them, or copied from an
/// array. They are never moved and never written.
@safe final class ImageBytes: @unchecked Sendable {
  /// The first of them. What reads through it keeps this object.
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Whether they are a literal: part of the program, which nothing has come between.
  var isBuiltIn: Bool { unsafe copy == nil }
  private let copy: UnsafeMutablePointer<UInt8>?

  /// The bytes of a literal, which live as long as the process.
  init(_ literal: StaticString) {
    unsafe start = literal.utf8Start
    count = literal.utf8CodeUnitCount
    unsafe copy = nil
  }

  /// A copy of these bytes.
  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    for (place, byte) in bytes.enumerated() { unsafe (copy + place).initialize(to: byte) }
    unsafe start = UnsafePointer(copy)
    count = bytes.count
    unsafe self.copy = copy
  }

  deinit { unsafe copy?.deallocate() }

  /// A stretch of them, which stands as long as this object.
  func stretch(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.upperBound <= count && range.lowerBound >= 0)
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }
}
