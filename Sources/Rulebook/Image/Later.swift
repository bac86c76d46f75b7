/// A part of a program that is read from the image when it is first asked for.
///
/// It asks nothing of the part but in what reads it: an object whose type depends on a protocol
/// makes the runtime look for the conformance, through all of them, when the first is made.
final class Later<Part: Sendable>: Sendable {
  private let kept = OnceReference<Kept>()
  /// The image, and where in it the part stands.
  private let image: RuleImage?
  private let start, end: UInt32

  private final class Kept: Sendable {
    let part: Part
    init(_ part: Part) { self.part = part }
  }

  /// A part that is there.
  init(_ part: Part) {
    (image, start, end) = (nil, 0, 0)
    _ = kept.settled(Kept(part))
  }

  /// A part that stands in a stretch of an image.
  init(_ image: RuleImage, _ range: Range<Int>) {
    self.image = image
    (start, end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
  }
}

extension Later where Part: Imaged {
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
    if let kept = kept.object { return kept.part }
    guard let image else { throw .damaged }
    let text = image.bytes.text
    let bytes = text.utf8.span.extracting(Int(start)..<Int(end))
    var reader = ImageReader(image, bytes, at: Int(start))
    let part = try Part(&reader, nil)
    guard reader.isAtEnd else { throw .damaged }
    return kept.settled(Kept(part)).part
  }
}
