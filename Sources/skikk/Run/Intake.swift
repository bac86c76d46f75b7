import Casebook
import Dispatch
import Files
import Synchronization

/// Standard input, cut into cases as they arrive, on a thread of its own: nothing else waits for
/// whoever writes it.
final class Intake: Sendable {
  /// What has arrived.
  enum Arrival: Sendable {
    /// Cases, not read yet.
    case documents([DocumentReader.Document])
    /// The input could not be read on.
    case failure(LineReader.Failure)
    /// The end.
    case end
  }

  /// How many arrivals may wait.
  private static let most = 4

  private let arrived = Mutex(Fifo<Arrival>())
  private let space = DispatchSemaphore(value: 0)

  /// Begins to read.
  /// - Parameter news: signalled for everything that arrives.
  init(news: DispatchSemaphore) {
    for _ in 0..<Self.most { space.signal() }
    DispatchQueue(label: "skikk.intake").async { [self] in
      var documents = DocumentReader(
        descriptor: FileHandle.standardInput.fileDescriptor, form: .either)
      var hasEnded = false
      while !hasEnded {
        space.wait()
        let arrival: Arrival
        do throws(LineReader.Failure) {
          let batch = try documents.nextBatch()
          arrival = batch.isEmpty ? .end : .documents(batch)
          hasEnded = batch.isEmpty
        } catch {
          arrival = .failure(error)
          hasEnded = true
        }
        arrived.withLock { $0.append(arrival) }
        news.signal()
      }
    }
  }

  /// What has arrived next; nil while nothing has.
  func next() -> Arrival? {
    guard let arrival = arrived.withLock({ $0.popFirst() }) else { return nil }
    space.signal()
    return arrival
  }
}
