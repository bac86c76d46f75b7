import Audit
import Casebook

/// The cases of a group, each with where it was read.
typealias CaseGroup = [(file: CaseFile, source: String)]

/// One judge, with rules of its own: nothing is shared that two would wait for.
///
/// Unchecked, as an auditor and a page belong to one task at a time: each is used by one worker
/// of a crew alone.
struct Judge: @unchecked Sendable {
  let auditor: Auditor
  /// Judges without the assumptions, where there are any.
  let plain: Auditor?
  /// What it writes reports on.
  let page = BlankPage()

  /// The reports of a group, each beside the same case without the assumptions.
  func reports(_ cases: CaseGroup) -> [CaseReport] {
    let reports = auditor.audit(together: cases)
    guard let plain else { return reports }
    return zip(reports, plain.audit(together: cases)).map { $0.compared(with: $1) }
  }
}

extension Crew<Judge> {
  /// Where the time of all judges went; nil when it was not measured.
  var profile: Profile? {
    var all: Profile?
    for judge in workers {
      guard let own = judge.auditor.profile else { return nil }
      if all == nil { all = own } else { all?.add(own) }
    }
    return all
  }
}
