import Audit
import Casebook
import Dispatch
import Rulebook
import Synchronization

/// Judges groups of cases, several at a time; what comes out does not depend on how many.
struct CaseJudges {
  typealias Group = [(file: CaseFile, source: String)]

  /// One judge, with rules of its own: nothing is shared that two would wait for.
  ///
  /// Unchecked, because an auditor belongs to one task at a time: each is used by one worker alone,
  /// and only while the others are waited for.
  struct Judge: @unchecked Sendable {
    let auditor: Auditor
    /// Judges without the assumptions, where there are any.
    let plain: Auditor?

    /// The reports of a group, each beside the same case without the assumptions.
    func reports(_ cases: Group) -> [CaseReport] {
      let reports = auditor.audit(together: cases)
      guard let plain else { return reports }
      return zip(reports, plain.audit(together: cases)).map { $0.compared(with: $1) }
    }
  }

  /// How many groups are worth a second judge, which has to read the rules first.
  private static let few = 64

  private var judges: [Judge]
  private let jobs: Int
  private let another: () throws -> Judge
  private var waiting: [Group] = []

  /// Judges that begin with one, and become more when there is much to do.
  /// - Parameters:
  ///   - first: the first judge.
  ///   - jobs: how many there may be.
  ///   - another: makes one more.
  init(_ first: Judge, jobs: Int, another: @escaping () throws -> Judge) {
    judges = [first]
    self.jobs = jobs
    self.another = another
  }

  /// Where the time of all judges went; nil when it was not measured.
  var profile: Profile? {
    var all: Profile?
    for judge in judges {
      guard let own = judge.auditor.profile else { return nil }
      if all == nil { all = own } else { all?.add(own) }
    }
    return all
  }

  /// Takes in a group; what has been judged is given on in the order in which it came.
  mutating func add(_ group: Group, _ take: (CaseReport) throws -> Void) throws {
    if jobs == 1 { return try judges[0].reports(group).forEach(take) }
    waiting.append(group)
    if waiting.count == Self.few * jobs { try finish(take) }
  }

  /// Judges what is waiting.
  mutating func finish(_ take: (CaseReport) throws -> Void) throws {
    while waiting.count > Self.few, judges.count < jobs { judges.append(try another()) }
    let (groups, judges) = (waiting, judges)
    waiting = []
    guard judges.count > 1 else {
      for group in groups { try judges[0].reports(group).forEach(take) }
      return
    }
    let next = Atomic(0)
    let results = Mutex([[CaseReport]](repeating: [], count: groups.count))
    DispatchQueue.concurrentPerform(iterations: judges.count) { number in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < groups.count else { return }
        let reports = judges[number].reports(groups[place])
        results.withLock { $0[place] = reports }
      }
    }
    for reports in results.withLock({ $0 }) { try reports.forEach(take) }
  }
}
