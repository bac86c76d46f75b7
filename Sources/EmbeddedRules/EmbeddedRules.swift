public import Rulebook

extension RuleSet {
  /// The rule set that was embedded when the program was built.
  public static let embedded = RuleSet(
    documents: embeddedRuleDocuments, version: embeddedRulesVersion, image: embeddedRulesImage)
}
