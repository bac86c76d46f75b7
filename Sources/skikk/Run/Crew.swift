import Dispatch
import FoundationEssentials
import Synchronization

/// Workers that do things side by side, on threads of their own once there is much to do.
///
/// A few things are done at once by the one who asks: a second worker has to read the rules first,
/// and threads are not worth their price.
final class Crew<Worker: Sendable> {
  typealias Task = @Sendable (Worker) -> Void

  /// How many cases are worth one more worker.
  private static var few: Int { 64 }

  /// Those who do the work, the first from the beginning on.
  private(set) var workers: [Worker]
  /// How many there may be: one for each core unless told. How many cores there are is asked when
  /// it matters, as the system tells it in files.
  private(set) lazy var size = told ?? ProcessInfo.processInfo.activeProcessorCount
  private let told: Int?
  /// Signalled when something that was asked for has been done by another thread.
  let news = DispatchSemaphore(value: 0)

  private let another: () throws -> Worker
  private let waiting = WaitingTasks<Worker>()
  private var asked = 0
  /// How many have a thread of their own.
  private var started = 0

  /// A crew that begins with one.
  /// - Parameters:
  ///   - first: the first worker.
  ///   - size: how many there may be; nil: one for each core.
  ///   - another: makes one more.
  init(_ first: Worker, size: Int?, another: @escaping () throws -> Worker) {
    workers = [first]
    told = size
    self.another = another
  }

  deinit { waiting.close(for: started) }

  /// Has something done, now or later.
  func ask(cases: Int, _ task: @escaping Task) throws {
    asked += cases
    while asked > Self.few * max(1, started), size > 1, started < size { try start() }
    if started == 0 { task(workers[0]) } else { waiting.put(task) }
  }

  /// Gives a thread to a worker: to the first, who then no longer works for the one who asks, and
  /// to one more.
  private func start() throws {
    if started > 0 { workers.append(try another()) }
    let worker = workers[started]
    started += 1
    DispatchQueue(label: "skikk.worker.\(started)").async { [waiting, news] in
      while let task = waiting.take() {
        task(worker)
        news.signal()
      }
    }
  }
}

/// What waits to be done, in order, and the workers that wait for it.
private final class WaitingTasks<Worker: Sendable>: Sendable {
  private let tasks = Mutex(Fifo<Crew<Worker>.Task>())
  private let count = DispatchSemaphore(value: 0)

  func put(_ task: @escaping Crew<Worker>.Task) {
    tasks.withLock { $0.append(task) }
    count.signal()
  }

  /// The next task, once there is one; nil when there will be none.
  func take() -> Crew<Worker>.Task? {
    count.wait()
    return tasks.withLock { $0.popFirst() }
  }

  /// Lets so many workers go.
  func close(for workers: Int) {
    for _ in 0..<workers { count.signal() }
  }
}
