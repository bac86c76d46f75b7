public import Casebook
public import Values

/// What a limb does that counts instead of judging: for each agency or creditor, how many of its
/// subjects meet the test. A measure is never a finding.
public struct Measure: Sendable {
  /// Whose subjects are counted together: `agency` or `creditor`.
  public let party: String
  /// Below this many counted subjects no share is shown.
  public let needs: Int
  /// A share to compare with, where a source gives one.
  public let reference: Ratio?
  /// What is counted, in both languages.
  public let label: Label
}

extension Program {
  /// The measures of the rules, in document order.
  public var measures: [(rule: Rule, limb: Limb, measure: Measure)] {
    rules.flatMap { rule in
      rule.limbs.indices.filter { rule.outlines[$0].isMeasure }.compactMap { place in
        let limb = rule.limbs[place]
        return limb.measure.map { (rule, limb, $0) }
      }
    }
  }
}
