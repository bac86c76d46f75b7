import Audit
import Casebook

/// The cases of a run, pair by pair: one creditor's against one debtor.
///
/// Of all cases only the places are held in memory; a pair is read again when it is its turn.
/// What cannot be read is told on standard error and counted.
struct CasePairs {
  private let stream: CaseStream
  private let pairs: [[CasePlace]]
  private let terminal: Terminal
  /// How many cases could not be read.
  private(set) var rejected = 0
  /// Whether something that was named could not be read.
  private(set) var isIncomplete = false

  /// Reads every case that a command line names once.
  /// - Parameters:
  ///   - invocation: the command line.
  ///   - rules: what rulings and choices in the cases may name.
  ///   - together: whether cases of one creditor and debtor come together, or each on its own.
  /// - Throws: when an input cannot be copied to be read twice.
  init(of invocation: Invocation, for rules: RuleFolder, together: Bool) throws {
    terminal = invocation.terminal
    var stream = CaseStream(CaseInput.all(invocation.operands), names: rules.names)
    var index = CaseIndex()
    var (faults, isIncomplete) = (0, false)
    try stream.forEach { [terminal] item in
      switch item {
      case .read(let file, let place): index.add(file, at: place, alone: !together)
      case .rejected(let fault):
        faults += 1
        isIncomplete = true
        terminal.complain(fault + "\n")
      case .missing(let fault):
        isIncomplete = true
        terminal.complain(fault + "\n")
      }
    }
    self.stream = stream
    (rejected, self.isIncomplete) = (faults, isIncomplete)
    pairs = index.inOrder()
  }

  /// Calls `take` with the cases of each pair, in an order that the input's does not change.
  mutating func forEach(
    _ take: ([(file: CaseFile, source: String)]) throws -> Void
  ) throws {
    for pair in pairs {
      var cases: [(file: CaseFile, source: String)] = []
      for place in pair {
        switch stream.again(place) {
        case .read(let file, let place): cases.append((file, stream.name(of: Int(place.input))))
        case .rejected(let fault), .missing(let fault):
          rejected += 1
          isIncomplete = true
          terminal.complain(fault + "\n")
        }
      }
      if !cases.isEmpty { try take(cases) }
    }
  }
}
