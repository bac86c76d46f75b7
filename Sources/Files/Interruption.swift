import Glibc
import Synchronization

/// What is done when a signal ends the program: files that are not whole are removed.
///
/// The handler may run at any moment, on any thread, so it does nothing but walk a list that only
/// ever grows at its head, and remove the files on it. A file that has been renamed since is no
/// longer there under its old name, which nobody else uses. At such a moment nothing may be
/// allocated, retained or locked: that is why the list is one of pointers.
enum Interruption {
  /// A file to remove.
  @unsafe private struct Entry {
    let path: UnsafeMutablePointer<CChar>
    let next: UnsafeMutablePointer<Entry>?
  }

  /// The newest entry, as an address; 0 while there is none.
  private static let files = Atomic<UInt>(0)

  /// Has a file removed if a signal ends the program.
  static func removes(_ path: String) {
    guard let copy = unsafe strdup(path) else { return }
    let entry = UnsafeMutablePointer<Entry>.allocate(capacity: 1)
    let first = files.load(ordering: .acquiring)
    // Never freed: a signal may come until the end.
    unsafe entry.initialize(to: Entry(path: copy, next: UnsafeMutablePointer(bitPattern: first)))
    files.store(UInt(bitPattern: entry), ordering: .releasing)
    if first == 0 { catchSignals() }
  }

  private static func catchSignals() {
    // A caller with threads of its own often starts programs with signals blocked, by accident.
    var caught = sigset_t()
    unsafe sigemptyset(&caught)
    defer { unsafe pthread_sigmask(SIG_UNBLOCK, &caught, nil) }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGALRM, SIGXCPU, SIGXFSZ] {
      var action = sigaction()
      // What the caller had the program ignore (`nohup`) stays ignored.
      let isKnown = unsafe sigaction(number, nil, &action) == 0
      let isIgnored = unsafe isSame(action.__sigaction_handler.sa_handler, SIG_IGN)
      guard !isKnown || !isIgnored else { continue }
      signal(number, handler)
      unsafe sigaddset(&caught, number)
    }
  }

  private static func isSame(_ left: sighandler_t?, _ right: sighandler_t?) -> Bool {
    unsafe unsafeBitCast(left, to: Int.self) == unsafeBitCast(right, to: Int.self)
  }

  private static let handler: @convention(c) (Int32) -> Void = { number in
    var next = unsafe UnsafeMutablePointer<Entry>(
      bitPattern: files.load(ordering: .acquiring))
    while let entry = unsafe next {
      unsafe unlink(entry.pointee.path)
      unsafe next = entry.pointee.next
    }
    // Ends as it would have without a handler, so that the caller sees the signal.
    signal(number, SIG_DFL)
    raise(number)
  }
}
