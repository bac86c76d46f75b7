public import Casebook
import Rulebook
public import Values

/// How many subjects of a measure met its test, for one party and quarter.
public struct Measured: Sendable, Equatable {
  /// What was counted, and for whom.
  public struct Key: Hashable, Sendable, Comparable {
    /// The measure: the id of its rule.
    public let rule: String
    /// Its part, if the rule has parts.
    public let part: String?
    /// Id of the agency or creditor; nil where the file names none.
    public let party: String?
    /// The quarter of the deciding day; nil where the day is not known.
    public let quarter: Quarter?

    /// A key for a party and a quarter.
    public init(rule: String, part: String?, party: String?, quarter: Quarter?) {
      (self.rule, self.part, self.party, self.quarter) = (rule, part, party, quarter)
    }

    /// Orders by rule, part, party and quarter; what is not named comes first.
    public static func < (left: Key, right: Key) -> Bool {
      (left.rule, left.part ?? "", left.party ?? "", left.quarter ?? .none)
        < (right.rule, right.part ?? "", right.party ?? "", right.quarter ?? .none)
    }
  }

  /// A quarter of a year.
  public struct Quarter: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year.
    public let year: Int
    /// 1 to 4.
    public let number: Int

    /// The quarter that a day lies in.
    public init(of day: CivilDay) { self.init(year: day.year, number: day.quarter) }

    /// The quarter written `2026-Q1`; nil when the text is no quarter.
    public init?(_ text: String) {
      let sides = text.split(separator: "-", omittingEmptySubsequences: false)
      guard sides.count == 2, let year = Int(sides[0]), let number = Int(sides[1].dropFirst()),
        sides[1].first == "Q", (1...4).contains(number)
      else { return nil }
      self.init(year: year, number: number)
      guard description == text else { return nil }
    }

    private init(year: Int, number: Int) {
      self.year = year
      self.number = number
    }

    fileprivate static let none = Quarter(year: 0, number: 0)

    /// As `2026-Q1`.
    public var description: String { "\(year)-Q\(number)" }

    /// The earlier first.
    public static func < (left: Quarter, right: Quarter) -> Bool {
      (left.year, left.number) < (right.year, right.number)
    }
  }

  /// Subjects that met the test.
  public var reached = 0
  /// Subjects that did not.
  public var missed = 0
  /// Subjects of which it is not known.
  public var unknown = 0

  /// Nothing counted.
  public init() {}

  /// Subjects of which it is known.
  public var counted: Int { reached + missed }

  /// The part of the counted subjects that met the test; nil below the number that a share needs.
  /// - Parameter needs: the fewest subjects that make a share.
  /// - Returns: the share, from 0 to 1.
  public func share(needs: Int) -> Ratio? {
    guard counted >= max(needs, 1) else { return nil }
    return try? Ratio(Int64(reached), Int64(counted))
  }

  /// Counts another's subjects too.
  public static func + (left: Measured, right: Measured) -> Measured {
    var sum = left
    sum.reached += right.reached
    sum.missed += right.missed
    sum.unknown += right.unknown
    return sum
  }
}

/// What a measure counts, for reports.
public struct MeasureInfo: Sendable {
  /// The id of its rule.
  public let rule: String
  /// Its part, if the rule has parts.
  public let part: String?
  /// What is counted.
  public let label: Label
  /// Whose subjects are counted together: `agency` or `creditor`.
  public let party: String
  /// The fewest subjects that make a share.
  public let needs: Int
  /// A share to compare with, where a source gives one.
  public let reference: Ratio?
  /// Where it comes from.
  public let law: String

  /// What a measure counts.
  public init(
    rule: String, part: String?, label: Label, party: String, needs: Int, reference: Ratio?,
    law: String
  ) {
    (self.rule, self.part, self.label, self.party) = (rule, part, label, party)
    (self.needs, self.reference, self.law) = (needs, reference, law)
  }
}

extension MeasureInfo {
  init(rule: Rule, part: String?, measure: Measure) {
    self.init(
      rule: rule.id, part: part, label: measure.label, party: measure.party, needs: measure.needs,
      reference: measure.reference, law: rule.law.citation)
  }
}

extension Program {
  /// What the measures count that a filter lets through.
  func measures(by filter: RuleFilter) -> [MeasureInfo] {
    measures.filter { filter.applies($0.rule, $0.limb.verdict) }.map {
      MeasureInfo(rule: $0.rule, part: $0.limb.part, measure: $0.measure)
    }
  }
}
