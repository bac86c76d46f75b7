/// The bytes of an image, where they stand. Those of a literal are part of the program, and are
/// never moved.
struct ImageBytes: Sendable {
  /// All of them: numbers below 128, and texts.
  let text: String
  /// Whether they are a literal, which nothing has come between: as sound as the instructions of
  /// the program are.
  let isBuiltIn: Bool

  /// The bytes of a literal.
  init(literal text: String) { (self.text, isBuiltIn) = (text, true) }

  /// Bytes from elsewhere, which may be damaged.
  init(_ bytes: [UInt8]) { (text, isBuiltIn) = (String(decoding: bytes, as: UTF8.self), false) }
}
