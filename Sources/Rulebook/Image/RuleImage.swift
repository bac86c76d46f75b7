import Casebook
import Values

/// A compiled program as bytes: what `skikk` carries so that it need not compile its rules anew
/// each time it is started.
///
/// Before the program stand the form, the rules and the vocabulary it was made from, and a checksum
/// of all that follows. An image of anything else is not read. What the program carries as a
/// literal is as sound as its instructions are, and is not summed up at each start.
final class RuleImage: Sendable {
  let bytes: ImageBytes
  let files: [SourceFile]
  let kindSets: [KindSet]

  /// The form of the image. It changes with the way in which programs are written.
  private static let form = "skikk-program/2"

  init(_ bytes: ImageBytes, _ files: [SourceFile], _ kindSets: [KindSet] = []) {
    self.bytes = bytes
    self.files = files
    self.kindSets = kindSets
  }

  /// The image of a program of these files.
  static func bytes(
    of program: Program, _ files: [SourceFile], version: String
  ) throws(ImageFault) -> [UInt8] {
    var body = ImageWriter(files: files)
    _ = try Program(&body, program, for: program.vocabulary)
    var rest = ImageWriter(files: [])
    _ = try rest.list(body.kindSets) { (rest, old) throws(ImageFault) in
      let high: UInt64 = try rest(old?.high)
      return KindSet(low: try rest(old?.low), high: high)
    }
    return try sealed(rest.bytes + body.bytes, version: version, for: program.vocabulary)
  }

  /// What stands before a program, and the program.
  static func sealed(
    _ program: [UInt8], version: String, for vocabulary: Vocabulary
  ) throws(ImageFault) -> [UInt8] {
    var head = ImageWriter(files: [])
    try head.write(form)
    try head.write(version)
    try head.write(vocabulary.hash)
    try head.write(ContentHash.sum(program.span))
    return head.bytes + program
  }

  /// The program of an image, when it was made from these files and this vocabulary.
  static func program(
    _ bytes: ImageBytes, _ files: [SourceFile], version: String, for vocabulary: Vocabulary
  ) throws(ImageFault) -> Program {
    let text = bytes.text
    let all = text.utf8.span
    var reader = ImageReader(RuleImage(bytes, files), all, at: 0)
    let (form, rules): (String, String) = (try reader(), try reader())
    let (words, sum): (UInt64, UInt64) = (try reader(), try reader())
    guard form == self.form, rules == version, words == vocabulary.hash else { throw .stale }
    let sealed = all.extracting(droppingFirst: reader.place)
    guard bytes.isBuiltIn || sum == ContentHash.sum(sealed) else { throw .damaged }
    let kindSets = try reader.list(nil) { (reader, _: KindSet?) throws(ImageFault) in
      let high: UInt64 = try reader()
      return KindSet(low: try reader(), high: high)
    }
    let image = RuleImage(bytes, files, kindSets)
    let start = reader.place
    var rest = ImageReader(image, all.extracting(droppingFirst: start), at: start)
    let program = try Program(&rest, nil, for: vocabulary)
    guard rest.isAtEnd else { throw .damaged }
    return program
  }
}
