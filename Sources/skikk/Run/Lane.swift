import Dispatch
import Synchronization

/// Things asked of a crew, and what comes of them in the order in which they were asked for.
final class Lane<Worker: Sendable, Result: Sendable> {
  private let crew: Crew<Worker>
  private let done = Done<Result>()
  private var asked = 0
  private var given = 0

  /// A lane on which nothing has been asked yet.
  init(of crew: Crew<Worker>) { self.crew = crew }

  /// How many things have been asked for and not been given on.
  var open: Int { asked - given }

  /// Asks for something that so many cases are the size of.
  func ask(cases: Int, _ work: @escaping @Sendable (Worker) -> Result) throws {
    let number = asked
    asked += 1
    try crew.ask(cases: cases) { [done] worker in done.put(work(worker), at: number) }
  }

  /// What comes next, if it has been done.
  func ready() -> Result? {
    guard let result = done.take(given) else { return nil }
    given += 1
    return result
  }

  /// Gives on what is ready, and waits while more than so many things are open.
  func give(downTo most: Int, _ take: (Result) throws -> Void) throws {
    while true {
      if let result = ready() {
        try take(result)
      } else if open > most {
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
