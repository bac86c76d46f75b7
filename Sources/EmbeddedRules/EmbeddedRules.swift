public import Rulebook

extension RuleSet {
  /// The rule set that was embedded when the program was built.
  public static let embedded = RuleSet(
    documents: embeddedRuleDocuments, version: embeddedRulesVersion, image: embeddedImage)

  /// The compiled program of the documents. A literal holds it, because the compiler takes minutes
  /// over an array as long.
  private static var embeddedImage: [UInt8] {
    // A static string lives as long as the process, and has this many bytes.
    unsafe Array(
      UnsafeBufferPointer(
        start: embeddedRulesImage.utf8Start, count: embeddedRulesImage.utf8CodeUnitCount))
  }
}
