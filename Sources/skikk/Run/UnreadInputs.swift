import Casebook
import Reports

/// What of a run's input could not be read: told on standard error at once, counted, and kept for
/// the reports that list it.
struct UnreadInputs {
  /// The most that are kept: a long stream may be wrong on every line.
  private static let most = 1000

  private let terminal: Terminal
  private var kept: [UnreadInput] = []
  private var count = 0
  /// How many of them were cases.
  private(set) var cases = 0

  /// Nothing yet.
  init(terminal: Terminal) { self.terminal = terminal }

  /// Whether everything could be read.
  var isEmpty: Bool { count == 0 }

  /// Takes note of something that could not be read.
  mutating func note(_ unread: UnreadInput, isCase: Bool) {
    terminal.complain(unread.message + "\n")
    count += 1
    cases += isCase ? 1 : 0
    if kept.count < Self.most { kept.append(unread) }
  }

  /// Takes note of a case that could not be read, where that is for this part to tell of.
  mutating func note(_ unread: UnreadInput, ofCaseFor part: CasePart) {
    guard part.tells(of: unread) else { return }
    note(unread, isCase: part.counts(unread))
  }

  /// What reports list; the last says how many more there are.
  var listed: [UnreadInput] {
    guard count > kept.count else { return kept }
    let more = Label(
      nb: "… og \(count - kept.count) til, som står på standard feil",
      en: "… and \(count - kept.count) more, told on standard error")
    return kept + [UnreadInput(file: nil, message: more[terminal.language])]
  }
}
