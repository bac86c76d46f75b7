import Synchronization

/// A part of a program that is read from the image when it is first asked for.
final class Later<Part: Imaged>: Sendable {
  private let kept = AtomicLazyReference<Kept>()
  private let reader: ImageReader?

  private final class Kept: Sendable {
    let part: Part
    init(_ part: Part) { self.part = part }
  }

  /// A part that is there.
  init(_ part: Part) {
    reader = nil
    _ = kept.storeIfNil(Kept(part))
  }

  /// A part that stands in an image, from where a reader has come.
  init(_ reader: ImageReader) { self.reader = reader }

  /// The part. Two that ask for it at once may both read it; both then have the same.
  var part: Part {
    guard let part = try? read() else {
      // The checksum held when the image was opened, and nothing writes to it.
      preconditionFailure("the image of the rules has changed since it was opened")
    }
    return part
  }

  /// The part, or why it cannot be read.
  func read() throws(ImageFault) -> Part {
    if let kept = kept.load() { return kept.part }
    guard var reader else { throw .damaged }
    let part = try Part(&reader, nil)
    guard reader.isAtEnd else { throw .damaged }
    return kept.storeIfNil(Kept(part)).part
  }
}
