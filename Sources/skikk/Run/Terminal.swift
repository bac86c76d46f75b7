import Files
import Glibc
import Reports

/// What surrounds the program: its environment, standard streams and language.
struct Terminal: Sendable {
  var language: Language
  let environment: [String: String]

  /// What the program looks for in its environment, as far as it is there.
  static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in Language.variables + ["NO_COLOR", "TERM"] {
      found[name] = environmentVariable(name)
    }
    return found
  }

  /// Writes to standard error, where everything goes that is not what was asked for.
  func complain(_ text: String) {
    StatusLine.erase()
    // Nobody is left to be told when standard error itself is closed.
    try? FileHandle.standardError.write(contentsOf: text.utf8)
  }

  /// Writes what was asked for, at once.
  func show(_ text: String) throws(OutputFault) {
    StatusLine.erase()
    do { try FileHandle.standardOutput.write(contentsOf: text.utf8) } catch {
      throw OutputFault(file: "-", reason: "\(error)")
    }
  }

  /// Coloured on a terminal that shows colours, unless `NO_COLOR` asks for none.
  var style: Style {
    let wantsNone = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    return !wantsNone && isatty(STDOUT_FILENO) == 1 ? .coloured : .plain
  }
}
