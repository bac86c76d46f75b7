/// What is decided before a case is told.
struct Plot {
  /// The case, counted from 1.
  let number: Int
  let creditor: Creditor
  let agency: Agency
  let debtor: Debtor
  let course: Course
  let fault: Fault?
  /// When the last of the claims falls due.
  let due: Day
  /// The claims, the last due last.
  let claims: [Claim]
  /// Whether the agency may call in this case; in the debtor's other cases it then does not.
  let isCalled: Bool
  /// Where the small things of the case come from; cases that go alike have the same.
  let seed: UInt64

  /// An invoice.
  struct Claim {
    /// Its invoice number, unique among all.
    let id: String
    /// What it is for, in øre.
    let ore: Int
    let due: Day
  }
}

extension Plot {
  /// Nothing has been told yet.
  static let none = Plot(
    number: 0, creditor: Cast.creditors[0], agency: Cast.agencies[0],
    debtor: Debtor(number: 0, isBusiness: false, born: ""), course: .dropped, fault: nil, due: 0,
    claims: [], isCalled: false, seed: 0)

  /// The claims of a case: of most one, of some several months of the same.
  static func claims(
    _ count: Int, of ore: Int, number: Int, due: Day, _ chance: inout Chance
  ) -> [Claim] {
    (0..<count).map { place in
      let letter = count == 1 ? "" : ["a", "b", "c", "d"][place]
      return Claim(
        id: "F-\(number)\(letter)", ore: ore + (count == 1 ? 0 : chance.below(40) * 1000),
        due: due - (count - 1 - place) * 30)
    }
  }
}
