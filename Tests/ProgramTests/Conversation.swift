import Foundation
import Glibc

/// A run of the program that is still going on: what it is given through a pipe, and what it says.
final class Conversation {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var said: [UInt8] = []

  /// A terminal, on which standard error is, if there is one.
  private let terminal: Int32?

  /// Starts the program in a folder.
  /// - Parameters:
  ///   - arguments: what it is called with.
  ///   - folder: where it runs.
  ///   - environment: what its environment has besides.
  ///   - onTerminal: whether its standard error is a terminal.
  /// - Throws: when it cannot be started.
  init(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    onTerminal: Bool = false
  ) throws {
    process.executableURL = Workshop.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    if onTerminal {
      let made = Self.terminal()
      process.standardError = made.other
      terminal = made.own
    } else {
      process.standardError = errors
      terminal = nil
    }
    try process.run()
  }

  /// The two sides of a new terminal: ours, and that of who writes to it.
  private static func terminal() -> (own: Int32, other: FileHandle?) {
    // `TIOCSPTLCK` and `TIOCGPTN`, which Swift does not import: unlocked, and its number.
    let own = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number) = (Int32(0), Int32(0))
    _ = unsafe ioctl(own, 0x4004_5431, &locked)
    _ = unsafe ioctl(own, 0x8004_5430, &number)
    return (own, FileHandle(forWritingAtPath: "/dev/pts/\(number)"))
  }

  deinit {
    if process.isRunning { process.terminate() }
    if let terminal { close(terminal) }
  }

  /// Its number in the system.
  var number: Int32 { process.processIdentifier }

  /// Gives it a line.
  func give(_ line: String) throws {
    try give(bytes: Array((line + "\n").utf8)[...])
  }

  /// Gives it some bytes.
  func give(bytes: ArraySlice<UInt8>) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  /// Gives it nothing more.
  func end() throws { try input.fileHandleForWriting.close() }

  /// The next line that it says on standard output; nil when it says none for so long.
  func hear(within seconds: Double = 60) -> String? {
    let descriptor = output.fileHandleForReading.fileDescriptor
    let end = Date() + seconds
    while true {
      if let feed = said.firstIndex(of: UInt8(ascii: "\n")) {
        defer { said.removeFirst(feed + 1) }
        return String(decoding: said[..<feed], as: UTF8.self)
      }
      let left = end.timeIntervalSinceNow
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard left > 0, unsafe poll(&waiting, 1, Int32(left * 1000)) > 0 else { return nil }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      said += more
    }
  }

  /// Everything that stands on its terminal by now.
  func seen() -> String {
    guard let terminal else { return "" }
    var bytes: [UInt8] = []
    while true {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, 0) > 0 else { break }
      var some = [UInt8](repeating: 0, count: 4096)
      let count = unsafe read(terminal, &some, some.count)
      if count <= 0 { break }
      bytes += some[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits for its end; the exit code, or the signal that ended it, and what it said on standard
  /// error.
  func finish() -> (code: Int32, errors: String) {
    let told =
      terminal == nil
      ? String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) : ""
    process.waitUntilExit()
    return (process.terminationStatus, told)
  }
}
