import Files
import Synchronization

/// The line at the foot of a terminal that says how far a run is. Whoever writes anything else
/// there erases it first.
enum StatusLine {
  private static let isShown = Atomic(false)

  /// Puts a line in the place of the one that is there.
  static func show(_ text: String) {
    isShown.store(true, ordering: .relaxed)
    write("\r\(text)\u{1B}[K")
  }

  /// Takes the line away.
  static func erase() {
    if isShown.exchange(false, ordering: .relaxed) { write("\r\u{1B}[K") }
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: text.utf8)
  }
}
