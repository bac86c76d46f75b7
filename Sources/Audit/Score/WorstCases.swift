import Casebook

/// A case that stands high on a list of bad ones.
public struct WorstCase: Hashable, Comparable, Sendable {
  /// The case number.
  public let id: String
  /// Id of the agency, if there is one.
  public let agency: String?
  /// Id of the creditor, if the file names it.
  public let creditor: String?
  /// What is too much in any case.
  public let excess: KronerTotal
  /// What more may be too much.
  public let atRisk: KronerTotal
  /// Breaches of the law, and of good practice.
  public let breach, practice: Int
  /// The worst finding.
  public let cause: FindingCause

  /// A case of the list.
  public init(
    id: String, agency: String?, creditor: String?, excess: KronerTotal, atRisk: KronerTotal,
    breach: Int, practice: Int, cause: FindingCause
  ) {
    (self.id, self.agency, self.creditor) = (id, agency, creditor)
    (self.excess, self.atRisk) = (excess, atRisk)
    (self.breach, self.practice, self.cause) = (breach, practice, cause)
  }

  /// The case of a report; nil where nothing is wrong with it.
  init?(_ report: CaseReport, of home: Belonging, breach: Int, practice: Int) {
    guard breach + practice > 0, let first = report.findings.first else { return nil }
    self.init(
      id: report.id, agency: home.agency.id, creditor: home.creditor.id,
      excess: KronerTotal(report.excess),
      atRisk: KronerTotal(report.atRisk), breach: breach, practice: practice,
      cause: FindingCause(rule: first.rule, part: first.part))
  }

  /// The worse first: by what is too much, then by what may be, by breaches, and by number.
  public static func < (left: WorstCase, right: WorstCase) -> Bool {
    if left.excess != right.excess { return right.excess < left.excess }
    if left.atRisk != right.atRisk { return right.atRisk < left.atRisk }
    return (right.breach, right.practice, left.id) < (left.breach, left.practice, right.id)
  }
}

/// The worst cases of many, so many at most.
public struct WorstCases: Hashable, Sendable {
  /// How many there are at most.
  public static let most = 20

  /// The worst first.
  public private(set) var cases: [WorstCase] = []

  /// None yet.
  public init() {}

  /// Takes in a case, if it is bad enough.
  public mutating func add(_ one: WorstCase) {
    if cases.count == Self.most, let last = cases.last {
      guard one < last else { return }
      cases.removeLast()
    }
    let place = cases.firstIndex { one < $0 } ?? cases.count
    cases.insert(one, at: place)
  }

  /// Takes in the cases of another list.
  public static func += (left: inout WorstCases, right: WorstCases) {
    for one in right.cases { left.add(one) }
  }
}
