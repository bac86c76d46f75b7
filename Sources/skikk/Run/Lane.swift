import Dispatch
import Synchronization

/// Things asked of a crew, and what comes of them in the order in which they were asked for.
final class Lane<Worker: Sendable, Result: Sendable> {
  /// How many bytes of cases may be open for each worker, so that large cases are few.
  private static var mostBytes: Int { 1 << 20 }

  private let crew: Crew<Worker>
  private let most: Int
  private let done = Done<Result>()
  private var asked = 0
  /// The bytes of each thing that is open, and of all.
  private var sizes = Fifo<Int>()
  private var bytes = 0

  /// A lane on which nothing has been asked yet.
  /// - Parameters:
  ///   - crew: who does it.
  ///   - most: how many things may be open for each worker.
  init(of crew: Crew<Worker>, most: Int) {
    self.crew = crew
    self.most = most
  }

  /// How many things have been asked for and not been given on.
  var open: Int { sizes.count }

  /// Whether nothing more should be asked before something has been given on.
  var isFull: Bool {
    open > 0 && (open >= most * crew.size || bytes >= Self.mostBytes * crew.size)
  }

  /// Asks for something that so many cases, and bytes of them, are the size of.
  func ask(cases: Int, bytes: Int, _ work: @escaping @Sendable (Worker) -> Result) throws {
    let number = asked
    asked += 1
    sizes.append(bytes)
    self.bytes += bytes
    try crew.ask(cases: cases) { [done] worker in done.put(work(worker), at: number) }
  }

  /// What comes next, if it has been done.
  func ready() -> Result? {
    guard let result = done.take(asked - open) else { return nil }
    bytes -= sizes.popFirst() ?? 0
    return result
  }

  /// Gives on what is ready, and waits until there is room for more.
  func makeRoom(_ take: (Result) throws -> Void) throws {
    try give(take) { isFull }
  }

  /// Gives on everything.
  func finish(_ take: (Result) throws -> Void) throws {
    try give(take) { open > 0 }
  }

  private func give(_ take: (Result) throws -> Void, while isWaiting: () -> Bool) throws {
    while true {
      if let result = ready() {
        try take(result)
      } else if isWaiting() {
        crew.news.wait()
      } else {
        return
      }
    }
  }
}

/// What has been done and not been given on, by the number under which it was asked for.
private final class Done<Result: Sendable>: Sendable {
  private let results = Mutex<[Int: Result]>([:])

  func put(_ result: Result, at number: Int) {
    results.withLock { $0[number] = result }
  }

  func take(_ number: Int) -> Result? {
    results.withLock { $0.removeValue(forKey: number) }
  }
}
