import Audit
import Casebook
import Reports
import Rulebook

/// The cases of a run, group by group: those against one debtor, of one creditor or of all.
///
/// Of all cases only the places are held in memory; a group is read again when it is its turn.
/// What cannot be read is told on standard error and counted.
struct CaseGroups {
  private let stream: CaseStream
  private let groups: [[CasePlace]]
  /// What could not be read.
  private(set) var unread: UnreadInputs
  /// How many cases could not be read.
  var rejected: Int { unread.cases }
  /// Whether something that was named could not be read.
  var isIncomplete: Bool { !unread.isEmpty }

  /// Reads every case that a command line names once.
  /// - Parameters:
  ///   - invocation: the command line.
  ///   - rules: what rulings and choices in the cases may name.
  ///   - together: which cases come together.
  /// - Throws: when an input cannot be copied to be read twice.
  init(of invocation: Invocation, for rules: RuleFolder, together: Reach) throws {
    var stream = CaseStream(CaseInput.all(invocation.operands), names: rules.names)
    var index = CaseIndex(together: together)
    var unread = UnreadInputs(terminal: invocation.terminal)
    let part = try invocation.part
    try stream.forEach { item in
      switch item {
      case .read(let file, let place):
        if part.has(file, together: together) { index.add(file, at: place) }
      case .rejected(let fault):
        if part.tells(of: fault) { unread.note(fault, isCase: part.counts(fault)) }
      case .missing(let fault): unread.note(fault, isCase: false)
      }
    }
    self.stream = stream
    self.unread = unread
    groups = index.inOrder()
  }

  /// Calls `take` with the cases of each group, in an order that the input's does not change.
  mutating func forEach(
    _ take: ([(file: CaseFile, source: String)]) throws -> Void
  ) throws {
    for group in groups {
      var cases: [(file: CaseFile, source: String)] = []
      for place in group {
        switch stream.again(place) {
        case .read(let file, let place): cases.append((file, stream.name(of: Int(place.input))))
        case .rejected(let fault), .missing(let fault): unread.note(fault, isCase: true)
        }
      }
      if !cases.isEmpty { try take(cases) }
    }
  }
}
