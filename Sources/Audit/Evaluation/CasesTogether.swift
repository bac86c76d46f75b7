import Casebook
import Rulebook

/// The cases that are judged together: those of one debtor, by creditor.
struct CasesTogether {
  /// The cases of each creditor, in order. One that does not name its creditor may be any one's:
  /// then all are taken together, and rules that ask for the creditor are undetermined.
  let pairs: [[Thing]]
  /// Where there are several, for each case which of `pairs` it is in, and what those show.
  private let pairOf: [Thing: Int]
  private let timelines: [[Thing]]
  private let claims: [[Thing]]
  /// The timeline of all cases.
  private let wholeTimeline: [Thing]
  private let wholeClaims: [Thing]

  init(_ file: CaseFile, timeline: [Thing], claims: [Thing]) {
    let pairs = file.roots.count > 1 ? Self.pairs(of: file) : [file.roots]
    self.pairs = pairs
    wholeTimeline = file.roots.count > 1 ? file.withoutCopies(timeline) : timeline
    wholeClaims = claims
    guard pairs.count > 1 else {
      (pairOf, timelines, self.claims) = ([:], [], [])
      return
    }
    var pairOf: [Thing: Int] = [:]
    for (number, roots) in pairs.enumerated() {
      for root in roots { pairOf[root] = number }
    }
    self.pairOf = pairOf
    func byPair(_ things: [Thing]) -> [[Thing]] {
      var result = [[Thing]](repeating: [], count: pairs.count)
      for thing in things { result[pairOf[file.root(of: thing)] ?? 0].append(thing) }
      return result
    }
    timelines = byPair(timeline).map { file.withoutCopies($0) }
    self.claims = byPair(claims)
  }

  /// The cases of one creditor that a case is among.
  func pair(of root: Thing) -> [Thing] { pairs[pairs.count > 1 ? pairOf[root] ?? 0 : 0] }

  /// Whether two cases are of one creditor.
  func arePair(_ root: Thing, _ other: Thing) -> Bool {
    root == other || pairs.count == 1 || pairOf[root] == pairOf[other]
  }

  /// The events of these cases, in order: what stands in several of them is there once.
  func timeline(_ reach: Reach, of root: Thing) -> [Thing] {
    if reach == .debtor || pairs.count == 1 { return wholeTimeline }
    return pairOf[root].map { timelines[$0] } ?? []
  }

  /// The claims of these cases, by id.
  func claims(_ reach: Reach, of root: Thing) -> [Thing] {
    if reach == .debtor || pairs.count == 1 { return wholeClaims }
    return pairOf[root].map { claims[$0] } ?? []
  }

  private static func pairs(of file: CaseFile) -> [[Thing]] {
    var pairs: [[Thing]] = []
    var places: [String: Int] = [:]
    for root in file.roots {
      guard let creditor = file.creditorID(of: root) else { return [file.roots] }
      if let place = places[creditor] {
        pairs[place].append(root)
      } else {
        places[creditor] = pairs.count
        pairs.append([root])
      }
    }
    return pairs
  }
}
