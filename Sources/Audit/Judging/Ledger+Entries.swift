import Casebook
import Rulebook
import Values

// What a ledger keeps of each limit and of each run.
extension Ledger {
  /// A money rule's subject: rule, limb, part and what is bound.
  struct Key: Hashable {
    let rule: Int
    let limb: Int
    let part: String?
    let bound: [Int64]
  }

  /// What came of a subject.
  struct Entry {
    /// Made on the first day on which the limit was surely exceeded, with the figures of the day of
    /// evaluation if it still is.
    var finding: Finding?
    /// By how much it was exceeded then.
    var over = Ratio.zero
    /// Whether the strict reading finds the limit exceeded.
    var isOpen = false
    /// Why the limit is only perhaps exceeded.
    var causes: [Cause] = []
    /// Names of the subject, for an open question.
    var names: SubjectNames?
    var home: Thing
    /// What stood, at its turn in the mild run of the day, of all it may hold down.
    var stood = Ratio.zero
    /// Taken by the mild and by the strict run of the day of evaluation.
    var certain = Ratio.zero
    var possible = Ratio.zero
  }

  /// What a run leaves, and what it took for each void.
  struct Run {
    var standing: Standing
    var voided: [Ratio]

    /// Nothing charged, and nothing taken for any of so many voids.
    init(_ index: CaseIndex, voids: Int) {
      self.init(Standing(index), voided: [Ratio](repeating: .zero, count: voids))
    }

    init(_ standing: Standing, voided: [Ratio]) {
      (self.standing, self.voided) = (standing, voided)
    }

    /// With what a run for another creditor's cases leaves and took.
    func joined(with other: Run) -> Run {
      Run(
        standing.joined(with: other.standing),
        voided: zip(voided, other.voided).map { (try? $0.adding($1)) ?? $0 })
    }
  }
}
