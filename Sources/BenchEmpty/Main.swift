import Glibc

/// A program that does nothing: what starting a process costs by itself.
///
/// Given a program with its arguments, it runs that one without output and tells on standard output
/// what it cost: seconds, peak memory in bytes, exit code. The system counts into a program's peak
/// memory what its parent had when it began, so the parent must be as small as this.
@main
struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard !arguments.isEmpty else { return }
    let clock = ContinuousClock()
    let start = clock.now
    guard let child = spawn(arguments) else { exit(127) }
    var status: Int32 = 0
    var usage = rusage()
    // Both are filled by the call and outlive it.
    guard unsafe wait4(child, &status, 0, &usage) == child else { exit(127) }
    let spent = (clock.now - start).components
    let nanoseconds = spent.seconds * 1_000_000_000 + spent.attoseconds / 1_000_000_000
    print(nanoseconds, usage.ru_maxrss * 1024, status >> 8 & 0xff)
  }

  /// Starts a program; its process, or nil.
  private static func spawn(_ arguments: [String]) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    // The C strings live until the program ends, which is soon; everything else outlives its call.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let texts = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var child: pid_t = 0
    guard unsafe posix_spawn(&child, arguments[0], &actions, nil, texts, environ) == 0 else {
      return nil
    }
    return child
  }
}
